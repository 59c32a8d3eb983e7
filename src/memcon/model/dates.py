"""Dates are intervals that keep their basis; an unknown bound is None, never a guess."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days on which something can have been: both bounds included.

    earliest, latest  days, or None where unknown or open
    value             as TIMEX3 writes it: 2021-03-18, 2021-W11, 2023-SU, P5Y, PRESENT_REF, or XXXX-WXX-3 for the
                      Wednesday of a week that nothing dates; None where there is none
    basis             the words or the reason that give it; for an unresolved expression, why it stays so
    """

    earliest: date | None = None
    latest: date | None = None
    value: str | None = None
    basis: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a range that ends before it begins: {self.earliest}..{self.latest} ({self.basis})")

    @classmethod
    def day(cls, day: date, basis: str = "") -> "DateRange":
        return cls(day, day, day.isoformat(), basis)

    @classmethod
    def iso(cls, value: str, basis: str = "") -> "DateRange":
        """A day, month, year or interval of days in ISO 8601: 2023-02-05, 2023-02, 2023, 2023-02-05/2023-02-07.

        Raises ValueError for anything else.
        """
        first, _, last = value.partition("/")
        return cls(_bound(first, last=False), _bound(last or first, last=True), value, basis)

    @property
    def known(self) -> bool:
        """Is at least one bound known?"""
        return self.earliest is not None or self.latest is not None

    @property
    def exact(self) -> bool:
        """Is it one day?"""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def bounded(self) -> bool:
        """Is it a year at most, rather than a vague or open time?"""
        return self.days is not None and self.days <= 366

    @property
    def days(self) -> int | None:
        """How many days it spans; None where a bound is open."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    def can_be(self, other: "DateRange", slack: int = 0) -> bool:
        """Can both be the same day, give or take `slack` days? An open bound admits every day."""
        return _before(self.earliest, other.latest, slack) and _before(other.earliest, self.latest, slack)


UNKNOWN_DATE = DateRange(basis="no date is given")


def _bound(text: str, last: bool) -> date:
    """The first or the last day of an ISO day, month or year."""
    if len(text) == len("2023-02-05"):
        return date.fromisoformat(text)
    year, _, month = text.partition("-")
    if len(year) != len("2023") or not (year.isdigit() and (not month or (month.isdigit() and len(month) == len("02")))):
        raise ValueError(f"no ISO date: {text!r}")
    first = date(int(year), int(month or (12 if last else 1)), 1)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if last else first


def _before(a: date | None, b: date | None, slack: int) -> bool:
    return a is None or b is None or a <= b + timedelta(days=slack)
