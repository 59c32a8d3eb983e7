"""The map: where engagements took place in a period; the places as a table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from memcon import OpenRecord
from memcon.analysis import vega
from memcon.analysis.spots import Where, where
from memcon.model.kinds import EngagementKind
from memcon.model.life import has_day
from memcon.model.status import DONE, Status
from memcon.web import addresses, map_drawing
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened, actors_of, engagements, remembered, worth_listing
from memcon.web.filters import NO_PLACE, Asked, chosen
from memcon.web.pages.lists import Filters
from memcon.wording import words

router = APIRouter()
YEAR = timedelta(days=365)  # before the last report
HELD = tuple(sorted(DONE))
Part = Annotated[str | None, Query(max_length=20, json_schema_extra={"enum": ["", *map_drawing.PARTS]})]


def find(record: OpenRecord, filters: Asked) -> tuple[Where, int, int]:
    """The places; how many engagements there are, and how many of them have no day to within some weeks."""

    def look() -> tuple[Where, int, int]:
        found = engagements(record, filters)
        listed = worth_listing(record, found, actors_of(record, found))
        return where(listed), len(listed), sum(not has_day(e.date) for e in listed)

    return remembered(record, ("places", filters), look)


def recent_of(record: OpenRecord, filters: Asked) -> Asked:
    """With the year before the last report, where no days are asked for."""
    last = record.last_published()
    return filters if last is None or filters.period else replace(filters, since=last - YEAR, until=last)


def took_place(filters: Asked) -> Asked:
    """What a map is asked for; by default what was held."""
    return filters if filters.status else replace(filters, status=HELD)


def rows(found: Where) -> Iterator[dict[str, Any]]:
    for s in found.spots:
        yield {
            "name": s.place.name, "country": s.place.country, "extent": s.extent, "engagements": s.engagements,
            "told": s.told, "latitude": s.latitude, "longitude": s.longitude, "geonames": s.place.geonames,
        }  # fmt: skip


@router.get("/map.json", tags=["engagements"], summary="Where engagements took place, the places with most first")
def map_json(request: Request, record: Opened, filters: Filters) -> Response:
    found, count, vague = find(record, took_place(filters))
    told = {"engagements": count, "no_place": found.nowhere, "calls_without_place": found.calls, "vague": vague}
    return as_json(request, {"from": filters.since, "to": filters.until, **told, "places": list(rows(found))})


@router.get("/map.csv", response_class=Table, tags=["engagements"], summary="The places as a table")
def map_csv(request: Request, record: Opened, filters: Filters) -> Response:
    return as_csv(request, rows(find(record, took_place(filters))[0]), "places")


@router.get("/map", include_in_schema=False)
def map_page(request: Request, record: Opened, filters: Filters, part: Part = None) -> Response:
    shown = chosen("part of the world", part, tuple(map_drawing.PARTS)) or "world"
    given, filters = filters, recent_of(record, filters)
    wanted = took_place(filters)
    found, count, vague = find(record, wanted)
    return html(
        request,
        "map.html",
        asked=filters,
        recent=given != filters,
        found=found,
        count=count,
        vague=vague,
        part=shown,
        parts=[(name, addresses.listed("/map", **filters.query(), part=name)) for name in map_drawing.PARTS],
        maps=[map_drawing.drawn(found.spots, shown, most) for most in (map_drawing.WIDE, map_drawing.NARROW)],
        title=map_drawing.title,
        extent=map_drawing.extent_in_words,
        statuses=list(Status),
        kinds=list(EngagementKind),
        strangers=record.strangers(with_=filters.with_, person=filters.person),
        at=lambda *places: addresses.listed(
            "/engagements", **wanted.query() | {"place": [words.where(p) if p else NO_PLACE for p in places]}
        ),
        charts=addresses.charts("places", **filters.query()) if vega.installed() else {},
        as_json=addresses.listed("/map.json", **filters.query()),
        as_csv=addresses.listed("/map.csv", **filters.query()),
    )
