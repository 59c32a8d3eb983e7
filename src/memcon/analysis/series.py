"""The months of a relationship: what was held, said and done in each, beside what was read in it, so that silence and a lack of sources
are told apart.

Comes in: a `Dyad`, what was read by month, what was told by month. Goes out: `Month`s without a gap, and the part of them in which
something was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.analysis.coverage import Coverage
from memcon.analysis.dyad import Dyad
from memcon.analysis.dyad import Month as Done
from memcon.analysis.told import Told

BEFORE = 3  # months before the first in which something was read


@dataclass(frozen=True, slots=True)
class Month:
    """What was held and called off in a month, what the two did to each other (intensities of PLOVER, summed), and what was read in
    it from anywhere: reports, origins, outlets; how often either side spoke of the other, how many events were cooperation and conflict."""

    month: str
    held: int
    called_off: int
    cooperation: float
    conflict: float
    reports: int
    origins: int
    outlets: int
    said_by_left: int = 0
    said_by_right: int = 0
    cooperating: int = 0
    in_conflict: int = 0


def months(found: Dyad, coverage: Mapping[str, Coverage], told: Mapping[str, Told] | None = None) -> list[Month]:
    """Every month of the relationship, and those since in which something was read: their silence is told, too."""
    by_month, told = {m.month: m for m in found.months}, told or {}
    known = by_month.keys() | told.keys()
    if not known:
        return []
    first, last = number(min(known)), number(max(known | coverage.keys()))
    made, nothing_read, nothing_told = [], Coverage(0, 0, 0), Told()
    for name in (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)):
        m = by_month.get(name) or Done(name, 0, 0, 0.0, 0.0, ())
        c, s = coverage.get(name, nothing_read), told.get(name, nothing_told)
        read, said = (c.reports, c.origins, c.outlets), (s.said_by_left, s.said_by_right, s.cooperating, s.in_conflict)
        made.append(Month(name, m.held, m.called_off, m.cooperation, m.conflict, *read, *said))
    return made


def since_read(every: list[Month]) -> list[Month]:
    """The months from the first in which something was read: what reports recall from years before would leave no room for these."""
    first = next((n for n, m in enumerate(every) if m.reports), 0)
    return every[max(first - BEFORE, 0) :]


def number(month: str) -> int:
    """A month (2024-05) as a number, to count with."""
    year, number = map(int, month.split("-"))
    return year * 12 + number - 1
