"""Changing the joined record in part: what differs goes out and comes in, the rest stays as it was written.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, or_, select, update

from memcon.model.findings import Event, Findings, NameMention
from memcon.model.record import Actor, Decision, Engagement, Family, Record
from memcon.store import schema, writing
from memcon.store.codec import pack, unpack
from memcon.store.deciding import decision_row
from memcon.store.keeping import MOST, chunked

T = TypeVar("T")
TOLD = (schema.mentions, schema.statements, schema.events, schema.outlook)  # what names actors


def rows(db: Connection, table: Table, kind: type[T], by: str, values: Iterable[object]) -> list[T]:
    """The bodies of the rows in which a column has one of the values."""
    query = select(table.c.body).order_by(*table.primary_key)
    return [
        unpack(body, kind)
        for some in chunked(sorted(set(values), key=str), MOST)
        for body in db.execute(query.where(table.c[by].in_(some))).scalars()
    ]


def mentions(db: Connection, documents: Iterable[str]) -> list[tuple[str, NameMention]]:
    table = schema.mentions
    query = select(table.c.document, table.c.body).order_by(table.c.document, table.c.start, table.c.number)
    return [
        (row.document, unpack(row.body, NameMention))
        for some in chunked(sorted(set(documents)), MOST)
        for row in db.execute(query.where(table.c.document.in_(some)))
    ]


def findings(db: Connection, documents: Iterable[str]) -> list[Findings]:
    return rows(db, schema.findings, Findings, "document", documents)


def undated(db: Connection) -> list[str]:
    """The documents that do not say when they appeared."""
    table = schema.documents
    query = select(table.c.id).where(table.c.published_earliest.is_(None), table.c.published_latest.is_(None))
    return list(db.execute(query).scalars())


def last_day(db: Connection, but: Iterable[str] = ()) -> date | None:
    """The last day on which one of the documents, but for some, can have appeared."""
    table = schema.documents
    return db.execute(select(func.max(table.c.published_latest)).where(table.c.id.not_in(list(but)))).scalar()


def families_of(db: Connection, documents: Iterable[str]) -> list[Family]:
    table = schema.family_members
    found = {
        i
        for some in chunked(sorted(set(documents)), MOST)
        for i in db.execute(select(table.c.family).where(table.c.document.in_(some))).scalars()
    }
    return rows(db, schema.families, Family, "id", found)


def actors_in_short(db: Connection, ids: Iterable[str]) -> dict[str, Actor]:
    """Actors without their names, offices and witnesses, which can be thousands."""
    table = schema.actors
    query = select(table.c.id, table.c.kind, table.c.name, table.c.state, table.c.named)
    return {
        row.id: Actor(row.id, row.kind, row.name, (), row.state, None, (), row.named)
        for some in chunked(sorted(set(ids)), MOST)
        for row in db.execute(query.where(table.c.id.in_(some)))
    }


def plans_until(db: Connection, statuses: Sequence[str], last: date) -> set[str]:
    """Engagements with one of the statuses whose day can have passed on the last one: also those that have it from a whole."""
    table = schema.engagements
    query = select(table.c.id).where(table.c.status.in_(statuses))
    return set(db.execute(query.where(or_(table.c.date_latest < last, table.c.part_of.is_not(None)))).scalars())


def within(db: Connection, engagements: Iterable[str]) -> set[str]:
    """Engagements that are part of some."""
    table = schema.engagements
    return {
        i
        for some in chunked(sorted(set(engagements)), MOST)
        for i in db.execute(select(table.c.id).where(table.c.part_of.in_(some))).scalars()
    }


def reported_in(db: Connection, documents: Iterable[str]) -> list[Engagement]:
    """The engagements that some documents report."""
    table = schema.engagement_reports
    found = {
        i
        for some in chunked(sorted(set(documents)), MOST)
        for i in db.execute(select(table.c.engagement).where(table.c.document.in_(some))).scalars()
    }
    return rows(db, schema.engagements, Engagement, "id", found)


def with_actors(
    db: Connection, actors: Iterable[str], first: date, last: date, kinds: Iterable[str], statuses: Iterable[str] = ()
) -> list[Engagement]:
    """Engagements of some kinds (and statuses) with one of the actors, on days that can be between two; the last day of plans can be
    open."""
    e, p = schema.engagements, schema.engagement_participants
    query = select(e.c.body).where(
        e.c.kind.in_(list(kinds)),
        e.c.date_earliest <= last,
        or_(e.c.date_latest >= first, e.c.date_latest.is_(None)),
        e.c.id.in_(select(p.c.engagement).where(p.c.actor.in_(list(actors)))),
    )
    if some := sorted(statuses):
        query = query.where(e.c.status.in_(some))
    return [unpack(body, Engagement) for body in db.execute(query).scalars()]


def events_like(db: Connection, events: Iterable[Event]) -> list[Event]:
    """Events of the same kind, day and tense as some, themselves included where they are in the record."""
    table = schema.events
    wanted = {(e.date.earliest, e.type, e.tense, e.negated) for e in events if e.date}
    return [
        unpack(body, Event)
        for day, kind, tense, negated in wanted
        for body in db.execute(
            select(table.c.body).where(
                table.c.date_earliest == day,
                table.c.date_latest == day,
                table.c.type == kind,
                table.c.tense == tense,
                table.c.negated == negated,
            )
        ).scalars()
    ]


def drop(db: Connection, table: Table, by: str, values: Iterable[str]) -> None:
    for some in chunked(sorted(set(values)), MOST):
        db.execute(delete(table).where(table.c[by].in_(some)))


def put_part(db: Connection, part: Record) -> None:
    """A part of the record in the place of what stood there: each item by its id, what stands in a text by the document.

    Of the documents only what names actors is rewritten; what only new documents have is put beside the rest.
    """
    for table, items in (
        (schema.actors, part.actors),
        (schema.engagements, part.engagements),
        (schema.statements, part.statements),
        (schema.events, part.events),
        (schema.outlook, part.outlook),
    ):
        drop(db, table, "id", (item.id for item in items))
    drop(db, schema.mentions, "document", {document for document, _ in part.mentions})
    writing.put_items(db, part)


def count_mentions(db: Connection, actors: Iterable[str]) -> None:
    """Bring the numbers of mentions up to date."""
    table = schema.mentions
    for some in chunked(sorted(set(actors)), MOST):
        counts = dict.fromkeys(some, 0)
        query = select(table.c.actor, func.count()).where(table.c.actor.in_(some)).group_by(table.c.actor)
        counts.update((row[0], row[1]) for row in db.execute(query))
        for actor, number in counts.items():
            db.execute(update(schema.actors).where(schema.actors.c.id == actor).values(mentions=number))


def change_decisions(db: Connection, by: str, column: str, values: Iterable[str], now: Iterable[Decision]) -> None:
    """The decisions of a rule (`by`: how its name begins) on some items, in the place of those that stand there."""
    table = schema.decisions
    query = select(table.c.number, table.c.body).where(~table.c.person, table.c.by.startswith(by, autoescape=True))
    waiting: dict[bytes, list[Decision]] = {}
    for decision in now:
        waiting.setdefault(pack(decision), []).append(decision)
    gone = []
    for some in chunked(sorted(set(values)), MOST):
        for number, body in db.execute(query.where(table.c[column].in_(some))):
            if waiting.get(body):
                waiting[body].pop()
            else:
                gone.append(number)
    for numbers in chunked(gone, MOST):
        db.execute(delete(table).where(table.c.number.in_(numbers)))
    new = [decision_row(decision) for same in waiting.values() for decision in same]
    if new:
        db.execute(insert(table), new)
