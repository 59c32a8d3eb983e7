"""Questions in SQL to the tables of a record, answered by DuckDB: the only module that knows it (extra: memcon[analysis]).

Comes in: a question, and a record or a folder that `memcon export --format parquet` wrote. Goes out: the names of the columns and the
rows. Of a record only the tables that the question names are written, into a folder that is gone afterwards. DuckDB fetches nothing:
neither addresses nor extensions of its own.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from memcon.export.columns import Sheets, Table
from memcon.export.parquet import schema_of, write_table
from memcon.export.tables import TABLES
from memcon.export.view import RecordView
from memcon.model.errors import StoreError
from memcon.model.extras import Extra

NEEDS = Extra("analysis", "duckdb")
WHY = "to answer SQL"
ROWS = 1_000  # in memory at once


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, and the rows as they come. Read it before the question is left."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


@contextmanager
def ask_record(question: str, record: RecordView) -> Iterator[Answer]:
    """What SQL finds in a record."""
    NEEDS.require(WHY)
    with _engine() as db, TemporaryDirectory(prefix="memcon-sql-") as scratch:
        sheets, folder = Sheets(record), Path(scratch)
        for name in sorted(_named(question)):
            write_table(TABLES[name], sheets, folder)
            _show(db, TABLES[name], folder)
        yield _answer(db, question)


@contextmanager
def ask_folder(question: str, folder: Path) -> Iterator[Answer]:
    """What SQL finds in tables that were exported."""
    NEEDS.require(WHY)
    found = [table for table in TABLES.values() if (folder / table.name).is_dir()]
    if not found:
        raise StoreError(f"{folder}: no tables are there; memcon export --format parquet --out {folder} makes them")
    with _engine() as db:
        for table in found:
            _show(db, table, folder)
        yield _answer(db, question)


@contextmanager
def _engine() -> Iterator[Any]:
    duckdb: Any = import_module("duckdb")
    db = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "python_enable_replacements": "false",
        }
    )
    try:
        yield db
    finally:
        db.close()


def _named(question: str) -> set[str]:
    """The tables whose names stand in a question. One too many costs a moment; DuckDB's own list fails on `USING`."""
    return TABLES.keys() & set(re.findall(r"\w+", question.lower()))


def _show(db: Any, table: Table, folder: Path) -> None:
    """A table under its name, from its files; without files, empty."""
    place = folder / table.name
    if not any(place.glob("**/*.parquet")):
        db.register(table.name, schema_of(table).empty_table())
        return
    files = str(place / "**" / "*.parquet").replace("'", "''")
    parting = "hive_partitioning = true, hive_types = {'year': INTEGER}" if table.parted else "hive_partitioning = false"
    db.execute(f"CREATE VIEW \"{table.name}\" AS SELECT * FROM read_parquet('{files}', {parting})")


def _answer(db: Any, question: str) -> Answer:
    duckdb: Any = import_module("duckdb")
    try:
        found = db.execute(question)
    except duckdb.Error as problem:
        raise StoreError(_plain(problem)) from None
    return Answer(tuple(column[0] for column in found.description or ()), _rows(found))


def _rows(found: Any) -> Iterator[tuple[object, ...]]:
    duckdb: Any = import_module("duckdb")
    try:
        while chunk := found.fetchmany(ROWS):
            yield from chunk
    except duckdb.Error as problem:  # a value that cannot be cast is met while rows come
        raise StoreError(_plain(problem)) from None


def _plain(problem: Exception) -> str:
    """DuckDB's message, and the tables that there are where it misses one."""
    words = str(problem).strip()
    return f"{words}\nthe tables are {', '.join(TABLES)}: docs/tables.md" if words.startswith("Catalog Error") else words
