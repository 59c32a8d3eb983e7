"""memcon serve: the record as pages in a browser, and as an HTTP API."""

import gc
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

LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))
BUSY = 64  # requests at once, beyond which the server says that it is busy


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
    db: Db = None,
) -> None:
    """Show the record in a browser: the diary, engagements, reports, people, relationships. Ctrl-C ends it."""
    if token_file and not edit:
        raise MemconError("a token lets people correct the record; add --edit")
    Extra("web", "fastapi").require("to show pages")
    Extra("web", "uvicorn").require("to show pages")
    import uvicorn

    from memcon.web.app import LOCAL as NAMES
    from memcon.web.app import create_app

    own = () if host in LOCAL else (f"[{host}]" if ":" in host else host,)
    app = create_app(db, (*NAMES, *own, *(name or ())), ahead=True, editing=_editing(db, token_file) if edit else None)
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", server_header=False, limit_concurrency=BUSY, h11_max_incomplete_event_size=16_384
        )
    )
    with _listening(host, port) as at:
        shown = f"[{host}]" if ":" in host else host
        note(f"http://{shown}:{at.getsockname()[1]}/ ; Ctrl-C ends it")
        gc.collect()
        gc.freeze()  # what is loaded once stays; looking through it cost more than the pages
        gc.set_threshold(100_000, 50, 1_000)
        server.run(sockets=[at])


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
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as problem:
        why = (problem.strerror or str(problem)).partition(" (")[0]
        raise MemconError(
            f"nothing can listen at {host}, port {port} ({why}); give another with --port or --host"
        ) from problem
