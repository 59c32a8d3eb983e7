"""The lists: memcon statements, actors, events, rejects, search. Those of engagements: see `engagements`.

Each prints a table for people, or with --json or --csv the fields of the record with names and words beside the ids.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

import memcon
from memcon import rows
from memcon.cli import altered, whom
from memcon.cli.options import AsCsv, AsJson, Copies, Db, EventType, Issue, MinConfidence, Person, Since, Until, With
from memcon.cli.output import note, out, put, show, table
from memcon.model.findings import Statement, StatementKind
from memcon.model.resolved import ActorKind
from memcon.parties import party
from memcon.registers.states import states
from memcon.wording import sayings, words


def statements(
    with_: With = None,
    person: Person = None,
    kind: Annotated[StatementKind | None, typer.Option(help="Only of this kind.")] = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    only_altered: Annotated[
        bool, typer.Option("--altered", help="Quotations whose words were changed in copying, their variants side by side.")
    ] = False,
    copies: Copies = False,
    min_confidence: MinConfidence = 0.0,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Who said what, in order of the day of publication. --with takes those spoken to, too."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.statements(
            with_=with_ or (),
            person=person or (),
            since=day_of(since),
            until=day_of(until),
            issue=issue,
            kind=kind,
            copies=copies or only_altered,
            min_confidence=min_confidence,
        )
        if only_altered:
            _altered(record, found, as_json, as_csv)
            return
        if as_json or as_csv:
            put(rows.statements(record, found), as_json)
            return
        lines = table(("When", "left", 3), ("Who", "left", 4), ("Said", "left", 10), ("Id", "no_wrap"))
        for s, actors, document in rows.with_neighbours(record, found):
            polarity = "" if s.polarity == "asserts" else f"[{s.polarity}] "
            published = words.day(document.published if document else None)
            how = sayings.verb(s, document)
            told = Text(polarity).append(f"{how}: " if how else "", "dim").append(sayings.said(s, document))
            told.append(" [altered in copying]" if s.altered else "", "red")
            told.append(f" ({s.origins} origins)" if s.origins > 1 else "", "dim")
            lines.add_row(published, sayings.speaker(s, actors), told, Text(words.short(s.id), "dim"))
    show_table(lines, len(found), "statement")
    tell_least(min_confidence)


def _altered(record: "memcon.OpenRecord", found: Sequence[Statement], as_json: bool, as_csv: bool) -> None:
    """The quotations of these statements whose words differ between documents; then those that their own style gives away."""
    quotations = record.quotations(found)
    if as_json or as_csv:
        put(altered.objects(quotations, {s.id: s for s in found}), as_json)
        return
    documents = record.documents_by_id(v.document for q in quotations for v in q.variants)
    altered.print_quotations(quotations, documents, out())
    compared = {v.statement for q in quotations for v in q.variants}
    alone = [s for s in found if s.altered and s.id not in compared]
    for n, (s, known, document) in enumerate(rows.with_neighbours(record, alone)):
        if not n:
            show(Text("\nAltered, as the words themselves show (no other wording has been read)", "bold"))
        who, what = sayings.line(s, known, document)
        show(Text(f"  {who}: {what}").append(f"  {words.short(s.id)}", "dim"))
    note(f"{len(quotations) + len(alone):,} quotations with changed words")


def actors(
    with_: With = None,
    person: Person = None,
    kind: Annotated[ActorKind | None, typer.Option(help="Only of this kind.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Persons, bodies and states, those mentioned most often first."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.actors(with_=with_ or (), person=person or (), kind=kind)
    if as_json or as_csv:
        put(rows.actors(found), as_json)
        return
    lines = table(
        ("Name", "left", 4), ("Kind", "no_wrap"), ("Acts for", "left", 4), ("Office", "left", 5), ("Id", "no_wrap")
    )
    for a in found:
        lines.add_row(a.name, a.kind, whom.acts_for(a), whom.offices(a), Text(words.short(a.id), "dim"))
    show_table(lines, len(found), "actor")


def events(
    with_: With = None,
    person: Person = None,
    kind: EventType = None,
    issue: Annotated[str | None, typer.Option(metavar="CONTEXT", help="Only in this PLOVER context.")] = None,
    since: Since = None,
    until: Until = None,
    copies: Copies = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Who did what to whom, as PLOVER events, in order of time."""
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.events(
            with_=with_ or (),
            person=person or (),
            since=day_of(since),
            until=day_of(until),
            issue=issue,
            kind=kind,
            copies=copies,
        )
        if as_json or as_csv:
            put(rows.events(record, found), as_json)
            return
        lines = table(
            ("When", "left", 3), ("Type", "no_wrap"), ("Who", "left", 4), ("To whom", "left", 4), ("Words", "left", 6)
        )
        for e, known, document in rows.with_neighbours(record, found):
            who, whom = ("\n".join(words.actor(known.get(a)) for a in side) for side in (e.actors, e.recipients))
            kinds = Text(e.type).append(f"\n{'not ' if e.negated else ''}{e.tense}\n{words.short(e.id)}", "dim")
            lines.add_row(words.day(e.date), kinds, who, whom, words.words(document, e.span))
    show_table(lines, len(found), "event")


