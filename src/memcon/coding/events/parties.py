"""Who in a document acts or is acted on: the phrases of an event's words as actors.

Comes in: a resolved document and the heads of phrases. Goes out: `LocalActor`s that act for a state or are a body; two of one state are
one side.
"""

from collections.abc import Sequence

from memcon.coding.events.coded import Coded
from memcon.coding.events.recipients import after, phrase
from memcon.model.findings import EngagementMention, LocalEngagement
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.plover import words
from memcon.registers.states import state_adjectives, states


def sides_of(r: Resolved, told: EngagementMention | LocalEngagement) -> list[LocalActor]:
    """The participants, one of each state or body; a visit is to the state in which it takes place."""
    sides: dict[str, LocalActor] = {}
    for participant in told.participants:
        actor = r.actors[participant.actor]
        sides.setdefault(side_of(actor), actor)
    host = state_actor(r, told.place.country) if told.kind == "visit" and told.place and told.place.country else None
    if host is not None:
        sides.setdefault(host.key, host)
    return list(sides.values())


def recipients_of(r: Resolved, item: Coded, actor: LocalActor | None) -> list[LocalActor]:
    """Who it is done to: in the recipient's own phrase, else the first known one after it. None where that is of the actor's side."""
    named = item.direct is not None and r.annotated.tokens[item.direct].pos != "PRON"
    own = party(r, item.direct) if named else None
    if own is not None and actor is not None and side_of(own) == side_of(actor) and not parties(r, item.direct, actor):
        return []
    places = (item.direct, item.recipient, _after(r, item, actor) if item.pattern.objects else None)
    return next((found for at in places if (found := parties(r, at, actor))), [])


def both_sides(r: Resolved, i: int | None) -> bool:
    """Does token i head a phrase such as "the two", "both sides", "the countries"?"""
    if i is None:
        return False
    head, near = r.annotated.tokens[i], r.annotated.children(i)
    if {head.lower, *(t.lower for t in near)} & words("both"):
        return True
    return head.lemma.lower() in words("sides") and head.tag == "NNS" and all(t.lower == "the" for t in near if t.i < i)


def pair_before(
    r: Resolved, i: int, engagements: Sequence[LocalEngagement]
) -> tuple[LocalActor | None, list[LocalActor], LocalEngagement | None]:
    """The two sides of the last occasion that was named before token i, and that occasion."""
    named = ((m.span, e) for e in engagements for m in e.mentions if m.span.start < r.annotated.tokens[i].start)
    for _, last in sorted(named, key=lambda pair: pair[0], reverse=True):
        sides = sides_of(r, last)
        if len(sides) == 2 and all(side.state for side in sides):
            return sides[0], sides[1:], last
    return None, [], None


def _after(r: Resolved, item: Coded, actor: LocalActor | None) -> int | None:
    """Where no place of the pattern holds somebody: the first word after the trigger, and hanging on it, that does."""
    if actor is None or r.annotated.tokens[item.trigger].pos != "VERB":
        return None
    return next(
        (j for j in after(r.annotated, item.trigger) if (known := _known(r, j)) and side_of(known) != side_of(actor)), None
    )


def parties(r: Resolved, i: int | None, actor: LocalActor | None) -> list[LocalActor]:
    """Everybody in the phrase headed by token i, and joined to it by "and", who is not on the actor's side."""
    if i is None:
        return []
    joined = [i]
    for j in joined:
        joined += [t.i for t in r.annotated.children(j) if t.dep in ("conj", "appos")]
    found = {p.key: p for j in joined if (p := party(r, j, apart_from=actor))}
    return list(found.values())


def side_of(actor: LocalActor) -> str:
    return actor.state or actor.key


def party(r: Resolved, i: int | None, apart_from: LocalActor | None = None) -> LocalActor | None:
    """Who the phrase headed by token i means or belongs to: its head, else the first in it who is not of the other side."""
    if i is None:
        return None
    for j in phrase(r.annotated, i):
        actor = _known(r, j)
        if actor and _acts(actor) and not (apart_from and side_of(actor) == side_of(apart_from)):
            return actor
    return None


def _acts(actor: LocalActor) -> bool:
    """Is it a state, a body, a group with a name or of a state, or somebody who acts for a state?"""
    return actor.state is not None or (actor.kind != "person" and actor.named)


def looks_on(actor: LocalActor) -> bool:
    """Is it nobody but unnamed people who judge: "analysts", "critics in Kenya"?"""
    return not actor.named and actor.name.split()[-1].lower() in words("onlookers")


def _known(r: Resolved, i: int) -> LocalActor | None:
    """Who token i means: somebody, the state of an adjective, the state of a place."""
    place = r.place_at(i)
    country = state_actor(r, place.place.country) if place and place.place.country else None
    return r.actor_at(i) or _nation(r, i) or country


def _nation(r: Resolved, i: int) -> LocalActor | None:
    """The state that an adjective names: "Norwegian troops"."""
    word = r.annotated.tokens[i].text
    found = state_adjectives().get(word) if word[0].isupper() else None
    return state_actor(r, found) if found else None


def state_actor(r: Resolved, code: str) -> LocalActor | None:
    """A state of the document, be it named there only by an adjective or one of its places."""
    known = states().get(code)
    return r.actors.get(code) or (LocalActor(code, "state", known.name, state=code) if known is not None else None)
