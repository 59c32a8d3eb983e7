"""The body of several states that a noun phrase names, by its own name or by the organ of it that meets.

Comes in: a resolved document and the head of a noun phrase. Goes out: "IGAD" of "the IGAD Council of Ministers", "the East African
Community" of "the Council of Ministers of the East African Community", or None; and whether it is such a body that begins or ends
its work. Refuses a body of which the register does not say that it is one of several states.
"""

from collections.abc import Sequence

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.model.annotated import Token
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.engagements import words
from memcon.registers.offices import bodies
from memcon.registers.phrases import split

ORGAN = 12  # tokens of "the Authority of Heads of State and Government of the Economic Community of West African States"


def body_meeting(r: Resolved, i: int) -> Party | None:
    """The body that meets as what this head names."""
    first, last = r.annotated.edges(i)
    for t in r.annotated.tokens[max(first, i - ORGAN) : min(last, i + ORGAN + 1)]:
        actor = r.actor_at(t.i)
        if actor is not None and is_of_several_states(actor):
            return Party(t.i, actor.key, "organiser")
    return None


def body_that_sits(r: Resolved, subject: Token | None, subjects: Sequence[Party]) -> Party | None:
    """The body of "the Council of Ministers of the East African Community met in Arusha": its members, with one another."""
    if subject is None or subject.pos != "PROPN":
        return None
    if any(p.actor and r.actors[p.actor].kind != "organisation" for p in subjects):
        return None
    return body_meeting(r, subject.i)


def begins_or_ends_work(r: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "The Council of Ministers of the African Union ended its work yesterday": an organ of several states, on a day."""
    subject, what = r.annotated.child(token.i, "nsubj"), r.annotated.child(token.i, "dobj")
    organ = subject is not None and subject.lemma.lower() in words("organs")
    own = what is None or what.lemma.lower() in words("sittings") or r.time_at(what.i) is not None
    return organ and own and arguments.date is not None and body_that_sits(r, subject, arguments.subjects) is not None


def is_of_several_states(actor: LocalActor) -> bool:
    """Does the register call it international?"""
    if actor.kind != "organisation" or actor.state is not None:
        return False
    known = bodies().at(split(actor.name), 0)
    return known is not None and known[1].kind == "international"
