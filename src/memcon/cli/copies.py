"""memcon copies: which texts of a collection are copies of which, without reading what they say."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.files import bytes_into
from memcon.cli.options import Map, Reader
from memcon.cli.output import note

if TYPE_CHECKING:
    from memcon import Copies, Placed

SHOWN = 20  # inputs set aside that are named


def copies(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs; - for standard input.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write. [default: standard output]")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV, with a header, in place of JSON Lines.")] = False,
    reader: Reader = None,
    fields: Map = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Find the copies among texts: reprints, updates, excerpts, spun copies. Needs no model and no database.

    Writes a line for each text: its id, its group, how it came from the group's canonical, whether it is that, its score.
    """
    import memcon

    begun = perf_counter()
    found = memcon.copies_in(paths, reader=reader, fields=fields or ())
    with bytes_into(out) as file:
        file.writelines(line.encode() for line in (csv_lines(found.texts) if as_csv else json_lines(found.texts)))
    if not quiet:
        print_summary(found, perf_counter() - begun)
    raise typer.Exit(3 if found.set_aside else 0)


def json_lines(texts: Iterable["Placed"]) -> Iterator[str]:
    import msgspec

    for text in texts:
        yield msgspec.json.encode(text).decode() + "\n"


def csv_lines(texts: Iterable["Placed"]) -> Iterator[str]:
    from memcon.export.record_csv import csv_lines

    rows = (
        {"id": t.id, "group": t.group, "relation": t.relation, "canonical": t.canonical, "score": t.score} for t in texts
    )
    return csv_lines(rows)


def print_summary(found: "Copies", seconds: float) -> None:
    members = sum(not text.canonical for text in found.texts)
    note(f"texts      {len(found.texts):,}")
    note(f"copies     {members:,} in {found.families:,} families")
    note(f"set aside  {len(found.set_aside):,}")
    for reject in found.set_aside[:SHOWN]:
        note(f"    {reject.source}: {reject.reason}" + (f": {reject.detail}" if reject.detail else ""))
    if len(found.set_aside) > SHOWN:
        note(f"    ... and {len(found.set_aside) - SHOWN:,} more")
    note(f"seconds    {seconds:.1f}, {len(found.texts) / max(seconds, 1e-9):,.0f} texts/s")
