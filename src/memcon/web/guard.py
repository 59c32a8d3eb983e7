"""What every request and every answer must keep: whom the server answers, how long a request may be, what a page may load.

Comes in: a request (ASGI). Goes out: the application's answer with the headers that bind a browser to this server alone, or a refusal.
Hosts are checked because a page elsewhere can have a browser ask this machine under a name of its own (DNS rebinding); a record may be
confidential. Where the record can be corrected, what changes it must come from a page of this server, if from any.
"""

import asyncio
from collections.abc import Collection, Mapping
from contextlib import nullcontext

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.at_hand import one_answer
from memcon.web.answers import PROBLEM, for_programs, problem_json
from memcon.web.editing import SESSION, Editing

LONGEST = 4_000  # characters of a path with its query
BODY = 100_000  # bytes of a request's body
PATIENCE = 10.0  # seconds in which a body is to come
ASKING = frozenset(("GET", "HEAD"))
CHANGING = frozenset(("POST", "DELETE"))
HEADERS = {
    # No inline script or style, nothing from elsewhere, no frame around a page.
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser does not tell the origin of a form
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Around an application. `hosts`: names under which the server may be asked, without ports; `editing`: who may correct the record,
    where anybody may. `several`: other processes answer, too; a connection on which others wait is let go, so that one that is free can
    take it."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], editing: Editing | None = None, several: bool = False) -> None:
        self._app = app
        self._several = several
        self._at_once = 0  # requests that are being answered
        self._hosts = frozenset(host.lower() for host in hosts)
        self._editing = editing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self._several and self._at_once > 1:
                    headers["connection"] = "close"
            await send(message)

        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refused(scope, headers)
        method, session = scope["method"], self._editing.session(headers) if self._editing else None
        if refusal is None and method in CHANGING:
            body = await _whole(receive)
            refusal = (408, f"The request did not come within {PATIENCE:.0f} seconds.") if body is None else None
            receive = _again(body or b"", receive)
        if refusal:
            await _refusal(scope["path"], *refusal, allowed(self._app, scope))(scope, receive, bound)
        else:  # a HEAD is answered as a GET is, of which the server leaves the body out
            asked = {**scope, "method": "GET" if method == "HEAD" else method, SESSION: session}
            self._at_once += 1
            try:
                with nullcontext() if method in CHANGING else one_answer():  # what changes the record sees it change
                    await self._app(asked, receive, _headless(bound) if method == "HEAD" else bound)
            finally:
                self._at_once -= 1

    @property
    def _methods(self) -> frozenset[str]:
        return ASKING | CHANGING if self._editing else ASKING

    def _refused(self, scope: Scope, headers: Mapping[str, str]) -> tuple[int, str] | None:
        if _name(headers.get("host", "")) not in self._hosts:
            return 421, "This server does not answer under that name; start it with --name to let it."
        if scope["method"] not in self._methods:
            return (
                405,
                "This server is for reading: GET and HEAD." if not self._editing else "There is no such method here.",
            )
        if scope["method"] in CHANGING and not _from_here(headers):
            return (
                403,
                "What changes the record comes from a page of this server, or from a program; not from a page elsewhere.",
            )
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            return 414, f"The address is longer than {LONGEST:,} characters."
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdigit() or int(length) > BODY:
            return 413, f"A request needs no body, and a form at most {BODY:,} bytes."
        return None


def _from_here(headers: Mapping[str, str]) -> bool:
    """Is it of a page of this server, or of no page, as what programs send?"""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    _, _, place = (origin or "").partition("://")
    return site in ("same-origin", "none") and (origin is None or place.lower() == headers.get("host", "").lower() != "")


async def _whole(receive: Receive) -> bytes | None:
    """The body of a request, which the server has checked to be as long as it says; None where it does not come in time."""
    body: bytes = b""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await receive()
                body += bytes(message.get("body", b""))
                if message["type"] != "http.request" or not message.get("more_body"):
                    return body
    except TimeoutError:
        return None


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, as if it came now; after it whatever comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def read() -> Message:
        return waiting.pop() if waiting else await receive()

    return read


def allowed(app: ASGIApp, scope: Scope) -> str:
    """The methods that an address takes; GET and HEAD of one that there is not."""
    routes = getattr(app, "routes", ())

    def takes(method: str) -> bool:
        some = (r for r in routes if method == "GET" or not isinstance(r, Mount))  # files of a folder are only read
        return any(r.matches({**scope, "method": method})[0] is Match.FULL for r in some)

    changing = {method for method in CHANGING if takes(method)}
    return ", ".join(sorted(changing if changing and not takes("GET") else changing | ASKING))


def _refusal(path: str, status: int, words: str, methods: str) -> Response:
    headers = {"allow": methods} if status == 405 else {}
    if for_programs(path):
        return Response(problem_json(status, "Refused", words), status, headers, PROBLEM)
    return PlainTextResponse(words + "\n", status, headers)


def _headless(send: Send) -> Send:
    async def without_body(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return without_body


def _name(host: str) -> str:
    """The name of a Host header, without its port; of IPv6 the address in brackets."""
    host = host.lower()
    if host.startswith("["):
        name, closed, _ = host.partition("]")
        return name + closed
    return host.partition(":")[0]
