"""What two states say of each other and do to each other, counted by month.

Comes in: in which reports either speaks of the other, what they did to each other, the days of documents. Goes out: `Told` by month
(2024-05). A statement counts in the month of its report, an event in its own month or, where it has none, in that of its report; copies,
plans and what is denied count nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from memcon.analysis.dyad import is_deed, month_of
from memcon.model.dates import DateRange
from memcon.model.findings import Event


@dataclass(frozen=True, slots=True)
class Told:
    """Statements of one of the other, and of the other; events that are cooperation, and that are conflict, by their intensity."""

    said_by_left: int = 0
    said_by_right: int = 0
    cooperating: int = 0
    in_conflict: int = 0


def told_by_month(
    by_left: Iterable[str],
    by_right: Iterable[str],
    events: Iterable[Event],
    published: Mapping[str, DateRange],
) -> dict[str, Told]:
    """Months in order; those in which nothing is told are left out. `by_left`, `by_right`: the report of each statement."""
    found: dict[str, Told] = {}

    def add(month: str | None, **more: int) -> None:
        if month:
            now = found.get(month, Told())
            found[month] = replace(now, **{name: getattr(now, name) + n for name, n in more.items()})

    for name, some in (("said_by_left", by_left), ("said_by_right", by_right)):
        for document in some:
            report = published.get(document)
            add(report.month if report else None, **{name: 1})
    for e in events:
        if e.intensity and is_deed(e):
            add(month_of(e, published), **{"cooperating" if e.intensity > 0 else "in_conflict": 1})
    return dict(sorted(found.items()))
