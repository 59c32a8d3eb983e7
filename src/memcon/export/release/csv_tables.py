"""A table as CSV that no spreadsheet takes for a program and that loses nothing, and its rows read back.

No value is an empty cell; a list is JSON; true and false are words; texts are guarded (`export/guard.py`).
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec

from memcon.export.columns import Sheets, Table, Type, Value
from memcon.export.guard import guarded, unguarded


def write_csv_table(table: Table, sheets: Sheets, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        names = [column.name for column in table.columns]
        writer.writerow(names)
        for row in table.rows(sheets):
            writer.writerow([cell_of(row[name]) for name in names])


def cell_of(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return msgspec.json.encode(value).decode()
        case str():
            return guarded(str(value))
    return str(value)


def rows_of(table: Table, path: Path) -> Iterator[dict[str, str | None]]:
    """The rows of a file, each cell as text, unguarded; None where there is no value."""
    texts = {column.name for column in table.columns if column.type is Type.TEXT}
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8", errors="surrogatepass", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                name: (unguarded(cell) if name in texts else cell) if cell else None for name, cell in row.items() if name
            }
