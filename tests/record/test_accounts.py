"""What reports tell differently stays side by side, each with its words; nothing is averaged."""

import pytest

from memcon.annotate.parser import Parser
from memcon.model.record import Engagement, Record
from record_samples import PREVIEW, REPORT, Library, Report, between

TRUMP, PUTIN = "Donald Trump", "Vladimir Putin"
ON_SUNDAY: Report = (
    "sunday",
    "2018-07-18",
    "U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on Sunday.",
)
IN_FINLAND: Report = (
    "finland",
    "2018-07-17",
    "U.S. President Donald Trump met Russian President Vladimir Putin in Finland on Monday.",
)
IN_JULY: Report = (
    "july",
    "2018-09-17",
    "U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki in July.",
)


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def meeting(record: Record) -> Engagement:
    (only,) = between(record, TRUMP, PUTIN)
    return only


def accounts(record: Record, field: str) -> set[tuple[str, str, str]]:
    """The report, the value and the verdict of each account of a field."""
    known = {d.id: d.source for d in record.documents}
    return {(known[a.evidence[0].document], a.value, a.verdict) for a in meeting(record).accounts if a.field == field}


def test_a_single_report_has_no_accounts_beside_it(library: Library) -> None:
    assert meeting(library.record(REPORT)).accounts == ()


def test_two_reports_of_the_same_day_agree(library: Library) -> None:
    found = accounts(library.record(PREVIEW, REPORT), "date")
    assert found == {("preview", "2018-07-16", "agrees"), ("report", "2018-07-16", "agrees")}


def test_a_country_is_compatible_with_its_city(library: Library) -> None:
    found = accounts(library.record(REPORT, IN_FINLAND), "place")
    assert found == {("report", "Helsinki", "agrees"), ("finland", "Finland", "compatible")}


def test_a_month_is_compatible_with_its_day(library: Library) -> None:
    found = accounts(library.record(REPORT, IN_JULY), "date")
    assert found == {("report", "2018-07-16", "agrees"), ("july", "2018-07", "compatible")}


def test_two_reports_that_differ_by_a_day_both_stay(library: Library) -> None:
    found = accounts(library.record(REPORT, ON_SUNDAY), "date")
    assert {(source, value) for source, value, _ in found} == {("report", "2018-07-16"), ("sunday", "2018-07-15")}
    assert {verdict for _, _, verdict in found} == {"agrees", "differs"}


def test_the_day_that_most_reports_tell_is_the_day_of_the_record(library: Library) -> None:
    assert meeting(library.record(REPORT, PREVIEW, IN_FINLAND, ON_SUNDAY)).date.value == "2018-07-16"


def test_the_settled_day_and_place_are_those_of_a_report_and_never_between(library: Library) -> None:
    found = meeting(library.record(REPORT, ON_SUNDAY, IN_FINLAND, IN_JULY))
    assert found.date.value in {a.value for a in found.accounts if a.field == "date"}
    assert found.place is not None
    assert found.place.name == "Helsinki"


def test_each_account_cites_the_sentence_that_gives_it(library: Library) -> None:
    record = library.record(REPORT, ON_SUNDAY, IN_FINLAND)
    texts = {d.id: d.text for d in record.documents}
    for account in meeting(record).accounts:
        (cited,) = account.evidence
        assert texts[cited.document][cited.start : cited.end] == cited.quote


def test_the_day_on_which_it_was_held_outranks_the_day_for_which_it_was_planned(library: Library) -> None:
    plan: Report = (
        "plan",
        "2018-07-02",
        "U.S. President Donald Trump will meet Russian President Vladimir Putin in Helsinki on July 15.",
    )
    found = meeting(library.record(plan, REPORT))
    assert (found.status, found.date.value) == ("held", "2018-07-16")
