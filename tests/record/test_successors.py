"""What was put off has what stands in for it, though another report tells that."""

import pytest

from memcon.annotate.parser import Parser
from memcon.model.record import Engagement, Record
from record_samples import Library

PUT_OFF = (
    "put off",
    "2021-03-02",
    "Ghanaian Foreign Minister Ama Boateng has postponed a visit to Portugal on March 8, the ministry said.",
)
LATER = (
    "later",
    "2021-05-12",
    "Ghanaian Foreign Minister Ama Boateng visited Portugal on May 11.",
)
TOLD_BEFORE = (
    "told before",
    "2021-02-20",
    "Ghanaian Foreign Minister Ama Boateng will visit Portugal on May 11.",
)
ELSEWHERE = (
    "elsewhere",
    "2021-05-12",
    "Ghanaian Foreign Minister Ama Boateng visited Spain on May 11.",
)
YEARS_LATER = (
    "years later",
    "2023-05-12",
    "Ghanaian Foreign Minister Ama Boateng visited Portugal on May 11.",
)
CALLED_OFF = (
    "called off",
    "2021-03-02",
    "Ghanaian Foreign Minister Ama Boateng has cancelled a visit to Portugal on March 8, the ministry said.",
)
SOMEBODY_ELSE = (
    "somebody else",
    "2021-05-12",
    "Ghanaian Trade Minister Kojo Asante visited Portugal on May 11.",
)


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def put_off(record: Record) -> Engagement:
    return next(e for e in record.engagements if str(e.date.earliest) == "2021-03-08")


def test_the_next_visit_of_the_same_person_to_the_same_state_stands_in_for_one_put_off(library: Library) -> None:
    record = library.record(PUT_OFF, LATER)
    made = next(e for e in record.engagements if str(e.date.earliest) == "2021-05-11")
    assert put_off(record).rescheduled_as == made.id


@pytest.mark.parametrize("other", [TOLD_BEFORE, ELSEWHERE, YEARS_LATER, SOMEBODY_ELSE], ids=lambda x: x[0])
def test_another_visit_stands_in_for_nothing(other: tuple[str, str, str], library: Library) -> None:
    assert put_off(library.record(PUT_OFF, other)).rescheduled_as is None


def test_nothing_stands_in_for_what_was_called_off(library: Library) -> None:
    assert put_off(library.record(CALLED_OFF, LATER)).rescheduled_as is None
