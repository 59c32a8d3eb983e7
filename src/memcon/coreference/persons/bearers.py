"""Whom a bare family name means: evidence for each of its bearers, added up.

Comes in: a bare name of one report and those who bear it in full elsewhere. Goes out: who is meant, or who can be. A report that
names somebody by his family name alone takes him for known, so whoever else was in the reports of those months counts for more
than one who was not; so do an office or a state that both have, and that other reports call somebody so. No ratio of reports
decides: what each bearer has is set against what all others have, and against somebody whom no report names in full.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

# In logarithms of odds; set by hand, so that a bearer of the same state or office is taken where nobody else comes near.
SAME_STATE = 2.5
SAME_OFFICE = 3.0
OTHER_OFFICE = -1.5  # both hold offices, and none in common: "King Salman" and the crown prince of that name
CALLED_SO = 0.5  # for each e-fold of reports that call somebody by the bare name, once they have named him
LEADER = 2.0  # the register of leaders has him: whom all readers know, a report need not introduce
UNNAMED = 1.0  # somebody whom no report names in full
SURE = 0.85  # the share that makes it clear who is meant
HALF = 0.5  # the share of somebody unnamed from which on it is likely that nobody who is named in full is meant
NEAR = timedelta(days=90)  # around the day of the report


@dataclass(frozen=True, slots=True)
class Known:
    """A person named in full. `days`: of the reports that do, sorted; `undated`: how many more; `called_so`: how many go on with
    the bare name."""

    root: int
    days: Sequence[date]
    undated: int
    called_so: int
    leader: bool = False  # in the register of leaders

    def reports_near(self, day: date | None) -> int:
        """The reports that name the person around a day; all where the day is unknown."""
        if day is None:
            return len(self.days) + self.undated
        return bisect_right(self.days, day + NEAR) - bisect_left(self.days, day - NEAR) + self.undated


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant: one whom the evidence makes clear, or nobody; `several`: more than one can be, and who stays open."""

    root: int | None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """What a bare name has in common with one of its bearers."""

    bearer: Known
    same_state: bool
    same_office: bool
    other_office: bool

    def weight(self, day: date | None) -> float:
        ties = SAME_STATE * self.same_state + SAME_OFFICE * self.same_office + OTHER_OFFICE * self.other_office
        near = self.bearer.reports_near(day)
        fame = LEADER * (self.bearer.leader and near > 0)
        return ties + fame + log(1 + near) + CALLED_SO * log(1 + self.bearer.called_so)


def meant(ties: Sequence[Tie], day: date | None) -> Meant:
    """Who of some bearers is meant by a bare name in a report of a day. Those whom the report names in full beside it are none of
    them: it tells them apart."""
    shares = shares_of([*(tie.weight(day) for tie in ties), UNNAMED])
    ranked = sorted(range(len(ties)), key=lambda n: (-shares[n], ties[n].bearer.root))
    if ranked and shares[ranked[0]] >= SURE:
        return Meant(ties[ranked[0]].bearer.root)
    return Meant(None, several=shares[-1] < HALF)


def shares_of(weights: Sequence[float]) -> list[float]:
    """The share of each weight, as a logarithm of odds, among all: they add up to 1."""
    highest = max(weights)
    odds = [exp(w - highest) for w in weights]
    return [o / sum(odds) for o in odds]


def known_from(
    members: Mapping[int, Sequence[tuple[date | None, bool]]], leaders: frozenset[int] = frozenset()
) -> dict[int, Known]:
    """The bearers, by root: of each the reports that name him in full, their day and whether they call him by the bare name."""
    return {
        root: Known(
            root,
            sorted(day for day, _ in reports if day is not None),
            sum(day is None for day, _ in reports),
            sum(called for _, called in reports),
            root in leaders,
        )
        for root, reports in members.items()
    }
