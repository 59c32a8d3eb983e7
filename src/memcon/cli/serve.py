"""memcon serve: the record as pages in a browser, and as an HTTP API."""

import socket
from typing import Annotated

import typer

from memcon.cli.options import Db
from memcon.cli.output import note
from memcon.model.errors import MemconError
from memcon.model.extras import Extra

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
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, max=64, help="Processes that answer. By default one for each core, four at most.", show_default=False
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Show the record in a browser: the diary, engagements, reports, people, relationships. Reads only; Ctrl-C ends it."""
    Extra("web", "fastapi").require("to show pages")
    Extra("web", "uvicorn").require("to show pages")
    import memcon
    from memcon.web.app import LOCAL as NAMES
    from memcon.web.app import create_app
    from memcon.web.rendering import load
    from memcon.web.workers import run, usual

    own = () if host in LOCAL else (f"[{host}]" if ":" in host else host,)
    several = workers or usual()
    memcon.open_record(db).close()  # what is wrong with it is told before anything listens
    load()
    with _listening(host, port) as at:
        shown = f"[{host}]" if ":" in host else host
        note(f"http://{shown}:{at.getsockname()[1]}/ ; Ctrl-C ends it")
        run(at, lambda: create_app(db, (*NAMES, *own, *(name or ())), ahead=True, several=several > 1), several)


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
