"""Who may correct the record from the pages: whoever has the token, by a form that opens a session, or with each request of the API.

Comes in: the token of `memcon serve --edit`, requests. Goes out: an `Editing` with the sessions that are open; they end with the server.
Tokens are compared in constant time. The cookie of a session goes to this server alone, to no script, and with no request that a page
elsewhere makes; each form has a token of its session beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from threading import Lock
from time import monotonic

from memcon.correcting.corrections import Corrections, corrections
from memcon.model.errors import MemconError
from memcon.store.address import Place

COOKIE = "memcon"
SESSION = "memcon.session"  # in the scope of a request: who signed in
LASTS = 12 * 3_600  # seconds
MOST = 200  # sessions; the oldest ends where more are opened
SHORTEST = 16  # characters of a token


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who signed in: the name of who judges, and what forms of his carry."""

    judge: str
    form: str
    ends: float


class Editing:
    """The corrections of a record, for those who have the token. `turn`: held by whoever corrects, for one goes after another."""

    def __init__(self, db: Place | None, token: str) -> None:
        if len(token) < SHORTEST:
            raise MemconError(
                f"the token has at least {SHORTEST} characters, so that nobody guesses it; this has {len(token)}"
            )
        self.corrections: Corrections = corrections(db)
        self.turn = Lock()
        self._token = _digest(token)
        self._sessions: dict[str, Session] = {}

    def knows(self, token: str) -> bool:
        return compare_digest(self._token, _digest(token))

    def open(self, judge: str) -> str:
        """A session; goes out the value of its cookie."""
        key = token_urlsafe(32)
        while len(self._sessions) >= MOST:
            self._sessions.pop(next(iter(self._sessions), ""), None)
        self._sessions[key] = Session(judge, token_urlsafe(32), monotonic() + LASTS)
        return key

    def close(self, headers: Mapping[str, str]) -> None:
        self._sessions.pop(_cookie(headers), None)

    def session(self, headers: Mapping[str, str]) -> Session | None:
        """The session whose cookie a request has."""
        found = self._sessions.get(_cookie(headers))
        return found if found and found.ends > monotonic() else None

    def bears(self, headers: Mapping[str, str]) -> bool:
        """Does a request of a program have the token?"""
        kind, _, token = headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and self.knows(token.strip())


def _digest(token: str) -> bytes:
    """Of the same length for every token, so that the time of comparing tells nothing of it."""
    return sha256(token.encode("utf-8", "surrogateescape")).digest()


def _cookie(headers: Mapping[str, str]) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
