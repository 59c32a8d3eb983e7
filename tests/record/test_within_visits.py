"""Meetings that somebody had on a visit are parts of it."""

import pytest

from memcon.annotate.parser import Parser
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
