"""The application: pages and the HTTP API of one record.

Comes in: a database, the names under which the server may be asked, who may correct the record. Goes out: an ASGI application (FastAPI)
inside its guard. It reads, and writes nothing but corrections of those who may; it opens no connection of its own, and every page works
without JavaScript.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

import memcon
from memcon.at_hand import MOST
from memcon.model.errors import MemconError, MissingAsset, Unavailable
from memcon.store.address import Place
from memcon.web.answers import TOLD, problem
from memcon.web.asking import actors_of, worth_listing
from memcon.web.editing import Editing
from memcon.web.filters import Asked, Refused, Slip
from memcon.web.guard import Guard, allowed
from memcon.web.pages import CORRECTING, ROUTERS, actor, home, network, places, relationship

LOCAL = ("127.0.0.1", "localhost", "[::1]")
FOREMOST = 12  # actors, those mentioned most, of whom hundreds or thousands of engagements tell
PAIRS = 100  # relationships, of those who met most
PAUSE = 10.0  # seconds after which it is looked whether the record has changed
STATIC = Path(__file__).parent / "static"


def create_app(
    db: Place | None = None,
    hosts: Collection[str] = LOCAL,
    ahead: bool = False,
    editing: Editing | None = None,
    several: bool = False,
) -> Guard:
    """The application. Raises StoreError where there is no record. `ahead`: what takes longest is looked for at once, beside all else;
    `editing`: who may correct the record, where anybody may; `several`: other processes answer at the same port."""
    app = FastAPI(
        title="memcon",
        version=memcon.__version__,
        summary="Who met whom, when, where, about what, and who said what: a sourced record of diplomacy.",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    app.state.record = memcon.open_record(db)
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    app.state.editing = editing
    for router in ROUTERS:
        app.include_router(router, responses=TOLD)
    for router in CORRECTING if editing else ():
        app.include_router(router, responses={"4XX": TOLD["4XX"]})
    app.add_exception_handler(MemconError, _expected)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    if ahead:
        Thread(target=_look_ahead, args=(app.state.record,), daemon=True).start()
    return Guard(app, hosts, editing, several)


def _look_ahead(record: memcon.OpenRecord) -> None:
    """The diary, who met whom and where, the foremost people and relationships, which need much of the record: afterwards they are at hand,
    and again after each change of it."""
    known: str | None = None
    while True:
        with suppress(MemconError):  # whoever asks for it is told
            if (now := record.stamp()) != known:
                known = now
                _look(record)
        sleep(PAUSE)


def _look(record: memcon.OpenRecord) -> None:
    home.diary_of(record)
    record.coverage()
    record.spoken_of()
    record.done_between()
    if record.count()[0] <= MOST:
        every = record.engagements(as_of=record.last_published())
        worth_listing(record, every, actors_of(record, every))
        record.settled(e.id for e in every)
    for pair in relationship.known_pairs(record)[:PAIRS]:
        relationship.known_of(record, pair.left, pair.right)
    for who in record.actors(limit=FOREMOST):
        actor.known_of(record, record.dealings(who.id))
    lately = places.recent_of(record, Asked())
    places.find(record, places.took_place(lately))
    network.find(record, network.Wanted(lately))


def _expected(request: Request, error: Exception) -> Response:
    """Something that memcon expects and explains."""
    if isinstance(error, Slip):
        return problem(request, 400, "That cannot be asked", str(error))
    if isinstance(error, Refused):
        return problem(request, 422, "It cannot be corrected so", str(error))
    if isinstance(error, Unavailable):
        return problem(request, 503, "The record cannot be read now", str(error))
    title = "Not installed here" if isinstance(error, MissingAsset) else "Not in this record"
    return problem(request, 404, title, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    titles = {404: "There is no such page", 400: "That cannot be asked", 401: "Refused", 403: "Refused", 405: "Refused"}
    title = titles.get(error.status_code, "It does not go")
    headers = {"allow": allowed(request.app, request.scope)} if error.status_code == 405 else error.headers
    return problem(request, error.status_code, title, str(error.detail), headers)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
    return problem(request, 400, "That cannot be asked", told)
