"""memcon demo: read the reports of examples/ into a database of its own and print the record."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_cache_path
from rich.table import Table
from rich.text import Text

import memcon
from memcon.cli.engagements import LESS
from memcon.cli.output import note, out
from memcon.cli.read import print_summary, progress
from memcon.model.dates import DateRange
from memcon.model.errors import MissingAsset
from memcon.model.findings import Statement
from memcon.model.status import INTENDED, Status
from memcon.rows import with_neighbours
from memcon.wording import listing, sayings, words

PACKAGE = Path(__file__).parents[1]
STATEMENTS = 12  # a demo that scrolls for pages shows nothing
EXPECTED = 10
SECOND_HAND = {"spun", "back_translated"}  # conditions of documents whose words are nobody's
RECENT = timedelta(days=30)  # what has no last day and was said longer before the last report is not to come any more


def demo(
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="Print everything, not only the engagements that say who and when, and some statements."
        ),
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
    found = record.engagements(as_of=record.last_published())
    actors = record.actors_by_id(p.actor for e in found for p in e.participants)
    shown = [e for e in found if every or (e.date.known and listing.tells(e, actors))]
    for e in shown:
        line = Text(words.kind(e.status), words.STATUS_STYLE.get(e.status, "")).append(": ", "none")
        line.append(words.occasion(e), "bold")
        line.append(f"  ({words.support(e)}; {words.short(e.id)})", "dim")
        for name in words.who(e, actors):
            line.append(f"\n{name}")
        _line(words.when(e), line)
    if len(shown) < len(found):
        _line("", Text(f"... and {len(found) - len(shown)} more that {LESS}", "dim"))


def _statements(record: "memcon.OpenRecord", every: bool) -> None:
    _head("Who said what")
    found = record.statements()
    shown = found if every else chosen(record, found)
    for s, actors, document in with_neighbours(record, shown):
        who, what = sayings.line(s, actors, document)
        line = Text(who, "bold").append(f": {what}", "not bold")
        _line(words.day(document.published if document else None), line.append(f"  ({words.short(s.id)})", "dim"))
    if len(shown) < len(found):
        _line("", Text(f"... and {len(found) - len(shown)} more", "dim"))


def chosen(record: "memcon.OpenRecord", found: Sequence[Statement]) -> list[Statement]:
    """One statement of each person who is quoted most: the longest of his own words, from a report that is no copy."""
    documents = record.documents_by_id(s.document for s in found)
    actors = record.actors_by_id(s.speaker for s in found)
    own = [s for s in found if not SECOND_HAND & set(documents[s.document].condition)]
    own = [s for s in own if (who := actors.get(s.speaker or "")) and who.named and who.kind == "person"]
    often = Counter(s.speaker for s in own)
    best = {s.speaker: s for s in sorted(own, key=lambda s: (sum(q.end - q.start for q in s.quotes), s.id))}
    kept = sorted(best.values(), key=lambda s: (-often[s.speaker], s.id))[:STATEMENTS]
    return [s for s in found if s in kept]


def _expected(record: "memcon.OpenRecord") -> None:
    """What lies after the last report: engagements to come, and what somebody expects."""
    _head("What is expected next")
    last = record.last_published()
    coming = [
        e
        for e in record.engagements()
        if e.status in INTENDED | {Status.POSTPONED} and _ahead(e.date, e.history[-1].said_on, last)
    ]
    actors = record.actors_by_id(p.actor for e in coming for p in e.participants)
    coming = [e for e in coming if words.who(e, actors)]
    for e in coming:
        what = f"{words.kind(e.status)}: {words.occasion(e)}"
        _line(words.when(e), Text(f"{what}, {' and '.join(words.who(e, actors))}  ").append(words.short(e.id), "dim"))
    expected = [o for o in record.outlook() if o.holder]
    documents = record.documents_by_id(o.document for o in expected)
    expected = [
        o
        for o in expected
        if _ahead(o.by, documents[o.document].published, last) and not SECOND_HAND & set(documents[o.document].condition)
    ][:EXPECTED]
    holders = record.actors_by_id(o.holder for o in expected)
    for o in expected:
        who = words.actor(holders.get(o.holder or ""))
        _line(words.day(o.by) if o.by else "no day given", Text(f"{who}: {words.words(documents[o.document], o.span)}"))
    if not coming and not expected:
        _line("", Text("nothing: all that the reports expected lay before the last of them", "dim"))


def _ahead(when: DateRange | None, said: DateRange, last: date | None) -> bool:
    """Was it still to come when the last report appeared?"""
    if last is None:
        return True
    if when and when.latest:
        return when.latest >= last
    return bool(said.latest and said.latest + RECENT >= last)


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
