"""A month: what is told of each of its days, and what lies in it without a day of its own."""

from calendar import Calendar, monthrange
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from starlette.responses import RedirectResponse

from memcon import rows
from memcon.model.life import lasting
from memcon.model.record import Engagement
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened, actors_of, engagements, worth_listing
from memcon.web.filters import Asked, Slip

router = APIRouter()


def _month(month: str) -> tuple[int, int]:
    year, _, number = month.partition("-")
    if not (year.isdigit() and number.isdigit() and 1 <= int(number) <= 12 and 1 <= int(year) <= 9998):
        raise Slip(f"{month!r} is no month; write it as 2024-05")
    return int(year), int(number)


def _of(month: str, with_: list[str] | None) -> Asked:
    year, number = _month(month)
    return Asked(
        with_=tuple(w for w in with_ or () if w.strip()),
        since=date(year, number, 1),
        until=date(year, number, monthrange(year, number)[1]),
    )


Month = Annotated[str, Path(json_schema_extra={"pattern": "^[12][0-9]{3}-(0[1-9]|1[0-2])$"})]
With = Annotated[list[str] | None, Query(alias="with", max_length=10)]


@router.get("/calendar", include_in_schema=False)
def this_month(record: Opened) -> Response:
    last = record.last_published() or date.today()
    return RedirectResponse(addresses.month(last.year, last.month), 303)


@router.get("/calendar/{month}.json", tags=["engagements"], summary="The engagements that can lie in a month")
def month_json(request: Request, record: Opened, month: Month, with_: With = None) -> Response:
    found = engagements(record, _of(month, with_))
    return as_json(
        request, {"engagements": list(rows.engagements(record, worth_listing(record, found, actors_of(record, found))))}
    )


@router.get(
    "/calendar/{month}.csv",
    response_class=Table,
    tags=["engagements"],
    summary="The same as a table",
)
def month_csv(request: Request, record: Opened, month: Month, with_: With = None) -> Response:
    found = engagements(record, _of(month, with_))
    shown = rows.engagements(record, worth_listing(record, found, actors_of(record, found)))
    return as_csv(request, (dict(row) for row in shown), f"calendar-{month}")


@router.get("/calendar/{month}", include_in_schema=False)
def month_page(request: Request, record: Opened, month: Month, with_: With = None) -> Response:
    asked = _of(month, with_)
    year, number = _month(month)
    found = engagements(record, asked)
    actors = actors_of(record, found)
    listed = worth_listing(record, found, actors)
    before, after = date(year, number, 1) - timedelta(days=1), date(year, number, 28) + timedelta(days=5)
    return html(
        request,
        "calendar.html",
        year=year,
        number=number,
        name=date(year, number, 1).strftime("%B %Y"),
        weeks=Calendar().monthdatescalendar(year, number),
        by_day=by_day(listed),
        loose=[e for e in listed if not lasting(e)],
        actors=actors,
        before=addresses.listed(addresses.month(before.year, before.month), **{"with": list(asked.with_)}),
        after=addresses.listed(addresses.month(after.year, after.month), **{"with": list(asked.with_)}),
        asked=asked,
    )


def by_day(some: list[Engagement]) -> dict[date, list[Engagement]]:
    """What has its day, and what goes on for several on each of them."""
    found: dict[date, list[Engagement]] = {}
    for e in some:
        if days := lasting(e):
            for n in range((days[1] - days[0]).days + 1):
                found.setdefault(days[0] + timedelta(days=n), []).append(e)
    return found
