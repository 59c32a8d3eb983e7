"""Engagements of the record that can be seen beside others: with the same people, on days near theirs.

Comes in: what is looked for, many at once. Goes out: ids. The engagements of all who are asked for are read in one go, so that a
question more costs no search more.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, or_, select

from memcon.store import kept_tables, schema
from memcon.store.kept import MOST, chunked

Row = tuple[date, date | None, str, str, str]  # first day, last day, kind, status, id


@dataclass(frozen=True, slots=True)
class Beside:
    """Engagements of some kinds (and statuses, where any are given) with one of the actors, on days that can be between two; the last
    day of plans can be open."""

    actors: Sequence[str]
    first: date
    last: date
    kinds: Iterable[str]
    statuses: Iterable[str] = ()


def with_actors(db: Connection, wanted: Sequence[Beside]) -> set[str]:
    """Asked are the days of engagements as they are by themselves, and with what is beside them."""
    asked = [one for one in wanted if one.actors]
    if not asked:
        return set()
    known = _by_actor(db, {a for one in asked for a in one.actors}, min(o.first for o in asked), max(o.last for o in asked))
    return {i for one in asked for actor in one.actors for i in _between(known.get(actor, ()), one)}


def _between(rows: Iterable[Row], one: Beside) -> Iterable[str]:
    kinds, statuses = set(one.kinds), set(one.statuses)
    for first, last, kind, status, i in rows:
        if first > one.last:
            return  # they are sorted by their first day
        if (last is None or last >= one.first) and kind in kinds and (not statuses or status in statuses):
            yield i


def _by_actor(db: Connection, actors: Iterable[str], first: date, last: date) -> dict[str, list[Row]]:
    """The engagements of each actor on days that can be between two, by their first day."""
    found: dict[str, list[Row]] = defaultdict(list)
    for some in chunked(sorted(actors), MOST):
        for table, name in ((schema.engagements, "id"), (kept_tables.kept_plain, "engagement")):
            for actor, *row in db.execute(_query(table, name, some, first, last)):
                found[actor].append((row[0], row[1], row[2], row[3], row[4]))
    for rows in found.values():
        rows.sort(key=itemgetter(0))
    return found


def _query(table: Any, name: str, actors: Sequence[str], first: date, last: date) -> Any:
    p, c = schema.engagement_participants, table.c
    query = select(p.c.actor, c.date_earliest, c.date_latest, c.kind, c.status, c[name])
    days = c.date_earliest <= last, or_(c.date_latest >= first, c.date_latest.is_(None))
    return query.join_from(p, table, c[name] == p.c.engagement).where(p.c.actor.in_(actors), *days)
