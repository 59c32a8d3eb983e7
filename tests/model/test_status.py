"""The algebra of statuses: what excludes what, what can follow what, what several voices give together."""

import json
from itertools import product

import pytest

from memcon.model.status import (
    AHEAD,
    CALLED_OFF,
    DATED_PLANS,
    DONE,
    INTENDED,
    REFUSED,
    UNDONE,
    Status,
    can_follow,
    exclude,
    no_longer_ahead,
    together,
)


def test_every_status_but_unconfirmed_is_done_undone_or_ahead_and_only_one_of_them() -> None:
    assert set(Status) - {Status.UNCONFIRMED} == DONE | UNDONE | AHEAD
    assert not DONE & UNDONE and not DONE & AHEAD and not UNDONE & AHEAD
    assert UNDONE == CALLED_OFF | REFUSED
    assert DATED_PLANS < INTENDED < AHEAD


def test_a_status_is_its_word_in_json_and_in_a_comparison() -> None:
    assert json.dumps([Status.RULED_OUT]) == '["ruled_out"]'
    assert Status("held") == "held" and f"{Status.HELD}" == "held"


def test_a_report_of_it_tells_more_than_the_plan_and_being_called_off_more_than_being_under_way() -> None:
    assert together([Status.PLANNED, Status.HELD, Status.AGREED]) == Status.HELD
    assert together([Status.ONGOING, Status.CANCELLED]) == Status.CANCELLED
    assert together([Status.CONSIDERED, Status.INVITED]) == Status.INVITED
    assert together([]) is None


def test_the_order_of_the_voices_does_not_matter() -> None:
    for one, other in product(Status, Status):
        assert together([one, other]) == together([other, one])
        assert exclude(one, other) == exclude(other, one)


@pytest.mark.parametrize("later", sorted(AHEAD | REFUSED))
def test_what_was_held_is_not_to_come_again(later: Status) -> None:
    assert not can_follow(Status.HELD, later)


def test_what_was_called_off_can_be_on_again_and_be_held() -> None:
    assert can_follow(Status.CANCELLED, Status.PLANNED)
    assert can_follow(Status.POSTPONED, Status.HELD)
    assert can_follow(Status.PLANNED, Status.CANCELLED)
    assert can_follow(Status.ONGOING, Status.HELD) and not can_follow(Status.ONGOING, Status.PLANNED)


def test_held_excludes_called_off_and_planned_but_not_under_way() -> None:
    assert exclude(Status.HELD, Status.CANCELLED)
    assert exclude(Status.HELD, Status.PLANNED)
    assert exclude(Status.PLANNED, Status.DECLINED)
    assert not exclude(Status.HELD, Status.ONGOING)
    assert not exclude(Status.AGREED, Status.ANNOUNCED)


def test_a_plan_whose_day_passes_in_silence_is_unconfirmed_and_never_held() -> None:
    assert {no_longer_ahead(s) for s in INTENDED} == {Status.UNCONFIRMED}
    assert no_longer_ahead(Status.ONGOING) == Status.HELD
    assert no_longer_ahead(Status.CONSIDERED) == Status.CONSIDERED
    assert no_longer_ahead(Status.CANCELLED) == Status.CANCELLED
