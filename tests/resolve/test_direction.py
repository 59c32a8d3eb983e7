"""In which direction from the day of writing a weekday or a month lies."""

from collections.abc import Callable

import pytest

from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.resolved import Signal, Time
from memcon.resolve.timex.dates import date_times

Annotate = Callable[..., Annotated]
PUBLISHED = "2015-07-08"  # a Wednesday


@pytest.fixture
def times(annotate_text: Annotate) -> Callable[..., list[Time]]:
    def run(text: str, published: str = PUBLISHED) -> list[Time]:
        annotated = annotate_text(text, published)
        return list(date_times(annotated, clauses_of(annotated)))

    return run


Times = Callable[..., list[Time]]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The ministers met in Lausanne on Thursday.", "past"),
        ("The ministers have met twice since Thursday.", "past"),
        ("The ministers will meet in Lausanne on Thursday.", "future"),
        ("The spokesman said the ministers would meet on Thursday.", "future"),
        ("Mr. Kaya plans to leave for Vienna on Thursday.", "future"),
        ("Mr. Kaya planned to leave for Vienna on Thursday.", "future"),
        ("Mr. Kaya heads to Vienna on Thursday.", "future"),
        ("A second round is scheduled for Thursday.", "future"),
        ("Ministers to meet in Vienna on Thursday", "future"),
        ("The talks were put off until Thursday.", "future"),
        ("The talks will go on until Thursday.", "future"),
        ("Until Thursday they had not spoken to each other.", "past"),
        ("The envoy stayed until Thursday.", "past"),
        ("The ministers may meet on Thursday.", "future"),
        ("The ministers may have met on Thursday.", "past"),
        ("He could not be reached on Thursday.", "past"),
        ("On Thursday, the envoy was preparing to return to Tehran.", "future"),
        ("The White House said on Thursday that the talks will go on.", "past"),
        ("The ministers did not meet on Thursday.", "past"),
        ("The minister proposed a call for Thursday.", "future"),
        ("The ministers will sign a text agreed on Thursday.", "past"),
        ("Aides drafted papers for the upcoming summit on Thursday.", "future"),
        ("The parties agreed on a Thursday deadline.", "future"),
    ],
)
def test_a_clause_looks_back_or_ahead(text: str, tense: str, times: Times) -> None:
    assert [t.tense for t in times(text)] == [tense]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister had been due to meet him on Monday.", "2015-07-06"),
        ("The minister was due to meet him on Monday.", "2015-07-06"),
        ("The minister was due to meet him on Thursday.", "2015-07-09"),
        ("A meeting planned for Thursday was called off.", "2015-07-09"),
        ("A meeting planned for Tuesday was called off.", "2015-07-07"),
        ("A meeting planned for Sunday was called off.", "2015-07-12"),
        ("Thursday's summit has been cancelled.", "2015-07-09"),
        ("The palace postponed Friday's visit.", "2015-07-10"),
        ("The talks will follow a summit on Friday between the two presidents.", "2015-07-10"),
    ],
)
def test_a_plan_told_as_past_is_for_the_nearest_day(text: str, day: str, times: Times) -> None:
    assert [str(t.date.earliest) for t in times(text)] == [day]


@pytest.mark.parametrize(
    ("text", "published", "months"),
    [
        ("The president put off until September the summit that had been scheduled for late June.", "2020-06-03",
         ["2020-09", "2020-06"]),
        ("The talks, which had been suspended in December, will resume in May.", "1995-03-14", ["1994-12", "1995-05"]),
        ("It was announced that the Pope would visit Dili in September.", "2024-12-19", ["2025-09"]),
        ("The king invited her to Rabat in June.", "2021-03-25", ["2021-06"]),
        ("The palace announced a visit by the king in June.", "2021-03-25", ["2021-06"]),
        ("The palace ruled out a visit by the king in June.", "2021-03-25", ["2021-06"]),
        ("The king invited her to Rabat in February.", "2021-03-25", ["2021-02"]),
        ("The ministers discussed holding a second conference in October.", "2021-06-25", ["2021-10"]),
    ],
)  # fmt: skip
def test_a_month_is_of_the_year_that_its_clause_means(text: str, published: str, months: list[str], times: Times) -> None:
    assert [t.date.value for t in times(text, published)] == months


