"""One page, three forms: HTML for people, `.json` for programs, `.csv` where it is a table. And errors, in the form that was asked for.

Comes in: what a page has to say. Goes out: a response with an entity tag, so that what a browser has is not sent again.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from fastapi import Request, Response

from memcon.export.record_csv import csv_lines
from memcon.web.editing import SESSION
from memcon.web.rendering import page

FORMS = ("html", "json", "csv")
PROBLEM = "application/problem+json"
LINES = "application/jsonl"
_WHY = {
    PROBLEM: {
        "schema": {
            "type": "object",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
            },
        }
    }
}
TOLD: dict[int | str, dict[str, Any]] = {  # what the description of the API says of every address
    "304": {"description": "What `If-None-Match` names is still what there is."},
    "4XX": {"description": "Why it cannot be asked, or that it is not in this record (RFC 9457).", "content": _WHY},
    "503": {"description": "The database is gone, damaged, or its server does not answer.", "content": _WHY},
}


class Table(Response):
    """The kind of answer that is CSV, for the description of the API."""

    media_type = "text/csv"


def html(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page made of a template. What somebody sees who signed in is kept by nobody."""
    body = page(template, request, values).encode()
    if status != 200 or request.scope.get(SESSION):
        return Response(body, status, {"cache-control": "no-store"}, "text/html; charset=utf-8")
    return _tagged(request, body, "text/html; charset=utf-8")


def as_json(request: Request, value: Any) -> Response:
    return _tagged(request, msgspec.json.encode(value, enc_hook=str), "application/json")


def as_csv(request: Request, rows: Iterable[dict[str, Any]], name: str) -> Response:
    body = "".join(csv_lines(rows)).encode()
    response = _tagged(request, body, "text/csv; charset=utf-8")
    response.headers["content-disposition"] = f'attachment; filename="{name}.csv"'
    return response


def as_file(request: Request, body: bytes, media: str) -> Response:
    """A file that programs ask for again and again, or a picture."""
    return _tagged(request, body, media)


def as_lines(request: Request, body: bytes) -> Response:
    """JSON lines."""
    return _tagged(request, body, LINES)


def problem(request: Request, status: int, title: str, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """An error: a page for people, problem+json (RFC 9457) for programs."""
    if for_programs(request.url.path):
        return Response(problem_json(status, title, detail), status, headers, PROBLEM)
    response = html(request, "error.html", status, title=title, detail=detail)
    response.headers.update(headers or {})
    return response


def for_programs(path: str) -> bool:
    return path.endswith((".json", ".jsonl", ".csv", ".ics", ".atom", ".svg", ".png"))


def problem_json(status: int, title: str, detail: str) -> bytes:
    return msgspec.json.encode({"type": "about:blank", "title": title, "status": status, "detail": detail})


def _tagged(request: Request, body: bytes, media: str) -> Response:
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag, "vary": "cookie"})
    return Response(body, 200, {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie"}, media)
