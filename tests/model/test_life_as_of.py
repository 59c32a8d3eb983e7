"""What an engagement is as of a day: what was said of it by then, and whether it is still to come."""

from dataclasses import replace
from datetime import date, timedelta

import records
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.life import as_of, days_of_change, has_day, is_stale, no_day_yet
from memcon.model.record import Account, Engagement, HistoryStep
from memcon.model.status import Status
from memcon.model.text import Span

D = records.document()
SAID = (D.cite(Span(0, 5)),)


def step(status: Status, said_on: str) -> HistoryStep:
    return HistoryStep(status, records.day(said_on), SAID)


def told(day: DateRange, *history: HistoryStep, **fields: object) -> Engagement:
    made = replace(records.engagement(D, "met"), date=day, history=history, status=history[-1].status)
    return replace(made, **fields)  # type: ignore[arg-type]


def status(engagement: Engagement, day: str) -> Status | None:
    stood = as_of(engagement, date.fromisoformat(day))
    return stood.status if stood else None


SUMMIT = told(
    records.day("2018-06-12"),
    step(Status.PLANNED, "2018-05-10"),
    step(Status.CANCELLED, "2018-05-24"),
    step(Status.PLANNED, "2018-06-01"),
    step(Status.HELD, "2018-06-12"),
)


def test_a_life_is_what_had_been_said_by_the_day() -> None:
    assert status(SUMMIT, "2018-05-09") is None
    assert status(SUMMIT, "2018-05-10") == Status.PLANNED
    assert status(SUMMIT, "2018-05-30") == Status.CANCELLED
    assert status(SUMMIT, "2018-06-11") == Status.PLANNED
    assert status(SUMMIT, "2018-07-01") == Status.HELD


def test_what_was_said_later_is_not_in_the_history_of_an_earlier_day() -> None:
    stood = as_of(SUMMIT, date(2018, 5, 30))
    assert stood is not None and len(stood.history) == 2


def test_a_plan_is_unconfirmed_once_its_day_has_passed_in_silence() -> None:
    plan = told(records.day("2022-03-04"), step(Status.PLANNED, "2022-03-01"))
    assert status(plan, "2022-03-04") == Status.PLANNED
    assert status(plan, "2022-03-05") == Status.UNCONFIRMED


def test_what_another_engagement_shows_counts_from_its_day_on() -> None:
    shown = Account("status", Status.HELD, SAID, "agrees")
    plan = told(records.day("2022-03-04"), step(Status.PLANNED, "2022-03-01"), accounts=(shown,))
    assert status(plan, "2022-03-02") == Status.PLANNED
    assert status(plan, "2022-03-06") == Status.HELD


def test_a_plan_without_a_day_is_to_come_for_some_months_and_unconfirmed_then() -> None:
    plan = told(UNKNOWN_DATE, step(Status.AGREED, "2021-02-02"))
    assert status(plan, "2021-06-01") == Status.AGREED
    assert status(plan, "2023-11-10") == Status.UNCONFIRMED
    assert no_day_yet(plan) and not is_stale(plan.history, plan.date, date(2021, 6, 1))


def test_a_wish_does_not_become_unconfirmed() -> None:
    assert status(told(UNKNOWN_DATE, step(Status.CONSIDERED, "2021-02-02")), "2023-11-10") == Status.CONSIDERED


def test_bounds_that_lie_far_apart_tell_no_day() -> None:
    assert has_day(DateRange.iso("2022-03"))
    assert not has_day(DateRange.iso("2022"))
    assert not has_day(UNKNOWN_DATE)


def test_an_undated_report_counts_as_said_before() -> None:
    undated = told(records.day("2022-03-04"), HistoryStep(Status.HELD, UNKNOWN_DATE, SAID))
    assert status(undated, "2022-03-04") == Status.HELD


def test_reports_and_origins_are_counted_as_of_the_day() -> None:
    def said(status: Status, day: str, *reports: str) -> HistoryStep:
        return HistoryStep(status, records.day(day), tuple(replace(SAID[0], document=report) for report in reports))

    plan = told(
        records.day("2022-03-04"),
        said(Status.PLANNED, "2022-03-01", "document-a", "document-copy"),
        said(Status.ANNOUNCED, "2022-03-02", "document-b"),
        said(Status.HELD, "2022-03-04", "document-a2", "document-b"),
        reports=("document-a", "document-a2", "document-b", "document-copy"),
        origins=3,
    )
    stood = as_of(plan, date(2022, 3, 1))
    assert stood is not None and (stood.reports, stood.origins) == (("document-a", "document-copy"), 1)
    stood = as_of(plan, date(2022, 3, 2))
    assert stood is not None and (len(stood.reports), stood.origins) == (3, 2)
    stood = as_of(plan, date(2022, 3, 4))
    assert stood is not None and (len(stood.reports), stood.origins) == (4, 3)


def test_a_status_that_a_person_set_holds_where_nothing_was_said_since() -> None:
    plan = told(
        records.day("2022-03-04"), step(Status.PLANNED, "2022-03-01"), status=Status.CANCELLED, corrected=("status",)
    )
    assert status(plan, "2022-03-02") == Status.CANCELLED
    again = replace(plan, history=(*plan.history, step(Status.PLANNED, "2022-03-03")))
    assert status(again, "2022-03-02") == Status.PLANNED, "as it stood before the last word, on which the person decided"
    due = replace(plan, status=Status.ANNOUNCED)
    assert status(due, "2022-03-05") == Status.UNCONFIRMED


def test_between_two_days_of_change_it_stands_as_it_stood() -> None:
    shown = Account("status", Status.HELD, SAID, "agrees")
    week = DateRange(date(2018, 6, 11), date(2018, 6, 17), "2018-W24")
    steps = SUMMIT.history
    undated = HistoryStep(Status.PLANNED, UNKNOWN_DATE, SAID)
    wide = HistoryStep(Status.AGREED, DateRange.iso("2018-04"), SAID)
    lives = [
        SUMMIT, told(UNKNOWN_DATE, steps[0]), told(UNKNOWN_DATE, undated), told(week, wide, steps[2]),
        told(week, steps[0], accounts=(shown,)), told(DateRange(date(2018, 6, 1), None), wide, steps[2]),
        told(DateRange(None, date(2018, 6, 20)), steps[0], corrected=("status",)), told(week, step(Status.ONGOING, "2018-06-12")),
    ]  # fmt: skip
    for life in lives:
        changes, day, before = set(days_of_change(life)), date(2018, 3, 1), as_of(life, date(2018, 2, 28))
        while day < date(2019, 6, 1):
            stood = as_of(life, day)
            assert stood == before or day in changes, (life.date, day)
            day, before = day + timedelta(days=1), stood
    assert days_of_change(SUMMIT)[-1] == date(2018, 6, 13)
