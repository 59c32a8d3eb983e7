"""A journey to several states is several visits, each with the days that its own words give."""

from collections.abc import Callable

import pytest
from engagement_samples import line, told

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday

JOURNEYS = [
    line(
        "days behind all",
        "Shinzo Abe will travel to Germany and Poland from June 6 to June 8.",
        [("Germany", "2018-06-06/2018-06-08"), ("Poland", "2018-06-06/2018-06-08")],
    ),
    line(
        "days in front",
        "From June 6 to June 8, Shinzo Abe will visit Paris, London and Rome.",
        [("Paris", "2018-06-06/2018-06-08"), ("London", "2018-06-06/2018-06-08"), ("Rome", "2018-06-06/2018-06-08")],
    ),
    line(
        "a day of its own",
        "Shinzo Abe will fly to France on June 6 and then to Germany on June 7.",
        [("France", "2018-06-06"), ("Germany", "2018-06-07")],
    ),
    line(
        "the day of the first only",
        "Shinzo Abe will fly to France on June 6 and then on to Germany.",
        [("France", "2018-06-06"), ("Germany", None)],
    ),
    line("two cities of one state", "Shinzo Abe will visit Paris and Lyon in June.", [("Paris", "2018-06")]),
    line("a city and its state", "Shinzo Abe will visit Paris, France in June.", [("Paris", "2018-06")]),
    line("home again", "Shinzo Abe will travel to Paris and then to Tokyo.", [("Paris", None)]),
    line("another clause", "Shinzo Abe will travel to France, and Germany will host a fair.", [("France", None)]),
    line(
        "a noun",
        "Shinzo Abe cancelled a trip to Germany and Poland.",
        [("Germany", None), ("Poland", None)],
    ),
    line(
        "planned in an aside",
        "Shinzo Abe postponed trips to Germany and Poland planned for June.",
        [("Germany", "2018-06"), ("Poland", "2018-06")],
    ),
    line(
        "planned before its places",
        "Shinzo Abe had to put off the journeys planned for June to Germany and Poland.",
        [("Germany", "2018-06"), ("Poland", "2018-06")],
    ),
    line(
        "a purpose behind",
        "Shinzo Abe concluded a tour of Germany and Poland to get home on May 9.",
        [("Germany", None), ("Poland", None)],
    ),
    line(
        "said of the journey",
        "The trip of Shinzo Abe to Germany and Poland is being prepared for June.",
        [("Germany", "2018-06"), ("Poland", "2018-06")],
    ),
    line("on to the next", "From Berlin, Shinzo Abe will continue to Warsaw on June 6.", [("Warsaw", "2018-06-06")]),
    line("in no town", "Shinzo Abe will continue to work for peace in Warsaw.", []),
    line(
        "where he stayed", "Shinzo Abe spoke of the sights of Warsaw, where he stayed on May 9.", [("Warsaw", "2018-05-09")]
    ),
    line("back there", "Shinzo Abe is back in Warsaw for talks.", [("Warsaw", "2018-05-11")]),
    line("back home", "Shinzo Abe is back in Tokyo for talks.", []),
]


@pytest.mark.parametrize(("text", "legs"), JOURNEYS)
def test_each_state_of_a_journey_is_a_visit(text: str, legs: list[tuple[str, str | None]], resolve_text: Resolve) -> None:
    assert [(t.place, t.day) for t in told(resolve_text(text, WRITTEN)) if t.kind == "visit"] == legs


def test_each_visit_has_its_own_host_and_the_status_of_the_journey(resolve_text: Resolve) -> None:
    visits = told(resolve_text("Shinzo Abe cancelled a trip to Germany and Poland.", WRITTEN))
    assert [sorted(t.hosts) for t in visits] == [["Germany"], ["Poland"]]
    assert {t.statuses for t in visits} == {("cancelled",)}
    assert all("Shinzo Abe" in t.who for t in visits)


def test_the_trip_after_a_journey_to_several_states_is_no_further_visit(resolve_text: Resolve) -> None:
    text = "Shinzo Abe will travel to Germany and Poland in June. The trip will last a week."
    assert [t.place for t in told(resolve_text(text, WRITTEN))] == ["Germany", "Poland"]


