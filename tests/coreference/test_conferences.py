"""Conferences across reports: one in one town on days that meet, whoever each report names; and who took part in what."""

import pytest

from memcon.annotate.parser import Parser
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Record


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def record(parser: Parser, *reports: tuple[str, str]) -> Record:
    """The record of reports, each with its day."""
    return record_of(
        [
            RawItem(f"{n}.txt", text.encode(), "text/plain", sha256_of(text.encode()), given=Given(published=day))
            for n, (day, text) in enumerate(reports)
        ],
        parser,
    )


LAST_DAY = (
    "2018-05-09",
    "OSLO, May 9 - States of the north agreed on Wednesday, at the end of a three-day conference in Oslo.",
)


def test_a_conference_told_without_its_day_is_that_of_the_town_and_week(parser: Parser) -> None:
    again = ("2018-05-10", "Fishermen watched the Oslo conference with worry. Ministers left the conference in Oslo early.")
    found = [e for e in record(parser, LAST_DAY, again).engagements if e.kind == "conference"]
    assert [(e.date.value, len(e.reports)) for e in found] == [("2018-05-07/2018-05-09", 2)]


def test_conferences_in_one_town_months_apart_stay_two(parser: Parser) -> None:
    later = ("2018-09-20", "Ministers left the conference in Oslo early on Thursday. The Oslo conference was about fish.")
    assert len([e for e in record(parser, LAST_DAY, later).engagements if e.kind == "conference"]) == 2


def test_of_a_conference_its_days_are_told_rather_than_its_last(parser: Parser) -> None:
    last = ("2018-05-08", "OSLO, May 8 - The Oslo conference ends on Wednesday. The conference in Oslo is about water.")
    found = [e for e in record(parser, LAST_DAY, last).engagements if e.kind == "conference"]
    assert [e.date.value for e in found] == ["2018-05-07/2018-05-09"]


def test_the_ministers_are_nobody_besides_the_two_who_met(parser: Parser) -> None:
    text = (
        "NAIROBI, May 9 - Kenyan Foreign Minister James Ondieki received Ugandan Foreign Minister Moses Kato in Nairobi on "
        "Tuesday. The meeting of the Foreign Ministers lasted an hour."
    )
    (met,) = record(parser, ("2018-05-09", text)).engagements
    assert len(met.participants) == 2
