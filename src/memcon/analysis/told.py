"""What two states say of each other and do to each other, counted by month.

Comes in: how many statements of either speak of the other, by month; what they did to each other. Goes out: `Told` by month (2024-05).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from memcon.model.deeds import Deed


@dataclass(frozen=True, slots=True)
class Told:
    """Statements of one of the other, and of the other; events that are cooperation, and that are conflict, by their intensity."""

    said_by_left: int = 0
    said_by_right: int = 0
    cooperating: int = 0
    in_conflict: int = 0


def told_by_month(by_left: Mapping[str, int], by_right: Mapping[str, int], deeds: Iterable[Deed]) -> dict[str, Told]:
    """Months in order; those in which nothing is told are left out."""
    found: dict[str, Told] = {}

    def add(month: str, **more: int) -> None:
        now = found.get(month, Told())
        found[month] = replace(now, **{name: getattr(now, name) + n for name, n in more.items()})

    for name, some in (("said_by_left", by_left), ("said_by_right", by_right)):
        for month, count in some.items():
            add(month, **{name: count})
    for deed in deeds:
        if deed.month:
            add(deed.month, **{"cooperating" if deed.intensity > 0 else "in_conflict": 1})
    return dict(sorted(found.items()))
