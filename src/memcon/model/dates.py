"""Dates are intervals that keep their basis; an unknown bound is None, never a guess."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class BasisKind(StrEnum):
    """What gives a date, or that nothing does."""

    NONE = "none"  # nothing gives it; the reason says why
    EXPLICIT = "explicit"  # the words name the day, month or year with its year
    RELATIVE = "relative"  # words counted from the day of writing: "last week", "in June"
    WEEKDAY = "weekday"  # a weekday of the days around the day of writing
    CONTEXT = "context"  # words counted from a day that the text told before: "the next day"
    STAY = "stay"  # the days of a stay or a journey on which it was, or will be
    HEADING = "heading"  # a heading above it: "MONDAY, MARCH 11"
    DATELINE = "dateline"
    PUBLISHED = "published"  # the supplier, the page or its address
    BOUNDED = "bounded"  # no more than the days of its reports allow
    NEWS = "news"  # told as news, and no day beside it: in the days before its report
    RECALLED = "recalled"  # remembered as some time before
    INFERRED = "inferred"  # from another report, or from the occasion that it is part of
    CORRECTED = "corrected"  # a person decided it
    OTHER = "other"  # written by an older memcon: only its words are kept


class Reference(StrEnum):
    """TIMEX3 values of times without days of their own."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and the last day that words can be counted from; `given`: what gives these, in words for people."""

    first: date
    last: date
    given: str = ""

    def __str__(self) -> str:
        day = self.first.isoformat() if self.first == self.last else f"{self.first.isoformat()}..{self.last.isoformat()}"
        return f"{day} ({self.given})" if self.given else day


@dataclass(frozen=True, slots=True)
class Basis:
    """What gives a date. Rules ask the fields; `str` of it is for people alone.

    words   as the text has them, where it is words that give it
    anchor  the days that they are counted from
    tense   of their clause, past or future, where it says in which direction the day lies
    shift   how many units away they say: 1 of "next Thursday", -1 of "last"
    rule    the name of the rule that read them
    reason  for people: why it stays unknown, or what else decided
    of      the basis of the date that this one repeats or narrows
    """

    kind: BasisKind = BasisKind.NONE
    words: str = ""
    anchor: Anchor | None = None
    tense: str | None = None
    shift: int | None = None
    rule: str = ""
    reason: str = ""
    of: "Basis | None" = None

    def __str__(self) -> str:
        head = ", ".join(
            part for part in (self._quoted(), self.tense, f"from {self.anchor}" if self.anchor else "") if part
        )
        text = ": ".join(part for part in (head, self.reason) if part)
        return f"{text} ({self.of})" if self.of else text

    def _quoted(self) -> str:
        if not self.words:
            return ""
        name = {BasisKind.DATELINE: "dateline ", BasisKind.HEADING: "heading "}.get(self.kind, "")
        return f"{name}'{self.words}'"


NO_BASIS = Basis()
OPEN_WEEK = "XXXX-WXX-"  # before the number of a weekday
WEEKDAYS = frozenset("1234567")


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days on which something can have been: both bounds included.

    earliest, latest  days, or None where unknown or open
    value             as TIMEX3 writes it: 2021-03-18, 2021-W11, 2023-SU, P5Y, PRESENT_REF, or XXXX-WXX-3 for the
                      Wednesday of a week that nothing dates; None where there is none
    basis             the words or the reason that give it; for an unresolved expression, why it stays so. Nobody reads
                      its text but people
    """

    earliest: date | None = None
    latest: date | None = None
    value: str | None = None
    basis: Basis = NO_BASIS

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a range that ends before it begins: {self.earliest}..{self.latest} ({self.basis})")

    @classmethod
    def day(cls, day: date, basis: Basis = NO_BASIS) -> "DateRange":
        return cls(day, day, day.isoformat(), basis)

    @classmethod
    def iso(cls, value: str, basis: Basis = NO_BASIS) -> "DateRange":
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
    def spans_days(self) -> bool:
        """Is it from one day to another, all of them told: 2023-02-05/2023-02-07?"""
        return self.value is not None and "/" in self.value and self.days is not None and self.days > 1

    @property
    def month(self) -> str | None:
        """The month in which it surely lies: 2024-05."""
        first, last = self.earliest, self.latest
        if first is None or last is None or (first.year, first.month) != (last.year, last.month):
            return None
        return f"{first:%Y-%m}"

    @property
    def from_to(self) -> bool:
        """Do words tell that it goes on from its first day to its last, rather than that it is on one of them ("next week", "in June",
        "between Monday and Friday")?"""
        first, parted, last = (self.value or "").partition("/")
        whole = bool(parted) and len(first) == len(last) == ISO_DAY
        return whole and self.basis.kind in SAID_KINDS and self.basis.rule != BETWEEN

    @property
    def told(self) -> bool:
        """Do words give its days, or the report's layout, rather than that it is told as news?"""
        return self.basis.kind is not BasisKind.NEWS

    @property
    def presumed(self) -> bool:
        """Do no words of its own give its days, but a stay or a journey, or that it is news?"""
        return self.basis.kind in (BasisKind.NEWS, BasisKind.STAY)

    @property
    def bounded(self) -> bool:
        """Is it a year at most, rather than a vague or open time?"""
        return self.days is not None and self.days <= 366

    @property
    def reference(self) -> Reference | None:
        """Some time before, now or to come, where no more than that is said."""
        return next((reference for reference in Reference if reference == self.value), None)

    @property
    def written(self) -> str | None:
        """The days as words of ISO 8601: the value where it names days, else the bounds, an open one empty; None of no day.

        What stands for some time past or to come (PAST_REF) names none: its bounds say all that is known.
        """
        if not self.known:
            return None
        if self.value and self.reference is None:
            return self.value
        return f"{self.earliest or ''}/{self.latest or ''}"

    @property
    def open_weekday(self) -> int | None:
        """The weekday, 1 for Monday, of a week that nothing dates."""
        value = self.value or ""
        number = value.removeprefix(OPEN_WEEK).partition("T")[0]
        return int(number) if value.startswith(OPEN_WEEK) and number in WEEKDAYS else None

    @property
    def days(self) -> int | None:
        """How many days it spans; None where a bound is open."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    def can_be(self, other: "DateRange", slack: int = 0) -> bool:
        """Can both be the same day, give or take `slack` days? An open bound admits every day."""
        return _before(self.earliest, other.latest, slack) and _before(other.earliest, self.latest, slack)


ISO_DAY = len("2023-02-05")
BETWEEN = "between day and day"  # the rule in times_rules.toml of days on one of which something is
SAID_KINDS = frozenset(
    (BasisKind.EXPLICIT, BasisKind.RELATIVE, BasisKind.WEEKDAY, BasisKind.HEADING, BasisKind.CONTEXT, BasisKind.CORRECTED)
)
UNKNOWN_DATE = DateRange(basis=Basis(reason="no date is given"))


def _bound(text: str, last: bool) -> date:
    """The first or the last day of an ISO day, month or year."""
    if len(text) == ISO_DAY:
        return date.fromisoformat(text)
    year, _, month = text.partition("-")
    if len(year) != len("2023") or not (year.isdigit() and (not month or (month.isdigit() and len(month) == len("02")))):
        raise ValueError(f"no ISO date: {text!r}")
    first = date(int(year), int(month or (12 if last else 1)), 1)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if last else first


def _before(a: date | None, b: date | None, slack: int) -> bool:
    return a is None or b is None or a <= b + timedelta(days=slack)
