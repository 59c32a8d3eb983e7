"""Search over everything: texts with the words found, and names."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from memcon import rows
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened

router = APIRouter()
HITS, NAMES = 30, 12

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
    names = record.actors(with_=q.strip(), limit=NAMES) if q.strip() and '"' not in q else []
    return html(
        request,
        "search.html",
        q=q,
        hits=found,
        documents=record.documents_by_id({hit.document for hit in found}),
        people=names,
    )
