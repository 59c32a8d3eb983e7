"""Read reports into a database, or one text in memory.

Comes in: paths or a text. Goes out: a `Summary`, or the record of the text. Raises `MemconError`. The parser
is loaded when something is read.
"""

from collections.abc import Callable, Iterable
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from memcon.model.record import Record
from memcon.store.address import Address, Place, address
from memcon.store.store import Store

if TYPE_CHECKING:
    from memcon.flow.counts import Counts, Summary


def default_db() -> Address:
    """The database that is used where none is named: $MEMCON_DB, or record.db in the user's data folder."""
    from platformdirs import user_data_path

    return address(environ.get("MEMCON_DB") or user_data_path("memcon", appauthor=False) / "record.db")


def read_reports(
    paths: str | Path | Iterable[str | Path],
    db: Place | None = None,
    *,
    published: str | None = None,
    outlet: str | None = None,
    manifest: bool = True,
    reader: str | None = None,
    fields: Iterable[str] = (),
    model: str | None = None,
    workers: int = 1,
    engine: Literal["local", "ray"] = "local",
    cluster: str | None = None,
    tell: "Callable[[Counts], None] | None" = None,
    waiting: Callable[[str], None] | None = None,
) -> "Summary":
    """Read files, folders, globs or "-" (standard input) into a database, and join its record.

    db         a file, or the address of a PostgreSQL server (postgresql://USER@HOST/NAME; extra `postgres`)
    published  ISO day for what does not say it itself; outlet: likewise
    manifest   use the manifest.csv in a folder of bare texts
    reader     the name in READERS (`read/readers.py`) by which every file is read; by default each is read as what it is
    fields     names of JSON keys or columns that are not the usual ones: "text=story", "published=meta.day"
    model      package or path of the spaCy model; by default the first that is installed
    workers    processes that read; 1: this one. Few reports are read by this one all the same
    engine     "ray": on a Ray cluster, by so many workers (extra `ray`); `cluster`: its address; by default one of this machine
    tell       called after each input with the counts so far
    waiting    called with a sentence where another program writes and this one waits for its turn
    """
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.flow.run import read_into
    from memcon.read.fields import mapped
    from memcon.read.read import ReadOptions, read_paths

    items = [paths] if isinstance(paths, str | Path) else list(paths)
    options = ReadOptions(published, outlet, manifest, reader, mapped(fields))
    parser = Parser(model)
    _ = parser.model  # a missing model is told before anything is read
    with Store(db or default_db(), waiting=waiting) as store:
        if engine == "local":
            return read_into(store, read_paths(items, options), parser, tell, workers)
        from memcon.flow.ray_engine import RayEngine

        with RayEngine(workers, cluster, parser.wanted) as on_ray:
            return read_into(store, read_paths(items, options), parser, tell, engine=on_ray)


def size_of(paths: Iterable[str]) -> int:
    """The bytes of the files behind some paths; 0 for what cannot be told beforehand."""
    from memcon.read.paths import Found, all_files

    found = [f.path for f in all_files(p for p in paths if p != "-") if isinstance(f, Found)]
    return sum(path.stat().st_size for path in found if path.is_file())


def read_text(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None, source: str = "text"
) -> Record:
    """The record of one text, in memory. Raises BadInput where it holds no report that can be read."""
    from memcon.annotate.parser import Parser
    from memcon.flow.plan import record_of
    from memcon.model.document import Given, RawItem
    from memcon.model.ids import sha256_of

    given = Given(published=published, published_basis="given" if published else None, outlet=outlet, title=title)
    body = text.encode()
    return record_of([RawItem(source, body, "text/plain", sha256_of(body), given)], Parser())
