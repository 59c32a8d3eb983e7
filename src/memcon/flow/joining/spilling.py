"""Blocks of local engagements that do not fit in memory: spilled as Parquet, and grouped with DuckDB, into pieces to be scored.

Comes in: local engagements, one after the other. Goes out: pieces, each with the pairs that share a block and the local engagements that
they are about. In memory are some thousand engagements and DuckDB's share (`MEMORY`); the rest is in a folder that goes with the `Spill`.
Two libraries of memcon[analysis] are needed: pyarrow and duckdb. The pairs are those of `coreference/occasions/blocks.candidates`.
"""

from collections import OrderedDict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from memcon.coreference.occasions.blocks import blocks
from memcon.flow.joining.crew import Piece
from memcon.flow.joining.pieces import carried, to_score
from memcon.model.cluster import Cluster
from memcon.model.extras import Extra

PIECE = 20_000  # pairs of a piece: a third of a second, and some megabytes
MEMORY = "1GB"  # of DuckDB's; what it needs beyond is on disk
TOGETHER = 1_000  # engagements that are written, and read again, together
AT_HAND = 50  # such groups
PAIRS = """
COPY (
    SELECT DISTINCT a.engagement AS one, b.engagement AS other
    FROM read_parquet('{blocks}') a JOIN read_parquet('{blocks}') b USING (key, month)
    WHERE a.engagement < b.engagement ORDER BY one, other
) TO '{pairs}' (FORMAT parquet)
"""


class Spill:
    """Local engagements on disk. Use it in a `with`: `put` each in the order of its number from 0, then ask for the `pieces`."""

    def __init__(self, folder: Path | None = None, memory: str = MEMORY) -> None:
        for library in ("pyarrow", "duckdb"):
            Extra("analysis", library).require("to join more than fits in memory")
        self._arrow: Any = import_module("pyarrow")
        self._parquet: Any = import_module("pyarrow.parquet")
        self._memory = memory
        self._place = TemporaryDirectory(prefix="memcon-join-", dir=folder)
        self._folder = Path(self._place.name)
        self._count = 0
        self._bodies: list[bytes] = []
        self._blocks: list[tuple[str, int, int]] = []
        text, number, body = self._arrow.string(), self._arrow.int64(), self._arrow.binary()
        self._shapes = {
            "blocks": self._arrow.schema([("key", text), ("month", number), ("engagement", number)]),
            "bodies": self._arrow.schema([("body", body)]),
        }
        self._files = {
            name: self._parquet.ParquetWriter(self._folder / name, shape) for name, shape in self._shapes.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()
        self._place.cleanup()

    def put(self, single: Cluster) -> None:
        self._blocks += [(key, month, self._count) for key, months in blocks(single) for month in months]
        self._bodies.append(carried(single))
        self._count += 1
        if len(self._bodies) == TOGETHER:
            self._write()

    def pieces(self) -> Iterator[Piece]:
        """What there is to score. Nothing can be put after that."""
        self._write()
        for file in self._files.values():
            file.close()
        bodies = _Bodies(self._parquet.ParquetFile(self._folder / "bodies"))
        for batch in self._pairs().iter_batches(batch_size=PIECE):
            pairs = list(zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True))
            yield to_score({n: bodies.of(n) for n in sorted({n for pair in pairs for n in pair})}, pairs)

    def _write(self) -> None:
        if self._bodies:
            columns = {"blocks": list(zip(*self._blocks, strict=True)) or [(), (), ()], "bodies": [self._bodies]}
            for name, file in self._files.items():
                file.write_table(self._arrow.table(columns[name], schema=self._shapes[name]))
        self._bodies, self._blocks = [], []

    def _pairs(self) -> Any:
        """The pairs that share a block, in order: a file of them."""
        settings = {"memory_limit": self._memory, "temp_directory": str(self._folder / "more"), "threads": "2"}
        with import_module("duckdb").connect(config=settings) as db:
            db.execute(PAIRS.format(blocks=self._folder / "blocks", pairs=self._folder / "pairs"))
        return self._parquet.ParquetFile(self._folder / "pairs")


class _Bodies:
    """Local engagements as they are sent, by number; the groups that were asked for last are at hand."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._groups: OrderedDict[int, list[bytes]] = OrderedDict()

    def of(self, number: int) -> bytes:
        group, place = divmod(number, TOGETHER)
        if group not in self._groups:
            self._groups[group] = self._file.read_row_group(group).column(0).to_pylist()
            if len(self._groups) > AT_HAND:
                self._groups.popitem(last=False)
        else:
            self._groups.move_to_end(group)
        return self._groups[group][place]