def rejects(
    reason: Annotated[str | None, typer.Option(metavar="REASON", help="Only set aside for this reason.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Inputs that were set aside, and why."""
    with memcon.open_record(db) as record:
        found = record.rejects(reason)
    if as_json or as_csv:
        put(rows.rejects(found), as_json)
        return
    lines = table(("Input", "left", 5), ("Reason", "left", 3), ("What was seen, and the remedy", "left", 6))
    for r in found:
        lines.add_row(r.source, r.reason, r.detail)
    show_table(lines, len(found), "input", "set aside")


def search(
    wanted: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All of them; "two words" together; word*; OR.')],
    limit: Annotated[int, typer.Option(min=1, help="At most so many documents.")] = 20,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: Db = None,
) -> None:
    """Documents that hold the words, the best first."""
    # What the shell took as one argument, between quotation marks, is one phrase.
    query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in wanted)
    with memcon.open_record(db) as record:
        hits = record.search(query, limit)
        documents = record.documents_by_id(h.document for h in hits)
    if as_json or as_csv:
        put(rows.hits(hits, documents), as_json)
        return
    for hit in hits:
        document = documents[hit.document]
        head = Text(words.title(document), "bold").append(f"  {words.day(document.published)}", "not bold")
        around = Text(" ".join(hit.before.split()) + " ").append(hit.words, "bold underline")
        around.append(" " * hit.after.startswith(" ") + " ".join(hit.after.split()))
        place = words.cited(document, hit.start or 0, hit.end or 0)
        show(Group(head, around, Text(f"{place}  {hit.times} times  {words.short(document.id)}\n", "dim")))
    note(f"{len(hits)} document{'s' * (len(hits) != 1)}")


def tell_least(confidence: float) -> None:
    """Say that a list is not of all."""
    if confidence:
        note(f"only what is at least {confidence:.2f} sure; without --min-confidence there may be more")


def say(record: "memcon.OpenRecord") -> None:
    """Tell what opening the record took."""
    if record.joined_now:
        note("documents or rules had changed since the record was joined: joined it anew")


def tell_strangers(record: "memcon.OpenRecord", with_: list[str] | None, person: list[str] | None) -> None:
    """Say whom the record does not know: without that, an empty list would say that there was nothing to find."""
    for who, near in record.strangers(with_=with_ or (), person=person or ()).items():
        what = "person" if who in (person or ()) else "state, body or person"
        hint = f"; near it: {', '.join(near)}" if near else ""
        if what == "person" and party(who) in states():
            hint = "; states and bodies are asked for with --with"
        note(f"no {what} {who!r} is known in this record{hint}")


def show_table(lines: Table, count: int, thing: str, done: str = "", plural: str | None = None) -> None:
    """The table, and on stderr how many lines it has."""
    if count:
        show(lines)
    note(f"{count:,} {thing if count == 1 else plural or thing + 's'}" + (f" {done}" if done else ""))


def day_of(when: datetime | None) -> str | None:
    return when.date().isoformat() if when else None