def test_what_was_said_to_be_ahead_is_counted_from_the_day_of_saying(times: Times) -> None:
    said, ahead = times("The envoy said on Sunday that he would see the king on Monday.")
    assert (str(said.date.earliest), str(ahead.date.earliest)) == ("2015-07-05", "2015-07-06")
    said, meeting = times(
        "The envoy said yesterday that he would visit Damascus after a Tuesday night meeting with the premier."
    )
    assert (str(said.date.earliest), str(meeting.date.earliest)) == ("2015-07-07", "2015-07-07")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The envoy will visit Seoul next week after travelling to Tokyo earlier in the week.", "2015-07-13..2015-07-18"),
        ("The envoy will visit Seoul next Friday after talks in Tokyo earlier in the week.", "2015-07-13..2015-07-16"),
        ("The envoy visited Seoul on Tuesday after talks in Tokyo earlier in the week.", "2015-07-06..2015-07-06"),
        ("The premier met the king, ahead of a summit in Brussels later in the week.", "2015-07-08..2015-07-12"),
        ("The envoy came on Monday and went to Rome later in the week.", "2015-07-06..2015-07-08"),
    ],
)
def test_earlier_or_later_in_the_week_is_of_the_week_of_what_it_hangs_on(text: str, days: str, times: Times) -> None:
    time = times(text)[-1]
    assert f"{time.date.earliest}..{time.date.latest}" == days


def test_a_day_that_owns_the_object_of_a_plan_is_the_nearest(times: Times) -> None:
    (time,) = times("They will appeal against Monday's ruling.")
    assert str(time.date.earliest) == "2015-07-06"


def test_the_morning_is_not_that_of_an_aside(times: Times) -> None:
    _, morning = times("Minister Arun Mehta, who arrived in Rome on Monday, met Helen Ward in the morning.")
    assert morning.date.value == "2015-07-08TMO"
    _, morning = times("On Monday Minister Arun Mehta met Helen Ward in the morning.")
    assert morning.date.value == "2015-07-06TMO"


def test_a_day_in_no_clause_takes_the_direction_of_the_same_day_elsewhere(times: Times) -> None:
    found = times("Vienna, Thursday: what to expect\n\nThe ministers will meet on Thursday.")
    assert [t.tense for t in found] == ["future", "future"]


@pytest.mark.parametrize(
    ("text", "signals", "days"),
    [
        ("The meeting was moved from Thursday to Friday.", [Signal.OLD, Signal.NEW], ["07-09..07-09", "07-10..07-10"]),
        ("The meeting was brought forward to Monday.", [Signal.NEW], ["07-13..07-13"]),
        ("The president will be in China (to July 12).", [Signal.UNTIL], ["07-08..07-12"]),
        ("The president is in China until Sunday.", [Signal.UNTIL], ["07-08..07-12"]),
        ("The president stayed in China until Sunday.", [Signal.UNTIL], ["..07-05"]),
        ("The envoy has been in Rome since Monday.", [Signal.SINCE], ["07-06..07-08"]),
        ("The envoy will be in Rome from Monday.", [Signal.FROM], ["07-13.."]),
        ("They must meet by Friday.", [Signal.BY], ["07-08..07-10"]),
        ("They will meet before July 20.", [Signal.BEFORE], ["07-08..07-19"]),
        ("They will meet from Monday to Wednesday.", [Signal.ON], ["07-13..07-15"]),
    ],
)
def test_the_word_before_a_day_says_which_days_are_meant(
    text: str, signals: list[Signal], days: list[str], times: Times
) -> None:
    found = times(text)
    assert [t.signal for t in found] == signals
    told = [t.occasion for t in found if t.occasion]
    assert [f"{str(d.earliest or '')[5:]}..{str(d.latest or '')[5:]}" for d in told] == days


def test_the_month_of_a_planned_visit_that_was_talked_of_is_the_nearest(times: Times) -> None:
    (time,) = times("He had been talking about the slated visit of Secretary Lind in August.")
    assert time.date.value == "2015-08"


@pytest.mark.parametrize("words", ["a week from Monday", "Monday week"])
def test_a_week_from_a_weekday_is_seven_days_after_the_next(times: Times, words: str) -> None:
    (time,) = times(f"He will stay until {words}.")
    assert str(time.date.latest) == "2015-07-20"
