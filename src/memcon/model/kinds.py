"""The kinds of engagement, their families, and which kinds two reports can give to one occasion."""

from enum import StrEnum


class EngagementKind(StrEnum):
    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    SUMMIT = "summit"
    TALKS = "talks"
    CONFERENCE = "conference"
    BRIEFING = "briefing"
    PRESS_CONFERENCE = "press_conference"
    HEARING = "hearing"
    SPEECH = "speech"
    DINNER = "dinner"
    CEREMONY = "ceremony"


MEETINGS = frozenset((EngagementKind.MEETING, EngagementKind.TALKS, EngagementKind.SUMMIT))
TWO_SIDED = MEETINGS | {EngagementKind.CALL, EngagementKind.DINNER}  # nobody holds one alone
FOR_THE_PRESS = frozenset((EngagementKind.PRESS_CONFERENCE, EngagementKind.BRIEFING))
ONE_SIDED = FOR_THE_PRESS | {EngagementKind.HEARING, EngagementKind.SPEECH}
ORGANISED = frozenset((EngagementKind.SUMMIT, EngagementKind.CONFERENCE))  # a body or a host has many come
DIPLOMATIC = frozenset(EngagementKind) - ONE_SIDED
IN_PERSON = frozenset((*MEETINGS, EngagementKind.DINNER, EngagementKind.VISIT))
SAME_ROOM = IN_PERSON - {EngagementKind.VISIT} | {
    EngagementKind.CONFERENCE, EngagementKind.CEREMONY, EngagementKind.PRESS_CONFERENCE,
}  # fmt: skip  # whoever was at one of them was in that place on that day

OF_ONE_DAY = ONE_SIDED | {EngagementKind.CALL, EngagementKind.DINNER}  # they do not go on for days

NEAR_KIN = 0.8  # likeness of two kinds of which one report can use either for one occasion
# How near two kinds are that reports can give to one occasion: what one calls talks, another calls a meeting.
_LIKENESS = {
    frozenset((EngagementKind.MEETING, EngagementKind.TALKS)): 0.9,
    frozenset((EngagementKind.MEETING, EngagementKind.SUMMIT)): 0.9,
    frozenset((EngagementKind.TALKS, EngagementKind.SUMMIT)): 0.8,
    frozenset((EngagementKind.TALKS, EngagementKind.CALL)): 0.4,
    frozenset((EngagementKind.CONFERENCE, EngagementKind.SUMMIT)): 0.8,
}


def likeness(one: EngagementKind, other: EngagementKind) -> float:
    """From 0 (never one occasion) to 1 (the same word)."""
    return 1.0 if one == other else _LIKENESS.get(frozenset((one, other)), 0.0)


def near_kin(one: EngagementKind, other: EngagementKind) -> bool:
    """Do reports use either word for one occasion? A call and talks can be one, and mostly are not."""
    return likeness(one, other) >= NEAR_KIN


def can_be_one(one: EngagementKind, other: EngagementKind) -> bool:
    """Can two phrases with these kinds name one occasion?"""
    return likeness(one, other) > 0
