"""The days that time expressions stand for."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.times.find import Candidate, longest
from memcon.annotate.times.grammar import grammar, read_match
from memcon.annotate.times.symbols import symbol
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated, TimeExpression, When
from memcon.model.dates import Anchor, DateRange
from memcon.model.text import Span
from memcon.registers.times import time_rules
from memcon.resolve.timex.absolute import ABSOLUTE, absolute_days
from memcon.resolve.timex.dates import date_times
from memcon.resolve.timex.dating import date_of
from memcon.resolve.timex.days import move, unit
from memcon.resolve.timex.direction import Direction

Annotate = Callable[..., Annotated]
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
TENSES = st.sampled_from(["past", "future", None])


def dated(annotated: Annotated) -> dict[str, DateRange]:
    return {e.text: t.date for e, t in zip(annotated.times, date_times(annotated, clauses_of(annotated)), strict=True)}


def bounds(annotated: Annotated) -> list[tuple[str, str]]:
    return [(str(t.date.earliest), str(t.date.latest)) for t in date_times(annotated, clauses_of(annotated))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They spoke on Wednesday.", "2015-07-08", "2015-07-08"),
        ("They will speak on Wednesday.", "2015-07-08", "2015-07-08"),
        ("They spoke on Thursday.", "2015-07-02", "2015-07-02"),
        ("They will speak on Thursday.", "2015-07-09", "2015-07-09"),
        ("They will speak next Thursday.", "2015-07-16", "2015-07-16"),
        ("They spoke last Thursday.", "2015-07-02", "2015-07-02"),
        ("They met in February.", "2015-02-01", "2015-02-28"),
        ("They will meet in February.", "2016-02-01", "2016-02-29"),
        ("They met in early February.", "2015-02-01", "2015-02-09"),
        ("They spoke earlier this month.", "2015-07-01", "2015-07-07"),
        ("They will speak later this month.", "2015-07-08", "2015-07-31"),
        ("They have met often in recent weeks.", "2015-05-14", "2015-07-08"),
        ("They met a few months ago.", "2015-01-01", "2015-05-31"),
        ("It is the first visit in five years.", "2010-07-08", "2015-07-08"),
        ("They will meet this weekend.", "2015-07-11", "2015-07-12"),
        ("They met over the weekend.", "2015-07-04", "2015-07-05"),
        ("They will meet on Sunday and early Monday.", "2015-07-12", "2015-07-13"),
        ("They will meet between December 28 and January 3.", "2015-12-28", "2016-01-03"),
        ("A delegation will come within two weeks.", "2015-07-08", "2015-07-22"),
        ("The truce held until now.", "None", "2015-07-08"),
    ],
)
def test_days_are_counted_from_publication(text: str, first: str, last: str, annotate_text: Annotate) -> None:
    assert bounds(annotate_text(text, "2015-07-08")) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They will meet this week.", "2015-07-05", "2015-07-12"),
        ("They met this week.", "2015-06-29", "2015-07-05"),
    ],
)
def test_what_will_be_this_week_is_ahead_on_a_sunday_too(text: str, first: str, last: str, annotate_text: Annotate) -> None:
    assert bounds(annotate_text(text, "2015-07-05")) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met on Thursday (2 July) in Oslo.", "2015-07-02", "2015-07-02"),
        ("They met on July 2 (Thursday) in Oslo.", "2015-07-02", "2015-07-02"),
        ("They will be in Oslo on 14-16 July.", "2015-07-14", "2015-07-16"),
        ("They will be in Oslo from the 14th to the 16th of July.", "2015-07-14", "2015-07-16"),
        ("They will be in Oslo on 14, 15 and 16 July.", "2015-07-14", "2015-07-16"),
        ("They will be in Oslo on July 14, 15 and 16.", "2015-07-14", "2015-07-16"),
        ("They will be in Oslo July 30 - August 2.", "2015-07-30", "2015-08-02"),
        ("They will be in Oslo on 4/5 August.", "2015-08-04", "2015-08-05"),
        ("They will be in Oslo Mon-Wed.", "2015-07-13", "2015-07-15"),
        ("They met on the 5th instant.", "2015-07-05", "2015-07-05"),
        ("They met on the 30th of last month.", "2015-06-30", "2015-06-30"),
        ("They met in the week of June 15.", "2015-06-15", "2015-06-21"),
        ("They met in the first week of June.", "2015-06-01", "2015-06-07"),
        ("They will meet in the second half of July.", "2015-07-16", "2015-07-31"),
        ("They met on 05.06.2015.", "2015-06-05", "2015-06-05"),
        ("They met on 2015/06/05.", "2015-06-05", "2015-06-05"),
        ("They will meet the day after tomorrow.", "2015-07-10", "2015-07-10"),
        ("They conferred overnight.", "2015-07-07", "2015-07-08"),
        ("They have conferred all week.", "2015-07-06", "2015-07-08"),
        ("They meet at 1245 GMT today.", "2015-07-08", "2015-07-08"),
        ("They met at 10:00 (GMT+8) on 2 July.", "2015-07-02", "2015-07-02"),
    ],
)
def test_the_ways_in_which_papers_write_days(text: str, first: str, last: str, annotate_text: Annotate) -> None:
    assert bounds(annotate_text(text, "2015-07-08")) == [(first, last)]


def test_a_move_from_day_to_day_is_no_stretch_of_days(annotate_text: Annotate) -> None:
    found = dated(annotate_text("The session was moved from July 14 to July 20.", "2015-07-08"))
    assert [str(d.latest) for d in found.values()] == ["2015-07-14", "2015-07-20"]


@pytest.mark.parametrize("weekday", ["Monday", "Thursday"])
def test_a_weekday_that_contradicts_the_date_beside_it_moves_it_to_no_other_year(
    weekday: str, annotate_text: Annotate
) -> None:
    """June 4 was a Thursday in 2026 and a Wednesday in 2025."""
    annotated = annotate_text(f"The envoy met the president on {weekday}, June 4.", "2025-06-06")
    (time,) = date_times(annotated, clauses_of(annotated))
    assert (str(time.date.earliest), str(time.date.basis.reason)) == ("2025-06-04", "2025-06-04 is a Wednesday")


def test_without_a_day_of_publication_nothing_relative_is_dated(annotate_text: Annotate) -> None:
    found = dated(annotate_text("They met on Wednesday, on June 18, in 2011 and last month."))
    assert found["2011"].earliest == date(2011, 1, 1)
    for words, value in (("Wednesday", "XXXX-WXX-3"), ("June 18", "XXXX-06-18"), ("last month", "XXXX-XX")):
        assert (found[words].known, found[words].value) == (False, value)
        assert "the day of publication is unknown" in str(found[words].basis)


def test_the_basis_names_the_words_the_tense_and_the_day(annotate_text: Annotate) -> None:
    found = dated(annotate_text("They met on Tuesday.", "2015-07-08"))
    assert str(found["Tuesday"].basis) == "'Tuesday', past, from 2015-07-08 (given)"


def test_day_or_month_first_stays_open_where_nothing_decides(annotate_text: Annotate) -> None:
    assert not dated(annotate_text("Updated 04/05/2015 in Rome.", "2015-07-08"))["04/05/2015"].known
    assert dated(annotate_text("Updated 04/05/2015 in Rome.", "2015-05-04"))["04/05/2015"].value == "2015-05-04"
    assert dated(annotate_text("Updated 25/05/2015 in Rome."))["25/05/2015"].value == "2015-05-25"


def test_numbers_are_read_as_another_date_of_the_text_must_be(annotate_text: Annotate) -> None:
    found = dated(annotate_text("They met on 14/2 and again on 11/2. The envoy (4-5/3) will follow.", "2024-02-16"))
    assert [d.value for d in found.values()] == ["2024-02-14", "2024-02-11", "2024-03-04/2024-03-05"]
    assert not dated(annotate_text("They met on 11/2.", "2024-02-16"))["11/2"].known


@pytest.mark.parametrize(
    ("outlet", "value"),
    [
        ("Ministry of Foreign Affairs of Kenya", "2023-05-03"),
        ("U.S. Department of State", "2023-03-05"),
        ("Philippine News Agency", "2023-03-05"),
        ("Canadian Press", "XXXX-XX-XX"),
        (None, "XXXX-XX-XX"),
    ],
)
def test_numbers_are_read_as_the_publisher_writes_them(outlet: str | None, value: str, annotate_text: Annotate) -> None:
    found = dated(annotate_text("They met on 03/05/2023 in Oslo.", "2024-02-16", outlet=outlet))
    assert found["03/05/2023"].value == value


def test_the_head_of_an_undated_paper_tells_the_year_of_days_below_it(annotate_text: Annotate) -> None:
    text = "Opening statement at the joint commission, Lusaka, 17 May 2011\n\nOur officials sat on 15 and 16 May."
    assert dated(annotate_text(text))["15 and 16 May"].value == "2011-05-15/2011-05-16"
    assert not dated(annotate_text("Our officials sat on 15 May."))["15 May"].known


def test_that_month_is_the_month_just_named(annotate_text: Annotate) -> None:
    text = "In February the ministers met in Munich. A visit planned for that month was called off."
    assert dated(annotate_text(text, "2015-07-08"))["that month"].value == "2015-02"


def test_the_afternoon_is_that_of_the_day_just_told(annotate_text: Annotate) -> None:
    text = "Mr. Lavrov landed in Astana on Monday. The talks began in the afternoon."
    assert dated(annotate_text(text, "2015-07-08"))["the afternoon"].value == "2015-07-06TAF"
    assert dated(annotate_text("The talks began in the afternoon.", "2015-07-08"))["the afternoon"].value == "2015-07-08TAF"
    assert not dated(annotate_text("The talks began in the afternoon."))["the afternoon"].known


def test_a_name_with_two_terms_means_the_one_begun_before_publication(annotate_text: Annotate) -> None:
    text = "No envoy came during the Trump administration."
    assert dated(annotate_text(text, "2022-03-01"))["the Trump administration"].earliest == date(2017, 1, 20)
    assert not dated(annotate_text(text))["the Trump administration"].known


def test_a_year_less_date_months_away_gives_way_to_one_that_is_near(annotate_text: Annotate) -> None:
    """The clause is past, but January 14 is in eight days."""
    assert (
        dated(annotate_text("The court ruled he was to leave by January 14.", "2000-01-06"))["January 14"].value
        == "2000-01-14"
    )


def test_a_day_whose_tense_cannot_be_told_is_the_nearest(annotate_text: Annotate) -> None:
    text = "A rally set for {} has been called off."
    assert bounds(annotate_text(text.format("Friday"), "2015-07-08")) == [("2015-07-10", "2015-07-10")]
    assert bounds(annotate_text(text.format("Monday"), "2015-07-08")) == [("2015-07-06", "2015-07-06")]


def test_a_day_that_the_month_does_not_have_is_not_dated(annotate_text: Annotate) -> None:
    found = dated(annotate_text("They met on June 31.", "2015-07-08"))
    assert not found["June 31"].known


# --- properties -----------------------------------------------------------------------------------------------------


def expression(when: When) -> TimeExpression:
    return TimeExpression(Span(0, 1), "words", "date", symbol(when), 0, 1, 0, None, "", when)


def examples() -> list[When]:
    """What every rule of the table reads in its own example."""
    found = []
    for compiled in grammar():
        matches = compiled.pattern.finditer(compiled.rule.example)
        whens = [read_match(compiled, m) for m in matches if m[0] == compiled.rule.reads]
        found += [when for when in whens if when is not None]
    return found


def test_every_rule_gives_a_reading() -> None:
    assert len(examples()) >= len(time_rules())


@given(DAYS, st.integers(1, 7), st.sampled_from(["past", "future"]))
def test_a_weekday_lies_within_a_week_in_the_direction_of_its_tense(day: date, weekday: int, tense: str) -> None:
    found = date_of(expression(When("weekday", weekday=weekday)), Direction(tense), Anchor(day, day, "given"))
    assert found.exact and found.earliest is not None
    away = (found.earliest - day).days
    assert found.earliest.isoweekday() == weekday
    assert -7 < away <= 0 if tense == "past" else 0 <= away < 7


@given(DAYS, st.integers(1, 7), st.integers(1, 5), st.sampled_from(["past", "future"]))
def test_of_several_days_of_publication_a_weekday_is_dated_only_where_all_agree(
    day: date, weekday: int, more: int, tense: str
) -> None:
    when, ahead = expression(When("weekday", weekday=weekday)), Direction(tense)
    found = date_of(when, ahead, Anchor(day, day + timedelta(more), "given"))
    each = {date_of(when, ahead, Anchor(d, d, "")).earliest for d in (day + timedelta(n) for n in range(more + 1))}
    assert found.known == (len(each) == 1)


@given(DAYS, st.integers(0, 400), TENSES, st.sampled_from(examples()))
def test_ranges_are_ordered(day: date, more: int, tense: str | None, when: When) -> None:
    found = date_of(expression(when), Direction(tense), Anchor(day, day + timedelta(more), "given"))
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(TENSES, st.sampled_from(examples()))
def test_without_publication_only_what_names_its_year_has_days(tense: str | None, when: When) -> None:
    found = date_of(expression(when), Direction(tense), None)
    assert found.known == (when.form in ABSOLUTE and absolute_days(when) is not None)
    assert str(found.basis)


@given(DAYS, st.integers(-60, 60), st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE"]))
def test_units_follow_one_another_without_a_gap(day: date, shift: int, name: str) -> None:
    here, following = unit(name, day, shift), unit(name, move(day, 0, name), shift + 1)
    assert here.latest is not None and following.earliest is not None
    assert (following.earliest - here.latest).days == (6 if name == "WE" else 1)


WORDS = [
    "on Monday",
    "June 18-19",
    "next week",
    "in 2012",
    "since May",
    "two days ago",
    "the talks",
    "that month",
    "at 3 p.m.",
    "and",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_matches_that_are_kept_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    candidates = [
        Candidate(m.start(), m.end(), m.start(), m.end(), compiled, when, None)
        for compiled in grammar()
        for m in compiled.pattern.finditer(text)
        if (when := read_match(compiled, m)) is not None
    ]
    kept = longest(candidates)
    assert all(a.end <= b.start for a, b in pairwise(kept))
