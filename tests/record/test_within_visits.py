"""Meetings that somebody had on a visit are parts of it."""

from dataclasses import replace

import pytest

from memcon.annotate.parser import Parser
from memcon.model.kinds import EngagementKind
from memcon.record.visits import within_wholes
from record_samples import Library

VISIT = ("visit", "2023-06-20", "Kenyan President William Ruto will visit France from June 21 to June 24, his office said.")
MEETING = (
    "meeting",
    "2023-06-23",
    "French President Emmanuel Macron met Kenyan President William Ruto in Paris on June 22.",
)
AT_HOME = (
    "home",
    "2023-06-23",
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi on June 22.",
)


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def test_a_meeting_of_the_traveller_in_the_country_on_its_days_is_part_of_the_visit(library: Library) -> None:
    record = library.record(VISIT, MEETING)
    visit, met = sorted(record.engagements, key=lambda e: e.kind != "visit")
    assert (visit.kind, met.part_of, visit.status) == ("visit", visit.id, "held")


def test_a_meeting_at_home_is_part_of_no_visit(library: Library) -> None:
    assert all(e.part_of is None for e in library.record(VISIT, AT_HOME).engagements)


WITHOUT_A_PLACE = (
    "no place",
    "2023-06-23",
    "French President Emmanuel Macron met Kenyan President William Ruto on June 22.",
)
OF_OTHERS = (
    "others",
    "2023-06-23",
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni on June 22.",
)
DAY_AFTER = (
    "day after",
    "2023-06-26",
    "French President Emmanuel Macron met Kenyan President William Ruto in Paris on June 25.",
)
WEEKS_AFTER = (
    "weeks after",
    "2023-07-26",
    "French President Emmanuel Macron met Kenyan President William Ruto in Paris on July 25.",
)


def test_a_meeting_with_a_host_on_the_days_of_a_visit_is_part_of_it_and_in_that_state(library: Library) -> None:
    record = library.record(VISIT, WITHOUT_A_PLACE)
    visit, met = sorted(record.engagements, key=lambda e: e.kind != "visit")
    assert (met.part_of, met.place and (met.place.country, met.place.basis)) == (visit.id, ("FRA", "host"))


def test_a_meeting_with_a_third_state_of_which_no_place_is_told_is_part_of_no_visit(library: Library) -> None:
    assert all(e.part_of is None for e in library.record(VISIT, OF_OTHERS).engagements)


def test_a_meeting_there_with_a_host_on_the_day_after_is_part_of_the_visit(library: Library) -> None:
    visit, met = sorted(library.record(VISIT, DAY_AFTER).engagements, key=lambda e: e.kind != "visit")
    assert met.part_of == visit.id


def test_a_meeting_there_weeks_later_is_part_of_no_visit(library: Library) -> None:
    assert all(e.part_of is None for e in library.record(VISIT, WEEKS_AFTER).engagements)


PROGRAMME = (
    "programme",
    "2023-06-20",
    "Kenyan President William Ruto will visit France from June 21 to June 24. During the visit he will meet German Chancellor Olaf "
    "Scholz on June 22.",
)
ELSEWHERE = (
    "elsewhere",
    "2023-06-23",
    "German Chancellor Olaf Scholz met Kenyan President William Ruto in Berlin on June 22.",
)


def test_a_call_made_on_a_visit_is_at_no_place(library: Library) -> None:
    visit, met = sorted(library.record(PROGRAMME).engagements, key=lambda e: e.kind != "visit")
    _, call = within_wholes([visit, replace(met, kind=EngagementKind.CALL, place=None)])
    assert (call.part_of, call.place) == (visit.id, None)


def test_what_was_held_in_another_state_after_all_is_part_of_no_visit(library: Library) -> None:
    planned = library.record(PROGRAMME).engagements
    assert [e.kind for e in planned if e.part_of] == ["meeting"]
    (met,) = [e for e in library.record(PROGRAMME, ELSEWHERE).engagements if e.status == "held"]
    assert (met.part_of, met.place and met.place.country) == (None, "DEU")
