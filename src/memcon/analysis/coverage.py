"""What was read, by month: how many reports, of how many origins and outlets; so that silence and a lack of sources are told apart.

Comes in: the days of documents, who published them, the families of copies. Goes out: `Coverage` by month (2024-05). A report whose month
is not known counts in none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon.model.dates import DateRange
from memcon.model.record import Family


@dataclass(frozen=True, slots=True)
class Coverage:
    """`origins`: independent families among the reports; `outlets`: that are known by name."""

    reports: int
    origins: int
    outlets: int


def coverage(
    days: Mapping[str, DateRange], outlets: Mapping[str, str | None], families: Iterable[Family]
) -> dict[str, Coverage]:
    """Months in order; those in which nothing was read are left out."""
    origin = {m.document: f.canonical for f in families for m in f.members}
    months: dict[str, list[str]] = {}
    for document, day in days.items():
        if month := day.month:
            months.setdefault(month, []).append(document)
    return {
        month: Coverage(
            len(some), len({origin.get(d, d) for d in some}), len({name for d in some if (name := outlets.get(d))})
        )
        for month, some in sorted(months.items())
    }
