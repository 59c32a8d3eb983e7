"""What lists ask of every engagement: its days, its status and kind, what it was put off to, when reports told of it.

Comes in: a database. Goes out: an `Overview` of all its engagements, to be kept as long as the record stays the same, or of some; and from
it the ids of what a filter keeps, in order of time. It is the only filter of engagements.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, func, select

from memcon.model.life import HORIZON
from memcon.store import schema as t
from memcon.store.filters import Filter, published_columns
from memcon.store.kept import MOST as AT_ONCE
from memcon.store.kept import chunked

MOST = 200_000  # engagements of a record whose overview is kept; that of so many takes 150 megabytes
SHORT = 60  # days; nearly all that is told of and has a last day ends so soon after the first report
T = TypeVar("T")


class Spans(Generic[T]):
    """Things that are from one day to another, to find those that are on some of these days. They stand in order of their first day;
    the few that are for more than `short` days stand apart and are all looked at."""

    def __init__(self, some: Iterable[tuple[date, date, T]], short: int = SHORT) -> None:
        days = sorted(
            ((first.toordinal(), last.toordinal(), thing) for first, last, thing in some), key=lambda span: span[0]
        )
        self._reach = short
        self._short = [span for span in days if span[1] - span[0] <= short]
        self._long = [span for span in days if span[1] - span[0] > short]
        self._firsts = [first for first, _, _ in self._short]

    def on(self, since: date, until: date) -> Iterator[T]:
        """Those that begin by the last of some days and end on the first or later."""
        low, high = since.toordinal(), until.toordinal()
        near = self._short[bisect_left(self._firsts, low - self._reach) : bisect_right(self._firsts, high)]
        yield from (thing for _, last, thing in near if last >= low)
        yield from (thing for first, last, thing in self._long if first <= high and last >= low)


@dataclass(frozen=True, slots=True)
class Row:
    """An engagement: its place in the order of time, its days, what a filter asks of it, and the days of its reports.

    begun, heard  the first day on which a report can have told of it, and the last
    told          the days of each report: the first and the last on which it can have appeared
    """

    place: int
    id: str
    begun: date
    heard: date
    told: tuple[tuple[date, date], ...]
    earliest: date | None
    latest: date | None
    status: str
    kind: str
    after: str | None  # what it was put off to


class Overview:
    """Engagements by id, in order of time."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = {row.id: row for row in rows}
        every = self.rows.values()
        self._told = Spans((first, last, row.id) for row in every for first, last in row.told)
        self._dated = Spans((row.begun, row.latest, row.id) for row in every if row.latest)
        # Of what has no last day and was told of long ago, nobody says that it is to come (`life.is_stale`).
        self._open = Spans(
            ((row.begun, _fresh(max(row.heard, row.earliest or date.min)), row.id) for row in every if row.latest is None),
            HORIZON.days + SHORT,
        )
        self._before: dict[str, list[str]] = defaultdict(list)  # by what they were put off to
        for row in every:
            if row.after:
                self._before[row.after].append(row.id)

    def __len__(self) -> int:
        return len(self.rows)

    def kept(self, keep: Filter, among: Sequence[frozenset[str]]) -> list[str]:
        """The ids of those that a filter keeps; `among`: for each party, person and issue of it, the ids of what it is in."""
        chosen: list[Collection[str]] = [*among, *([self._news(*keep.news)] if keep.news else [])]
        if chosen:
            few, *others = sorted(chosen, key=len)
            rows: Iterable[Row] = [self.rows[i] for i in few if i in self.rows and all(i in other for other in others)]
        else:
            rows = self.rows.values()
        status = set(keep.status)
        if status or keep.kind or keep.since or keep.until:
            rows = [
                r for r in rows if (not status or r.status in status) and keep.kind in (None, r.kind) and _within(r, keep)
            ]
        return [r.id for r in sorted(rows, key=lambda r: r.place)]

    def _news(self, since: date, until: date) -> set[str]:
        """What reports of some days tell of, what it was put off to or stands in for, and what can still be to come on the first of them;
        as far as reports had told of it by then."""
        told = set(self._told.on(since, until))
        found = told | {before for i in told for before in self._before.get(i, ())}
        found |= {after for i in told if (after := self.rows[i].after) in self.rows}
        found.update(self._dated.on(since, until))
        found.update(self._open.on(since, until))
        return {i for i in found if self.rows[i].begun <= until}


def _fresh(heard: date) -> date:
    """The last day on which it can still be to come."""
    return heard + HORIZON if heard < date.max - HORIZON else date.max


def _within(row: Row, keep: Filter) -> bool:
    """What can have been on one of the days stays, what has no date goes."""
    if keep.since is None and keep.until is None:
        return True
    if row.earliest is None and row.latest is None:
        return False
    late = keep.since is None or row.latest is None or row.latest >= keep.since
    return late and (keep.until is None or row.earliest is None or row.earliest <= keep.until)


def overview(db: Connection) -> Overview | None:
    """The overview of a record; None of one that is too large for it to be kept."""
    if db.execute(select(func.count()).select_from(t.engagements)).scalar_one() > MOST:
        return None
    return overview_of(db, None)


def overview_of(db: Connection, ids: Collection[str] | None) -> Overview:
    """The overview of some engagements; of None, of all."""
    e, told = t.engagements, t.engagement_reports
    earliest, latest, documents = published_columns()
    reports = documents.with_only_columns(told.c.engagement, earliest, latest).join(
        told, told.c.document == t.documents.c.id
    )
    columns = select(e.c.id, e.c.date_earliest, e.c.date_latest, e.c.status, e.c.kind, e.c.rescheduled_as)
    days: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for engagement, first, last in _of(db, reports, told.c.engagement, ids):
        days[engagement].append((first or date.min, last or date.max))
    found = sorted(_of(db, columns, e.c.id, ids), key=_in_time)
    return Overview(_row(n, i, tuple(set(days.get(i, ()))), rest) for n, (i, *rest) in enumerate(found))


def _of(db: Connection, query: Select[Any], column: Any, ids: Collection[str] | None) -> Iterator[Any]:
    if ids is None:
        yield from db.execute(query)
        return
    for some in chunked(sorted(ids), AT_ONCE):
        yield from db.execute(query.where(column.in_(some)))


def _in_time(columns: Sequence[Any]) -> tuple[date, date, str]:
    """By the first day, then by the last, then by id; what has none comes last."""
    engagement, earliest, latest, *_ = columns
    return earliest or latest or date.max, latest or date.max, engagement


def _row(place: int, engagement: str, told: tuple[tuple[date, date], ...], columns: Sequence[Any]) -> Row:
    begun = min((first for first, _ in told), default=date.max)
    return Row(place, engagement, begun, max((last for _, last in told), default=date.min), told, *columns)
