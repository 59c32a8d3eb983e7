"""One actor: the offices, whom he met and when first and last, what he said, by issue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from memcon import OpenRecord
from memcon.analysis.contacts import is_contact
from memcon.analysis.wholes import occasions
from memcon.api import Dealings
from memcon.model.record import Actor, Engagement
from memcon.shown_json import as_object
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened, Slipped, correcting, remembered, worth_listing
from memcon.web.filters import PAGE, Lost
from memcon.web.ordering import last_first
from memcon.web.pages.actors import in_list, in_part
from memcon.web.pages.lists import Cursor, Limit
from memcon.wording.foremost import foremost

router = APIRouter()
MET = 60  # people of a page
SHOWN = 50  # engagements of each group


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom an actor met: how often, the first and the last time (engagements in order of time)."""

    who: Actor
    times: int
    first: Engagement
    last: Engagement


@router.get(
    "/actors/{item}.json", tags=["actors"], summary="One actor with what is around it, of each list a page at a time"
)
def actor_json(request: Request, record: Opened, item: str, cursor: Cursor = None, limit: Limit = PAGE) -> Response:
    """Of a president the lists have thousands: `engagements`, `statements`, `mentions` with their `quotes`, `decisions` and the words for
    each office begin where the page before ended; the others whom they name are told without such words."""
    if cursor is not None and not (cursor.isascii() and cursor.isdigit() and len(cursor) < 10):
        raise Lost("the cursor is of another list; begin again without it")
    start = int(cursor or 0)
    shown = record.show(item, part=range(start, start + limit + 1))
    cut = replace(
        shown,
        engagements=shown.engagements[:limit],
        statements=shown.statements[:limit],
        mentions=shown.mentions[:limit],
        decisions=shown.decisions[:limit],
    )
    told = {**as_object(cut), "actors": {i: in_list(a) for i, a in sorted(cut.actors.items())}}
    places: list[int] = []
    if isinstance(cut.item, Actor):
        places = [len(role.evidence) for role in record.actors_by_id([cut.item.id])[cut.item.id].roles]
        told["item"] = in_part(cut.item, places, limit)
    lists = (shown.engagements, shown.statements, shown.mentions, shown.decisions)
    more = any(n > start + limit for n in places) or any(len(some) > limit for some in lists)
    return as_json(request, {**told, "next": str(start + limit) if more else None})


@router.get("/actors/{item}", include_in_schema=False)
def actor_page(request: Request, record: Opened, item: str) -> Response:
    return answer(request, record, item)


def answer(request: Request, record: OpenRecord, item: str, slip: Slipped | None = None) -> Response:
    """The page; with the form that could not be taken."""
    found = record.dealings(item)
    listed, seen = known_of(record, found)
    groups = last_first(listed, SHOWN)
    return html(
        request,
        "actor.html",
        status=422 if slip else 200,
        refused=slip.why if slip else None,
        correcting=correcting(record, found.actor, slip),
        a=found.actor,
        found=found,
        offices=foremost(found.actor.roles),
        actors=found.actors,
        engagements=groups,
        count=len(listed),
        shown=sum(len(some) for _, some in groups),
        met=seen,
        statements=found.statements[::-1],
    )


def known_of(record: OpenRecord, found: Dealings) -> tuple[list[Engagement], list[Met]]:
    """Of somebody's engagements those that have a place in a list, and whom he met most often."""

    def look() -> tuple[list[Engagement], list[Met]]:
        listed = worth_listing(record, found.engagements, found.actors)
        return listed, met(found.actor, listed, found.actors)[:MET]

    return remembered(record, ("dealings", found.actor.id), look)


def met(who: Actor, engagements: Iterable[Engagement], actors: Mapping[str, Actor]) -> list[Met]:
    """Those with whom somebody was, those most often first; a state for a state, a person for a person. A visit and the talks in it
    are one time."""
    found: dict[str, list[Engagement]] = {}
    for occasion in occasions(e for e in engagements if is_contact(e)):
        others = {other.id: e for e in reversed(occasion) for other in _others(who, e, actors)}
        for i, e in others.items():
            found.setdefault(i, []).append(e)
    made = [Met(actors[i], len(some), some[0], some[-1]) for i, some in found.items()]
    return sorted(made, key=lambda m: (-m.times, m.who.name))


def _others(who: Actor, e: Engagement, actors: Mapping[str, Actor]) -> list[Actor]:
    known = (actors.get(p.actor) for p in e.participants)
    return [other for other in known if other is not None and _of_another_side(who, other)]


def _of_another_side(who: Actor, other: Actor) -> bool:
    """Is it somebody else, by name, who does not act for the same state; of whom a person meets, a person?"""
    alike = other.kind == "person" or who.kind != "person"
    return other.id != who.id and other.named and alike and not (other.state and other.state == who.state)
