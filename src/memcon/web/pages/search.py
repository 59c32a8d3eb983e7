"""Search over everything: texts with the words found, and names."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon import Hit, rows
from memcon.model.document import Document
from memcon.model.text import Span
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened
from memcon.wording.passages import Passage, passage

router = APIRouter()
HITS, NAMES = 30, 12
AROUND = 260  # characters, with the words found

Words = Annotated[str, Query(max_length=300, description='Words; "two words" together, word* by its beginning, OR.')]


@router.get("/search.json", tags=["search"], summary="Documents that hold all the words, the best first")
def search_json(
    request: Request, record: Opened, q: Words = "", limit: Annotated[int, Query(ge=1, le=200)] = HITS
) -> Response:
    found = record.search(q, limit)
    documents = record.documents_by_id({hit.document for hit in found})
    return as_json(request, {"hits": list(rows.hits(found, documents)), "names": record.names_like(q) if q.strip() else []})


@router.get("/search", include_in_schema=False)
def search_page(request: Request, record: Opened, q: Words = "") -> Response:
    found = record.search(q, HITS)
    documents = record.documents_by_id({hit.document for hit in found})
    names = record.actors(with_=q.strip(), limit=NAMES) if q.strip() and '"' not in q else []
    return html(
        request,
        "search.html",
        q=q,
        hits=found,
        documents=documents,
        told=[_told(hit, documents[hit.document]) for hit in found],
        people=names,
    )


def _told(hit: Hit, document: Document) -> Passage | None:
    """The first of the words with what stands around them, in whole words; None where only the title holds them."""
    if hit.start is None or hit.end is None:
        return None
    return passage(document, Span(hit.start, hit.end), Span(0, len(document.text)), AROUND)
