"""Which kinds of engagement reports can give to one occasion."""

from itertools import product

from memcon.model.kinds import DIPLOMATIC, ONE_SIDED, EngagementKind, can_be_one, likeness


def test_what_one_report_calls_talks_another_calls_a_meeting_but_never_a_visit() -> None:
    assert can_be_one(EngagementKind.MEETING, EngagementKind.TALKS)
    assert can_be_one(EngagementKind.CONFERENCE, EngagementKind.SUMMIT)
    assert not can_be_one(EngagementKind.MEETING, EngagementKind.VISIT)
    assert not can_be_one(EngagementKind.MEETING, EngagementKind.CALL)


def test_likeness_is_symmetric_and_whole_for_the_same_kind() -> None:
    for one, other in product(EngagementKind, EngagementKind):
        assert likeness(one, other) == likeness(other, one)
        assert (likeness(one, other) == 1.0) == (one == other)


def test_every_kind_is_between_two_sides_or_held_by_one() -> None:
    assert set(EngagementKind) == DIPLOMATIC | ONE_SIDED
    assert not DIPLOMATIC & ONE_SIDED
