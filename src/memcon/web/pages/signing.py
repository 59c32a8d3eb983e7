"""Signing in with the token of the server, and out."""

from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from memcon.correcting.fields import line
from memcon.model.errors import StoreError
from memcon.web.answers import html
from memcon.web.editing import COOKIE, LASTS
from memcon.web.forms import Editor, Sent, Signed

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in_page(request: Request) -> Response:
    return _page(request, 200, "", "", request.query_params.get("to", ""))


@router.post("/sign-in")
def sign_in(request: Request, editing: Editor, form: Sent) -> Response:
    name, to = form.one("judge"), form.one("to")
    if not editing.knows(form.one("token")):
        return _page(request, 403, "That is not the token of this server.", name, to)
    try:
        name = line("name", name)
    except StoreError as slip:
        return _page(request, 422, str(slip), "", to)
    if not name:
        return _page(request, 422, "Who judges? Give a name: each correction is kept under it.", "", to)
    answer = RedirectResponse(here(to), 303)
    https = request.url.scheme == "https"
    answer.set_cookie(COOKIE, editing.open(name), max_age=LASTS, httponly=True, samesite="strict", secure=https)
    return answer


@router.post("/sign-out")
def sign_out(request: Request, editing: Editor, form: Signed) -> Response:
    editing.close(request.headers)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def here(to: str) -> str:
    """An address of this server; anything else is the first page."""
    try:
        parts = urlsplit(to)
    except ValueError:
        return "/"
    local = not parts.scheme and not parts.netloc and to.startswith("/") and to.isprintable()
    return to if local and not to.startswith(("//", "/\\")) and "\\" not in to else "/"


def _page(request: Request, status: int, slip: str, name: str, to: str) -> Response:
    return html(request, "sign-in.html", status, slip=slip, name=name, to=here(to))
