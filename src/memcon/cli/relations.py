"""memcon dyad, pairs, unconfirmed: what the record says of states and persons over time."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

import memcon
from memcon.analysis.contacts import Gap, Pair
from memcon.analysis.dyad import Dyad, Month
from memcon.analysis.level import LEVELS
from memcon.cli.engagements import PRIVATE, engagement_table
from memcon.cli.lists import day_of, say, show_table, tell_strangers
from memcon.cli.options import AsCsv, AsJson, Db, Issue, Person, Since, Until, With
from memcon.cli.output import note, put, show, table
from memcon.export.record_json import Json
from memcon.model.errors import StoreError
from memcon.model.status import Status
from memcon.rows import engagements as engagement_rows
from memcon.wording import listing, words

BAR = 24  # characters of the longest bar
QUIET = 3  # months in which nothing happened that still have a line each; a longer run has one line for all


def dyad(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: CHN, China, Chinese.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other.")],
    since: Since = None,
    until: Until = None,
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE", help="Draw it as well, to a file that ends in .svg or .png.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """The relationship of two states over time: engagements, intensity by month, issues, silences."""
    with memcon.open_record(db) as record:
        say(record)
        found = record.dyad(left, right, since=day_of(since), until=day_of(until))
    if picture:
        _draw(found, picture)
    if as_json:
        put([msgspec.to_builtins(found)], as_json=True)
    elif as_csv:
        put((msgspec.to_builtins(m) | {"issues": "; ".join(m.issues)} for m in found.months), as_json=False)
    else:
        _print(found)


def _draw(found: Dyad, path: Path) -> None:
    from memcon.analysis.picture import draw

    if path.suffix not in (".svg", ".png"):
        raise StoreError(f"{path}: a picture is written to a file that ends in .svg or .png")
    try:
        draw(found, (words.state_name(found.left), words.state_name(found.right)), path)
    except OSError as problem:
        raise StoreError(f"{path}: cannot be written ({problem.strerror}); give another place with --picture") from problem
    note(f"drawn: {path}")


def _print(d: Dyad) -> None:
    show(Text(f"{words.state_name(d.left)} and {words.state_name(d.right)}", "bold"))
    counts = f"{d.held} engagements held, {d.ahead} to come, {d.called_off} called off, {d.unconfirmed} unconfirmed"
    show(Text(counts + (f"; {d.undated} of those held lie in no one month" if d.undated else ""), "dim"))
    if d.kinds:
        kinds = table(("Held", "left", 3), *((name.capitalize(), "right") for name in LEVELS), ("All", "right"))
        for k in d.kinds:
            kinds.add_row(words.kind(k.kind), *(str(n or "") for n in k.levels), str(k.total))
        show(kinds)
    if d.months:
        show(by_month(d))
    if d.issues:
        show(Text("\nIssues  ", "bold").append(", ".join(f"{name} ({n})" for name, n in d.issues), "not bold"))
    for n, gap in enumerate(d.silences):
        show(Text("Silence " if not n else "        ", "bold").append(_silence(gap), "not bold"))


def by_month(d: Dyad) -> Table:
    """A line for each month, and one for a long run of months in which nothing happened."""
    lines = table(
        ("Month", "no_wrap"), ("Held", "right"), ("Off", "right"), ("Cooperation", "right"), ("Conflict", "right"),
        ("", "no_wrap"), ("Issues", "left", 4),
    )  # fmt: skip
    most = max((max(m.cooperation, -m.conflict) for m in d.months), default=0) or 1
    for quiet, run in groupby(d.months, key=_is_quiet):
        months = list(run)
        if quiet and len(months) > QUIET:
            lines.add_row(f"... {len(months)} months", *[""] * 6)
        else:
            _add_months(lines, months, most)
    return lines


def _is_quiet(m: Month) -> bool:
    return not (m.held or m.called_off or m.cooperation or m.conflict or m.issues)


def _add_months(lines: Table, months: list[Month], most: float) -> None:
    for m in months:
        bar = Text("█" * round(BAR * m.cooperation / most / 2), "green").append(
            "░" * round(BAR * -m.conflict / most / 2), "red"
        )
        numbers = [f"{x:.1f}" if x else "" for x in (m.cooperation, m.conflict)]
        lines.add_row(m.month, str(m.held or ""), str(m.called_off or ""), *numbers, bar, ", ".join(m.issues))


def _silence(gap: Gap) -> str:
    days = f"{gap.days} day{'s' if gap.days != 1 else ''}"
    return f"{days}, from {gap.after} to {gap.until} ({words.short(gap.before_id)} to {words.short(gap.after_id)})"


def pairs(
    with_: With = None,
    persons: Annotated[bool, typer.Option("--persons", help="Persons who act for different states, not states.")] = False,
    since: Since = None,
    until: Until = None,
    every: Annotated[bool, typer.Option("--all", help="With --persons: private people who met each other, too.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Who met whom, those who met most first, with the last time and the longest silence."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, None)
        both = record.pairs(with_=with_ or (), persons=persons, since=day_of(since), until=day_of(until), private=True)
        found = (
            both if every else record.pairs(with_=with_ or (), persons=persons, since=day_of(since), until=day_of(until))
        )
        names = {i: a.name for i, a in record.actors_by_id(i for p in found for i in (p.left, p.right)).items()}
    if as_json or as_csv:
        put(_objects(found, names), as_json)
        return
    lines = table(
        ("Who", "left", 4), ("With whom", "left", 4), ("Met", "right"), ("Last", "left", 2), ("Longest silence", "left", 4)
    )
    for p in found:
        one, other = (names.get(i) or words.state_name(i) for i in (p.left, p.right))
        silence = f"{p.silence.days} days, from {p.silence.after} to {p.silence.until}" if p.silence else ""
        lines.add_row(one, other, str(p.contacts), str(p.last or ""), silence)
    show_table(lines, len(found), "pair")
    if len(found) < len(both):
        note(f"{len(both) - len(found):,} more {PRIVATE}: --all shows them")


def _objects(found: Iterable[Pair], names: dict[str, str]) -> Iterable[Json]:
    for p in found:
        yield {
            "left": p.left,
            "left_name": names.get(p.left) or words.state_name(p.left),
            "right": p.right,
            "right_name": names.get(p.right) or words.state_name(p.right),
            "contacts": p.contacts,
            "last": str(p.last) if p.last else None,
            "silence_days": p.silence.days if p.silence else None,
            "silence_from": str(p.silence.after) if p.silence else None,
            "silence_to": str(p.silence.until) if p.silence else None,
        }


def unconfirmed(
    with_: With = None,
    person: Person = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    every: Annotated[bool, typer.Option("--all", help="Those too that lack a name or the other side.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """What was announced and never reported as held, nor called off; then what was postponed, and when it was held."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.engagements(
            with_=with_ or (),
            person=person or (),
            status=(Status.UNCONFIRMED, Status.POSTPONED),
            since=day_of(since),
            until=day_of(until),
            issue=issue,
            as_of=record.last_published(),
        )
        if as_json or as_csv:
            put(engagement_rows(record, found), as_json)
            return
        later = {e.id: e for e in record.engagements_by_id(e.rescheduled_as for e in found)}
        actors = record.actors_by_id(p.actor for e in found for p in e.participants)
    shown = [e for e in found if every or listing.tells(e, actors)]
    open_, put_off = ([e for e in shown if e.status == s] for s in (Status.UNCONFIRMED, Status.POSTPONED))
    show_table(engagement_table(open_, actors), len(open_), "plan", "that no report confirms")
    if put_off:
        show(Text("\nPostponed", "bold"))
    for e in put_off:
        held = later.get(e.rescheduled_as or "")
        became = f"{words.kind(held.status)}, {words.when(held)}" if held else "no later date is known"
        show(
            Text(f"  {words.when(e)}, {words.kind(e.kind)}: {', '.join(words.who(e, actors))}").append(
                f"  {words.short(e.id)} -> {became}", "dim"
            )
        )
