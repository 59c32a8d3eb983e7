"""memcon brief: what changed in a period, for two states or a person, in sentences with their sources."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

import memcon
from memcon.cli.diary import Paper
from memcon.cli.lists import say, tell_strangers
from memcon.cli.options import Db, Person, With
from memcon.cli.output import put_object, put_text
from memcon.items import actors_in
from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.parties import party
from memcon.wording import words

DAYS = 30  # by default
STATEMENTS = 10  # those that most origins tell


def brief(
    with_: With = None,
    person: Person = None,
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help=f"The first day. [default: {DAYS} days before the last]"),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day. [default: that of the last report]")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what no list shows: business at home, what lacks a name.")
    ] = False,
    format: Paper = "text",
    db: Db = None,
) -> None:
    """What changed in a period, for two states or a person: sentences, each with the words that support it."""
    from memcon.desk.brief_page import BriefPage
    from memcon.desk.page import PAPERS

    if not with_ and not person:
        raise typer.BadParameter("say for whom: --with CHN --with USA, or --person NAME")
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        first, last = _period(record, since, until)
        found = record.brief(first, last, with_=with_ or (), person=person or (), every=every)
        said = _statements(record, with_ or (), person or (), first, last, found.reports)
        actors = record.actors_by_id({*found.actors, *(i for s in said for i in actors_in(s))})
        documents = record.documents_by_id({*found.documents, *(s.document for s in said)})
        read = record.read_between(first, last)
    about = " and ".join((*(words.state_name(party(p)) for p in with_ or ()), *(person or ())))
    made = BriefPage(found, said, actors, documents, about, read)
    if format == "json":
        put_object(made.as_object())
    else:
        put_text(PAPERS[format](made.page()))


def _period(record: "memcon.OpenRecord", since: datetime | None, until: datetime | None) -> tuple[date, date]:
    last = until.date() if until else record.last_published()
    if last is None:
        raise StoreError("no report has a day to count from; say up to which day with --to")
    first = since.date() if since else last - timedelta(days=DAYS - 1)
    if first > last:
        raise StoreError(f"{first} is not before {last}; give the earlier day with --from")
    return first, last


def _statements(
    record: "memcon.OpenRecord",
    with_: Sequence[str],
    person: Sequence[str],
    first: date,
    last: date,
    reports: set[str],
) -> list[Statement]:
    """What they said in these days in words of their own: a person; two states to each other, or in the reports of what changed. Those
    that most origins tell, in order of time."""
    if person:
        found = record.statements(person=person, with_=with_, since=first, until=last)
    else:
        found = record.statements(with_=with_, since=first, until=last) if len(with_) > 1 else []
        known = {s.id for s in found}
        each = [s for one in with_ for s in record.statements(with_=one, since=first, until=last)]
        found += [s for s in each if s.document in reports and s.id not in known]
    own = {s.id: s for s in found if s.quotes and s.speaker and not s.altered}
    chosen = {s.id for s in _once(record, sorted(own.values(), key=lambda s: (-s.origins, -_length(s), s.id)))}
    return [s for s in own.values() if s.id in chosen]


def _length(s: Statement) -> int:
    return s.span.end - s.span.start


def _once(record: "memcon.OpenRecord", ranked: Sequence[Statement]) -> list[Statement]:
    """The first of some, without those that say what another says in the same words."""
    documents = record.documents_by_id(s.document for s in ranked)
    found: dict[str, Statement] = {}
    for s in ranked:
        words_alone = "".join(c for c in s.span.of(documents[s.document].text).casefold() if c.isalnum())
        found.setdefault(words_alone, s)
    return list(found.values())[:STATEMENTS]
