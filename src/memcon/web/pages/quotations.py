"""Quotations whose wording differs between copies: the variants against the one that is likely true."""

from fastapi import APIRouter, Request, Response

from memcon.export import record_json
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened
from memcon.web.diffs import changes
from memcon.web.filters import PAGE
from memcon.web.pages.lists import Cursor, Limit, after

router = APIRouter()


@router.get("/quotations.json", tags=["quotations"], summary="Quotations whose words differ between documents")
def quotations_json(request: Request, record: Opened, cursor: Cursor = None, limit: Limit = PAGE) -> Response:
    shown, more = after(record.quotations(), cursor, limit)
    return as_json(request, {"quotations": [record_json.quotation(q) for q in shown], "next": more})


@router.get("/quotations", include_in_schema=False)
def quotations_page(request: Request, record: Opened, cursor: Cursor = None) -> Response:
    every = record.quotations()
    shown, more = after(every, cursor, 25)
    said = record.statements_by_id(v.statement for q in shown for v in q.variants)
    return html(
        request,
        "quotations.html",
        shown=shown,
        count=len(every),
        more=f"/quotations?cursor={more}" if more else None,
        documents=record.documents_by_id({v.document for q in shown for v in q.variants}),
        changes=changes,
        said=said,
        actors=record.actors_by_id(s.speaker for s in said.values()),
    )
