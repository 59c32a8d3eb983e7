"""The days of expressions that name their year, or a term of office held once; they need no day to count from.

Comes in: the parts of a time expression. Goes out: its `Days`, or None where a year is missing or no day of that number
exists.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from memcon.model.annotated import When
from memcon.registers.times import holidays, terms
from memcon.resolve.timex import days as on
from memcon.resolve.timex.days import Days

LEAP = 2000  # a year that has every day
ABSOLUTE = frozenset(["calendar", "quarter", "half", "decade", "holiday", "nth", "iso", "numeric", "term", "century"])


def absolute_days(when: When) -> Days | None:
    """The days of an expression that names its year; None for any other."""
    try:
        return _absolute(when)
    except ValueError:
        return None


def _absolute(when: When) -> Days | None:
    if when.form == "term":
        held = [t for t in terms() if when.name in t.names]
        return term_days(held[0].begins, held[0].ends) if len(held) == 1 else None
    if when.form == "century":
        return on.part(on.century(((when.day or 1) - 1) * 100), when.position)
    if when.year is None:
        return None
    if when.form == "calendar":
        return ranged(calendar_days(when, when.year), absolute_days(when.end) if when.end else None)
    if when.form == "quarter" and when.quarter:
        return on.quarter(when.year, when.quarter)
    if when.form == "half" and when.quarter:
        return on.half(when.year, when.quarter)
    if when.form == "decade":
        return on.part(on.decade(when.year), when.position)
    if when.form == "holiday":
        return next(iter(holiday_days(when.name, [when.year])), None)
    if when.form == "nth":
        return nth_weekday(when.year, when.month or 1, when.weekday or 1, when.quarter or 1)
    if when.form == "iso":
        return on.one(date(when.year, int(when.low or 0), int(when.high or 0)))
    if when.form == "numeric":
        possible = orders(when)
        return on.one(possible[0]) if len(possible) == 1 else None
    return None


def ranged(first: Days, last: Days | None) -> Days:
    if last is None:
        return first
    if first.earliest and last.latest and last.latest < first.earliest:
        raise ValueError(f"a range that ends before it begins: {first.value}/{last.value}")
    return Days(first.earliest, last.latest, f"{first.value}/{last.value}")


def calendar_days(when: When, y: int) -> Days:
    if when.season:
        return on.part(on.season(y, when.season), when.position)
    if when.day and when.unit == "W":
        return on.week(date(y, when.month or 1, when.day))
    if when.day:
        return with_hour(on.one(date(y, when.month or 1, when.day)), when)
    return on.part(on.month(y, when.month) if when.month else on.year(y), when.position)


def with_hour(days: Days, when: When) -> Days:
    hour = when.clock or when.part
    return replace(days, value=f"{days.value}T{hour}") if hour else days


DAY_FIRST, MONTH_FIRST = "day first", "month first"


def orders(when: When) -> list[date]:
    """The days that "11/03/2021" can be, day or month first."""
    readings = {DAY_FIRST: (when.low, when.high), MONTH_FIRST: (when.high, when.low)}
    found = []
    for name, (d, m) in readings.items():
        if when.name in (None, name):
            with suppress(ValueError):
                found.append(date(when.year or LEAP, int(m or 0), int(d or 0)))
    return sorted(set(found))


def order_of(when: When) -> str | None:
    """Whether numbers are a day and month or a month and day, where only one of these is of the calendar."""
    if when.form != "numeric" or when.name is not None or when.low == when.high:
        return None
    found = orders(when)
    if len(found) != 1:
        return None
    return DAY_FIRST if found[0].day == when.low else MONTH_FIRST


def term_days(begins: date, ends: date) -> Days:
    return Days(begins, ends, f"{begins}/{ends}")


def holiday_days(name: str | None, years: Iterable[int]) -> Iterable[Days]:
    holiday = next(h for h in holidays() if name in h.names)
    for y in years:
        if holiday.weekday and holiday.month and holiday.nth:
            yield nth_weekday(y, holiday.month, holiday.weekday, holiday.nth)
        elif holiday.month and holiday.day:
            yield on.one(date(y, holiday.month, holiday.day))
        else:
            yield from (on.one(d) for d in holiday.days if d.year == y)


def nth_weekday(y: int, m: int, weekday: int, nth: int) -> Days:
    """The second Sunday in May, the fourth Thursday of November; nth is 1 to 4, which every month has."""
    first = date(y, m, 1)
    return on.one(first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)))
