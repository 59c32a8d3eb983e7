"""memcon diff: what is new between two databases, two releases, or two days of one database."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from memcon.analysis.changes import WHATS, Difference
from memcon.cli.engagements import LESS
from memcon.cli.options import AsCsv, AsJson
from memcon.cli.output import note, put, show
from memcon.cli.release_diff import print_differences
from memcon.export import record_json
from memcon.export.record_json import Json
from memcon.model.errors import StoreError
from memcon.model.record import Actor
from memcon.wording import listing, words

STYLE = {
    "new": "cyan",
    "confirmed": "green",
    "called off": "red",
    "gone": "red",
    "moved": "yellow",
    "newly disputed": "yellow",
}


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A database, or the folder of a release.")],
    after: Annotated[str | None, typer.Argument(metavar="B", help="A later one. Without it, give --from and --to.")] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="A as it stood on this day of publication.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Against A as it stood on this day.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Those too that lack a day, a name or the other side, or are only considered.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What is new, confirmed, called off, moved or newly disputed: two databases, or one on two days; the rows of two releases."""
    from memcon.comparing import compare, compare_days

    if after is not None and Path(before).is_dir() and Path(after).is_dir():
        if since or until:
            raise StoreError("--from and --to are for a database; a release is as it was made")
        print_differences(Path(before), Path(after), every, as_json, as_csv)
        return
    if after is not None and not since and not until:
        if Path(before).is_dir() or Path(after).is_dir():
            raise StoreError("a folder and a database cannot be compared; give two releases or two databases")
        found, actors = compare(before, after)
    elif after is None and since and until:
        found, actors = compare_days(before, since.date(), until.date())
    else:
        raise StoreError("give two databases, two releases, or one database with --from and --to")
    if as_json or as_csv:
        put(_objects(found, actors), as_json)
        return
    total = len(found)
    found = [d for d in found if every or any(listing.tells(e, actors) for e in (d.before, d.after) if e)]
    for what in WHATS:
        _print(what, [d for d in found if d.what == what], actors)
    counts = {w: sum(d.what == w for d in found) for w in WHATS}
    note(", ".join(f"{n} {w}" for w, n in counts.items() if n) or "nothing new")
    if len(found) < total:
        note(f"{total - len(found):,} more {LESS}: --all shows them")


def _print(what: str, found: Iterable[Difference], actors: Mapping[str, Actor]) -> None:
    for n, d in enumerate(found):
        if not n:
            show(Text(f"\n{what.capitalize()}", f"bold {STYLE.get(what, '')}"))
        e = d.after or d.before
        assert e is not None
        line = Text(f"  {words.when(e)}, {words.kind(e.kind)}, {words.kind(e.status)}: {', '.join(words.who(e, actors))}")
        show(line.append(f"  {d.told}" if d.told else "", "bold").append(f"  {words.short(e.id)}", "dim"))


def _objects(found: Iterable[Difference], actors: Mapping[str, Actor]) -> Iterable[Json]:
    for d in found:
        yield {
            "what": d.what,
            "told": d.told,
            "before": record_json.engagement(d.before, actors) if d.before else None,
            "after": record_json.engagement(d.after, actors) if d.after else None,
        }
