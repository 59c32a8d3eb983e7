"""One report: its text with what was read marked in place, its versions and its copies."""

from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon import OpenRecord
from memcon.model.document import Document
from memcon.shown_json import as_object
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened, Slipped, correcting, worth_listing
from memcon.web.diffs import changes
from memcon.web.marks import findings, paragraphs
from memcon.web.pages.statement import named_in

router = APIRouter()
LISTED = 300  # findings
SAID = 60  # statements


@router.get("/documents/{item}.json", tags=["documents"], summary="One document with everything around it")
def document_json(request: Request, record: Opened, item: str) -> Response:
    return as_json(request, as_object(record.show(item)))


@router.get("/documents/{item}", include_in_schema=False)
def document_page(request: Request, record: Opened, item: str, at: Annotated[int | None, Query(ge=0)] = None) -> Response:
    return answer(request, record, item, at=at)


def answer(request: Request, record: OpenRecord, item: str, slip: Slipped | None = None, at: int | None = None) -> Response:
    """The page; with the form that could not be taken. `at`: the character that was asked for."""
    shown = record.show(item)
    d = shown.item
    if not isinstance(d, Document):
        return html(request, "elsewhere.html", shown=shown)
    told = record.told_in(d.id)
    listed = worth_listing(record, told.engagements, told.actors)
    read = findings(told)
    said = sorted(told.statements, key=lambda s: s.span)
    before = next((v for v, after in pairwise(shown.versions) if after.id == d.id), None)
    family = next(iter(shown.families), None)
    copied = None
    if family is not None and family.canonical != d.id and before is None:
        copied = record.documents_by_id([family.canonical]).get(family.canonical)
    against = before or copied
    return html(
        request,
        "document.html",
        status=422 if slip else 200,
        refused=slip.why if slip else None,
        correcting=correcting(record, family, slip) if family else None,
        d=d,
        shown=shown,
        actors={**shown.actors, **told.actors},
        paragraphs=paragraphs(told, at),
        findings=read[:LISTED],
        unlisted=max(len(read) - LISTED, 0),
        engagements=listed,
        statements=said[:SAID],
        unsaid=max(len(said) - SAID, 0),
        judging={s.id: correcting(record, s, None) for s in said[:SAID]},
        known=named_in(record, request, d.id),
        more=len(told.engagements) - len(listed),
        family=family,
        members=record.documents_by_id(family.documents) if family else {},
        against=against,
        changes=changes(against.text, d.text) if against else [],
    )
