"""What is a time expression, and what only looks like one."""

from collections.abc import Callable

import pytest

from memcon.annotate.times import find_times
from memcon.annotate.times.grammar import read_clock, read_count, words_of
from memcon.annotate.times.symbols import length
from memcon.model.annotated import Annotated

Annotate = Callable[..., Annotated]


def texts(annotated: Annotated) -> list[str]:
    return [e.text for e in annotated.times]


@pytest.mark.parametrize(
    "text",
    [
        "The council may adopt the text without a vote.",
        "Protesters march through Tbilisi; March Fong spoke.",
        "The council adopted Resolution 2015 and paid $2,000 for it.",
        "The envoy, 64 years old, has a 6-year-old son.",
        "Some 2000 soldiers and 10,000 villagers fled.",
        "He was the second speaker of the first session.",
        "He flew to Mar-a-Lago and read the Shelton Weekly.",
        "He hopes for a better tomorrow.",
        "Page 12 of the draft lists 18-19 open points.",
        "Prime Minister Theresa May had talks with Rutte. A letter from May was read out.",
        "Foreign Minister May Thida met villagers.",
        "Envoys spoke about the future of Cyprus.",
        "He came to see the troops for the Thanksgiving holidays.",
        "The note bears the date 4 Ramadan 1445 and 1 Chaitra 2080.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str, annotate_text: Annotate) -> None:
    assert texts(annotate_text(text)) == []


def test_the_preposition_is_kept_apart_from_the_words(annotate_text: Annotate) -> None:
    found = annotate_text("The embassy in Havana had been closed since 1961.").times
    assert [(e.preposition, e.text) for e in found] == [("since", "1961")]


def test_tokens_and_span_cover_the_same_words(annotate_text: Annotate) -> None:
    annotated = annotate_text("Talks in Geneva ran from June 29 to July 3.\n\nThey resume on Tuesday night.")
    for e in annotated.times:
        assert e.span.of(annotated.document.text) == e.text
        assert annotated.read(e.first, e.last) == e.text


def test_the_longer_expression_wins(annotate_text: Annotate) -> None:
    assert texts(annotate_text("They will meet on Thursday and Friday next week.")) == ["Thursday and Friday next week"]


def test_finding_twice_finds_the_same(annotate_text: Annotate) -> None:
    annotated = annotate_text("Mr. Kerry left on Monday and returns in two weeks.")
    assert tuple(find_times(annotated)) == annotated.times


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("two", (2, 2)), ("twenty-one", (21, 21)), ("5 1/2", (5.5, 5.5)), ("seven-and-a-half", (7.5, 7.5)),
     ("a few", (2, 6)), ("many", (None, None)), ("1,000", (1000, 1000)), ("half an", (0.5, 0.5))],
)  # fmt: skip
def test_counts_are_read(text: str, bounds: tuple[float | None, float | None]) -> None:
    assert read_count(text) == bounds


@pytest.mark.parametrize(
    ("text", "clock"),
    [("3 p.m.", "15:00"), ("12:30 am", "00:30"), ("noon", "12:00"), ("18:05", "18:05"), ("12 pm", "12:00")],
)
def test_times_of_day_are_read(text: str, clock: str) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [(5, "Y", "P5Y"), (7.5, "H", "PT7H30M"), (None, "M", "PXM"), (2, "DE", "P20Y"), (0.5, "Y", "P6M"), (90, "MIN", "PT90M"),
     (0.5, "H", "PT30M"), (1, "FN", "P2W")],
)  # fmt: skip
def test_lengths_are_written_as_timex3(count: float | None, unit: str, value: str) -> None:
    assert length(count, unit) == value


def test_a_paragraph_without_time_words_is_passed_over() -> None:
    assert not words_of("Both sides called the exchange frank.") & {"#year", "#day"}


def test_a_date_behind_tomorrow_is_one_expression_with_it(annotate_text: Annotate) -> None:
    found = annotate_text("The president will receive her tomorrow, December 21, in Lima, and flew in yesterday.")
    assert texts(found) == ["tomorrow, December 21", "yesterday"]


def test_how_long_it_will_last_later_this_evening_is_no_time_after_another(annotate_text: Annotate) -> None:
    found = annotate_text("We expect it to run for a couple of hours later this evening.").times
    assert all(e.when is None or e.when.form != "later" for e in found)
