"""memcon watch: what is new in folders and files, read as it comes, and what that changes. memcon changes: what was changed so far."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated

import typer
from rich.text import Text

import memcon
from memcon.cli.diff import STYLE
from memcon.cli.engagements import LESS
from memcon.cli.options import AsCsv, AsJson, Db
from memcon.cli.output import note, put, show
from memcon.export import record_json
from memcon.export.record_json import Json
from memcon.model.changes import Change
from memcon.model.record import Actor
from memcon.wording import listing, words

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
Every = Annotated[bool, typer.Option("--all", help=f"Changes too of engagements that {LESS}.")]


def seconds(words: str) -> float:
    """The seconds of "30s", "10m", "2h", "1d"; of a bare number, itself."""
    number, unit = (words[:-1], words[-1]) if words[-1:] in UNITS else (words, "s")
    try:
        found = float(number) * UNITS[unit]
    except ValueError:
        found = -1.0
    if found <= 0 or found == float("inf"):
        raise typer.BadParameter(f"--every {words}: write a time such as 30s, 10m or 2h")
    return found


def watch(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Folders and files that your own fetcher fills.")],
    every: Annotated[str, typer.Option("--every", metavar="TIME", help="How often to look: 30s, 10m, 2h.")] = "0.5s",
    once: Annotated[bool, typer.Option("--once", help="Look once, read what is new, and end.")] = False,
    everything: Every = False,
    db: Db = None,
) -> None:
    """Read what is new in folders and files as it comes, and print what changes in the record.

    What was read before is passed over. No network connection is opened: a feed is a file that your own fetcher writes.
    """
    pause = seconds(every)
    place = db or memcon.default_db()
    note(f"watching {', '.join(paths)}; database {place}" + ("" if once else "; Ctrl-C ends it"))
    wrong = 0
    for found in memcon.watch(paths, place, every=pause, once=once, waiting=note):
        summary = found.summary
        wrong += len(summary.set_aside)
        for reject in summary.set_aside:
            note(f"set aside {reject.source}: {reject.reason}" + (f": {reject.detail}" if reject.detail else ""))
        if summary.read:
            note(
                f"{datetime.now():%H:%M:%S} {summary.read:,} read, {len(found.changes):,} changes, {summary.seconds:.1f} s"
            )
        print_changes(found.changes, found.actors, everything)
    if wrong:
        raise typer.Exit(3)


def changes(
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"], help="Read on or after this day (UTC)."),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"], help="Read before this day (UTC).")
    ] = None,
    everything: Every = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """What reading reports has changed in the record: announced, moved, called off, confirmed, lapsed, newly disputed."""
    with memcon.open_record(db) as record:
        found = record.changes(since.isoformat() if since else None, until.isoformat() if until else None)
        actors = record.actors_by_id(p.actor for c in found for p in c.engagement.participants)
        if as_json or as_csv:
            put(_objects(found, actors), as_json)
        elif not found:
            note("no change was noted; changes are noted from the second reading on")
        else:
            print_changes(found, actors, everything, with_time=True)


def print_changes(found: Iterable[Change], actors: Mapping[str, Actor], everything: bool, with_time: bool = False) -> None:
    """A line for each change; those of engagements that no list shows are counted."""
    hidden = 0
    for c in found:
        if not everything and not listing.tells(c.engagement, actors):
            hidden += 1
            continue
        e = c.engagement
        line = Text(f"{c.at[:16].replace('T', ' ')}  " if with_time else "", "dim")
        line.append(f"{c.what:<15}", f"bold {STYLE.get(c.what, '')}")
        line.append(f"{words.when(e)}, {words.kind(e.kind)}, {words.kind(e.status)}: {', '.join(words.who(e, actors))}")
        show(line.append(f"  {c.told}" if c.told else "", "bold").append(f"  {words.short(e.id)}", "dim"))
    if hidden:
        note(f"{hidden:,} more of engagements that {LESS}: --all shows them")


def _objects(found: Iterable[Change], actors: Mapping[str, Actor]) -> Iterable[Json]:
    for c in found:
        yield {
            "at": c.at,
            "what": c.what,
            "told": c.told,
            "moved_by": list(c.moved_by),
            "engagement": record_json.engagement(c.engagement, actors),
        }
