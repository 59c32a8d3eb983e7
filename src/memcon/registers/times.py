"""The words and rules by which time expressions are read, and the days that have a name. The tables are in `data/`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Annotated, Literal

from memcon.model.annotated import When
from memcon.registers.cells import BLANK, KEY, REST, Column
from memcon.registers.tables import Table

Value = int | float | str | tuple[float, ...]
Form = Literal[
    "calendar", "iso", "numeric", "quarter", "half", "fiscal", "decade", "weekday", "day", "unit", "span", "ago", "later", "same",
    "duration", "ahead", "set", "holiday", "nth", "term", "reference", "night", "century",
]  # fmt: skip
Check = Literal["", "year", "name", "count", "plural", "before plural", "lower", "clock", "reference", "adverb", "noun"]
Words = Annotated[str, BLANK]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Parts of a `When` that the words of a rule do not name."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    part: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRuleRow:
    """A line of times_rules.toml, whose head says what each part means."""

    name: Annotated[str, KEY]
    pattern: str
    trigger: tuple[str, ...]
    form: Form
    example: str
    reads: str
    value: str
    source: str
    fixed: Fixed = field(default_factory=Fixed)
    after: Words = ""
    not_after: Words = ""
    not_before: Words = ""
    check: Check = ""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A rule of the table, with what it says in any case as a `When`."""

    name: str
    pattern: str
    trigger: tuple[str, ...]
    fixed: When
    after: str
    not_after: str
    not_before: str
    check: Check
    example: str
    reads: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name: in every year, the nth weekday of a month, or only in the years listed."""

    names: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from one day to another."""

    names: tuple[str, ...]
    begins: Annotated[date, Column("from")]
    ends: Annotated[date, Column("to")]


CheckList = Literal[
    "doubtful", "short", "calendric", "named_day", "numbered", "before_year", "other_calendar", "tells", "limits", "planned",
    "planning", "intending", "lasting",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A list of times_checks.toml: words by which a match is told from what only looks like a time."""

    list: CheckList
    use: str
    example: str
    source: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of times_words.toml: what each of its words says."""

    name: Annotated[str, KEY]
    words: Annotated[dict[str, Value], REST]


RULES = Table("times_rules.toml", TimeRuleRow, at="rule")
WORDS = Table("times_words.toml", WordList, named="name")
CHECKS = Table("times_checks.toml", CheckWords, named="list")
HOLIDAYS = Table("calendar.toml", Holiday, at="holiday", beside=("term",))
TERMS = Table("calendar.toml", Term, at="term", beside=("holiday",))


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How a country writes a date in numbers parted by slashes."""

    states: frozenset[str]
    order: Literal["day first", "month first", "unclear"]
    source: str


ORDERS = Table("date_orders.toml", DateOrder, at="order")


@cache
def date_order(state: str) -> str | None:
    """ "day first" or "month first", as papers of that state write "03/05/2021"; None where both are met. Most write the day first."""
    named = next((row.order for row in ORDERS.rows if state in row.states), "day first")
    return None if named == "unclear" else named


@cache
def time_words() -> Mapping[str, Mapping[str, Value]]:
    """Name of a list -> word -> what it says."""
    lists: dict[str, Mapping[str, Value]] = {made.name: made.words for made in WORDS.rows}
    lists["holiday"] = {name: name for h in holidays() for name in h.names}
    lists["term"] = {name: name for t in terms() for name in t.names}
    return lists


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules in the order of the table."""
    return tuple(
        TimeRule(
            name=r.name,
            pattern=r.pattern,
            trigger=r.trigger,
            fixed=When(r.form, **{part: said for part, said in asdict(r.fixed).items() if said is not None}),
            after=r.after,
            not_after=r.not_after,
            not_before=r.not_before,
            check=r.check,
            example=r.example,
            reads=r.reads,
            value=r.value,
            source=r.source,
        )
        for r in RULES.rows
    )


@cache
def check_words(name: CheckList) -> frozenset[str]:
    return next(entry.words for entry in CHECKS.rows if entry.list == name)


def holidays() -> tuple[Holiday, ...]:
    return HOLIDAYS.rows


def terms() -> tuple[Term, ...]:
    return TERMS.rows
