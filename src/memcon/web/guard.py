"""What every request and every answer must keep: whom the server answers, how long a request may be, what a page may load.

Comes in: a request (ASGI). Goes out: the application's answer with the headers that bind a browser to this server alone, or a refusal.
Hosts are checked because a page elsewhere can have a browser ask this machine under a name of its own (DNS rebinding); a record may be
confidential.
"""

from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.at_hand import one_answer
from memcon.web.answers import PROBLEM, for_programs, problem_json

LONGEST = 4_000  # characters of a path with its query
BODY = 100_000  # bytes of a request's body
ASKING = frozenset(("GET", "HEAD"))
HEADERS = {
    # No inline script or style, nothing from elsewhere, no frame around a page.
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Around an application. `hosts`: names under which the server may be asked, without ports. `several`: other processes answer, too;
    a connection on which others wait is let go, so that one that is free can take it."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], several: bool = False) -> None:
        self._app = app
        self._several = several
        self._at_once = 0  # requests that are being answered
        self._hosts = frozenset(host.lower() for host in hosts)

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

        if refusal := self._refused(scope):
            await _refusal(scope["path"], *refusal)(scope, receive, bound)
            return
        self._at_once += 1
        try:  # a HEAD is answered as a GET is, of which the server leaves the body out
            with one_answer():
                await self._app(
                    {**scope, "method": "GET"}, receive, _headless(bound) if scope["method"] == "HEAD" else bound
                )
        finally:
            self._at_once -= 1

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if _name(headers.get("host", "")) not in self._hosts:
            return 421, "This server does not answer under that name; start it with --name to let it."
        if scope["method"] not in ASKING:
            return 405, "This server is for reading: GET and HEAD."
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            return 414, f"The address is longer than {LONGEST:,} characters."
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdigit() or int(length) > BODY:
            return 413, "A request needs no body."
        return None


def _refusal(path: str, status: int, words: str) -> Response:
    allowed = {"allow": ", ".join(sorted(ASKING))} if status == 405 else {}
    if for_programs(path):
        return Response(problem_json(status, "Refused", words), status, allowed, PROBLEM)
    return PlainTextResponse(words + "\n", status, allowed)


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
