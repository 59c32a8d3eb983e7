"""The days of "on 1, 3 and 5 September", each by itself, for as many occasions that are told before them.

Comes in: a time and how many occasions there are. Goes out: a time for each, or none where the words name another number of days.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.model.resolved import Resolved, Time

DAYS = 31  # more are a stretch of time, in which they were met one after the other
FROM_TO = frozenset(
    ("to", "till", "until", "through", "from", "between", "-", "–", "—")
)  # in the words of a stretch of time
NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def days_in_turn(r: Resolved, time: Time, several: int) -> list[Time]:
    """A time for each of several occasions, in the order of the words."""
    first, days = time.date.earliest, time.date.days or 0
    tokens = r.annotated.tokens[time.first : time.last]
    if several < 2 or first is None or not 1 < days <= DAYS or any(t.lower in FROM_TO for t in tokens):
        return []
    numbers = [int(found[1]) for t in tokens if (found := NUMBER.fullmatch(t.lower))]
    each = (
        list(_dates(numbers, first, days)) if numbers else [first + timedelta(days=n) for n in range(days)]
    )  # "Monday and Tuesday"
    if len(each) != several or each[-1] != first + timedelta(days=days - 1):
        return []
    return [replace(time, date=replace(time.date, earliest=day, latest=day, value=day.isoformat())) for day in each]


def _dates(numbers: Sequence[int], first: date, days: int) -> Iterator[date]:
    """The days with these numbers, one after the other, from the first on."""
    ahead = iter([first + timedelta(days=n) for n in range(days)])
    for number in numbers:
        found = next((day for day in ahead if day.day == number), None)
        if found is None:
            return
        yield found
