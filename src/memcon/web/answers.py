"""One page, three forms: HTML for people, `.json` for programs, `.csv` where it is a table. And errors, in the form that was asked for.

Comes in: what a page has to say. Goes out: a response with an entity tag, so that what a browser has is not sent again.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import msgspec
from fastapi import Request, Response

from memcon.export.record_csv import csv_lines
from memcon.web.rendering import page

FORMS = ("html", "json", "csv")


def html(request: Request, template: str, **values: Any) -> Response:
    """A page made of a template."""
    return _tagged(request, page(template, request, values).encode(), "text/html; charset=utf-8")


def as_json(request: Request, value: Any, media: str = "application/json", status: int = 200) -> Response:
    return _tagged(request, msgspec.json.encode(value, enc_hook=str), media, status)


def as_csv(request: Request, rows: Iterable[dict[str, Any]], name: str) -> Response:
    body = "".join(csv_lines(map(guarded, rows))).encode()
    response = _tagged(request, body, "text/csv; charset=utf-8")
    response.headers["content-disposition"] = f'attachment; filename="{name}.csv"'
    return response


def guarded(row: dict[str, Any]) -> dict[str, Any]:
    """Cells that a spreadsheet would take for formulas, marked as text by an apostrophe; numbers stay numbers."""
    return {
        name: f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value
        for name, value in row.items()
    }


def problem(request: Request, status: int, title: str, detail: str) -> Response:
    """An error: a page for people, problem+json (RFC 9457) for programs."""
    if request.url.path.endswith((".json", ".csv")):
        told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return as_json(request, told, "application/problem+json", status)
    response = html(request, "error.html", title=title, detail=detail)
    response.status_code = status
    return response


def _tagged(request: Request, body: bytes, media: str, status: int = 200) -> Response:
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, status, {"etag": tag, "cache-control": "private, no-cache"}, media)
