"""An undated report is dated by an engagement that it shares with a dated one, and otherwise stays undated."""

from datetime import date

import pytest

from memcon.annotate.parser import Parser
from memcon.model.dates import DateRange
from record_samples import REPORT, UNDATED, Library, Report

MEETING = "U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on Monday. "


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def undated(text: str) -> Report:
    return "undated", None, text


def days(library: Library, *reports: Report) -> list[DateRange]:
    return list(library.joined(reports)[1].values())


def test_a_shared_meeting_dates_a_report_to_its_day_or_the_day_after(library: Library) -> None:
    (found,) = days(library, REPORT, UNDATED)
    assert (found.earliest, found.latest) == (date(2018, 7, 16), date(2018, 7, 17))
    assert "2018-07-16" in str(found.basis) and "Weimar talks" in str(found.basis)  # its title, not its file


def test_a_report_so_dated_dates_its_weekdays(library: Library) -> None:
    record, _ = library.joined([REPORT, UNDATED])
    assert {e.date.value for e in record.engagements} == {"2018-07-16"}


def test_without_a_dated_report_nothing_is_dated(library: Library) -> None:
    record, found = library.joined([UNDATED])
    assert found == {}
    assert not any(e.date.known for e in record.engagements)


NOT_DATED = [
    pytest.param(MEETING.replace("Monday", "Tuesday") + "Russia was pleased on Tuesday.", id="another weekday"),
    pytest.param(
        "Finnish President Sauli Niinisto met Russian President Vladimir Putin in Helsinki on Monday.", id="another partner"
    ),
    pytest.param(
        "U.S. Secretary of State Mike Pompeo met Russian Foreign Minister Sergei Lavrov on Monday.", id="other people"
    ),
    pytest.param("U.S. President Donald Trump telephoned Russian President Vladimir Putin on Monday.", id="another kind"),
    pytest.param(MEETING.replace("Helsinki", "Vienna") + "Russia was pleased on Monday.", id="another place"),
    pytest.param(
        "U.S. President Donald Trump met Russian President Vladimir Putin. Russia was pleased on Friday.",
        id="no weekday of its own",
    ),
    pytest.param(
        "U.S. President Donald Trump arrived in Helsinki on Monday. Russia was pleased on Monday.", id="one of the two only"
    ),
]


@pytest.mark.parametrize("text", NOT_DATED)
def test_a_report_that_need_not_be_of_the_same_meeting_stays_undated(text: str, library: Library) -> None:
    assert days(library, REPORT, undated(text)) == []


def test_a_report_whose_two_meetings_give_different_weeks_stays_undated(library: Library) -> None:
    berlin = "German Chancellor Angela Merkel met French President Emmanuel Macron in Berlin on Tuesday. "
    dated: Report = ("berlin", "2018-07-25", berlin)
    assert days(library, REPORT, dated, undated(MEETING + berlin)) == []


def test_two_meetings_of_one_pair_on_the_same_weekday_of_two_weeks_date_nothing(library: Library) -> None:
    again: Report = ("again", "2018-07-23", MEETING)
    assert days(library, REPORT, again, UNDATED) == []


def test_a_recollection_long_after_does_not_move_the_report_to_the_day_of_the_meeting(library: Library) -> None:
    text = (
        "U.S. President Donald Trump, who met Russian President Vladimir Putin in Helsinki on July 16, flew home on Friday."
    )
    assert days(library, REPORT, undated(text)) == []


def test_an_announcement_of_next_week_is_of_the_week_before(library: Library) -> None:
    plan = "U.S. President Donald Trump will meet Russian President Vladimir Putin in Helsinki next Monday, he said on Thursday."
    for found in days(library, REPORT, undated(plan)):
        assert found.earliest is not None and found.latest is not None
        assert date(2018, 7, 9) <= found.earliest <= found.latest <= date(2018, 7, 15)
