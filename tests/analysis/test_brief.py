"""What changed in a period."""

from dataclasses import replace
from datetime import date

import pytest

from chosen_samples import BAERBOCK, PAPER, RAU, told
from memcon.analysis.brief import Turn, brief
from memcon.model.findings import EngagementMention
from memcon.model.record import Account, CitedMention, Engagement, HistoryStep
from memcon.model.status import Status
from memcon.model.text import Span
from records import day

ACTORS = {a.id: a for a in (RAU, BAERBOCK)}


def step(status: str, said_on: str, report: str = PAPER.id) -> HistoryStep:
    return HistoryStep(Status(status), day(said_on), (replace(PAPER.cite(Span(0, 5)), document=report),))


def turns(*engagements: Engagement, first: str = "2022-03-01", last: str = "2022-03-31") -> list[Turn]:
    return list(brief(engagements, ACTORS, date.fromisoformat(first), date.fromisoformat(last)).turns)


def life(when: str, *steps: HistoryStep, **fields: object) -> Engagement:
    return told("life", day(when), steps[-1].status, history=steps, **fields)


@pytest.mark.parametrize(
    ("status", "what"),
    [("held", "took place"), ("ongoing", "took place"), ("announced", "planned"), ("cancelled", "called off")],
)
def test_a_turn_is_what_an_engagement_became(status: str, what: str) -> None:
    (turn,) = turns(life("2022-04-10", step(status, "2022-03-02")))
    assert (turn.what, turn.before) == (what, None)


def test_what_it_was_before_the_period_is_told_with_it() -> None:
    off = life("2022-04-10", step("planned", "2022-02-01"), step("cancelled", "2022-03-02", "document-2"))
    (turn,) = turns(off)
    assert turn.before is not None and turn.before.status == Status.PLANNED
    assert [str(s.said_on.earliest) for s in turn.sources if s.said_on] == ["2022-03-02", "2022-02-01"], (
        "the words for both"
    )


def test_what_did_not_change_in_the_period_is_not_in_it() -> None:
    assert not turns(life("2022-04-10", step("planned", "2022-02-01")))
    again = life("2022-04-10", step("planned", "2022-02-01"), step("planned", "2022-03-02", "document-2"))
    assert not turns(again), "said again"


def test_what_is_said_after_the_period_is_not_in_it() -> None:
    later = life("2022-04-10", step("planned", "2022-03-02"), step("cancelled", "2022-04-02", "document-2"))
    assert [t.what for t in turns(later)] == ["planned"]


def test_a_report_that_can_be_of_before_tells_nothing_new_for_sure() -> None:
    open_ = HistoryStep(
        Status.HELD, replace(day("2022-03-02"), earliest=date(2022, 2, 1)), step("held", "2022-03-02").evidence
    )
    assert not turns(life("2022-02-20", open_))


def test_what_lies_before_the_period_and_was_never_told_of_is_recalled() -> None:
    assert [t.what for t in turns(life("2020-10-01", step("held", "2022-03-02")))] == ["recalled"]
    confirmed = life("2022-02-27", step("planned", "2022-02-01"), step("held", "2022-03-02", "document-2"))
    assert [t.what for t in turns(confirmed)] == ["took place"], "a plan that is confirmed now"


def test_a_plan_whose_day_passed_in_silence_has_lapsed_and_is_no_plan() -> None:
    assert [t.what for t in turns(life("2022-03-10", step("planned", "2022-03-02")))] == ["lapsed"]


def test_what_was_put_off_moved_to_what_stands_in_for_it() -> None:
    new = told("new", day("2022-04-20"), "planned", history=(step("planned", "2022-03-02", "document-2"),))
    old = life("2022-04-10", step("planned", "2022-02-01"), step("postponed", "2022-03-02"), rescheduled_as=new.id)
    found = turns(old, new)
    assert [(t.what, t.now.id if t.now else None) for t in found] == [("planned", None), ("moved", new.id)]


def test_a_day_that_a_report_moved_is_told_with_both_days() -> None:
    def mention(report: str, when: str) -> CitedMention:
        return CitedMention(
            report, EngagementMention(Span(0, 5), "meeting", Status.PLANNED, Span(0, 90), date=day(when), why="verb:meet")
        )

    moved = life(
        "2022-04-12",
        step("planned", "2022-02-01"),
        step("planned", "2022-03-02", "document-2"),
        mentions=(mention(PAPER.id, "2022-04-10"), mention("document-2", "2022-04-12")),
    )
    (turn,) = turns(moved)
    assert turn.what == "moved" and turn.move is not None
    assert (turn.move.before, turn.move.after) == (day("2022-04-10"), day("2022-04-12"))


def test_what_another_engagement_shows_took_place_with_its_words() -> None:
    words = replace(PAPER.cite(Span(0, 5)), document="document-other")
    shown = life(
        "2022-03-10", step("planned", "2022-03-02"), accounts=(Account("status", Status.HELD, (words,), "agrees"),)
    )
    (turn,) = turns(shown)
    assert (turn.what, turn.shown, turn.sources[0].document) == ("took place", True, "document-other")


def test_every_turn_has_words() -> None:
    many = [life("2022-03-10", step(s, "2022-03-02")) for s in ("held", "planned", "cancelled", "postponed", "invited")]
    assert all(t.sources for t in turns(*many))


def test_what_a_person_called_off_is_called_off() -> None:
    off = replace(life("2022-04-10", step("planned", "2022-03-02")), status=Status.CANCELLED, corrected=("status",))
    assert [t.what for t in turns(off)] == ["called off"]
