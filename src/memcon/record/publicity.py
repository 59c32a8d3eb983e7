"""Is an actor public: a state, a body, one who acts for a state or holds or held an office; or a private person?

Comes in: an actor with all that is told of it. Goes out: true, false, or None of unnamed people of whom nothing tells it. One report
that gives an office is enough, and a past one too; so is the paper of a government or a body that names somebody without a trade.
Trades ("lawyer", "singer") make nobody public, nor does an office in a company or a newspaper.
"""

from functools import cache

from memcon.model.record import Actor, Tenure
from memcon.registers.offices import BodyKind, bodies, noun_of, who_words
from memcon.registers.outlets import outlet_named
from memcon.registers.phrases import split

PUBLISHING: frozenset[BodyKind] = frozenset(("government", "seat", "ministry", "parliament", "international"))
PRIVATE_BODIES: frozenset[BodyKind] = frozenset(("company", "press", "think_tank"))
SOME_STATE = frozenset(
    ("international", "too_little", "contradiction")
)  # why none is told: there are words that tell of one


def is_public(actor: Actor, in_official_paper: bool = False) -> bool | None:
    """`in_official_paper`: the paper of a government or a body of states names it, whose diaries leave offices out."""
    if actor.kind == "state" or actor.state is not None or actor.gap in SOME_STATE or any(map(_is_office, actor.roles)):
        return True
    if actor.kind == "organisation":
        kind = _kind(actor.name)
        return (kind or "international") not in PRIVATE_BODIES
    if not actor.named:
        return True if _is_public_title(actor.name) else None
    return in_official_paper and actor.gap != "serves_none"


@cache
def is_official_paper(outlet: str | None) -> bool:
    """Is it what a government or a body of states publishes?"""
    if outlet is None:
        return False
    known = outlet_named().get(outlet.casefold())
    return known.kind in ("government", "international") if known is not None else _kind(outlet) in PUBLISHING


def _is_office(role: Tenure) -> bool:
    """Is it an office of a state, of a body that is no company, or one that makes a politician or a rebel leader?"""
    kind = _kind(role.organisation) if role.organisation else None
    if kind in PRIVATE_BODIES:
        return False
    noun = noun_of(role.title)
    of_a_body = kind is not None and noun is not None and noun.rank != "press"  # "managing director" of the Monetary Fund
    return of_a_body or _is_public_title(role.title)


def _is_public_title(title: str) -> bool:
    noun = noun_of(title)
    if noun is None or (noun.serves == "none" and noun.word not in who_words().public_without_office):
        return False
    return noun.word not in who_words().offices_of_any_body


def _kind(name: str) -> BodyKind | None:
    """What kind of body a name is of; None where the table has none."""
    known = bodies().at(split(name), 0)
    return known[1].kind if known is not None else None
