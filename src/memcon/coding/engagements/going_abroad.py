"""Does a verb of going tell of a journey to another state? A resolved document, the verb and its arguments in, yes or no out."""

from collections.abc import Sequence

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.dateline_places import of_dateline
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.pointed_places import is_pointing
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality, Tense
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.registers.engagements import nouns, words

TO = frozenset(("to", "in", "into", "at"))


def goes_somewhere(resolved: Resolved, token: Token, needs: str, arguments: Arguments) -> bool:
    abroad = needs == "destination" and any(t.lower in words("abroad") for t in resolved.annotated.children(token.i))
    if token.lemma in words("going_back") and needs == "destination" and not _from_elsewhere(resolved, arguments):
        return False
    return (arguments.place is not None or abroad) and arguments.somebody_known


def _from_elsewhere(r: Resolved, arguments: Arguments) -> bool:
    """ "Returned to Lima" is a visit of who is known to be of another state; others go home."""
    states = [r.actors[p.actor].state for p in arguments.subjects if p.actor]
    place = arguments.place
    return bool(states) and None not in states and place is not None and place.country not in (None, *states)


def arrived_here(r: Resolved, i: int, needs: str, subjects: Sequence[Party]) -> Place | None:
    """ "Haldane flew in yesterday", "she arrived on Monday for talks": in the place of the dateline, where it is abroad for him."""
    a = r.annotated
    particles = {t.lower for t in a.children(i) if t.dep in ("prt", "advmod")}
    links = [x for t in a.children(i) if t.dep == "prep" and t.lower in TO and (x := a.child(t.i, "pobj")) is not None]
    if (needs == "destination" and "in" not in particles) or any(r.time_at(x.i) is None for x in links):
        return None
    here, actors = of_dateline(r), [r.actors[p.actor] for p in subjects if p.actor]
    clause = r.clauses.at(i)
    told = clause is not None and clause.tense is Tense.PAST and clause.factuality is Factuality.HAPPENED
    from_abroad = bool(actors) and all(x.kind == "person" and x.state is not None for x in actors)
    return here if told and from_abroad and here is not None and all(x.state != here.country for x in actors) else None


def is_abroad(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Kerry was in London on Monday", "will be in Geneva for talks", "is due in Oslo": a person, away from home, at a time or
    for something."""
    a, place = resolved.annotated, arguments.place
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    if not actors or place is None or not all(x.kind in ("person", "group") or _is_delegation(x) for x in actors):
        return False
    if any(x.state == place.country for x in actors):
        return False
    inner = (t for t in a.children(token.i) if t.dep in ("acomp", "prep") or t.lower in words("at_present"))
    near = [*a.children(token.i), *(x for t in inner for x in a.children(t.i))]  # "is back in Oslo"
    links = {t.lower for t in near if t.dep == "prep" and _leads_there(resolved, t)}
    clause = resolved.clauses.at(token.i)
    meant = clause is not None and clause.factuality is Factuality.SCHEDULED
    timed = arguments.date is not None and arguments.date.date.bounded
    for_it = any(t.lower == "for" and (x := a.child(t.i, "pobj")) and nouns().get(x.lemma.lower()) for t in near)
    known = all(x.state is not None for x in actors)
    where = token.dep == "relcl" and any(t.lower == "where" for t in a.children(token.i))  # "in Oslo, where he stayed"
    there = where or bool(links & {"in", "at"}) or any(is_pointing(t) for t in a.children(token.i))
    if bound_for(resolved, token.i) is not None:
        return known
    return there and (timed or for_it or (known and (meant or _is_there(resolved, token))))


def bound_for(r: Resolved, i: int) -> Place | None:
    """ "Was on his way to Lima", "is bound for Lima", "are en route to Lima": where somebody is going, and not yet there."""
    a = r.annotated
    if a.tokens[i].lemma not in words("being") or any(_is_in(r, t) for t in a.children(i)):
        return None
    near = [t for t in a.children(i) if t.dep in ("acomp", "advmod", "prep", "attr")]
    near += [x for t in near if t.dep in ("prep", "advmod") for x in a.children(t.i) if x.dep in ("pobj", "advmod")]
    ways = [t for t in near if t.lower in words("on_the_way")]
    links = (
        t for x in (*ways, a.tokens[i]) for t in a.children(x.i) if ways and t.lower in ("to", "for") and t.i > ways[0].i
    )
    places = (r.place_at(x.i) for t in links if t.dep == "prep" and (x := a.child(t.i, "pobj")) is not None)
    return next((p.place for p in places if p is not None), None)


def _is_in(r: Resolved, link: Token) -> bool:
    """ "Was in Oslo on his way to Lima"."""
    inner = r.annotated.child(link.i, "pobj") if link.dep == "prep" and link.lower in ("in", "at") else None
    return inner is not None and r.place_at(inner.i) is not None


def _leads_there(resolved: Resolved, preposition: Token) -> bool:
    """Does a place stand behind it: "in Oslo", "at the palace"; not "is in touch with", said of the consul in Oslo?"""
    a = resolved.annotated
    inner = a.child(preposition.i, "pobj")
    behind = a.subtree(inner.i) if inner is not None else ()
    return inner is None or any(resolved.place_at(t.i) is not None for t in behind)


def _is_delegation(actor: LocalActor) -> bool:
    """A group of envoys, which its report names like a body of its state."""
    return actor.state is not None and any(word in words("delegations") for word in actor.name.lower().split())


def _is_there(resolved: Resolved, token: Token) -> bool:
    """ "She is now in Oslo", "they are both in New York": as it is written, and the place right behind."""
    a, clause = resolved.annotated, resolved.clauses.at(token.i)
    present = clause is not None and clause.tense is Tense.PRESENT and clause.factuality is Factuality.HAPPENED
    links = [t for t in a.children(token.i) if t.lower == "in" and t.dep == "prep"]
    places = [x for t in links if (x := a.child(t.i, "pobj")) is not None and resolved.place_at(x.i) is not None]
    return present and token.lemma == "be" and len(links) == 1 and bool(places)
