"""memcon sql: questions in SQL to the tables of the record."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

import memcon
from memcon.cli.options import AsCsv, AsJson, Db
from memcon.cli.output import note, put, show
from memcon.export.record_json import Json

if TYPE_CHECKING:
    from memcon.export.sql import Answer

SHOWN = 100  # rows of an answer that is printed for people


def sql(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help='SQL, as "SELECT kind, count(*) FROM engagements ...".')
    ],
    tables: Annotated[
        Path | None, typer.Option("--tables", metavar="DIR", help="Ask what memcon export --format parquet wrote there.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Ask the tables of the record in SQL, as DuckDB has it: docs/tables.md describes them and has examples."""
    if tables is not None:
        from memcon.export.sql import ask_folder

        with ask_folder(question, tables) as answer:
            _print(answer, as_json, as_csv)
        return
    with memcon.open_record(db) as record, record.sql(question) as answer:
        _print(answer, as_json, as_csv)


def _print(answer: "Answer", as_json: bool, as_csv: bool) -> None:
    if as_json or as_csv:
        put(_items(answer), as_json)
        return
    shown = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for column in answer.columns:
        shown.add_column(Text(column), overflow="fold")
    number = 0
    for number, row in enumerate(answer.rows, start=1):
        if number <= SHOWN:
            shown.add_row(*(Text(_words(value)) for value in row))
    if answer.columns:
        show(shown)
    more = f", {SHOWN} of them shown: --csv and --json print all" if number > SHOWN else ""
    note(f"{number:,} row{'s' * (number != 1)}{more}")


def _items(answer: "Answer") -> Iterator[Json]:
    names = _apart(answer.columns)
    for row in answer.rows:
        yield {name: _plain(value) for name, value in zip(names, row, strict=True)}


def _apart(columns: tuple[str, ...]) -> list[str]:
    """Names of columns that are all different: of a join, "id" and "id_2"."""
    seen: dict[str, int] = {}
    names = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        names.append(column if seen[column] == 1 else f"{column}_{seen[column]}")
    return names


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, date):  # and a time
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _words(value: object) -> str:
    """A value as people read it."""
    if isinstance(value, list | tuple):
        return ", ".join(map(_words, value))
    return "" if value is None else str(_plain(value))
