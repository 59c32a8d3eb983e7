"""Home: the diary. What is planned next, and what became of plans since a day that one chooses."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon import OpenRecord
from memcon.analysis.diary import Diary
from memcon.desk.diary_page import DiaryPage
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened, remembered
from memcon.web.filters import DAY, day

router = APIRouter()

With = Annotated[list[str] | None, Query(alias="with", max_length=10)]
Days = Annotated[int, Query(ge=1, le=366, description="So many days ahead.")]
From = Annotated[
    str | None,
    Query(
        alias="from",
        max_length=10,
        json_schema_extra=DAY,
        description="As of this day. By default that of the last report.",
    ),
]
Since = Annotated[
    str | None,
    Query(max_length=10, json_schema_extra=DAY, description="Changes since this day. By default as many days before."),
]


def diary_of(
    record: OpenRecord,
    as_of: date | None = None,
    days: int = 14,
    since: date | None = None,
    with_: list[str] | None = None,
) -> Diary:
    """The diary of a day, by default that of the last report."""
    sides = tuple(w for w in with_ or () if w.strip())
    return remembered(
        record, ("diary", as_of, days, since, sides), lambda: record.diary(as_of, days=days, since=since, with_=sides)
    )


@router.get("/diary.json", tags=["diary"], summary="What is planned next, and what became of plans")
def diary_json(
    request: Request, record: Opened, days: Days = 14, from_: From = None, since: Since = None, with_: With = None
) -> Response:
    found = diary_of(record, day(from_), days, day(since), with_)
    actors, documents = record.actors_by_id(found.actors), record.documents_by_id(found.documents)
    return as_json(request, DiaryPage(found, actors, documents, ", ".join(with_ or ())).as_object())


@router.get("/", include_in_schema=False)
def home(
    request: Request,
    record: Opened,
    days: Days = 14,
    from_: From = None,
    since: Since = None,
    with_: With = None,
) -> Response:
    reports, words_ = record.count()
    last = record.last_published()
    if last is None:
        return html(request, "empty.html", reports=reports)
    back = day(since)
    late = (
        back if back and back > (day(from_) or last) else None
    )  # whoever leafs back in time has the later day in the form still
    found = diary_of(record, day(from_), days, None if late else back, with_)
    return html(
        request,
        "home.html",
        diary=found,
        actors=record.actors_by_id(found.actors),
        with_=[w for w in with_ or () if w.strip()],
        days=days,
        late=late,
        last=last,
        reports=reports,
        words_read=words_,
    )
