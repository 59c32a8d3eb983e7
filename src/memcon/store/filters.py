"""What a list is to keep, and what that means in SQL.

Comes in: a `Filter`. Goes out: selections of ids, conditions, values. Engagements are filtered by their overview (`store/overview.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from memcon.store import schema as t
from memcon.store.codec import folded, unpack

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; an empty field keeps everything. Several parties or persons must all take part.

    parties  each an alpha-3 code of a state, or the name of an actor
    since, until  days: what can have been on one of them stays, what has no date goes
    news     of engagements: two days between which reports tell of it, or on the first of which it can still be to come
    """

    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    issue: str | None = None
    kind: str | None = None
    copies: bool = True  # what copies tell again, too
    news: tuple[date, date] | None = None


def actors_wanted(keep: Filter) -> Sequence[Select[Any]]:
    return [acting_for(p) for p in keep.parties] + [called(p).where(t.actors.c.kind == "person") for p in keep.persons]


def acting_for(party: str) -> Select[Any]:
    """Ids of those who act for a state, or whose name is this."""
    if len(party) == 3 and party.isupper():
        named = called(party).where(t.actors.c.kind != "person").with_only_columns(t.actors.c.id)
        return select(t.actors.c.id).where(or_(t.actors.c.state == party, t.actors.c.id.in_(named)))
    return called(party)


def called(name: str) -> Select[Any]:
    """Ids of actors one of whose names holds these words."""
    a, n = t.actors, t.actor_names
    holds = n.c.folded.contains(folded(name), autoescape=True)
    return select(a.c.id).where(a.c.id.in_(select(n.c.actor).where(holds)))


def having(table: Table, item: str, column: str, value: str) -> Select[Any]:
    return select(table.c[item]).where(table.c[column] == value)


def published_columns() -> tuple[ColumnElement[Any], ColumnElement[Any], Select[Any]]:
    d, own = t.documents, t.dated
    source = select(d.c.id).select_from(d).outerjoin(own, own.c.document == d.c.id)
    earliest = func.coalesce(own.c.published_earliest, d.c.published_earliest)
    return earliest, func.coalesce(own.c.published_latest, d.c.published_latest), source


def within(query: Select[Any], earliest: ColumnElement[Any], latest: ColumnElement[Any], keep: Filter) -> Select[Any]:
    if keep.since or keep.until:
        query = query.where(or_(earliest.is_not(None), latest.is_not(None)))
    if keep.since:
        query = query.where(or_(latest.is_(None), latest >= keep.since))
    if keep.until:
        query = query.where(or_(earliest.is_(None), earliest <= keep.until))
    return query


def values(db: Connection, query: Select[Any], kind: type[T]) -> list[T]:
    return [unpack(body, kind) for body in db.execute(query).scalars()]
