"""What stands in for what was put off, where one report tells that it was and a later one tells the other.

Comes in: engagements, and others beside them that are finished already. Goes out: the same, each that was put off with its successor:
the next of the same persons, of a kind with it and at a place that can be the same, that was told of only after it had been put off.
Refuses where it was called off for good, where somebody else takes part, and where the next is too far off to be on its account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.model.kinds import EngagementKind, near_kin
from memcon.model.record import Actor, Engagement
from memcon.model.status import DATED_PLANS, DONE, Status

SUCCEEDS = DATED_PLANS | DONE | {Status.UNCONFIRMED}
# Days from the old day to the new one: two who meet often meet later for other reasons; nobody makes the same journey so often.
SOON = timedelta(days=60)
LONGEST = timedelta(days=200)


def with_successors(
    engagements: Sequence[Engagement], actors: Mapping[str, Actor], beside: Sequence[Engagement] = ()
) -> list[Engagement]:
    """The engagements, what was put off with what stands in for it."""
    later: dict[str, list[Engagement]] = {}
    for e in (*engagements, *beside):
        if e.status in SUCCEEDS and e.date.earliest is not None:
            for p in e.participants:
                later.setdefault(p.actor, []).append(e)
    return [_with_successor(e, later, actors) if is_put_off(e) else e for e in engagements]


def is_put_off(e: Engagement) -> bool:
    """Was it put off, and no report tells what stands in for it?"""
    return e.status == Status.POSTPONED and e.rescheduled_as is None and e.date.latest is not None


def reach_of(e: Engagement) -> timedelta:
    """How long after its day its successor can be."""
    return LONGEST if e.kind == EngagementKind.VISIT else SOON


def kin_of(e: Engagement) -> list[EngagementKind]:
    """The kinds that what stands in for it, or what it stands in for, can have."""
    return [kind for kind in EngagementKind if near_kin(e.kind, kind)]


def _with_successor(old: Engagement, later: Mapping[str, Sequence[Engagement]], actors: Mapping[str, Actor]) -> Engagement:
    mine = _principals(old, actors)
    if len(mine) < (1 if old.kind == EngagementKind.VISIT else 2):
        return old
    fits = [e for e in later.get(min(mine), ()) if _stands_in(old, e) and _principals(e, actors) == mine]
    if not fits:
        return old
    return replace(old, rescheduled_as=min(fits, key=lambda e: (str(e.date.earliest), e.id)).id)


def _stands_in(old: Engagement, new: Engagement) -> bool:
    first, last = new.date.earliest, old.date.latest
    if first is None or last is None or not last < first <= last + reach_of(old) or not near_kin(old.kind, new.kind):
        return False
    if old.kind == EngagementKind.VISIT and not (old.place and new.place):
        return False
    told, put_off = _first_told(new), _put_off_on(old)
    after = told is not None and put_off is not None and told >= put_off
    return after and (old.place is None or new.place is None or old.place.can_be(new.place))


def _principals(e: Engagement, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The named persons; of a visit those who travel."""
    country = e.place.country if e.place and e.kind == EngagementKind.VISIT else None
    people = (p.actor for p in e.participants if actors[p.actor].kind == "person" and actors[p.actor].named)
    return frozenset(i for i in people if country is None or actors[i].state != country)


def _first_told(e: Engagement) -> date | None:
    return min((s.said_on.earliest for s in e.history if s.said_on.earliest), default=None)


def _put_off_on(e: Engagement) -> date | None:
    return min((s.said_on.earliest for s in e.history if s.status == Status.POSTPONED and s.said_on.earliest), default=None)
