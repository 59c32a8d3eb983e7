"""Is somebody meant by a party or a token? A resolved document and the party in, yes or no out.

A name, a noun of people, or what "the two" and "they" stand for; nothing is resolved here that `resolve` left open.
"""

from collections.abc import Callable

from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.participants import Party
from memcon.model.annotated import Token
from memcon.model.resolved import Resolved


def people_at(resolved: Resolved) -> Callable[[Party], bool]:
    """Can it be one of those who meet: somebody made out, or somebody by his noun?"""

    def check(party: Party) -> bool:
        token = resolved.annotated.tokens[party.token]
        return party.actor is not None or is_people(token) or token.pos == "PRON"

    return check


def is_person(resolved: Resolved, party: Party) -> bool:
    """Somebody by name or office, rather than a state or a body."""
    actor = resolved.actors[party.actor] if party.actor else None
    if actor is not None:
        return actor.kind in ("person", "group")
    return is_people(resolved.annotated.tokens[party.token])


def a_person(resolved: Resolved, token: Token) -> bool:
    actor = resolved.actor_at(token.i)
    return actor is not None and actor.kind == "person"
