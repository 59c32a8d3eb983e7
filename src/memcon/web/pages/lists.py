"""Lists: engagements and actors, with the filters of the command line, a page at a time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Request, Response

from memcon import rows
from memcon.model.kinds import EngagementKind
from memcon.model.status import Status
from memcon.registers.issues import issues
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened, actors_of, engagements, worth_listing
from memcon.web.filters import LIMIT, PAGE, Asked, Lost, asked

router = APIRouter()
DAYS = 30  # before the last report, of which a list without filters tells
T = TypeVar("T")

Filters = Annotated[Asked, Depends(asked)]
Cursor = Annotated[str | None, Query(max_length=100, description="`next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=LIMIT)]
Every = Annotated[
    bool, Query(alias="all", description="Also talk, what lacks a name or the other side, and private business.")
]


@router.get("/engagements.json", tags=["engagements"], summary="Engagements, in order of time")
def engagements_json(
    request: Request, record: Opened, filters: Filters, cursor: Cursor = None, limit: Limit = PAGE, every: Every = False
) -> Response:
    found = engagements(record, filters)
    found = found if every else worth_listing(record, found, actors_of(record, found))
    shown, more = after(found, cursor, limit)
    return as_json(request, {"engagements": list(rows.engagements(record, shown)), "next": more})


@router.get("/engagements.csv", response_class=Table, tags=["engagements"], summary="Engagements as a table")
def engagements_csv(request: Request, record: Opened, filters: Filters, every: Every = False) -> Response:
    found = engagements(record, filters)
    found = found if every else worth_listing(record, found, actors_of(record, found))
    return as_csv(request, (dict(row) for row in rows.engagements(record, found)), "engagements")


@router.get("/engagements", include_in_schema=False)
def engagements_page(request: Request, record: Opened, filters: Filters, cursor: Cursor = None) -> Response:
    last = record.last_published()
    recent = filters.empty and last is not None
    if recent and last:
        filters = Asked(since=last - timedelta(days=DAYS))
    found = engagements(record, filters)
    actors = actors_of(record, found)
    shown, more = after(worth_listing(record, found, actors), cursor, PAGE)
    query = filters.query()
    return html(
        request,
        "engagements.html",
        shown=shown,
        actors=actors,
        asked=filters,
        recent=recent,
        last=last,
        strangers=record.strangers(with_=filters.with_, person=filters.person),
        statuses=list(Status),
        kinds=list(EngagementKind),
        issues=sorted(issues()),
        more=addresses.listed("/engagements", cursor=more, **query) if more else None,
        as_json=addresses.listed("/engagements.json", **query),
        as_csv=addresses.listed("/engagements.csv", **query),
    )


def after(found: Sequence[T], cursor: str | None, limit: int) -> tuple[list[T], str | None]:
    """A page of a list: what comes after the item whose id is the cursor; the cursor of the next page."""
    ids = [_id(item) for item in found]
    if cursor is not None and cursor not in ids:
        raise Lost("the cursor is of another list, or the record has changed; begin again without it")
    start = ids.index(cursor) + 1 if cursor else 0
    shown = list(found[start : start + limit])
    return shown, ids[start + limit - 1] if start + limit < len(found) else None


def _id(item: Any) -> str:
    return str(item.id)
