"""Who met whom: contacts of states or persons counted, with the last one and the longest silence.

Comes in: engagements and actors. Goes out: `Pair`s, those who met most first. An engagement counts when it was held; several
reports of it are one, and so are a visit and the talks in it. A silence is the time between two contacts whose day is known to
within a week.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from memcon.analysis.wholes import Occasion, occasions
from memcon.model.kinds import DIPLOMATIC
from memcon.model.publicity import is_private
from memcon.model.record import Actor, Engagement
from memcon.model.status import DONE

NEAR = 7  # days


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence: the days of the contacts before and after it."""

    after: date
    until: date
    before_id: str
    after_id: str

    @property
    def days(self) -> int:
        return (self.until - self.after).days


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states (alpha-3 codes) or two persons (ids), and how often they met."""

    left: str
    right: str
    contacts: int
    last: date | None
    silence: Gap | None


def is_contact(engagement: Engagement) -> bool:
    """Was it held, and is it one at which two sides meet?"""
    return engagement.status in DONE and engagement.kind in DIPLOMATIC


def silences(contacts: Iterable[Engagement]) -> list[Gap]:
    """The times between contacts, the longest first. Contacts without a day near enough are passed over."""
    dated = sorted((*days, occasion[0].id) for occasion in occasions(contacts) if (days := _days(occasion)))
    gaps = [Gap(a[1], b[0], a[2], b[2]) for a, b in pairwise(dated) if b[0] > a[1]]
    return sorted(gaps, key=lambda g: (-g.days, g.after))


def _days(occasion: Occasion) -> tuple[date, date] | None:
    """The first and the last day of one, by itself or, where its own are too wide, by its parts."""
    near = [e.date for e in occasion if e.date.days is not None and e.date.days <= NEAR]
    whole = near[:1] if near and near[0] is occasion[0].date else near
    first = min((d.earliest for d in whole if d.earliest), default=None)
    last = max((d.latest for d in whole if d.latest), default=None)
    return (first, last) if first and last else None


def pairs(
    engagements: Iterable[Engagement], actors: Mapping[str, Actor], persons: bool = False, private: bool = False
) -> list[Pair]:
    """Pairs of states, or of persons who act for different states, by how often they met. `private`: private people too."""
    found = [_pair(sides, of) for sides, of in met(engagements, actors, persons, private).items()]
    return sorted(found, key=lambda p: (-p.contacts, p.left, p.right))


def met(
    engagements: Iterable[Engagement], actors: Mapping[str, Actor], persons: bool = False, private: bool = False
) -> dict[tuple[str, str], list[Engagement]]:
    """The contacts of each pair."""
    found: dict[tuple[str, str], dict[str, Engagement]] = defaultdict(dict)
    for e in engagements:
        if not is_contact(e) or (is_private(e, actors) and not private):
            continue
        present = [actors[p.actor] for p in e.participants if p.actor in actors and p.part != "organiser"]
        if persons:
            named = sorted({(a.id, a.state) for a in present if a.kind == "person" and a.named}, key=lambda x: x[0])
            for (one, its), (other, others) in combinations(named, 2):
                if its is None or its != others:
                    found[one, other][e.id] = e
        else:
            for one, other in combinations(sorted({a.state for a in present if a.state}), 2):
                found[one, other][e.id] = e
    return {sides: list(of.values()) for sides, of in found.items()}


def _pair(sides: tuple[str, str], contacts: list[Engagement]) -> Pair:
    last = max((e.date.latest for e in contacts if e.date.latest), default=None)
    gaps = silences(contacts)
    return Pair(*sides, len(occasions(contacts)), last, gaps[0] if gaps else None)
