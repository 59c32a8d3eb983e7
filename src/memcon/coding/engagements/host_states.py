"""The state that hosts an engagement: "the summit to be hosted by Tunisia", "Peru hosts the talks". It is where they are.

Comes in: a resolved document and the token of the engagement's noun. Goes out: the state as a place, or None. Refuses what is beside
another occasion ("hosted a meeting on the margins of the Assembly"), which is where that is.
"""

from collections.abc import Iterator

from memcon.coding.engagements.beside import beside_what
from memcon.model.annotated import Token
from memcon.model.resolved import Place, PlaceBasis, Resolved
from memcon.registers.engagements import words
from memcon.registers.states import states


def hosted_in(r: Resolved, i: int) -> Place | None:
    """The place of what a state is said to host."""
    for token in _hosts(r, i):
        actor = r.actor_at(token.i)
        if actor is not None and actor.kind == "state" and actor.state in states() and beside_what(r.annotated, i) is None:
            state = states()[actor.state]
            return Place(state.name, state.alpha3, basis=PlaceBasis.HOST)
    return None


def _hosts(r: Resolved, i: int) -> Iterator[Token]:
    """The subject of "host" whose object the noun is, or who stands behind "hosted by"."""
    a = r.annotated
    verb = a.head(i)
    if a.tokens[i].dep == "dobj" and verb.lemma in words("hosting"):
        clause = r.clauses.at(verb.i)
        yield from (a.tokens[n] for n in (clause.agents if clause is not None else ()))
    behind = a.edges(i)[1]
    inside = [t for t in a.children(i) if t.dep in ("acl", "relcl")] + list(a.tokens[behind : behind + 3])
    for passive in (t for t in inside if t.lemma in words("hosting") and t.tag == "VBN"):
        yield from (x for t in a.children(passive.i) if t.lower == "by" and (x := a.child(t.i, "pobj")) is not None)
