"""Values of the record in words: the office that somebody held then, what is worth a line, marks that close."""

from dataclasses import replace
from datetime import date

import pytest

import records
from memcon.model.dates import UNKNOWN_DATE, DateRange, Reference
from memcon.model.record import Actor, Engagement, Tenure
from memcon.model.resolved import Place
from memcon.model.status import Status
from memcon.model.text import Span
from memcon.wording import words

D = records.document()
LATER = records.document(source="later.txt", published="2024-03-01")


def rau(*roles: Tenure, **fields: object) -> Actor:
    return records.actor("Zbigniew Rau", "POL", roles=roles, **fields)


def office(title: str, organisation: str | None = None, document: object = D, **bounds: DateRange) -> Tenure:
    said = document.cite(Span(0, 5))  # type: ignore[attr-defined]
    return Tenure(title, organisation, bounds.get("since"), bounds.get("until"), (said,))


def met(*actors: Actor, **fields: object) -> Engagement:
    return replace(records.engagement(D, "met", *actors), reports=(D.id,), **fields)  # type: ignore[arg-type]


def test_somebody_has_the_office_that_the_reports_of_the_engagement_give_him() -> None:
    who = rau(office("chairman", document=LATER), office("foreign minister"))
    assert words.actor(who, met(who)) == "Zbigniew Rau (Polish foreign minister)"


def test_an_office_that_ended_before_the_engagement_is_a_former_one() -> None:
    ended = office("ambassador", until=records.day("2020-01-01"))
    assert words.office(rau(ended), met()) == "Polish former ambassador"
    assert words.office(rau(office("ambassador", until=records.day("2022-01-01"))), met()) == "Polish ambassador"


def test_an_office_that_had_not_begun_is_not_told() -> None:
    assert words.office(rau(office("president", since=records.day("2023-01-01"))), met()) == "Poland"


def test_a_report_of_long_after_does_not_tell_what_office_somebody_held_then() -> None:
    long_ago = met(date=records.day("2011-05-01"))
    assert words.office(rau(office("foreign minister")), long_ago) == "Poland"
    assert (
        words.office(rau(office("foreign minister", until=records.day("2021-01-01"))), long_ago)
        == "Polish foreign minister"
    )


def test_a_body_that_the_title_names_already_is_not_told_twice() -> None:
    assert words.office(rau(office("Secretary of State", "State Department"))) == "Polish Secretary of State"
    assert words.office(rau(office("spokesman", "Interior Ministry"))) == "Polish spokesman, Interior Ministry"


def test_a_title_that_says_its_state_needs_no_adjective() -> None:
    korean = records.actor("Baek Tae-hyun", "KOR", roles=(office("spokesman for the South's unification ministry"),))
    assert words.office(korean) == "spokesman for the South's unification ministry"
    american = records.actor("John Kelly", "USA", roles=(office("White House chief of staff"),))
    assert words.office(american) == "White House chief of staff"
    envoy = records.actor("Stephen Biegun", "USA", roles=(office("special representative for North Korea"),))
    assert words.office(envoy) == "American special representative for North Korea"


def test_who_came_is_told_once() -> None:
    delegation = records.actor("Polish officials", "POL", "group", named=False)
    officials = records.actor("officials", None, "group", named=False)
    known = {a.id: a for a in (delegation, officials, records.actor("Poland", "POL", "state"))}
    assert [name.split(" (")[0] for name in words.who(met(*known.values()), known)] == ["Polish officials"]


def test_what_only_compares_an_office_is_none() -> None:
    assert words.office(rau(office("counterpart"))) == "Poland"


@pytest.mark.parametrize(
    ("kind", "place", "told"),
    [
        ("talks", None, "talks"),
        ("visit", Place("Warsaw", "POL"), "visit to Warsaw (Poland)"),
        ("visit", Place("United States", "USA"), "visit to the United States"),
        ("talks", Place("Warsaw", "POL"), "talks in Warsaw (Poland)"),
        ("press_conference", Place("Mar-a-Lago", "USA"), "press conference at Mar-a-Lago (United States)"),
    ],
)
def test_an_occasion_is_told_with_its_place(kind: str, place: Place | None, told: str) -> None:
    assert words.occasion(met(kind=kind, place=place)) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (DateRange(earliest=date(2021, 5, 10)), "10 May 2021 or later"),
        (DateRange(latest=date(2021, 5, 10)), "by 10 May 2021"),
        (UNKNOWN_DATE, "date unknown"),
    ],
)
def test_half_a_date_says_which_half(when: DateRange, told: str) -> None:
    assert words.day(when) == told


def open_day(earliest: date, value: str | None = None) -> DateRange:
    return DateRange(earliest, None, value)


def test_what_was_held_is_not_told_of_a_day_still_to_come() -> None:
    held = met(date=open_day(date(2021, 2, 1)), status=Status.HELD)
    told = replace(held, history=(replace(held.history[0], status=Status.HELD, said_on=records.day("2021-02-09")),))
    assert words.when(told) == "1-9 Feb 2021"
    undated = replace(told, history=(replace(told.history[0], said_on=UNKNOWN_DATE),))
    assert words.when(undated) == "not before 1 Feb 2021"
    planned = replace(told, status=Status.PLANNED)
    assert words.when(planned) == "1 Feb 2021 or later"


def test_a_time_without_days_is_written_by_what_is_known_of_it() -> None:
    past = DateRange(None, date(2021, 2, 1), Reference.PAST)
    assert past.written == "/2021-02-01"
    assert open_day(date(2021, 2, 1), Reference.FUTURE).written == "2021-02-01/"
    assert DateRange(value=Reference.PAST).written is None
    assert records.day("2021-02-01").written == "2021-02-01"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "2021-02-01", "2021-02-01"),
        ("date", "/2021-02-01", "by 1 Feb 2021"),
        ("date", "2021-02-01/", "1 Feb 2021 or later"),
        ("date", "2021-02-01/2021-02-03", "2021-02-01/2021-02-03"),
        ("place", "Either/Or", "Either/Or"),
    ],
)
def test_an_account_of_an_open_day_is_told_in_words(field: str, value: str, told: str) -> None:
    assert words.account(field, value) == told


def test_a_visit_is_named_by_those_who_travel() -> None:
    paper = records.document()
    guest, host = records.actor("Zbigniew Rau", "POL"), records.actor("Switzerland", "CHE", "state")
    visit = records.engagement(paper, "visit", guest, host, kind="visit")
    actors = {a.id: a for a in (guest, host)}
    assert words.names(visit, actors) == ["Zbigniew Rau"]
    assert words.travellers(visit, actors) == ["Zbigniew Rau (Poland)"]
    assert words.who(visit, actors) == ["Zbigniew Rau (Poland)", "Switzerland"]
    alone = records.engagement(paper, "alone", host, kind="visit")
    assert words.names(alone, actors) == ["Switzerland"], "who travels was not read"


def test_the_other_side_of_a_meeting_that_nobody_read_is_unknown() -> None:
    paper = records.document()
    guest = records.actor("Zbigniew Rau", "POL")
    assert words.sides(records.engagement(paper, "met", guest), {guest.id: guest}) == ["Zbigniew Rau (Poland)", "unknown"]
    assert words.sides(records.engagement(paper, "nobody"), {}) == ["unknown"]
