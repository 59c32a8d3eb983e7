"""Months and weekdays as words and numbers."""

from datetime import date
from functools import cache

from memcon.registers.times import time_words
from memcon.registers.word_lists import any_of

YEARS = range(1900, 2100)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None where there is none of these numbers."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def month_pattern() -> str:
    """Any name of a month, whole or short; a full stop after it is left to the caller."""
    return f"(?:{any_of(_plain('month'))})"


@cache
def weekday_pattern() -> str:
    return f"(?:{any_of(_plain('weekday'))})"


def month_number(name: str) -> int:
    """1 for January, whole or short, in any case."""
    return _numbers("month")[name.rstrip(".").casefold()]


def weekday_number(name: str) -> int:
    """0 for Monday, as `date.weekday` counts."""
    return _numbers("weekday")[name.rstrip(".").casefold()] - 1


@cache
def _numbers(kind: str) -> dict[str, int]:
    return {word.rstrip(".").casefold(): int(str(number)) for word, number in time_words()[kind].items()}


def _plain(kind: str) -> set[str]:
    return {word.rstrip(".") for word in time_words()[kind]}
