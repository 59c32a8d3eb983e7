"""The relationship of two states over time: engagements by kind and level, intensity by month, issues, silences.

Comes in: two states, the record's engagements in which both have a part, what they did to each other, its actors. Goes out: a `Dyad`. A
visit and the talks in it are one occasion. Months are those of the occasion or deed. Intensities are PLOVER's, summed: cooperation above
zero, conflict below.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from memcon.analysis.contacts import Gap, is_contact, silences
from memcon.analysis.level import LEVELS, Level, level
from memcon.analysis.wholes import Occasion, occasions
from memcon.model.deeds import Deed
from memcon.model.record import Actor, Engagement
from memcon.model.status import INTENDED, UNDONE, Status

SHOWN = 5  # silences


@dataclass(frozen=True, slots=True)
class Month:
    """One month (2022-03): what was held, what was called off, and the summed intensities."""

    month: str
    held: int
    called_off: int
    cooperation: float
    conflict: float
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """How many engagements of a kind were held at each level, in the order of `LEVELS`."""

    kind: str
    levels: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.levels)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two states, alpha-3 codes. `undated`: contacts held of which no month is known."""

    left: str
    right: str
    held: int
    ahead: int
    unconfirmed: int
    called_off: int
    undated: int
    kinds: tuple[Kind, ...]
    months: tuple[Month, ...]
    issues: tuple[tuple[str, int], ...]
    silences: tuple[Gap, ...]


def dyad(
    left: str,
    right: str,
    engagements: Iterable[Engagement],
    deeds: Iterable[Deed],
    actors: Mapping[str, Actor],
) -> Dyad:
    """The relationship that these engagements and deeds show."""
    every = [e for e in engagements if {left, right} <= _states(e, actors)]
    contacts = [e for e in every if is_contact(e)]
    held = occasions(contacts)
    off = occasions(e for e in every if e.status in UNDONE)
    return Dyad(
        left,
        right,
        held=len(held),
        ahead=len(occasions(e for e in every if e.status in INTENDED)),
        unconfirmed=len(occasions(e for e in every if e.status == Status.UNCONFIRMED)),
        called_off=len(off),
        undated=sum(_month_of(occasion) is None for occasion in held),
        kinds=_kinds(held, actors, left, right),
        months=_months(held, off, deeds),
        issues=tuple(
            Counter(i for occasion in held for i in sorted({i for e in occasion for i in e.issues})).most_common()
        ),
        silences=tuple(silences(contacts)[:SHOWN]),
    )


def _states(engagement: Engagement, actors: Mapping[str, Actor]) -> set[str]:
    return {s for p in engagement.participants if p.actor in actors and (s := actors[p.actor].state)}


def _kinds(held: Iterable[Occasion], actors: Mapping[str, Actor], left: str, right: str) -> tuple[Kind, ...]:
    """Occasions by their kind and the highest level at which the two met in one."""
    counts: dict[str, Counter[Level]] = defaultdict(Counter)
    for occasion in held:
        counts[occasion[0].kind][min((level(e, actors, left, right) for e in occasion), key=LEVELS.index)] += 1
    made = [Kind(kind, tuple(of[name] for name in LEVELS)) for kind, of in counts.items()]
    return tuple(sorted(made, key=lambda k: (-k.total, k.kind)))


def _months(
    contacts: Iterable[Occasion],
    called_off: Iterable[Occasion],
    deeds: Iterable[Deed],
) -> tuple[Month, ...]:
    """Every month from the first to the last in which something was, the quiet ones too."""
    held: Counter[str] = Counter()
    off: Counter[str] = Counter()
    plus: dict[str, float] = defaultdict(float)
    minus: dict[str, float] = defaultdict(float)
    issues: dict[str, set[str]] = defaultdict(set)
    for occasion in contacts:
        if month := _month_of(occasion):
            held[month] += 1
            issues[month] |= {i for e in occasion for i in e.issues}
    off.update(month for occasion in called_off if (month := _month_of(occasion)))
    for deed in deeds:
        if deed.month:
            (plus if deed.intensity > 0 else minus)[deed.month] += deed.intensity
    found = held.keys() | off.keys() | plus.keys() | minus.keys()
    return tuple(
        Month(m, held[m], off[m], round(plus.get(m, 0.0), 1), round(minus.get(m, 0.0), 1), tuple(sorted(issues[m])))
        for m in _all(found)
    )


def _month_of(occasion: Occasion) -> str | None:
    """The month of the whole; where that is open, of the first part that has one."""
    return next((month for e in occasion if (month := e.date.month)), None)


def _all(months: Iterable[str]) -> list[str]:
    """The months between the first and the last of some, both included."""
    some = sorted(months)
    if not some:
        return []
    first, last = (date.fromisoformat(f"{m}-01") for m in (some[0], some[-1]))
    count = (last.year - first.year) * 12 + last.month - first.month
    return [f"{first.year + (first.month - 1 + n) // 12}-{(first.month - 1 + n) % 12 + 1:02}" for n in range(count + 1)]
