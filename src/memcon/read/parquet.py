"""Parquet -> one RawItem a row, as the rows come. The only module that knows pyarrow, which is an extra: memcon[parquet].

Comes in: an open file. Goes out: a `RawItem` for each row with a text, a `Reject` ("path#row") for each that has none. Columns
read: those of a JSON line; others are passed over. Raises `MissingAsset` where pyarrow is not installed.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.errors import MissingAsset
from memcon.model.record import Reject
from memcon.read.lines import item_of
from memcon.registers.line_keys import keys_of, line_keys

ROWS = 1000  # in memory at once


def read_parquet(path: str, stream: BinaryIO, defaults: Given) -> Iterator[RawItem | Reject]:
    """The items of a Parquet file."""
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as problem:
        raise MissingAsset(f"{path}: to read Parquet, memcon needs pyarrow: pip install 'memcon[parquet]'") from problem
    if not stream.seekable():
        yield Reject(path, "Parquet through a pipe", "it is read from its end: give memcon the path of the file")
        return
    try:
        file = parquet.ParquetFile(stream)
        columns = [name for name in file.schema_arrow.names if name in line_keys()]
        if not set(columns) & set(keys_of("text")):
            yield Reject(
                path, "no column text", f"it has {', '.join(file.schema_arrow.names)}; name the one with the texts `text`"
            )
            return
        number = 0
        for batch in file.iter_batches(ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _item(f"{path}#{number}", row, defaults)
    except import_module("pyarrow").ArrowException as problem:
        yield Reject(path, "broken Parquet file", f"{problem}; it is damaged or ends too early: fetch it again")


def _item(place: str, row: dict[str, object], defaults: Given) -> RawItem | Reject:
    plain = {
        name: value if isinstance(value, int | dict) else str(value) for name, value in row.items() if value is not None
    }
    return item_of(place, plain, "Parquet row", defaults)
