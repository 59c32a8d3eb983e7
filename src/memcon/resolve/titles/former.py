"""Offices that somebody held once: "the former secretary of state" is the person of that state named just before.

A page, a title that no named person holds, and the actors so far in; whom it describes, or None, out. Refuses where two
persons of the state are near, or one whose present office is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.model.resolved import LocalActor, RoleClaim
from memcon.resolve.page import Page
from memcon.resolve.titles.titles import Title

REACH = 1  # sentences back: the description stands for the name, and does not wait


def once_held(page: Page, title: Title, actors: Mapping[str, LocalActor], seen: Mapping[str, Sequence[int]]) -> str | None:
    """Whom "the former ..." describes."""
    if not title.past or title.determiner != "the" or not title.state or title.noun.rank == "relation":
        return None
    here = page.tokens[title.head].sentence
    near = [
        key
        for key, at in seen.items()
        if (actor := actors[key]).kind == "person"
        and actor.named
        and any(i < title.first and here - page.tokens[i].sentence <= REACH for i in at)
    ]
    fits = [k for k in near if actors[k].state == title.state and _can_have_held(title, actors[k])]
    return fits[0] if len(fits) == 1 else None


def _can_have_held(title: Title, actor: LocalActor) -> bool:
    if title.noun.gender and actor.gender and title.noun.gender != actor.gender:
        return False
    return not any(role.state and not role.past for role in actor.roles)


def with_office(page: Page, title: Title, actor: LocalActor) -> LocalActor:
    """The actor with this past office."""
    span = page.annotated.span(title.first, max(title.last, title.head + 1))
    claim = RoleClaim(title.words, title.organisation, span, True, title.state)
    return replace(actor, roles=(*actor.roles, claim))