SHARED = [
    line("a verb joined", "On Monday, Shinzo Abe visited Rome and met Pope Francis.", "2018-05-07"),
    line("a noun of a verb joined", "On Monday, Shinzo Abe visited Rome and held talks with Pope Francis.", "2018-05-07"),
    line("not of another subject", "On Monday, Shinzo Abe visited Rome; Pope Francis met Vladimir Putin.", None),
]


@pytest.mark.parametrize(("text", "day"), SHARED)
def test_a_day_in_front_is_said_of_all_that_the_subject_does(text: str, day: str | None, resolve_text: Resolve) -> None:
    assert [t.day for t in told(resolve_text(text, WRITTEN)) if t.kind != "visit"] == [day]


THERE = [
    line("a meeting there", "Shinzo Abe will visit Rome and have an audience with Pope Francis on June 6.", "2018-06-06"),
    line("on to elsewhere", "Shinzo Abe will visit Rome and travel to Paris on June 6.", None),
    line("another's day", "Shinzo Abe will visit Rome, and Vladimir Putin will fly to Paris on June 6.", None),
]


@pytest.mark.parametrize(("text", "day"), THERE)
def test_one_is_somewhere_on_the_day_of_what_one_does_there(text: str, day: str | None, resolve_text: Resolve) -> None:
    rome = [t for t in told(resolve_text(text, WRITTEN)) if t.place == "Rome"]
    assert [t.kind for t in rome].count("visit") == 1
    assert {t.day for t in rome} == {day}


def test_who_was_somewhere_meeting_somebody_has_met_him(resolve_text: Resolve) -> None:
    (meeting,) = told(resolve_text("Shinzo Abe was just in Rome meeting with Pope Francis.", WRITTEN))
    assert (meeting.kind, meeting.place, meeting.statuses) == ("meeting", "Rome", ("held",))


ENDING = [
    line("today", "Shinzo Abe ends his visit to Germany today.", "ongoing"),
    line("tomorrow, of several states", "Shinzo Abe wraps up a four-day tour of Germany and Poland tomorrow.", "ongoing"),
    line("the visit itself", "The visit of Shinzo Abe to Germany ends tomorrow.", "ongoing"),
    line("still to begin", "Shinzo Abe will begin a visit to Germany tomorrow.", "planned"),
    line("in some days", "Shinzo Abe will end a visit to Germany on June 6.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), ENDING)
def test_a_visit_that_ends_today_or_tomorrow_goes_on(text: str, status: str, resolve_text: Resolve) -> None:
    assert {s for t in told(resolve_text(text, WRITTEN)) for s in t.statuses} == {status}


def test_a_heading_of_a_diary_tells_of_a_visit(resolve_text: Resolve) -> None:
    text = (
        "Weekly schedule of the Foreign Minister of Japan, Taro Kono, May 14-18, 2018\n\n"
        "Wednesday 16 May 2018\nVisit to Warsaw:\n11:00 Meeting with President Andrzej Duda\n\n"
        "Thursday 17 May 2018\nOn mission to Riga: meetings with Foreign Minister Edgars Rinkevics.\n\n"
        "Friday 18 May 2018\nOn mission to Berlin (cancelled): meeting with Foreign Minister Heiko Maas."
    )
    visits = [(t.place, t.statuses) for t in told(resolve_text(text, WRITTEN)) if t.kind == "visit"]
    assert visits == [("Warsaw", ("planned",)), ("Riga", ("planned",)), ("Berlin", ("cancelled",))]


def test_what_stands_under_a_day_to_come_was_not_held(resolve_text: Resolve) -> None:
    text = (
        "Weekly schedule of the Foreign Minister of Japan, Taro Kono, May 14-18, 2018\n\n"
        "Thursday 17 May 2018\nNo public engagements.\n\n"
        "Friday 18 May 2018\nOfficial visit to Berlin (postponed): meeting with Foreign Minister Heiko Maas."
    )
    assert "held" not in {s for t in told(resolve_text(text, WRITTEN)) for s in t.statuses}
