"""Talks, conferences and summits that go on for days; first plans; what will not begin before a day."""

from collections.abc import Callable

import pytest
from engagement_samples import told

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday


def days_of(resolved: Resolved) -> set[tuple[str, str | None]]:
    return {(t.kind, t.day) for t in told(resolved)}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Uganda opened in Nairobi on Monday. The talks ended on Wednesday without an agreement.",
        "Kenya and Uganda ended a second round of talks in Nairobi on Wednesday. The round, which opened on Monday, was hard.",
        "Delegations of Kenya and Uganda ended three days of talks on Wednesday.",
        "A three-day round of talks of Kenya and Uganda began in Nairobi on Monday.",
    ],
)
def test_talks_are_from_their_first_day_to_their_last(resolve_text: Resolve, text: str) -> None:
    assert days_of(resolve_text(text, WRITTEN)) == {("talks", "2018-05-07/2018-05-09")}


def test_a_length_that_would_run_beyond_the_report_dates_nothing_that_was_held(resolve_text: Resolve) -> None:
    text = "Foreign Minister Anna Berg of Sweden opened a five-day conference on water in Oslo on Thursday."
    (conference,) = told(resolve_text(text, WRITTEN))
    assert conference.day == "2018-05-10"


def test_talks_that_ended_and_those_that_opened_later_stay_two(resolve_text: Resolve) -> None:
    text = "Kenya and Uganda ended talks in Nairobi on Monday. A second round of talks opened in Kampala on Wednesday."
    assert {t.day for t in told(resolve_text(text, WRITTEN))} == {"2018-05-07", "2018-05-09"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda agreed on Thursday to open the border, at the end of a second round of talks in Nairobi.",
        "Kenya and Uganda agreed on Thursday to patrol the lake together, at the close of talks in Nairobi.",
    ],
)
def test_what_is_agreed_at_the_end_of_talks_leaves_them_held(resolve_text: Resolve, text: str) -> None:
    (talks,) = told(resolve_text(text, WRITTEN))
    assert set(talks.statuses) == {"held"}
    assert talks.day == "2018-05-10"


def test_talks_that_are_agreed_for_the_end_of_a_summit_are_not_held(resolve_text: Resolve) -> None:
    text = "Kenya and Uganda agreed to hold talks at the end of the summit in Nairobi."
    assert all("held" not in t.statuses for t in told(resolve_text(text, WRITTEN)))


@pytest.mark.parametrize(
    "text",
    [
        "The summit of Kenya and Uganda, originally planned for April in Kampala, was held in Nairobi on Monday.",
        "The presidents of Kenya and Uganda opened a summit in Nairobi on Monday that had been planned for April in Kampala "
        "and was put off because of floods.",
    ],
)
def test_the_day_and_place_of_a_first_plan_are_not_those_of_the_summit_that_was_held(
    resolve_text: Resolve, text: str
) -> None:
    summits = [t for t in told(resolve_text(text, WRITTEN)) if t.kind == "summit"]
    assert [(t.day, t.place) for t in summits] == [("2018-05-07", "Nairobi")]


def test_a_summit_that_was_put_off_keeps_the_day_of_its_plan(resolve_text: Resolve) -> None:
    text = "The summit of Kenya and Uganda, originally planned for May 21 in Kampala, has been postponed."
    (summit,) = told(resolve_text(text, WRITTEN))
    assert (summit.day, summit.place, set(summit.statuses)) == ("2018-05-21", "Kampala", {"postponed"})


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Kenya and Uganda, which were to open in Nairobi on Monday, will not begin before May 21.",
        "The summit of Kenya and Uganda will not be held until June.",
        "Kenyan President James Ondieki will not visit Kampala until June.",
    ],
)
def test_what_will_not_begin_before_a_day_is_put_off(resolve_text: Resolve, text: str) -> None:
    assert {status for t in told(resolve_text(text, WRITTEN)) for status in t.statuses} == {"postponed"}


def test_what_will_not_be_on_a_day_is_ruled_out(resolve_text: Resolve) -> None:
    text = "Kenyan President James Ondieki will not meet Ugandan President Moses Kato on Monday."
    assert {status for t in told(resolve_text(text, WRITTEN)) for status in t.statuses} == {"ruled_out"}


def test_a_summit_that_was_put_off_is_the_meeting_of_two_that_was(resolve_text: Resolve) -> None:
    text = (
        "A meeting of the presidents of Kenya and Uganda, planned for Thursday, has been postponed because of floods. "
        "A spokesman said that both had agreed to put off the summit."
    )
    assert len(told(resolve_text(text, WRITTEN))) == 1
