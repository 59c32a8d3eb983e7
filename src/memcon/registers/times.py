"""The words and rules by which time expressions are read, and the days that have a name. The tables are in `data/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.model.annotated import When

Value = int | float | str | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A line of times_rules.toml, whose head says what each part means."""

    name: str
    pattern: str
    trigger: tuple[str, ...]
    fixed: When
    after: str
    not_after: str
    not_before: str
    check: str
    example: str
    reads: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name: in every year, the nth weekday of a month, or only in the years listed."""

    names: tuple[str, ...]
    month: int | None
    day: int | None
    weekday: int | None
    nth: int | None
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from one day to another."""

    names: tuple[str, ...]
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Lemmas that turn a clause to the future or back."""

    lemmas: frozenset[str]
    example: str
    source: str


@cache
def check_words(name: str) -> frozenset[str]:
    """A list of times_checks.toml."""
    return frozenset(_table("times_checks.toml")[name]["words"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("memcon.registers") / "data" / name).read_text(encoding="utf-8"))


@cache
def time_words() -> Mapping[str, Mapping[str, Value]]:
    """Name of a list -> word -> what it says."""
    lists = _table("times_words.toml")
    lists["holiday"] = {name: name for h in holidays() for name in h.names}
    lists["term"] = {name: name for t in terms() for name in t.names}
    return {name: {word: _frozen(value) for word, value in words.items()} for name, words in lists.items()}


def _frozen(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules in the order of the table."""
    return tuple(
        TimeRule(
            name=r["name"],
            pattern=r["pattern"],
            trigger=tuple(r["trigger"]),
            fixed=When(r["form"], **r.get("fixed", {})),
            after=r.get("after", ""),
            not_after=r.get("not_after", ""),
            not_before=r.get("not_before", ""),
            check=r.get("check", ""),
            example=r["example"],
            reads=r["reads"],
            value=r["value"],
            source=r["source"],
        )
        for r in _table("times_rules.toml")["rule"]
    )


@cache
def holidays() -> tuple[Holiday, ...]:
    return tuple(
        Holiday(tuple(h["names"]), h.get("month"), h.get("day"), h.get("weekday"), h.get("nth"), tuple(h.get("days", ())))
        for h in _table("calendar.toml")["holiday"]
    )


@cache
def terms() -> tuple[Term, ...]:
    return tuple(Term(tuple(t["names"]), t["from"], t["to"]) for t in _table("calendar.toml")["term"])


@cache
def tense_words(name: str) -> tuple[TenseWords, ...]:
    """The entries of one kind: ahead, plans, intends, awaited, says, done, coming, undone."""
    return tuple(TenseWords(frozenset(t["lemmas"]), t["example"], t["source"]) for t in _table("times_tense.toml")[name])


@cache
def tense_lemmas(name: str) -> frozenset[str]:
    return frozenset(lemma for entry in tense_words(name) for lemma in entry.lemmas)
