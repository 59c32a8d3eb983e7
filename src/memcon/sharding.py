"""Shards for Python programs and schedulers: cut reports into shards, read one, gather what was read into a database.

Comes in: paths, a folder of shards, a database. Goes out: what became of them. Raises `MemconError`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.api import default_db
from memcon.store.address import Place
from memcon.store.store import Store

if TYPE_CHECKING:
    from memcon.flow.counts import Counts, Summary
    from memcon.flow.shards import Done, Listing


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was gathered, and the numbers of the shards that are not read yet."""

    summary: "Summary"
    missing: tuple[int, ...]

    @property
    def exit_code(self) -> int:
        """4 where shards are missing, whatever was set aside: whoever waits for them must know. Else as after reading."""
        return 4 if self.missing and not self.summary.interrupted else self.summary.exit_code


def shard_reports(
    paths: str | Path | Iterable[str | Path],
    into: str | Path,
    size: int = 64_000_000,
    *,
    published: str | None = None,
    outlet: str | None = None,
    manifest: bool = True,
    reader: str | None = None,
    fields: Iterable[str] = (),
) -> "Listing":
    """Cut the reports behind some paths into files of at least `size` bytes in a new folder. The options are those of `read_reports`."""
    from memcon.flow.shards import write_shards
    from memcon.read.fields import mapped
    from memcon.read.read import ReadOptions, read_paths

    items = [paths] if isinstance(paths, str | Path) else list(paths)
    options = ReadOptions(published, outlet, manifest, reader, mapped(fields))
    return write_shards(read_paths(items, options), Path(into), size)


def run_shard(folder: str | Path, number: int, model: str | None = None) -> "tuple[Done, bool]":
    """Read one shard, on any machine that sees the folder; False where it had been read before."""
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.flow.shards import run_shard as run

    return run(Path(folder), number, Parser(model))


def gather_shards(
    folder: str | Path,
    db: Place | None = None,
    *,
    model: str | None = None,
    tell: "Callable[[Counts], None] | None" = None,
    waiting: Callable[[str], None] | None = None,
) -> Gathered:
    """What the shards were read to, in a database, joined: the record that `read_reports` would have made of the same paths."""
    from memcon.annotate.parser import Parser
    from memcon.flow.run import read_into
    from memcon.flow.shards import Shelf, is_whole, items_of, listing_of

    path, parser = Path(folder), Parser(model)
    listing = listing_of(path)
    done = {n: s for n, s in enumerate(listing.shards) if is_whole(path, s, parser)}
    missing = tuple(n for n in range(len(listing.shards)) if n not in done)
    items = (i for some in (listing.rejects, items_of(path, done.values())) for i in some)
    with Store(db or default_db(), waiting=waiting) as store:
        return Gathered(read_into(store, items, parser, tell, engine=Shelf(path, done.values(), parser)), missing)
