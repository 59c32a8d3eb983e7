"""What lists ask of every engagement, in memory: its days, its status and kind, what it was put off to, when reports told of it.

Comes in: a database, once for a record. Goes out: an `Overview`, and from it the ids of what a filter keeps, in order of time.
It keeps what `queries.engagements` keeps, which asks the database each time.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from memcon.model.life import HORIZON
from memcon.store import schema as t
from memcon.store.queries import Filter, in_order, published_columns

MOST = 200_000  # engagements of a record that is asked so; an overview of these takes 100 megabytes
Told = tuple[date, date]  # the first and the last day on which a report can have appeared


@dataclass(frozen=True, slots=True)
class Row:
    """An engagement: its place in the order of time, its days, what a filter asks of it, and the days of its reports.

    begun, heard  the first day on which a report can have told of it, and the last
    """

    place: int
    id: str
    begun: date
    heard: date
    told: tuple[Told, ...]
    earliest: date | None
    latest: date | None
    status: str
    kind: str
    after: str | None  # what it was put off to


@dataclass(frozen=True, slots=True)
class Overview:
    rows: dict[str, Row]  # by id, in order of time

    def __len__(self) -> int:
        return len(self.rows)

    def kept(self, keep: Filter, among: Sequence[frozenset[str]]) -> list[str]:
        """The ids of those that a filter keeps; `among`: for each party, person and issue of it, the ids of what it is in."""
        if among:
            few, *others = sorted(among, key=len)
            rows: Sequence[Row] = [self.rows[i] for i in few if i in self.rows and all(i in other for other in others)]
        else:
            rows = list(self.rows.values())
        status = set(keep.status)
        if status or keep.kind or keep.since or keep.until:
            rows = [
                r for r in rows if (not status or r.status in status) and keep.kind in (None, r.kind) and _within(r, keep)
            ]
        if keep.news:
            rows = self._news(rows, *keep.news)
        return [r.id for r in sorted(rows, key=lambda r: r.place)]

    def _news(self, rows: Sequence[Row], since: date, until: date) -> list[Row]:
        """As `queries._is_news`."""
        fresh = since - HORIZON
        lately = [r for r in self.rows.values() if r.begun <= until and r.heard >= since]
        told = {r.id for r in lately if any(last >= since and first <= until for first, last in r.told)}
        after = {self.rows[i].after for i in told}
        found = []
        for r in rows:
            if r.begun <= until and (_to_come(r, since, fresh) or r.id in told or r.after in told or r.id in after):
                found.append(r)
        return found


def _to_come(row: Row, since: date, fresh: date) -> bool:
    if row.latest is not None:
        return row.latest >= since
    return row.heard >= fresh or (row.earliest is not None and row.earliest >= fresh)


def _within(row: Row, keep: Filter) -> bool:
    if keep.since is None and keep.until is None:
        return True
    if row.earliest is None and row.latest is None:
        return False
    late = keep.since is None or row.latest is None or row.latest >= keep.since
    return late and (keep.until is None or row.earliest is None or row.earliest <= keep.until)


def overview(db: Connection) -> Overview | None:
    """The overview of a record; None of one that is too large for it."""
    e, told = t.engagements, t.engagement_reports
    if db.execute(select(func.count()).select_from(e)).scalar_one() > MOST:
        return None
    earliest, latest, documents = published_columns()
    days: dict[str, list[Told]] = defaultdict(list)
    query = documents.with_only_columns(told.c.engagement, earliest, latest).join(told, told.c.document == t.documents.c.id)
    for engagement, first, last in db.execute(query):
        days[engagement].append((first or date.min, last or date.max))
    columns = select(e.c.id, e.c.date_earliest, e.c.date_latest, e.c.status, e.c.kind, e.c.rescheduled_as)
    found = db.execute(in_order(columns))
    return Overview({i: _row(n, i, tuple(set(days.get(i, ()))), rest) for n, (i, *rest) in enumerate(found)})


def _row(place: int, engagement: str, told: tuple[Told, ...], columns: Sequence[Any]) -> Row:
    begun = min((first for first, _ in told), default=date.max)
    return Row(place, engagement, begun, max((last for _, last in told), default=date.min), told, *columns)
