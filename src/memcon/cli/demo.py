"""memcon demo: read the reports of examples/ into a database of its own and print the record."""

from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_cache_path
from rich.table import Table
from rich.text import Text

import memcon
from memcon.cli import words
from memcon.cli.output import note, out
from memcon.cli.read import print_summary, progress
from memcon.cli.rows import with_neighbours
from memcon.model.errors import MissingAsset

PACKAGE = Path(__file__).parents[1]
STATEMENTS = 12  # a demo that scrolls for pages shows nothing


def demo(
    every: Annotated[
        bool, typer.Option("--all", help="Print everything, not the dated engagements and a statement of each speaker.")
    ] = False,
) -> None:
    """Read the example reports and print the record: who met whom, who said what, what is expected next."""
    folder = examples()
    db = user_cache_path("memcon", appauthor=False) / "demo.db"
    for leftover in (db, *(db.with_name(db.name + end) for end in ("-wal", "-shm"))):
        leftover.unlink(missing_ok=True)
    note(f"memcon reads {folder} ...")
    with progress([str(folder)], quiet=False) as tell:
        summary = memcon.read_reports(folder, db, tell=tell)
    print_summary(summary, db)
    with memcon.open_record(db) as record:
        _engagements(record, every)
        _statements(record, every)
        _expected(record)
        _next(record, db)


def examples() -> Path:
    """The folder of example reports: of the source tree, or of the installed package."""
    for folder in (PACKAGE.parents[1] / "examples", PACKAGE / "examples"):
        if folder.is_dir():
            return folder
    raise MissingAsset(
        "the example reports are not installed; get them with memcon's source and run `memcon read examples`"
    )


def _head(title: str) -> None:
    out().print(Text(f"\n{title}\n{'=' * len(title)}", "bold"))


def _line(when: str, line: Text) -> None:
    """A day, and what was on it beside it."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=20)
    grid.add_column(overflow="fold")
    grid.add_row(when, line)
    out().print(grid)


def _engagements(record: "memcon.OpenRecord", every: bool) -> None:
    _head("Engagements, in order of time")
    found = record.engagements()
    shown = [e for e in found if every or (e.date.known and not e.generic and e.participants)]
    actors = record.actors_by_id(p.actor for e in shown for p in e.participants)
    for e in shown:
        line = Text(words.kind(e.status), words.STATUS_STYLE.get(e.status, "")).append(": ", "none")
        line.append(words.kind(e.kind), "bold").append(f" in {words.where(e.place)}" if e.place else "")
        line.append(f"  ({words.support(e)}; {words.short(e.id)})", "dim")
        for name in words.who(e, actors):
            line.append(f"\n{name}")
        _line(words.day(e.date), line)
    if len(shown) < len(found):
        _line("", Text(f"... and {len(found) - len(shown)} without a day or without names", "dim"))


def _statements(record: "memcon.OpenRecord", every: bool) -> None:
    _head("Who said what")
    found = record.statements()
    if not every:
        firsts = {s.speaker: s for s in reversed(found) if s.speaker}
        found = [s for s in found if firsts.get(s.speaker or "") is s][:STATEMENTS]
    for s, actors, document in with_neighbours(record, found):
        line = Text(words.speaker(s, actors), "bold").append(f": {words.said(s, document)}", "not bold")
        _line(words.day(document.published if document else None), line.append(f"  ({words.short(s.id)})", "dim"))


def _expected(record: "memcon.OpenRecord") -> None:
    _head("What is expected next")
    expected = [o for o in record.outlook() if o.outcome == "open"]
    documents = record.documents_by_id(o.document for o in expected)
    for o in expected:
        out().print(Text(f"by {words.day(o.by):<17}{words.words(documents.get(o.document), o.span)}"))
    if not expected:
        _line("", Text("nothing that is still open", "dim"))


def _next(record: "memcon.OpenRecord", db: Path) -> None:
    _head("What to try next")
    most = sorted(record.engagements(), key=lambda e: (-len(e.reports), e.id))
    command = ".venv/bin/memcon" if Path(".venv/bin/memcon").exists() else "memcon"
    lines = [f"export MEMCON_DB={db}"]
    lines += (
        [f"{command} show {words.short(most[0].id)}    # one engagement, with the words behind every value"] if most else []
    )
    lines += [
        f"{command} engagements --status cancelled",
        f"{command} statements --with USA",
        f"{command} search Singapore",
        f"{command} export --format json --out record.json",
        f"{command} read YOUR-REPORTS --db my.db",
    ]
    for line in lines:
        out().print(Text(f"  {line}"))
