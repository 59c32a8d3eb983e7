"""What a `When` stands for, seen from one day.

Comes in: the parts of a time expression, the tense of its clause, the day to count from (None where it is unknown). Goes
out: `Days`, or None where the words need a day that is not there. Never a guess: "11/03/2021" whose order nothing shows,
or "June 18" without a year, is None.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from memcon.registers.times import terms, time_words
from memcon.resolve.timex import days as on
from memcon.resolve.timex.absolute import (
    ABSOLUTE,
    absolute_days,
    holiday_days,
    nth_weekday,
    orders,
    ranged,
    term_days,
    with_hour,
)
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.seen import Seen
from memcon.resolve.timex.yearless import by_direction, calendar_seen, day_and_month

SUNDAY = 7
WEEK_ON = "W2"  # "Monday week", "a week from Monday": seven days after the next one
# A decade ago is a year, half a year ago a month. (unit, is it a fraction?) -> the unit to count in, how many of them
FINER = {
    ("DE", False): ("Y", 10),
    ("DE", True): ("Y", 10),
    ("CE", False): ("Y", 100),
    ("Y", True): ("M", 12),
    ("M", True): ("D", 30),
    ("W", True): ("D", 7),
}


def days_of(seen: Seen) -> Days | None:
    """The days it stands for, seen from the anchor."""
    if seen.when.form in ABSOLUTE and (fixed := absolute_days(seen.when)) is not None:
        return fixed
    reading = READINGS.get(seen.when.form)
    try:
        return reading(seen) if reading else None
    except (ValueError, OverflowError):
        return None  # no such day: "June 31", or a century before the first


def _numeric(seen: Seen) -> Days | None:
    """Day or month first? Decided where only one of the two lies within two days of the day of publication."""
    if seen.when.year is None:
        return day_and_month(seen)
    close = [d for d in orders(seen.when) if abs((d - seen.anchor).days) <= 2]
    return on.one(close[0]) if len(close) == 1 else None


def _weekday(seen: Seen) -> Days | None:
    when, anchor = seen.when, seen.anchor
    wanted = when.weekday or 1
    if when.position == WEEK_ON:
        day = _next(wanted, anchor) + timedelta(7)
    elif when.shift is not None and (when.unit == "W" or when.shift == 1):
        monday = on.week(anchor).earliest or anchor
        day = monday + timedelta(7 * when.shift + wanted - 1)
    elif when.shift == -1:
        day = _last(wanted, anchor - timedelta(2))  # nobody calls yesterday "last Thursday"
    elif seen.tense == "future" or (when.shift == 0 and seen.tense != "past"):
        day = _next(wanted, anchor)
    elif seen.tense == "past":
        day = _last(wanted, anchor)
    else:  # "a rally set for Friday has been called off": the nearest
        day = _last(wanted, anchor + timedelta(seen.direction.lean))
    first = with_hour(on.one(day), when)
    return ranged(first, with_hour(on.one(_next(when.end.weekday or 1, day)), when.end) if when.end else None)


def _last(weekday: int, day: date) -> date:
    return day - timedelta((day.isoweekday() - weekday) % 7)


def _next(weekday: int, day: date) -> date:
    return day + timedelta((weekday - day.isoweekday()) % 7)


def _day(seen: Seen) -> Days:
    return with_hour(on.one(seen.anchor + timedelta(seen.when.shift or 0)), seen.when)


def _night(seen: Seen) -> Days:
    """ "Overnight": the night that ends on the day of writing; of what is to come, the one that begins on it."""
    first = seen.anchor - timedelta(0 if seen.tense == "future" else 1)
    return Days(first, first + timedelta(1), f"{first.isoformat()}TNI")


def _unit(seen: Seen) -> Days:
    when, anchor = seen.when, seen.anchor
    if when.unit == "WE" and when.shift in (None, 0):
        return _weekend(seen)
    if when.unit == "W" and not (when.shift or when.position) and seen.tense == "future" and anchor.isoweekday() == SUNDAY:
        # what will be "this week" is not over on the day on which it is told: the week that begins is meant
        return replace(on.unit("W", anchor, 1), earliest=anchor)
    whole = on.unit(when.unit or "D", anchor, when.shift or 0)
    if when.position == "earlier" and whole.earliest:
        return replace(whole, latest=max(whole.earliest, anchor - timedelta(1)))
    if when.position == "later" and seen.tense == "past" and whole.latest:
        return replace(whole, latest=min(whole.latest, anchor))  # later than what the text told before
    if when.position == "later":
        return replace(whole, earliest=anchor)
    if when.position == "so far" and seen.tense != "future":
        return replace(whole, latest=anchor)
    return on.part(whole, when.position)


def _weekend(seen: Seen) -> Days:
    """The one under way; else the last for what is told, the next for what is to come."""
    looks_back = seen.tense == "past" or (seen.tense is None and seen.when.shift is None)
    return on.weekend(seen.anchor - timedelta(5 if looks_back else 0))


def _span(seen: Seen) -> Days:
    """A stretch that ends, or begins, on the anchor; an open number of units reaches as far as the table says."""
    when, anchor = seen.when, seen.anchor
    name, back = when.unit or "D", (when.shift or 0) < 0
    if name == "WE" and when.low == 1:
        return on.weekend(anchor - timedelta(5)) if back else on.weekend(anchor)
    most = when.high if when.high is not None else _reach(name)
    far = None if most is None else on.move(anchor, -_whole(most) if back else _whole(most), name)
    if back and far and name in ("D", "W"):
        far += timedelta(1)  # "the past week" is seven days, today among them
    return Days(far, anchor, seen.symbol) if back else Days(anchor, far, seen.symbol)


def _reach(name: str) -> int | None:
    reach = time_words()["reach"].get(name)
    return int(reach) if isinstance(reach, int | float) else None


def _whole(count: float) -> int:
    return int(count + 0.5)


def _ago(seen: Seen) -> Days:
    """So many units before or after the anchor, to the width of the unit."""
    when, anchor = seen.when, seen.anchor
    name, way = when.unit or "D", when.shift or 1
    vague = "PAST_REF" if way < 0 else "FUTURE_REF"
    if when.low is None or when.high is None:
        reach = _reach(name)
        return _between(on.move(anchor, 2 * way, name), on.move(anchor, reach * way, name) if reach else None, way, vague)
    name, times = FINER.get((name, when.low % 1 != 0), (name, 1))
    near = on.unit(name, anchor, way * _whole(when.low * times))
    far = on.unit(name, anchor, way * _whole(when.high * times))
    if near == far:
        return near
    return Days(far.earliest, near.latest, vague) if way < 0 else Days(near.earliest, far.latest, vague)


def _between(near: date, far: date | None, way: int, value: str) -> Days:
    return Days(far, near, value) if way < 0 else Days(near, far, value)


def _ahead(seen: Seen) -> Days | None:
    """ "In two weeks" is a length of time, but of something to come it is a day, and "within days" ends on one."""
    if seen.tense != "future":
        return None
    if seen.preposition == "within":
        return _span(replace(seen, when=replace(seen.when, shift=1)))
    return _ago(replace(seen, when=replace(seen.when, shift=1)))


def _quarter(seen: Seen) -> Days | None:
    number, anchor = seen.when.quarter or 1, seen.anchor
    if seen.when.shift is not None:
        return on.quarter(anchor.year + seen.when.shift, number)
    return by_direction([on.quarter(anchor.year + n, number) for n in (-1, 0, 1)], seen.direction, anchor)


def _half(seen: Seen) -> Days:
    return on.half(seen.anchor.year + (seen.when.shift or 0), seen.when.quarter or 1)


def _holiday(seen: Seen) -> Days | None:
    years = range(seen.anchor.year - 1, seen.anchor.year + 2)
    return by_direction(list(holiday_days(seen.when.name, years)), seen.direction, seen.anchor)


def _nth(seen: Seen) -> Days | None:
    when, here = seen.when, seen.anchor.year
    days = [nth_weekday(y, when.month or 1, when.weekday or 1, when.quarter or 1) for y in range(here - 1, here + 2)]
    return by_direction(days, seen.direction, seen.anchor)


def _term_seen(seen: Seen) -> Days | None:
    begun = [t for t in terms() if seen.when.name in t.names and t.begins <= seen.anchor]
    return term_days(begun[-1].begins, begun[-1].ends) if begun else None


def _reference(seen: Seen) -> Days:
    anchor, name = seen.anchor, seen.when.name or ""
    if name == "PRESENT_REF":
        return Days(None if seen.preposition in ("until", "till") else anchor, anchor, name)
    return Days(None, anchor, name) if name == "PAST_REF" else Days(anchor, None, name)


READINGS: dict[str, Callable[[Seen], Days | None]] = {
    "calendar": calendar_seen,
    "numeric": _numeric,
    "weekday": _weekday,
    "day": _day,
    "night": _night,
    "unit": _unit,
    "span": _span,
    "ago": _ago,
    "later": _ago,
    "ahead": _ahead,
    "quarter": _quarter,
    "half": _half,
    "holiday": _holiday,
    "nth": _nth,
    "term": _term_seen,
    "reference": _reference,
}
