"""The tables of a record as Parquet: TABLE/year=2018/part-0.parquet, a table that no year parts in TABLE/part-0.parquet.

Comes in: a record, an empty folder. Goes out: the files, which DuckDB, pandas, polars, R's arrow and Spark read as one table each
(Hive's way of naming; rows of no sure year stand in `year=__HIVE_DEFAULT_PARTITION__`). The same record gives the same bytes. A few
thousand rows are in memory. One of two modules that know pyarrow, an extra: memcon[analysis].
"""

from contextlib import ExitStack
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Self

from memcon.export.columns import YEAR, Row, Sheets, Table, Type, Value
from memcon.export.tables import TABLES
from memcon.export.view import RecordView
from memcon.model.extras import Extra

NEEDS = Extra("analysis", "pyarrow")
ROWS = 10_000  # in memory at once
GROUP = 100_000  # rows of a file that are read together
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"  # Hive's name of what has no value


def write_parquet(record: RecordView, folder: Path) -> None:
    """Every table of the record, into an empty folder."""
    sheets = Sheets(record)
    for table in TABLES.values():
        write_table(table, sheets, folder)


def write_table(table: Table, sheets: Sheets, folder: Path) -> None:
    """One table. One without rows has no file."""
    schema = schema_of(table)
    with ExitStack() as open_files:
        files: dict[Value, _File] = {}
        rows = table.rows(sheets)
        while chunk := list(islice(rows, ROWS)):
            years = sorted({row.get(YEAR) for row in chunk}, key=str) if table.parted else [None]
            for year in years:
                if year not in files:
                    files[year] = open_files.enter_context(_File(_place(folder, table, year), _without_year(schema)))
                files[year].put([row for row in chunk if not table.parted or row[YEAR] == year])


def _place(folder: Path, table: Table, year: object) -> Path:
    part = f"{YEAR}={UNKNOWN if year is None else year}" if table.parted else ""
    return folder / table.name / part / "part-0.parquet"


class _File:
    """A Parquet file, whole when it is closed. Some `GROUP` rows of it are in memory, as Arrow has them."""

    def __init__(self, place: Path, schema: Any) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        self._arrow: Any = import_module("pyarrow")
        self._schema = schema
        self._writer = import_module("pyarrow.parquet").ParquetWriter(place, schema, compression="zstd")
        self._held: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def put(self, rows: list[Row]) -> None:
        self._held.append(self._arrow.RecordBatch.from_pylist(rows, schema=self._schema))
        if sum(batch.num_rows for batch in self._held) >= GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._held:
            self._writer.write_table(self._arrow.Table.from_batches(self._held), row_group_size=GROUP + ROWS)
            self._held.clear()

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()


def _without_year(schema: Any) -> Any:
    """Of a file: the year is in its path."""
    at = schema.get_field_index(YEAR)
    return schema.remove(at) if at >= 0 else schema


def schema_of(table: Table) -> Any:
    """A table's pyarrow schema."""
    arrow: Any = import_module("pyarrow")
    types = {
        Type.TEXT: arrow.string(),
        Type.TEXTS: arrow.list_(arrow.string()),
        Type.DAY: arrow.date32(),
        Type.WHOLE: arrow.int64(),
        Type.REAL: arrow.float64(),
        Type.TRUTH: arrow.bool_(),
    }
    return arrow.schema([(c.name, arrow.int32() if c.name == YEAR else types[c.type]) for c in table.columns])
