"""Parquet -> one RawItem a row, as the rows come. The only module that knows pyarrow, which is an extra: memcon[parquet].

Comes in: an open file. Goes out: a `RawItem` for each row with a text, a `Reject` ("path#row") for each that has none. Columns
read: those of a JSON line; others are passed over.
"""

from importlib import import_module
from typing import Any, BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.items import item_of
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.registers.line_keys import keys_of, line_keys

ROWS = 1000  # in memory at once


def read_parquet(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a Parquet file."""
    parquet: Any = import_module("pyarrow.parquet")
    if not stream.seekable():
        yield Reject(source, "Parquet through a pipe", "it is read from its end: give memcon the path of the file")
        return
    try:
        file = parquet.ParquetFile(stream)
        columns = [name for name in file.schema_arrow.names if name in line_keys()]
        if not set(columns) & set(keys_of("text")):
            yield Reject(
                source, "no column text", f"it has {', '.join(file.schema_arrow.names)}; name the one with the texts `text`"
            )
            return
        number = 0
        for batch in file.iter_batches(ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _item(f"{source}#{number}", row, given, options)
    except import_module("pyarrow").ArrowException as problem:
        yield Reject(source, "broken Parquet file", f"{problem}; it is damaged or ends too early: fetch it again")


def _item(place: str, row: dict[str, object], given: Given, options: ReadOptions) -> RawItem | Reject:
    plain = {
        name: value if isinstance(value, int | dict) else str(value) for name, value in row.items() if value is not None
    }
    return item_of(place, plain, "Parquet row", given, options)
