"""What is told without a day: a plan is the next fitting occasion of its people, a memory the last one."""

import pytest

from memcon.annotate.parser import Parser
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.life import status_as_of
from memcon.model.record import HistoryStep
from memcon.model.status import Status
from memcon.model.text import Evidence
from record_samples import Library, Report, between

MEETING = "French President Emmanuel Macron met Kenyan President William Ruto in Paris on {}."
PLAN = "French President Emmanuel Macron will soon meet Kenyan President William Ruto, his office said."
MACRON, RUTO = "Emmanuel Macron", "William Ruto"


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def told(day: str, text: str) -> Report:
    return day, day, text


@pytest.fixture(scope="module")
def met_twice() -> tuple[Report, Report]:
    return told("2023-03-08", MEETING.format("March 7")), told("2023-06-23", MEETING.format("June 22"))


def test_a_plan_without_a_day_is_the_next_meeting_of_the_two(library: Library, met_twice: tuple[Report, ...]) -> None:
    first, second = between(library.record(*met_twice, told("2023-05-02", PLAN)), MACRON, RUTO)
    assert (first.date.value, len(first.reports)) == ("2023-03-07", 1)
    assert (second.date.value, len(second.reports), second.status) == ("2023-06-22", 2, "held")
    assert [step.status for step in second.history] == ["planned", "held"]


def test_a_plan_told_after_a_meeting_is_of_another(library: Library) -> None:
    found = between(library.record(told("2023-03-08", MEETING.format("March 7")), told("2023-03-20", PLAN)), MACRON, RUTO)
    assert sorted((e.status, len(e.reports)) for e in found) == [("held", 1), ("planned", 1)]


def test_a_plan_is_no_meeting_of_the_far_future(library: Library) -> None:
    found = between(library.record(told("2023-01-08", PLAN), told("2023-06-23", MEETING.format("June 22"))), MACRON, RUTO)
    assert len(found) == 2


def test_what_was_under_way_is_not_to_come_by_a_plan_of_its_day() -> None:
    day = DateRange.iso("2023-03-07", Basis(BasisKind.EXPLICIT))
    cited = (Evidence("document-1", 0, 4, "talk"),)
    history = [HistoryStep(status, day, cited) for status in (Status.ONGOING, Status.PLANNED)]
    assert status_as_of(history, day, day.latest) == Status.ONGOING


def test_a_visit_without_a_day_was_made_when_its_traveller_met_somebody_there(library: Library) -> None:
    plan = "Kenyan President William Ruto will visit France, his office said."
    record = library.record(told("2023-05-02", plan), told("2023-06-23", MEETING.format("June 22")))
    (visit,) = [e for e in record.engagements if e.kind == "visit"]
    assert (visit.status, visit.date.value) == ("held", "2023-06-22")


def test_a_visit_without_a_day_is_not_made_by_a_meeting_elsewhere(library: Library) -> None:
    plan = "Kenyan President William Ruto will visit Germany, his office said."
    record = library.record(told("2023-05-02", plan), told("2023-06-23", MEETING.format("June 22")))
    (visit,) = [e for e in record.engagements if e.kind == "visit"]
    assert visit.status == "planned"
