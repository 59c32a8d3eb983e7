"""Which place a verb says that somebody leaves: "left Belgrade for Zagreb", "flew out of Lima", "arrived from Quito".

Comes in: a resolved document and the verb. Goes out: the place, None where it leaves none that is known.
"""

from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import PlaceMention, Resolved
from memcon.registers.engagements import verbs_at, words

GOING = frozenset(("destination", "departure", "arrival"))


def place_left(r: Resolved, verb: Token) -> PlaceMention | None:
    """The place that is the object of leaving, or behind "from" or "out of"."""
    a = r.annotated
    if verb.lemma in words("leaving_a_place"):
        what = a.child(verb.i, "dobj")
        if what is not None and (found := r.place_at(what.i)) is not None:
            return found
    rows = verbs_at(verb.lemma, particles(a, verb.i))
    if not any(row.kind is EngagementKind.VISIT and row.needs in GOING for row in rows):
        return None
    for link in a.children(verb.i):
        inner = _behind(r, link)
        if inner is not None and (found := r.place_at(inner.i)) is not None:
            return found
    return None


def _behind(r: Resolved, link: Token) -> Token | None:
    a = r.annotated
    if link.lower == "out":
        of = next((t for t in a.children(link.i) if t.lower == "of"), None)
        return a.child(of.i, "pobj") if of is not None else None
    return a.child(link.i, "pobj") if link.dep == "prep" and link.lower == "from" else None
