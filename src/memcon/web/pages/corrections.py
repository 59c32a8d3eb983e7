"""The log of corrections, how far those who judge agree, and their judgements as gold."""

from fastapi import APIRouter, Request, Response

from memcon import OpenRecord, corrections
from memcon.correcting.as_json import agreement, correction, row
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, as_lines, html
from memcon.web.asking import Opened, Slipped, corrections_of, remembered
from memcon.web.filters import PAGE
from memcon.web.pages.lists import Cursor, Limit, after
from memcon.wording import sayings, words

router = APIRouter()
DIFFERING = 50  # items on a page
LONG = 160  # characters of a statement


class Lines(Response):
    """For the description of the API."""

    media_type = "application/jsonl"


@router.get("/corrections.json", tags=["corrections"], summary="Corrections by hand, the last first")
def corrections_json(request: Request, record: Opened, cursor: Cursor = None, limit: Limit = PAGE) -> Response:
    shown, more = after(corrections_of(record)[::-1], cursor, limit)
    return as_json(request, {"corrections": [correction(c) for c in shown], "next": more})


@router.get("/corrections.csv", response_class=Table, tags=["corrections"], summary="Corrections by hand as a table")
def corrections_csv(request: Request, record: Opened) -> Response:
    return as_csv(request, map(row, corrections_of(record)), "corrections")


@router.get("/corrections/agreement.json", tags=["corrections"], summary="How far those who judged the same items agree")
def agreement_json(request: Request, record: Opened) -> Response:
    return as_json(request, agreement(corrections(record.path).agreement()))


@router.get("/corrections/gold.jsonl", response_class=Lines, tags=["corrections"], summary="Judgements, one a line")
def gold_lines(request: Request, record: Opened) -> Response:
    return as_lines(request, corrections(record.path).gold())


@router.get("/corrections", include_in_schema=False)
def corrections_page(request: Request, record: Opened, cursor: Cursor = None) -> Response:
    return answer(request, record, cursor)


def answer(request: Request, record: OpenRecord, cursor: str | None = None, slip: Slipped | None = None) -> Response:
    """The page; with the form that could not be taken."""
    every = corrections_of(record)
    shown, more = after(every[::-1], cursor, PAGE)
    found = remembered(record, "agreement", lambda: corrections(record.path).agreement())
    differing = found.differing[:DIFFERING]
    told = _told(record, {i for c in shown for i in c.items} | {d.item for d in differing})
    return html(
        request,
        "corrections.html",
        status=422 if slip else 200,
        refused=slip.why if slip else None,
        shown=shown,
        count=len(every),
        known={c.id: [(i, told[i]) for i in c.items if i in told] for c in shown},
        told=told,
        agreement=found,
        differing=differing,
        slip=slip,
        more=addresses.listed("/corrections", cursor=more) if more else None,
    )


def _told(record: OpenRecord, items: set[str]) -> dict[str, str]:
    """What items are called, of those that the record has."""
    told = {i: a.name for i, a in record.actors_by_id(i for i in items if i.startswith("actor-")).items()}
    for e in record.engagements_by_id(i for i in items if i.startswith("engagement-")):
        told[e.id] = f"{words.occasion(e)}, {words.when(e)}"
    said = record.statements_by_id(i for i in items if i.startswith("statement-"))
    documents = record.documents_by_id({s.document for s in said.values()})
    actors = record.actors_by_id(s.speaker for s in said.values())
    return told | {i: _in_short(": ".join(sayings.line(s, actors, documents.get(s.document)))) for i, s in said.items()}


def _in_short(line: str) -> str:
    return line if len(line) <= LONG else f"{line[:LONG].rpartition(' ')[0]} …"
