"""What the lists of engagements show: in, an engagement and the actors; out, whether it has a place in a list of diplomacy.

Left out unless everything is asked for: what no side is known of, a habit, what is only considered by a report that says no more
of it, one side without day or place, what private people do, and business at home, in which nobody of another state takes part and
no other body.
"""

from collections.abc import Mapping, Sequence

from memcon.model.dates import BasisKind
from memcon.model.kinds import FOR_THE_PRESS, ORGANISED, TWO_SIDED, EngagementKind
from memcon.model.publicity import is_private
from memcon.model.record import Actor, Engagement
from memcon.model.status import DONE, INTENDED, Status
from memcon.registers.engagements import nouns
from memcon.registers.offices import bodies, role_nouns, who_words
from memcon.registers.phrases import split

TRAVELLERS = frozenset(("person", "group"))


def tells(engagement: Engagement, actors: Mapping[str, Actor], private: bool = False) -> bool:
    """Does it say enough to have a place in a list: who, and either with whom, when or where; and is it diplomacy?

    `private`: also what private people do among themselves.
    """
    known = [a for p in engagement.participants if (a := actors.get(p.actor)) and _is_known(a)]
    dated, placed = engagement.date.days is not None and engagement.date.told, engagement.place is not None
    if engagement.generic:
        return False
    if engagement.status == Status.CONSIDERED and not _day_of_its_own(engagement) and not _both_named(engagement, known):
        return False
    if not known:
        return dated and placed and engagement.status != Status.CONSIDERED
    envoys = any(_are_envoys(a) for p in engagement.participants if (a := actors.get(p.actor)))
    if (at_home(engagement, known) and not envoys) or (is_private(engagement, actors) and not private):
        return False
    if engagement.kind == EngagementKind.VISIT and not any(map(_travels, known)):
        return False  # "a visit to Accra by Norway": who travels was not read
    sides = {a.state or a.name for a in known}
    undated = not dated and not placed
    if undated and engagement.kind in ORGANISED and len(known) == 1 and _is_its_own_name(known[0], engagement.kind):
        return False  # "the work of the Security Conference": of a body, or of a session of which nothing is told
    if engagement.kind in ORGANISED and engagement.status in INTENDED and any(_is_body(a) for a in known):
        return True  # the next summit of a body, whenever and wherever that will be
    host = engagement.place.country if engagement.place is not None else None
    if engagement.kind == EngagementKind.SUMMIT and dated and any(a.kind == "state" and a.state == host for a in known):
        return True  # "the Arab summit that Tunisia will host in May": many come, though one state alone was read
    if engagement.kind in TWO_SIDED:
        bodies_own = any(map(_is_body, known))  # many come to a body's summit
        return len(sides) > 1 or ((bodies_own or any(a.kind == "person" and a.named for a in known)) and (dated or placed))
    return any(a.named for a in known) and (dated or placed or len(sides) > 1)


def _day_of_its_own(engagement: Engagement) -> bool:
    """Do words give it a day, rather than the journey or the occasion that it would be part of?"""
    when = engagement.date
    return when.days is not None and when.told and when.basis.kind not in (BasisKind.INFERRED, BasisKind.STAY)


def is_talk(engagement: Engagement) -> bool:
    """Is it a wish, a question, a habit or talk of what may be: nothing that can be told from other occasions?"""
    return engagement.generic or engagement.status == Status.CONSIDERED


def _is_known(actor: Actor) -> bool:
    """By name, by state, or as one of those who act within a state."""
    return actor.named or actor.state is not None or (actor.kind == "group" and _acts_within(actor))


def _travels(actor: Actor) -> bool:
    """A person, several, or a delegation of some state."""
    return actor.kind in TRAVELLERS or (actor.state is not None and actor.name.lower().split()[-1] in who_words().led)


def _is_body(actor: Actor) -> bool:
    """Is it a body of several states, or one of which nothing says that it is of one?"""
    return actor.kind == "organisation" and actor.state is None and not _of_the_same(actor)


def _is_its_own_name(actor: Actor, kind: EngagementKind) -> bool:
    """Is it called after the occasion, a conference by "Oslo Conference"?"""
    row = nouns().get(actor.name.lower().split()[-1])
    return actor.kind == "organisation" and row is not None and row.kind == kind


def _are_envoys(actor: Actor) -> bool:
    """Several envoys of whom nothing tells whose: "the ambassadors of the Baltic states"."""
    noun = role_nouns().get(actor.name.lower().partition(" of ")[0].split()[-1]) if actor.name else None
    return actor.kind == "group" and actor.state is None and noun is not None and noun.rank == "envoy"


def _both_named(engagement: Engagement, known: Sequence[Actor]) -> bool:
    """Is it told of two persons by name that they may meet or speak?"""
    sides = {a.state or a.name for a in known if a.kind == "person" and a.named}
    return engagement.kind in TWO_SIDED and len(sides) > 1


def at_home(engagement: Engagement, known: Sequence[Actor]) -> bool:
    """Is it business of one state alone: in its own country, or between several of its own people wherever that was?"""
    if engagement.kind in ORGANISED or (engagement.kind in FOR_THE_PRESS and engagement.status not in DONE):
        return False  # many come to a conference at home; the press is asked to come
    others = [a for a in known if not _of_the_same(a)]
    sides = {a.state or a.name for a in others}
    if len(sides) > 1 and not _of_their_own_governors(others):
        return False
    if len(others) < len(known) and all(a.state is None and a.kind != "organisation" for a in others):
        return True  # the one who receives the governor is of the governor's state, whichever that is
    place = engagement.place
    if not sides:
        return True
    if place is not None and place.country is not None:
        return place.country in sides
    alone = len(known) == 1 and engagement.kind in TWO_SIDED  # the other side can be lost
    return not alone and engagement.kind in TWO_SIDED | FOR_THE_PRESS | {EngagementKind.HEARING}


def _of_their_own_governors(known: Sequence[Actor]) -> bool:
    """A governor of a state, and persons of whom nothing tells another state: "the President met the Governor of Kansas"."""
    governors = {a.state for a in known if a.state and _acts_within(a)}
    return len(governors) == 1 and all(a.kind != "organisation" and a.state in (None, *governors) for a in known)


def _of_the_same(actor: Actor) -> bool:
    """A governor, a senator or a party whose state nothing tells is of the state of whom he meets."""
    if actor.state is not None:
        return False
    if actor.kind == "organisation":
        own = {word.lower() for word in actor.name.split()} & who_words().bodies_within_a_state
        known = bodies().at(split(actor.name), 0)
        return bool(own) and (known is None or known[1].kind != "international")
    return _acts_within(actor)


def _acts_within(actor: Actor) -> bool:
    """Is it the holder of an office within a state, by his title or by the words that name several: "the mayors of the coast"?"""
    within = who_words().within_a_state
    if actor.kind == "group":
        named = actor.name.lower().partition(" of ")[0].split()
        return bool(named) and named[-1].removesuffix("s") in within
    titles = [role.title.lower() for role in actor.roles]
    return any({title.partition(" of the ")[0], title.partition(" of ")[0]} & within for title in titles)
