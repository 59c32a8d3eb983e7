"""Days, months and seasons without a year: which one is meant, seen from a day.

Comes in: an expression as it is seen. Goes out: its `Days`, by its direction; a day near to the day of writing is meant whatever
weekday stands beside it. None for a day that no month has.
"""

from dataclasses import replace
from datetime import date

from memcon.model.annotated import When
from memcon.resolve.timex import days as on
from memcon.resolve.timex.absolute import calendar_days, orders, ranged
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import Direction
from memcon.resolve.timex.seen import Seen

FAR = 240  # days: see by_direction
SLIP = 60  # days: within them a weekday that contradicts its date is a slip
YEAR = 366
OLDEST = date(1, 1, 1)


def by_direction(candidates: list[Days], direction: Direction, anchor: date) -> Days | None:
    """The last candidate begun by the anchor, or the next one not over; without tense, the nearest.

    A writer who means a day, or a month to come, while another lies nearer on the other side names its year: where tense
    points more than FAR days away, the nearest is meant. A month told of in the past can well be eleven months back, and one
    that "will" be as far ahead.
    """
    tense = direction.tense
    if not candidates:
        return None
    near = min(candidates, key=lambda c: (_distance(c, anchor), c.value))
    if tense == "past":
        chosen = max((c for c in candidates if c.earliest and c.earliest <= anchor), key=_begin, default=near)
        if chosen.earliest != chosen.latest:
            return chosen
    elif tense == "future":
        chosen = min((c for c in candidates if c.latest and c.latest >= anchor), key=_begin, default=near)
        if direction.firm and chosen.earliest != chosen.latest:
            return chosen
    else:
        chosen = near
    return near if _distance(chosen, anchor) > FAR else chosen


def _begin(days: Days) -> date:
    return days.earliest or OLDEST


def _distance(days: Days, anchor: date) -> int:
    if days.earliest and days.earliest > anchor:
        return (days.earliest - anchor).days
    return (anchor - days.latest).days if days.latest and days.latest < anchor else 0


def calendar_seen(seen: Seen) -> Days | None:
    when, anchor = seen.when, seen.anchor
    if when.unit == "Y":  # "March last year"
        first: Days | None = calendar_days(when, anchor.year + (when.shift or 0))
    elif when.unit == "M":  # "the 5th of this month"
        there = on.move(anchor.replace(day=1), when.shift or 0, "M")
        first = calendar_days(replace(when, month=there.month), there.year)
    else:
        candidates = _candidates(when, anchor)
        first = _by_weekday(_shifted(candidates, when, seen.direction, anchor), candidates, when, anchor)
    if first is None or when.end is None or first.earliest is None:
        return first
    ends = [d for d in _candidates(when.end, first.earliest) if d.latest and d.latest >= first.earliest]
    return ranged(first, min(ends, key=_begin)) if ends else first


def _candidates(when: When, anchor: date) -> list[Days]:
    """What it can be in the years, or for a day without a month in the months, around the anchor."""
    found = []
    if when.day and not when.month:
        for shift in range(-2, 3):
            there = on.move(anchor.replace(day=1), shift, "M")
            found += _possible(replace(when, month=there.month), there.year)
    else:
        for y in range(anchor.year - 2, anchor.year + 3):
            found += _possible(when, y)
    return found


def _by_weekday(chosen: Days | None, candidates: list[Days], when: When, anchor: date) -> Days | None:
    """The one of the year whose weekday the words name, where the day chosen is far off and only one other can be meant.

    A day near to the day of writing is meant whatever weekday the writer puts beside it: that is a slip, not another year.
    """
    if chosen is None or when.weekday is None or _is_on(chosen, when.weekday) or _distance(chosen, anchor) <= SLIP:
        return chosen
    others = [c for c in candidates if _is_on(c, when.weekday) and _distance(c, anchor) < YEAR]
    return others[0] if len(others) == 1 else chosen


def _is_on(days: Days, weekday: int) -> bool:
    return days.earliest is not None and days.earliest.isoweekday() == weekday


def _possible(when: When, y: int) -> list[Days]:
    try:
        return [calendar_days(when, y)]
    except ValueError:
        return []


def _shifted(candidates: list[Days], when: When, direction: Direction, anchor: date) -> Days | None:
    """The last, this or the next one."""
    if when.shift == -1:
        return max((c for c in candidates if c.latest and c.latest < anchor), key=_begin, default=None)
    if when.shift == 1:
        return min((c for c in candidates if c.earliest and c.earliest > anchor), key=_begin, default=None)
    if when.shift == 0:
        return next((c for c in candidates if c.value.startswith(f"{anchor.year:04}")), None)
    return by_direction(candidates, direction, anchor)


def day_and_month(seen: Seen) -> Days | None:
    """ "14/2", whose year is that of any day without one."""
    found = orders(seen.when)
    if len(found) != 1:
        return None
    years = range(seen.anchor.year - 1, seen.anchor.year + 2)
    days = [d for y in years for d in _possible(When("calendar", month=found[0].month, day=found[0].day), y)]
    return by_direction(days, seen.direction, seen.anchor)
