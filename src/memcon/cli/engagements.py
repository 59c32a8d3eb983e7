"""memcon engagements: who met, will meet or did not meet whom, each occasion once, in order of time.

Plans without a day stand apart from what has one, and so does what no day is told of; talk of what may be is counted, and listed
where it is asked for. A part of another engagement (the talks of a visit) stands below it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

import memcon
from memcon import rows
from memcon.analysis.wholes import below_wholes
from memcon.cli.lists import day_of, say, tell_least, tell_strangers
from memcon.cli.options import AsCsv, AsJson, Db, Issue, MinConfidence, Person, Since, Until, With
from memcon.cli.output import note, put, show, table
from memcon.model.kinds import EngagementKind
from memcon.model.life import has_day, no_day_yet
from memcon.model.record import Actor, Engagement
from memcon.model.status import DONE, Status
from memcon.wording import listing, words

LESS = "lack a name, or day, place and other side, or are no diplomacy"
PRIVATE = "are what private people do among themselves"
SOME_TIME = "can have been then, and no report tells when"
TALK = "wishes, questions and talk of what may be"


def engagements(
    with_: With = None,
    person: Person = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only with this status. Repeat for several.")] = None,
    kind: Annotated[EngagementKind | None, typer.Option(help="Only of this kind.")] = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="As it stood on this day. [default: that of the last report]"),
    ] = None,
    talk: Annotated[bool, typer.Option("--talk", help=f"Also {TALK}, which no report tells from other occasions.")] = False,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="Everything: talk, what lacks a name or the other side, business at home, what private people do."
        ),
    ] = False,
    min_confidence: MinConfidence = 0.0,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Who met, will meet or did not meet whom, in order of time; plans without a day stand apart."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.engagements(
            with_=with_ or (),
            person=person or (),
            status=status or (),
            since=day_of(since),
            until=day_of(until),
            issue=issue,
            kind=kind,
            as_of=day_of(as_of) or record.last_published(),
            min_confidence=min_confidence,
        )
        if as_json or as_csv:
            put(rows.engagements(record, found), as_json)
            return
        actors = record.actors_by_id(p.actor for e in found for p in e.participants)
    told = {e.id for e in found if listing.tells(e, actors)}
    talked = {e.id for e in found if e.id not in told and listing.is_talk(e)}
    some_time = {e.id for e in found if (since or until) and e.status in DONE and not has_day(e.date)} & told
    private = {e.id for e in found if listing.tells(e, actors, private=True)} - told
    wanted = told - some_time | (talked if talk or every else set()) | ({e.id for e in found} if every else set())
    print_list([e for e in found if e.id in wanted], actors)
    tell_least(min_confidence)
    if hidden := talked - wanted:
        note(f"{len(hidden):,} more are {TALK}: --talk shows them")
    if hidden := some_time - wanted:
        note(f"{len(hidden):,} more {SOME_TIME}: --all shows them")
    if hidden := private - wanted - talked:
        note(f"{len(hidden):,} more {PRIVATE}: --all shows them")
    if hidden := {e.id for e in found} - wanted - talked - some_time - private:
        note(f"{len(hidden):,} more {LESS}: --all shows them")


def print_list(found: Sequence[Engagement], actors: Mapping[str, Actor]) -> None:
    """What has a day; then the plans without one, then what no day is told of, each under its heading."""
    dated = [e for e in found if has_day(e.date)]
    plans = [e for e in found if not has_day(e.date) and no_day_yet(e)]
    others = [e for e in found if not has_day(e.date) and not no_day_yet(e)]
    for heading, some in (("", dated), ("No day yet", plans), ("No day told", others)):
        if some and heading:
            show(Text(f"\n{heading}" if dated else heading, "bold"))
        if some:
            show(engagement_table(some, actors))
    note(f"{len(found):,} engagement{'s' * (len(found) != 1)}")


def engagement_table(found: Iterable[Engagement], actors: Mapping[str, Actor]) -> Table:
    """A line for each engagement: when, what, who, where, how far it came."""
    lines = table(("When", "left", 3), ("What", "left", 3), ("Who", "left", 8), ("Where", "left", 3), ("Status", "no_wrap"))
    known = list(found)
    by_id = {e.id: e for e in known}
    for e, depth in below_wholes(known):
        what = Text("  " * (depth - 1) + "└ " * bool(depth) + words.kind(e.kind))
        what.append(f"\n{'  ' * depth}{words.short(e.id)}", "dim")
        status_text = Text(words.kind(e.status), words.STATUS_STYLE.get(e.status, ""))
        if (later := by_id.get(e.rescheduled_as or "")) is not None:
            status_text.append(f"\nnow {words.when(later)}")
        status_text.append("\n" + words.support(e).replace(", ", "\n"), "dim")
        lines.add_row(words.when(e), what, "\n".join(words.sides(e, actors)), words.where(e.place), status_text)
    return lines
