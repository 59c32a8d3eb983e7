"""What stands in a desk's diary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from memcon.analysis.diary import GRACE, Diary, Entry, diary, settled_since
from memcon.model.dates import UNKNOWN_DATE, Basis, BasisKind, DateRange
from memcon.model.findings import EngagementMention
from memcon.model.life import HORIZON
from memcon.model.record import CitedMention, Engagement, HistoryStep
from memcon.model.status import Status
from memcon.model.text import Span
from records import actor, day, document, engagement

PAPER = document()
RAU = actor("Zbigniew Rau", "POL")
BAERBOCK = actor("Annalena Baerbock", "DEU")
ACTORS = {a.id: a for a in (RAU, BAERBOCK)}
TODAY = date(2022, 3, 1)
WEEK = DateRange(date(2022, 3, 7), date(2022, 3, 13), "2022-W10", Basis(BasisKind.RELATIVE, "next week"))
FROM_TO = DateRange(
    date(2022, 3, 3),
    date(2022, 3, 5),
    "2022-03-03/2022-03-05",
    Basis(BasisKind.RELATIVE, "March 3-5", rule="days of a month"),
)


def step(status: str, said_on: str, report: str = PAPER.id) -> HistoryStep:
    return HistoryStep(Status(status), day(said_on), (replace(PAPER.cite(Span(0, 5)), document=report),))


def told(name: str, when: DateRange, *steps: HistoryStep, **fields: object) -> Engagement:
    made = engagement(PAPER, name, RAU, BAERBOCK, date=when, history=steps, status=steps[-1].status, accounts=())
    return replace(made, **fields)  # type: ignore[arg-type]


def of(*engagements: Engagement, **options: object) -> Diary:
    return diary(engagements, ACTORS, TODAY, **options)  # type: ignore[arg-type]


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [e.engagement.id for e in entries]


def by_day(found: Diary) -> dict[str, list[str]]:
    return {d.isoformat(): ids(entries) for d, entries in found.days}


PLAN = told("plan", day("2022-03-04"), step("planned", "2022-02-20"))


def test_a_plan_stands_on_its_day_as_far_as_the_diary_looks_ahead() -> None:
    far = told("far", day("2022-03-15"), step("announced", "2022-02-20"))
    found = of(PLAN, far)
    assert (by_day(found), found.later) == ({"2022-03-04": [PLAN.id]}, 1)
    assert by_day(of(PLAN, far, days=15)) == {"2022-03-04": [PLAN.id], "2022-03-15": [far.id]}


def test_what_has_begun_and_goes_on_stands_on_the_first_day_shown() -> None:
    visit = told("visit", FROM_TO, step("planned", "2022-02-20"), kind="visit")
    assert by_day(diary([visit], ACTORS, date(2022, 3, 4))) == {"2022-03-04": [visit.id]}
    assert by_day(diary([visit], ACTORS, date(2022, 3, 1))) == {"2022-03-03": [visit.id]}


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        (WEEK, "visit"),
        (replace(FROM_TO, basis=replace(FROM_TO.basis, rule="between day and day")), "visit"),
        (replace(FROM_TO, basis=Basis(BasisKind.STAY)), "meeting"),
        (FROM_TO, "call"),
    ],
)
def test_what_is_on_one_of_some_days_has_no_day_of_its_own(when: DateRange, kind: str) -> None:
    some = told("some", when, step("planned", "2022-02-20"), kind=kind)
    found = of(some)
    assert (found.days, ids(found.some_day), found.no_day) == ((), [some.id], ())


def test_a_plan_without_a_day_stands_apart_until_nobody_spoke_of_it_for_long() -> None:
    open_ = told("open", DateRange(), step("invited", "2022-02-20"))
    assert ids(of(open_).no_day) == [open_.id]
    late = date(2022, 2, 20) + HORIZON + timedelta(days=1)
    found = diary([open_], ACTORS, late)
    assert (found.no_day, ids(found.lapsed)) == ((), [open_.id])


def test_what_is_only_talked_of_and_has_no_day_is_no_plan() -> None:
    assert not list(of(told("talk", DateRange(), step("considered", "2022-02-20"))).entries)


def test_a_plan_whose_day_passed_awaits_a_report_for_some_days_and_has_then_lapsed() -> None:
    last = date(2022, 3, 4) + timedelta(days=GRACE)
    assert ids(diary([PLAN], ACTORS, last).awaiting) == [PLAN.id]
    after = diary([PLAN], ACTORS, last + timedelta(days=1))
    assert (after.awaiting, ids(after.lapsed)) == ((), [PLAN.id])
    assert not list(diary([PLAN], ACTORS, date(2022, 4, 30)).entries), "longer ago than the diary looks back"


def test_what_is_reported_later_is_not_in_the_diary_of_a_day() -> None:
    life = told("life", day("2022-03-04"), step("planned", "2022-02-20"), step("cancelled", "2022-03-02", "document-later"))
    found = of(life)
    assert by_day(found) == {"2022-03-04": [life.id]} and not found.called_off
    (entry,) = diary([life], ACTORS, date(2022, 3, 2)).called_off
    assert [s.document for s in entry.sources] == ["document-later"]


def test_what_was_called_off_long_ago_is_told_while_its_day_is_to_come() -> None:
    off = told("off", day("2022-03-04"), step("cancelled", "2022-01-02"))
    assert ids(of(off).called_off) == [off.id]
    assert not diary([off], ACTORS, date(2022, 3, 5)).called_off


def test_what_is_planned_anew_moved_and_is_not_called_off() -> None:
    new = told("new", day("2022-03-08"), step("planned", "2022-02-25"))
    old = told(
        "old", day("2022-03-02"), step("planned", "2022-02-10"), step("postponed", "2022-02-25"), rescheduled_as=new.id
    )
    found = of(old, new)
    (entry,) = found.moved
    assert (entry.engagement.id, entry.now and entry.now.id, entry.was) == (old.id, new.id, day("2022-03-02"))
    assert (found.called_off, by_day(found)) == ((), {"2022-03-08": [new.id]})


def test_what_stands_in_for_it_and_is_not_told_yet_leaves_it_postponed() -> None:
    new = told("new", day("2022-03-08"), step("planned", "2022-03-05"))
    old = told("old", day("2022-03-02"), step("postponed", "2022-02-25"), rescheduled_as=new.id)
    found = of(old, new)
    assert (found.moved, ids(found.called_off)) == ((), [old.id])


def test_a_day_that_a_later_report_moves_is_told_with_the_day_of_before() -> None:
    def mention(report: str, when: str) -> CitedMention:
        return CitedMention(
            report, EngagementMention(Span(0, 5), "meeting", Status.PLANNED, Span(0, 90), date=day(when), why="verb:meet")
        )

    moved = told(
        "moved",
        day("2022-03-09"),
        step("planned", "2022-02-20"),
        step("planned", "2022-02-26", "document-2"),
        mentions=(mention(PAPER.id, "2022-03-04"), mention("document-2", "2022-03-09")),
    )
    (entry,) = of(moved).moved
    assert (entry.was, entry.sources[0].document) == (day("2022-03-04"), "document-2")
    assert not of(replace(moved, date=day("2022-03-04"))).moved, "the record holds to the day of before"


def test_a_corrected_status_decides_where_it_stands() -> None:
    off = replace(PLAN, status=Status.CANCELLED, corrected=("status",))
    found = of(off)
    assert (found.days, ids(found.called_off)) == ((), [off.id])


def test_what_no_list_shows_is_left_out_unless_all_is_asked_for() -> None:
    nobody = replace(PLAN, participants=(), place=None)
    assert not list(of(nobody).entries)
    assert by_day(of(nobody, every=True)) == {"2022-03-04": [nobody.id]}


def test_a_plan_of_reports_without_a_day_is_counted_and_not_shown() -> None:
    unknown = HistoryStep(Status.PLANNED, DateRange(), (PAPER.cite(Span(0, 5)),))
    found = of(told("old", DateRange(), unknown))
    assert (list(found.entries), found.undated) == ([], 1)


def test_what_is_settled_stands_in_no_later_diary() -> None:
    held = told("held", day("2022-02-10"), step("planned", "2022-02-01"), step("held", "2022-02-10"))
    talk = told("talk", UNKNOWN_DATE, step("considered", "2022-02-01"))
    again = told("again", day("2022-02-10"), step("held", "2022-02-10"), step("cancelled", "2022-02-20"))
    lasting = told("lasting", FROM_TO, step("ongoing", "2022-03-03"), kind="visit")
    assert settled_since(held) == date(2022, 2, 11) and settled_since(talk) == date(2022, 2, 1)
    assert settled_since(PLAN) is None and settled_since(again) is None
    assert settled_since(lasting) == date(2022, 3, 6)
    every = [held, talk, again, lasting, PLAN]
    for n in range(400):
        now = date(2022, 1, 20) + timedelta(days=n)
        left = [e for e in every if (since := settled_since(e)) is None or now < since]
        for days in (1, 14, 366):
            assert diary(every, ACTORS, now, days, every=True) == diary(left, ACTORS, now, days, every=True)


def test_what_reports_told_for_two_days_is_never_settled() -> None:
    first, second = (mention_on(d) for d in ("2022-02-10", "2022-02-12"))
    held = told(
        "moved", day("2022-02-12"), step("planned", "2022-02-01"), step("held", "2022-02-12"), mentions=(first, second)
    )
    assert settled_since(held) is None


def mention_on(when: str) -> CitedMention:
    return CitedMention(
        PAPER.id,
        EngagementMention(Span(0, 3), "meeting", Status.PLANNED, Span(0, 20), date=day(when)),  # type: ignore[arg-type]
    )
