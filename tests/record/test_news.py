"""What is told as news and without a day across reports: joined as an open day is, and parted where the weeks are others."""

import pytest

from memcon.annotate.parser import Parser
from memcon.model.dates import BasisKind
from memcon.model.resolved import PlaceBasis
from memcon.wording.words import day
from record_samples import Library, Report, between, sources

LIND, KAYA = "Anna Lind", "Ahmet Kaya"
NEWS = "Swedish Foreign Minister Anna Lind met Turkish Foreign Minister Ahmet Kaya and discussed the straits."
AGAIN = "Turkish Foreign Minister Ahmet Kaya met Swedish Foreign Minister Anna Lind. They discussed grain."


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def told(source: str, day: str, text: str) -> Report:
    return source, day, text


def test_news_without_a_day_was_in_the_week_before_and_is_shown_so(library: Library) -> None:
    (meeting,) = between(library.record(told("one", "2019-03-14", NEWS)), LIND, KAYA)
    assert (str(meeting.date.earliest), str(meeting.date.latest)) == ("2019-03-07", "2019-03-14")
    assert meeting.date.basis.kind is BasisKind.NEWS
    assert day(meeting.date) == "in the week to 14 Mar 2019"


def test_two_reports_of_one_week_tell_of_one_meeting(library: Library) -> None:
    record = library.record(told("one", "2019-03-14", NEWS), told("two", "2019-03-16", AGAIN))
    (meeting,) = between(record, LIND, KAYA)
    assert sources(record, meeting) == {"one", "two"}
    assert str(meeting.date.latest) == "2019-03-14"


def test_news_of_other_months_is_of_two_meetings(library: Library) -> None:
    record = library.record(told("one", "2019-03-14", NEWS), told("two", "2019-04-20", AGAIN))
    found = [sources(record, e) for e in between(record, LIND, KAYA)]
    assert sorted(map(sorted, found)) == [["one"], ["two"]]


def test_a_day_that_another_report_tells_is_the_day_of_the_meeting(library: Library) -> None:
    dated = "Foreign Minister Anna Lind of Sweden met Foreign Minister Ahmet Kaya of Turkey in Oslo on March 12."
    record = library.record(told("one", "2019-03-14", NEWS), told("two", "2019-03-13", dated))
    (meeting,) = between(record, LIND, KAYA)
    assert str(meeting.date.earliest) == str(meeting.date.latest) == "2019-03-12"


def test_news_that_had_been_planned_was_after_the_plan(library: Library) -> None:
    plan = "Swedish Foreign Minister Anna Lind will meet Turkish Foreign Minister Ahmet Kaya soon."
    (meeting,) = between(library.record(told("plan", "2019-03-12", plan), told("one", "2019-03-14", NEWS)), LIND, KAYA)
    assert (str(meeting.date.earliest), str(meeting.date.latest)) == ("2019-03-12", "2019-03-14")
    assert day(meeting.date) == "12 Mar 2019 to 14 Mar 2019, as news"


def test_news_in_an_undated_report_has_no_window(library: Library) -> None:
    (meeting,) = between(library.record(("one", None, NEWS)), LIND, KAYA)
    assert not meeting.date.known


def test_the_host_gives_a_place_that_words_of_another_report_replace(library: Library) -> None:
    hosted = "Turkish Foreign Minister Ahmet Kaya received Swedish Foreign Minister Anna Lind on March 12."
    placed = "Foreign Minister Anna Lind of Sweden met Foreign Minister Ahmet Kaya of Turkey in Oslo on March 12."
    (alone,) = between(library.record(told("one", "2019-03-14", hosted)), LIND, KAYA)
    assert alone.place is not None
    assert (alone.place.country, alone.place.basis) == ("TUR", PlaceBasis.HOST)
    (both,) = between(library.record(told("one", "2019-03-14", hosted), told("two", "2019-03-13", placed)), LIND, KAYA)
    assert both.place is not None
    assert (both.place.name, both.place.basis) == ("Oslo", PlaceBasis.TOLD)
