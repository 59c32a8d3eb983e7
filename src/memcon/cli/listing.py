"""What the lists of engagements show: in, an engagement and the actors; out, whether it has a place in a list of diplomacy.

Left out unless everything is asked for: what no side is known of, a habit, what is only considered by a report that says no more
of it, one side without day or place, and business at home, in which nobody of another state takes part and no other body.
"""

from collections.abc import Mapping, Sequence

from memcon.model.kinds import FOR_THE_PRESS, ORGANISED, TWO_SIDED, EngagementKind
from memcon.model.record import Actor, Engagement
from memcon.model.status import DONE, INTENDED, Status
from memcon.registers.offices import bodies, who_words
from memcon.registers.phrases import split


def tells(engagement: Engagement, actors: Mapping[str, Actor]) -> bool:
    """Does it say enough to have a place in a list: who, and either with whom, when or where; and is it diplomacy?"""
    known = [a for p in engagement.participants if (a := actors.get(p.actor)) and (a.named or a.state)]
    dated, placed = engagement.date.days is not None, engagement.place is not None
    if engagement.generic or (engagement.status == Status.CONSIDERED and not dated and not _both_named(engagement, known)):
        return False
    if not known:
        return dated and placed and engagement.status != Status.CONSIDERED
    if at_home(engagement, known):
        return False
    sides = {a.state or a.name for a in known}
    if engagement.kind in ORGANISED and engagement.status in INTENDED and any(_is_body(a) for a in known):
        return True  # the next summit of a body, whenever and wherever that will be
    if engagement.kind in TWO_SIDED:
        bodies_own = any(map(_is_body, known))  # many come to a body's summit
        return len(sides) > 1 or ((bodies_own or any(a.kind == "person" and a.named for a in known)) and (dated or placed))
    return any(a.named for a in known) and (dated or placed or len(sides) > 1)


def _is_body(actor: Actor) -> bool:
    """Is it a body of several states, or one of which nothing says that it is of one?"""
    return actor.kind == "organisation" and actor.state is None and not _of_the_same(actor)


def _both_named(engagement: Engagement, known: Sequence[Actor]) -> bool:
    """Is it told of two persons by name that they may meet or speak?"""
    sides = {a.state or a.name for a in known if a.kind == "person" and a.named}
    return engagement.kind in TWO_SIDED and len(sides) > 1


def at_home(engagement: Engagement, known: Sequence[Actor]) -> bool:
    """Is it business of one state alone: in its own country, or between several of its own people wherever that was?"""
    if engagement.kind in ORGANISED or (engagement.kind in FOR_THE_PRESS and engagement.status not in DONE):
        return False  # many come to a conference at home; the press is asked to come
    sides = {a.state or a.name for a in known if not _of_the_same(a)}
    if len(sides) > 1:
        return False
    place = engagement.place
    if not sides:
        return True
    if place is not None and place.country is not None:
        return place.country in sides
    alone = len(known) == 1 and engagement.kind in TWO_SIDED  # the other side can be lost
    return not alone and engagement.kind in TWO_SIDED | FOR_THE_PRESS | {EngagementKind.HEARING}


def _of_the_same(actor: Actor) -> bool:
    """A governor, a senator or a party whose state nothing tells is of the state of whom he meets."""
    if actor.state is not None:
        return False
    if actor.kind == "organisation":
        own = {word.lower() for word in actor.name.split()} & who_words().bodies_within_a_state
        known = bodies().at(split(actor.name), 0)
        return bool(own) and (known is None or known[1].kind != "international")
    return any(role.title.lower() in who_words().within_a_state for role in actor.roles)
