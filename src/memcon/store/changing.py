"""Changing the joined record in part: what differs goes out and comes in, the rest stays as it was written.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, update

from memcon.model.dates import DateRange
from memcon.model.findings import Event
from memcon.model.record import Actor, Decision, Family
from memcon.store import keeping, kept_tables, schema, writing
from memcon.store.codec import pack, unpack
from memcon.store.deciding import decision_row
from memcon.store.kept import MOST, chunked, empty

T = TypeVar("T")


def rows(db: Connection, table: Table, kind: type[T], by: str, values: Iterable[object]) -> list[T]:
    """The bodies of the rows in which a column has one of the values."""
    query = select(table.c.body).order_by(*table.primary_key)
    if empty(db, table):
        return []
    return [
        unpack(body, kind)
        for some in chunked(sorted(set(values), key=str), MOST)
        for body in db.execute(query.where(table.c[by].in_(some))).scalars()
    ]


def families_of(db: Connection, documents: Iterable[str]) -> list[Family]:
    table = schema.family_members
    if empty(db, table):
        return []
    found = {
        i
        for some in chunked(sorted(set(documents)), MOST)
        for i in db.execute(select(table.c.family).where(table.c.document.in_(some))).scalars()
    }
    return rows(db, schema.families, Family, "id", found)


def actors_in_short(db: Connection, ids: Iterable[str]) -> dict[str, Actor]:
    """Actors without their names, offices and witnesses, which can be thousands."""
    table = schema.actors
    if empty(db, table):
        return {}
    query = select(table.c.id, table.c.kind, table.c.name, table.c.state, table.c.named)
    return {
        row.id: Actor(row.id, row.kind, row.name, (), row.state, None, (), row.named)
        for some in chunked(sorted(set(ids)), MOST)
        for row in db.execute(query.where(table.c.id.in_(some)))
    }


def passing(db: Connection, first: date, last: date, statuses: Sequence[str] | None) -> set[str]:
    """Engagements whose day ends from one day on and before another; also those that can have their day from a whole. `statuses`: of
    these alone, but for what is otherwise by itself."""
    e, k = schema.engagements, kept_tables.kept_plain
    whole = select(e.c.id).where(e.c.part_of.is_not(None))
    query = select(e.c.id).where(or_((e.c.date_latest >= first) & (e.c.date_latest < last), e.c.part_of.is_not(None)))
    found = set(db.execute(query if statuses is None else query.where(e.c.status.in_(statuses))).scalars())
    days = (k.c.date_latest >= first) & (k.c.date_latest < last)
    return found | set(db.execute(select(k.c.engagement).where(or_(days, k.c.engagement.in_(whole)))).scalars())


def within(db: Connection, engagements: Iterable[str]) -> set[str]:
    """Engagements that are part of some."""
    table = schema.engagements
    if empty(db, table):
        return set()
    return {
        i
        for some in chunked(sorted(set(engagements)), MOST)
        for i in db.execute(select(table.c.id).where(table.c.part_of.in_(some))).scalars()
    }


def reported_in(db: Connection, documents: Iterable[str]) -> set[str]:
    """The ids of the engagements that some documents report."""
    table = schema.engagement_reports
    return {
        i
        for some in chunked(sorted(set(documents)), MOST)
        for i in db.execute(select(table.c.engagement).where(table.c.document.in_(some))).scalars()
    }


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


def count_mentions(db: Connection, actors: Iterable[str]) -> None:
    """Bring the numbers of mentions up to date."""
    table = schema.mentions
    for some in chunked(sorted(set(actors)), MOST):
        counts = dict.fromkeys(some, 0)
        query = select(table.c.actor, func.count()).where(table.c.actor.in_(some)).group_by(table.c.actor)
        counts.update((row[0], row[1]) for row in db.execute(query))
        changed = update(schema.actors).where(schema.actors.c.id == bindparam("actor"))
        db.execute(changed.values(mentions=bindparam("number")), [{"actor": i, "number": n} for i, n in counts.items()])


def put_days(db: Connection, days: Mapping[str, DateRange]) -> None:
    """The days of reports that say none, in the place of those before."""
    db.execute(delete(schema.dated))
    writing.put_days(db, days)


def put_rulings(db: Connection, decisions: Iterable[Decision]) -> None:
    """What people decided, with what it touches now, in the place of what stands there."""
    db.execute(delete(schema.decisions).where(schema.decisions.c.person))
    ordered = sorted(decisions, key=lambda d: (d.left, d.right, d.by, d.at or "", d.field or ""))
    if ordered:
        db.execute(insert(schema.decisions), list(map(decision_row, ordered)))


def forget(db: Connection) -> None:
    """Nothing is joined, and nothing kept: what people decided stays."""
    for table in schema.RECORD_TABLES:
        db.execute(delete(table))
    db.execute(delete(schema.decisions).where(~schema.decisions.c.person))
    keeping.forget(db)


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
