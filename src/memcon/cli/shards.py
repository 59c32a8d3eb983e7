"""memcon shard, run-shard, gather: reports cut into shards, read on any machines, gathered into one record."""

from pathlib import Path
from typing import Annotated

import typer

import memcon
from memcon.cli.options import Db, Map, NoManifest, Outlet, Published, Reader
from memcon.cli.output import note
from memcon.cli.read import print_summary

UNITS = {"KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
Shards = Annotated[Path, typer.Argument(metavar="DIR", help="A folder of shards.")]


def bytes_of(words: str) -> int:
    """The bytes of "64MB", "500KB", "1GB"; of a bare number, itself."""
    number, unit = (words[:-2], words[-2:].upper()) if words[-2:].upper() in UNITS else (words, "")
    try:
        found = int(float(number) * UNITS.get(unit, 1))
    except (ValueError, OverflowError):
        found = 0
    if found <= 0:
        raise typer.BadParameter(f"--size {words}: write a size such as 64MB")
    return found


def shard(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs; - for standard input.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="A new folder for the shards.")],
    size: Annotated[str, typer.Option("--size", metavar="SIZE", help="Bytes of reports a shard.")] = "64MB",
    published: Published = None,
    outlet: Outlet = None,
    no_manifest: NoManifest = False,
    reader: Reader = None,
    fields: Map = None,
) -> None:
    """Cut reports into shards that any machine can read: memcon run-shard DIR N for each, then memcon gather DIR."""
    listing = memcon.shard_reports(
        paths,
        into,
        bytes_of(size),
        published=published.date().isoformat() if published else None,
        outlet=outlet,
        manifest=not no_manifest,
        reader=reader,
        fields=fields or (),
    )
    for reject in listing.rejects:
        note(f"set aside {reject.source}: {reject.reason}" + (f": {reject.detail}" if reject.detail else ""))
    last = len(listing.shards) - 1
    note(
        f"{sum(s.items for s in listing.shards):,} reports in {last + 1:,} shards" + (f", 0 to {last}" if last >= 0 else "")
    )
    raise typer.Exit(3 if listing.rejects else 0)


def run_shard(folder: Shards, number: Annotated[int, typer.Argument(metavar="N", min=0, help="Which shard.")]) -> None:
    """Read one shard; any scheduler can call it, on any machine that sees the folder. One that was read is left as it is."""
    done, fresh = memcon.run_shard(folder, number)
    note(
        f"shard {number}: {done.read:,} read, {done.refused:,} set aside" + ("" if fresh else " (it had been read before)")
    )


def gather(folder: Shards, db: Db = None) -> None:
    """Bring what shards were read to into a database and join it: the record that memcon read makes of the same paths."""
    place = db or memcon.default_db()
    found = memcon.gather_shards(folder, place, waiting=note)
    print_summary(found.summary, place)
    if found.missing:
        some = ", ".join(map(str, found.missing[:20])) + (" ..." if len(found.missing) > 20 else "")
        note(f"not read yet   {len(found.missing):,} shards: {some}; memcon run-shard {folder} N, then gather again")
    raise typer.Exit(found.exit_code)
