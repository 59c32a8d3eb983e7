"""The record as tables: one CSV file for each list of the JSON record, in one ZIP; and one list alone as CSV.

Columns are the fields of docs/record.md. A date is four columns (`date_earliest`, `date_latest`, `date_value`,
`date_basis`), a place likewise; lists of plain words are joined by ";"; anything deeper is JSON in its cell. No cell is a formula
(`export/guard.py`). The bytes are the same for the same record.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from memcon.export.guard import cell
from memcon.export.record_json import Json, sections
from memcon.export.view import RecordView

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows: a time of writing would change the bytes


def write_csv(record: RecordView, out: IO[bytes]) -> None:
    """A ZIP of tables: documents.csv, actors.csv, ... Tables without rows are left out."""
    with ZipFile(out, "w") as archive:
        for name, items in sections(record).items():
            first = next(items, None)
            if first is None:
                continue
            info = ZipInfo(f"{name}.csv", EPOCH)
            info.compress_type = ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as file:
                file.writelines(line.encode() for line in csv_lines(_chain(first, items)))


def csv_lines(items: Iterable[Json]) -> Iterator[str]:
    """Items of one kind as CSV with a header, line by line. All items of a kind have the same fields."""
    buffer = io.StringIO()
    writer: Any = csv.writer(buffer, lineterminator="\n")
    header: list[str] | None = None
    for item in items:
        row = flat(item)
        if header is None:
            header = list(row)
            writer.writerow(map(cell, header))
        writer.writerow([cell(row.get(name)) for name in header])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


DATES = ("date", "published", "by")
DATE_FIELDS = ("earliest", "latest", "value", "basis")
PLACE_FIELDS = ("name", "country", "latitude", "longitude", "geonames")


def flat(item: Json) -> dict[str, str | int | float | bool | None]:
    """One item as the cells of a row."""
    row: dict[str, str | int | float | bool | None] = {}
    for name, value in item.items():
        if name in DATES and not isinstance(value, str):  # a decision is `by` a rule
            row |= {f"{name}_{part}": (value or {}).get(part) for part in DATE_FIELDS}
        elif name == "place":
            row |= {f"place_{part}": (value or {}).get(part) for part in PLACE_FIELDS}
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            row[name] = ";".join(value)
        elif isinstance(value, list | dict):
            row[name] = msgspec.json.encode(value).decode()
        else:
            row[name] = value
    return row


def _chain(first: Json, rest: Iterable[Json]) -> Iterator[Json]:
    yield first
    yield from rest
