"""How the day of an engagement changed, and how often what a calendar shows of it did."""

from dataclasses import replace
from datetime import date

import pytest

from chosen_samples import PAPER, told
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.findings import EngagementMention
from memcon.model.life import lasting
from memcon.model.moves import moves, revisions
from memcon.model.record import Account, CitedMention, Engagement, HistoryStep
from memcon.model.status import Status
from memcon.model.text import Span
from memcon.registers.times import time_rules
from records import day

WEEK = DateRange(date(2022, 3, 7), date(2022, 3, 13), "2022-W10", Basis(BasisKind.RELATIVE, "next week"))


def life(*reports: tuple[str, str, DateRange], **fields: object) -> Engagement:
    """A meeting as reports tell it one after the other: the day of each, the status, the day of the meeting."""
    history = tuple(
        HistoryStep(Status(status), day(said), (replace(PAPER.cite(Span(0, 5)), document=f"document-{n}"),))
        for n, (said, status, _) in enumerate(reports)
    )
    mentions = tuple(
        CitedMention(
            f"document-{n}",
            EngagementMention(Span(0, 5), "meeting", Status(status), Span(0, 90), date=when, why="verb:meet"),
        )
        for n, (_, status, when) in enumerate(reports)
    )
    last = history[-1].status
    return told("life", reports[-1][2], str(last), history=history, mentions=mentions, **fields)


def days(e: Engagement) -> list[tuple[str | None, str | None]]:
    return [(m.before.written, m.after.written) for m in moves(e)]


def test_a_day_that_no_report_told_before_is_a_move() -> None:
    e = life(("2022-02-01", "planned", day("2022-03-08")), ("2022-02-10", "planned", day("2022-03-10")))
    assert days(e) == [("2022-03-08", "2022-03-10")]
    assert revisions(e) == 1


def test_a_report_that_repeats_the_day_of_before_moves_nothing() -> None:
    e = life(
        ("2022-02-01", "planned", day("2022-03-08")),
        ("2022-02-10", "planned", day("2022-03-10")),
        ("2022-02-11", "planned", day("2022-03-08")),
    )
    assert len(days(e)) == revisions(e) == 1


def test_a_day_within_the_week_that_was_told_is_no_move_but_a_change() -> None:
    e = life(("2022-02-01", "planned", WEEK), ("2022-02-10", "planned", day("2022-03-10")))
    assert (days(e), revisions(e)) == ([], 1)
    moved = life(
        ("2022-02-01", "planned", WEEK),
        ("2022-02-10", "planned", day("2022-03-10")),
        ("2022-02-12", "planned", day("2022-03-12")),
    )
    assert days(moved) == [("2022-03-10", "2022-03-12")]


def test_the_days_of_a_journey_and_of_news_move_nothing() -> None:
    stay = replace(day("2022-03-10"), basis=Basis(BasisKind.STAY))
    assert not days(life(("2022-02-01", "planned", day("2022-03-08")), ("2022-02-10", "planned", stay)))


def test_a_visit_that_departs_a_day_before_it_arrives_has_not_moved() -> None:
    reports = ("2022-02-01", "planned", day("2022-03-08")), ("2022-02-10", "planned", day("2022-03-09"))
    assert not days(life(*reports, kind="visit")) and days(life(*reports))


@pytest.mark.parametrize(
    ("reports", "count"),
    [
        ([("2022-02-01", "planned")], 0),
        ([("2022-02-01", "planned"), ("2022-02-02", "planned")], 0),
        ([("2022-02-01", "planned"), ("2022-02-02", "cancelled")], 1),
        ([("2022-02-01", "planned"), ("2022-02-02", "cancelled"), ("2022-02-03", "announced")], 2),
        ([("2022-02-01", "planned"), ("2022-03-10", "held")], 1),
        ([("2022-02-01", "planned"), ("2022-03-15", "held")], 2),
    ],
)
def test_each_turn_of_a_life_is_a_revision_and_so_is_silence(reports: list[tuple[str, str]], count: int) -> None:
    assert revisions(life(*((said, status, day("2022-03-10")) for said, status in reports))) == count


def test_that_a_plan_lapsed_is_a_revision_and_what_comes_after_is_one_more() -> None:
    plan = life(("2022-02-01", "planned", day("2022-03-10")))
    lapsed = replace(plan, status=Status.UNCONFIRMED)
    held = life(("2022-02-01", "planned", day("2022-03-10")), ("2022-03-15", "held", day("2022-03-10")))
    assert [revisions(e) for e in (plan, lapsed, held)] == [0, 1, 2]
    shown = replace(plan, status=Status.HELD, accounts=(Account("status", "held", plan.history[0].evidence, "agrees"),))
    assert revisions(shown) == 1


def test_what_a_person_corrects_is_a_revision() -> None:
    assert revisions(replace(life(("2022-02-01", "planned", day("2022-03-10"))), corrected=("date",))) == 1


def between(rule: str, kind: BasisKind = BasisKind.RELATIVE) -> DateRange:
    return DateRange(date(2022, 3, 3), date(2022, 3, 5), "2022-03-03/2022-03-05", Basis(kind, "March 3 to 5", rule=rule))


def test_what_goes_on_has_all_its_days_and_what_is_on_one_of_them_none() -> None:
    def days_of(when: DateRange, kind: str = "visit") -> tuple[date, date] | None:
        return lasting(life(("2022-02-01", "planned", when), kind=kind))

    assert days_of(day("2022-03-03")) == (date(2022, 3, 3), date(2022, 3, 3))
    assert days_of(between("from day to day")) == (date(2022, 3, 3), date(2022, 3, 5))
    assert days_of(between("between day and day")) is None
    assert days_of(between("", BasisKind.INFERRED)) is None
    assert days_of(between("from day to day"), "call") is None
    assert days_of(WEEK) is None
    assert days_of(DateRange(date(2022, 3, 3), None)) is None


def test_the_rule_of_days_on_one_of_which_something_is_stands_in_the_table() -> None:
    assert "between day and day" in {rule.name for rule in time_rules()}
