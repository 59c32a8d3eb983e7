"""Parquet -> one RawItem a row, as the rows come. The only module that knows pyarrow, which is an extra: memcon[parquet].

Comes in: an open file. Goes out: a `RawItem` for each row with a text, a `Reject` ("path#row") for each that has none. Columns
read: those under the usual names or the mapped ones; others are passed over.
"""

from datetime import datetime
from importlib import import_module
from typing import Any, BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.fields import loosely, names_of, watched
from memcon.read.items import item_of, without_text
from memcon.read.options import ReadOptions
from memcon.read.reader import Items

ROWS = 100  # in memory at once
BROKEN = "broken Parquet file"


def read_parquet(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a Parquet file."""
    parquet: Any = import_module("pyarrow.parquet")
    if not stream.seekable():
        yield Reject(source, "Parquet through a pipe", "it is read from its end: give memcon the path of the file")
        return
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        columns = list(file.schema_arrow.names)
        texts, wanted = (_among(columns, names) for names in (names_of("text", options.fields), watched(options.fields)))
        if not texts:
            yield Reject(source, "no column with the text", without_text(dict.fromkeys(columns), options))
            return
        whole = file.metadata.num_rows
        if not whole:
            yield Reject(source, "no row", "it holds columns and nothing in them")
        for batch in file.iter_batches(ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _item(f"{source}#{number}", row, given, options)
        if number < whole:
            yield Reject(source, BROKEN, f"{number:,} of its {whole:,} rows are there; fetch it again")
    except (import_module("pyarrow").ArrowException, UnicodeDecodeError, OSError) as problem:
        after = f" after row {number:,}" if number else ""
        yield Reject(source, BROKEN, f"{problem}{after}; it is damaged or ends too early: fetch it again")


def _among(columns: list[str], names: tuple[str, ...]) -> list[str]:
    """The columns that have one of the names; of "fields.bodyText", the column fields."""
    known = {loosely(part) for name in names for part in (name, name.partition(".")[0])}
    return [column for column in columns if loosely(column) in known]


def _item(place: str, row: dict[str, object], given: Given, options: ReadOptions) -> RawItem | Reject:
    return item_of(
        place, {name: _plain(value) for name, value in row.items() if value is not None}, "Parquet row", given, options
    )


def _plain(value: object) -> object:
    """A value as JSON could have it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | dict | list) else str(value)
