"""memcon read: reports into the database, and what became of each."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

import memcon
from memcon.cli.options import Db, Map, NoManifest, Outlet, Published, Reader
from memcon.cli.output import err, note
from memcon.flow.counts import INTERNAL_ERROR, STRICT, Counts, Summary
from memcon.store.address import Place, address

MOST_WORKERS = 4
SHOWN = 20  # inputs set aside that the summary names; `memcon rejects` lists all


class EngineName(StrEnum):
    LOCAL = "local"
    RAY = "ray"


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs; - for standard input.")],
    db: Db = None,
    published: Published = None,
    outlet: Outlet = None,
    no_manifest: NoManifest = False,
    reader: Reader = None,
    fields: Map = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, max=64, help="Processes that read; 1: only this one. [default: the cores it is given, at most 4]"
        ),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Who reads: this machine, or the workers of a Ray cluster.")
    ] = EngineName.LOCAL,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="ADDRESS",
            help="Of the Ray cluster (ray://HOST:10001, auto). [default: one of this machine]",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read reports into the database and bring its record up to date.

    Reads plain text, saved web pages, JSON (a report, a list of them, an object around a list), JSON Lines,
    CSV, TSV, Parquet, RSS and Atom, saved mail, WARC,
    gzipped or not, each file as what it is. What was read before is passed over.
    """
    place = db or memcon.default_db()
    with progress(paths, quiet) as tell:
        summary = memcon.read_reports(
            paths,
            place,
            published=published.date().isoformat() if published else None,
            outlet=outlet,
            manifest=not no_manifest,
            reader=reader,
            fields=fields or (),
            workers=workers or cores(),
            engine=engine.value,
            cluster=cluster,
            tell=tell,
            waiting=note,
        )
    if not quiet:
        print_summary(summary, place)
    raise typer.Exit(summary.exit_code)


def cores() -> int:
    """How many processes read where nobody says so. Each takes a core and up to a gigabyte."""
    given = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(given, MOST_WORKERS)


@contextmanager
def progress(paths: list[str], quiet: bool) -> Iterator[Callable[[Counts], None] | None]:
    """A bar on a terminal: inputs, rate, time left. It is there at once, for the model takes its time to load."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from memcon.api import size_of

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=err(), transient=True, disable=False) as bar:
        task = bar.add_task("reading", total=None)
        whole = size_of(paths) or None

        def tell(counts: Counts) -> None:
            rate = f", {counts.words / counts.reading:,.0f} words/s" if counts.reading else ""
            seen = f"{counts.done:,} input{'s' * (counts.done != 1)}{rate}"
            bar.update(task, total=whole, completed=counts.size, description=seen)

        yield tell


def print_summary(summary: Summary, db: Place) -> None:
    """What was read, what was not and why, how long it took, where it is."""
    again = f" ({summary.again} of them anew)" if summary.again else ""
    rate = f", {summary.words_per_second:,.0f} words/s" if summary.words else ""
    note(f"read           {summary.read:,}{again}")
    if summary.readers:
        note("by reader      " + ", ".join(f"{name or 'given'} {count:,}" for name, count in summary.readers.items()))
    note(f"already known  {summary.known:,}")
    if summary.same:
        note(f"the same       {summary.same:,} (the document of another input, found at one more place)")
    note(f"set aside      {len(summary.set_aside):,}")
    for reason, count in summary.reasons.items():
        note(f"  {count:,} {reason}")
    for reject in summary.set_aside[:SHOWN]:
        note(f"    {reject.source}: {reject.reason}" + (f": {reject.detail}" if reject.detail else ""))
    if len(summary.set_aside) > SHOWN:
        note("    ... `memcon rejects` lists all of them")
    note(f"seconds        {summary.seconds:.1f}{rate}")
    note(f"database       {address(db)}")
    if INTERNAL_ERROR in summary.reasons:
        note(f"{INTERNAL_ERROR}: a bug in memcon; please report it ({STRICT}=1 shows where it lies). All else was read")
    if not summary.joined:
        note("another memcon still reads into this database: the last to end brings the record up to date")
    if summary.interrupted:
        note("interrupted: what was read is in the record; run the same command again for the rest")
