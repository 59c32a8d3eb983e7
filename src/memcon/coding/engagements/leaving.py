"""Which place a verb says that somebody leaves: "left Belgrade for Zagreb", "flew out of Lima after a visit", "arrived from Quito".

Comes in: a resolved document and the verb, or the visit behind "after". Goes out: the place, None where it leaves none that is known; the
verb of leaving that a visit stands behind. Refused: where a flight began that is told with its goal ("flew from Rome to Lima").
"""

from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Annotated, Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import PlaceMention, Resolved
from memcon.registers.engagements import verbs_at, words

GOING = frozenset(("destination", "departure", "arrival"))


def place_left(r: Resolved, verb: Token) -> PlaceMention | None:
    """The place that is the object of leaving, or behind "from" or "out of"."""
    a = r.annotated
    for inner in _what_is_left(a, verb):
        if (found := r.place_at(inner.i)) is not None:
            return found
    return None


def left_after(a: Annotated, i: int) -> Token | None:
    """The verb of "flew out of Lima after a visit": the visit was to what was left."""
    link = a.head(i)
    verb = a.head(link.i)
    over = a.tokens[i].dep == "pobj" and link.lower in words("behind_a_visit") and a.tokens[i].lemma in words("travels")
    return verb if over and verb.pos == "VERB" and _what_is_left(a, verb) else None


def _what_is_left(a: Annotated, verb: Token) -> list[Token]:
    what = a.child(verb.i, "dobj") if verb.lemma in words("leaving_a_place") else None
    found = [what] if what is not None else []
    rows = verbs_at(verb.lemma, particles(a, verb.i))
    onward = any(t.lower == "to" and t.dep == "prep" for t in a.children(verb.i))
    if not onward and any(row.kind is EngagementKind.VISIT and row.needs in GOING for row in rows):
        found += [inner for link in a.children(verb.i) if (inner := _behind(a, link)) is not None]
    return found


def _behind(a: Annotated, link: Token) -> Token | None:
    if link.lower == "out":
        of = next((t for t in a.children(link.i) if t.lower == "of"), None)
        return a.child(of.i, "pobj") if of is not None else None
    return a.child(link.i, "pobj") if link.dep == "prep" and link.lower == "from" else None
