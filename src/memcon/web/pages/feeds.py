"""What programs subscribe to: a calendar (iCalendar) and a feed of changes (Atom), for all or for a state, person, issue."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon.export.exporters import exporter_named
from memcon.web.answers import as_file
from memcon.web.asking import Opened, remembered
from memcon.web.filters import Issue, Person, Since, With, asked

router = APIRouter()

YEAR, RECENT = timedelta(days=365), timedelta(days=30)  # before the last report: with a filter, without one
CalledOff = Annotated[bool, Query(description="What was called off shows as confirmed, with a mark.")]


class Calendar(Response):
    """For the description of the API."""

    media_type = "text/calendar"


class Feed(Response):
    """For the description of the API."""

    media_type = "application/atom+xml"


@router.get("/calendar.ics", response_class=Calendar, tags=["feeds"], summary="A calendar to subscribe to")
def calendar(
    request: Request,
    record: Opened,
    with_: With = None,
    person: Person = None,
    issue: Issue = None,
    since: Since = None,
    keep_called_off: CalledOff = False,
) -> Response:
    body = _written(record, "ics", with_, person, issue, since, keep_called_off)
    return as_file(request, body, "text/calendar; charset=utf-8")


@router.get("/changes.atom", response_class=Feed, tags=["feeds"], summary="A feed of changes: announced, moved, called off")
def changes(
    request: Request,
    record: Opened,
    with_: With = None,
    person: Person = None,
    issue: Issue = None,
    since: Since = None,
) -> Response:
    return as_file(request, _written(record, "atom", with_, person, issue, since), "application/atom+xml; charset=utf-8")


def _written(
    record: Opened,
    format: str,
    with_: list[str] | None,
    person: list[str] | None,
    issue: str | None,
    since: str | None,
    keep_called_off: bool = False,
) -> bytes:
    """What the exporter writes, made once for a question; what lies longer back than a year, or a month where nothing is asked for by
    name, is left out unless a first day is given."""
    filters = asked(with_, person, issue=issue, since=since)
    exporter = exporter_named(format)
    write = exporter.chosen
    if exporter.needs is not None:
        exporter.needs.require(f"to write {format}")
    assert write is not None

    def made() -> bytes:
        last, named = record.last_published(), bool(filters.with_ or filters.person or filters.issue)
        first = filters.since or (last - (YEAR if named else RECENT) if last else None)
        chosen = record.chosen(with_=filters.with_, person=filters.person, issue=filters.issue, back_to=first)
        out = BytesIO()
        write(replace(chosen, keep_called_off=keep_called_off), out)
        return out.getvalue()

    return remembered(record, ("feed", format, filters, keep_called_off), made)
