"""People, states and bodies, those mentioned most often first; and names to complete what is typed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon.export import record_json
from memcon.model.record import Actor
from memcon.model.resolved import ActorKind
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened
from memcon.web.filters import LIMIT, PAGE, Person, Slip, With
from memcon.web.pages.lists import Cursor, Limit
from memcon.wording.foremost import foremost

router = APIRouter()
KINDS: tuple[ActorKind, ...] = ("person", "state", "organisation", "group")
Kind = Annotated[str | None, Query(max_length=20, json_schema_extra={"enum": ["", *KINDS]})]


def _kind(wanted: str | None) -> str | None:
    if wanted and wanted not in KINDS:
        raise Slip(f"there is no kind of actor {wanted!r}; there are {', '.join(KINDS)}")
    return wanted or None


def _some(names: list[str] | None) -> list[str]:
    return [name for name in names or () if name.strip()]


@router.get(
    "/actors.json", tags=["actors"], summary="Actors, those mentioned most often first, without the words for each value"
)
def actors_json(
    request: Request,
    record: Opened,
    with_: With = None,
    person: Person = None,
    kind: Kind = None,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> Response:
    found = record.actors(with_=_some(with_), person=_some(person), kind=_kind(kind), after=cursor or None, limit=limit + 1)
    return as_json(
        request, {"actors": list(map(in_list, found[:limit])), "next": found[limit - 1].id if found[limit:] else None}
    )


def in_list(who: Actor) -> dict[str, object]:
    """An actor without the words that support the state and the offices, of which a president has thousands: his own page has them."""
    whole = record_json.actor(who)
    roles = [{**role, "places": len(role["evidence"])} for role in whole["roles"]]
    listed = {name: value for name, value in whole.items() if name != "state_evidence"}
    return {**listed, "roles": [{name: value for name, value in role.items() if name != "evidence"} for role in roles]}


def in_part(who: Actor, places: list[int], most: int) -> dict[str, object]:
    """An actor with some of the words for each office, and at how many places it is told."""
    whole = record_json.actor(who)
    roles = [
        {**role, "evidence": role["evidence"][:most], "places": n} for role, n in zip(whole["roles"], places, strict=True)
    ]
    return {**whole, "roles": roles}


@router.get(
    "/actors.csv", response_class=Table, tags=["actors"], summary="Actors as a table, without the words for each value"
)
def actors_csv(request: Request, record: Opened, with_: With = None, person: Person = None, kind: Kind = None) -> Response:
    found = record.actors(with_=_some(with_), person=_some(person), kind=_kind(kind), limit=LIMIT)
    table = (
        {
            "id": a.id, "kind": a.kind, "name": a.name, "state": a.state, "aliases": list(a.aliases),
            "offices": [r.title for r in foremost(a.roles)], "wikidata": a.wikidata,
        }
        for a in found
    )  # fmt: skip
    return as_csv(request, table, "actors")


@router.get("/actors", include_in_schema=False)
def actors_page(request: Request, record: Opened, with_: With = None, kind: Kind = None, cursor: Cursor = None) -> Response:
    asked = _some(with_)
    found = record.actors(with_=asked, kind=_kind(kind), after=cursor or None, limit=PAGE + 1)
    query = {"with": asked, "kind": kind}
    return html(
        request,
        "actors.html",
        shown=[(a, foremost(a.roles)[:3]) for a in found[:PAGE]],
        asked=asked,
        kind=kind,
        kinds=KINDS,
        strangers=record.strangers(with_=asked),
        more=addresses.listed("/actors", cursor=found[PAGE - 1].id, **query) if found[PAGE:] else None,
        as_json=addresses.listed("/actors.json", **query),
        as_csv=addresses.listed("/actors.csv", **query),
    )


@router.get("/names.json", tags=["actors"], summary="Names that begin with some letters, to complete what is typed")
def names_json(request: Request, record: Opened, q: Annotated[str, Query(min_length=1, max_length=60)]) -> Response:
    return as_json(request, {"names": record.names_like(q)})
