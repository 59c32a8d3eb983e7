"""memcon doctor and memcon schema: is everything here that memcon needs, and what shape has what it keeps."""

import json
import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from importlib.metadata import version
from typing import Annotated

import typer

import memcon
from memcon.cli.options import Db
from memcon.model.errors import MemconError
from memcon.store.address import Place

Check = tuple[str, Callable[[], str]]


def doctor(db: Db = None) -> None:
    """Check the model, its hashes, the database and the versions; exit 1 where something is wrong."""
    place = db or memcon.default_db()
    wrong = 0
    for name, check in checks(place):
        try:
            print(f"ok     {name:<10} {check()}")
        except MemconError as problem:
            wrong += 1
            print(f"WRONG  {name:<10} {problem}")
    if wrong:
        raise typer.Exit(1)


def checks(db: Place) -> Iterator[Check]:
    yield "versions", _versions
    yield "model", _model
    yield "readers", _readers
    yield "search", _search
    yield "database", lambda: _database(db)


def _versions() -> str:
    packages = ", ".join(f"{package} {version(package)}" for package in ("spacy", "sqlalchemy", "trafilatura"))
    return f"memcon {memcon.__version__}, Python {platform.python_version()}, {packages}, SQLite {sqlite3.sqlite_version}"


def _model() -> str:
    from memcon.annotate.model import check_model, find_model

    model = find_model()
    hashes = {"right": "hashes right", "unknown": "no hashes known for this version: taken as it is"}[check_model(model)]
    return f"{model.label} in {model.folder}: {hashes}"


def _readers() -> str:
    from memcon.read.readers import READERS

    absent = [reader for reader in READERS.values() if reader.needs and not reader.needs.installed]
    told = ", ".join(name for name, reader in READERS.items() if reader not in absent)
    return told + "".join(f"; {r.name} with pip install 'memcon[{r.needs.name}]'" for r in absent if r.needs)


def _search() -> str:
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        except sqlite3.OperationalError as problem:
            raise memcon.StoreError("this Python's SQLite has no FTS5; install a Python with a newer SQLite") from problem
    return "SQLite has full-text search (FTS5)"


def _database(db: Place) -> str:
    """Opens it for writing, as `memcon read` does; a file that is not there yet is made and taken away again."""
    from memcon.store import supplying
    from memcon.store.address import Server, address
    from memcon.store.store import Store

    path = address(db)
    new = not isinstance(path, Server) and not path.exists()
    try:
        with Store(path) as store:
            store.check_writable()
            documents, words = store.count()
            several, older = store.ask(supplying.several), store.ask(supplying.of_older)
    finally:
        if new and not isinstance(path, Server):
            for leftover in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)
    if new:
        return f"{path}: can be made"
    told = f"{path}: writable, {documents:,} documents, {words:,} words"
    told += f", {several:,} found at several sources" if several else ""
    return told + (
        f", {older:,} kept by an older memcon: read them again, and copies of one file become one" if older else ""
    )


class Shape(StrEnum):
    RECORD = "record"
    SQL = "sql"


def schema(
    of: Annotated[
        Shape, typer.Option("--of", help="record: JSON Schema of the exported record; sql: the tables.")
    ] = Shape.RECORD,
) -> None:
    """Print the JSON Schema of the record, or the SQL tables of the database."""
    if of is Shape.RECORD:
        from memcon.export.contract import json_schema

        print(json.dumps(json_schema(), indent=2))
    else:
        from memcon.store.schema import ddl

        print(ddl())
