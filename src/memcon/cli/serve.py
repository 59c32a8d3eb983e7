"""memcon serve: the record as pages in a browser, and as an HTTP API."""

import socket
from os import environ
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.options import Db
from memcon.cli.output import note
from memcon.model.errors import MemconError
from memcon.model.extras import Extra

if TYPE_CHECKING:
    from memcon.web.editing import Editing

BACKLOG = 512  # connections that wait to be taken
LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen at. Another than this machine's own shows the record to others.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="HOST", help="A name under which browsers may ask for it, beside the address. Repeatable."
        ),
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Who has the token can correct the record. By default it is shown alone.")
    ] = False,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Holds the token. [default: $MEMCON_TOKEN, or one that is made and printed]"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, max=64, help="Processes that answer. By default one for each core, four at most.", show_default=False
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Show the record in a browser: the diary, engagements, reports, people, relationships. Ctrl-C ends it."""
    if token_file and not edit:
        raise MemconError("a token lets people correct the record; add --edit")
    Extra("web", "fastapi").require("to show pages")
    Extra("web", "uvicorn").require("to show pages")
    import memcon
    from memcon.web.app import LOCAL as NAMES
    from memcon.web.app import create_app
    from memcon.web.rendering import load
    from memcon.web.workers import run, usual

    own = () if host in LOCAL else (f"[{host}]" if ":" in host else host,)
    if edit and workers and workers > 1:
        raise MemconError("one process answers where people correct the record; leave out --workers")
    several = 1 if edit else workers or usual()
    memcon.open_record(db).close()  # what is wrong with it is told before anything listens
    editing = _editing(db, token_file) if edit else None
    load()
    with _listening(host, port) as at:
        shown = f"[{host}]" if ":" in host else host
        note(f"http://{shown}:{at.getsockname()[1]}/ ; Ctrl-C ends it")
        names = (*NAMES, *own, *(name or ()))
        run(at, lambda: create_app(db, names, ahead=True, editing=editing, several=several > 1), several)


def _editing(db: str | None, file: Path | None) -> "Editing":
    """Who may correct: whoever has the token that is given; where none is, one that is made and told once."""
    from memcon.web.editing import Editing

    given = _read(file) if file else environ.get("MEMCON_TOKEN", "").strip()
    token = given or token_urlsafe(24)
    editing = Editing(db, token)
    if not given:
        note(f"token for corrections, told this once: {token}")
    return editing


def _read(file: Path) -> str:
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise MemconError(f"{file}: the token cannot be read ({problem})") from problem
    if not token:
        raise MemconError(f"{file}: is empty; it is to hold the token")
    return token


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server(
            (host, port), backlog=BACKLOG, family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
    except OSError as problem:
        why = (problem.strerror or str(problem)).partition(" (")[0]
        raise MemconError(
            f"nothing can listen at {host}, port {port} ({why}); give another with --port or --host"
        ) from problem
