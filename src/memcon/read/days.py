"""A date as data has it -> the words of a day. Seconds (or thousandths, millionths) since 1970 become the day in UTC.

Comes in: text or a number. Goes out: text that `clean` can read as a date, and how it was counted. What is no date stays as it is, for
`clean` to name it.
"""

import re
from datetime import UTC, date, datetime
from typing import Any

# From March 1973 to the year 2100: below, a number of seconds could be a day such as 20190305.
EARLIEST, LATEST = 100_000_000, 4_102_444_800
SCALES = ((1, "seconds"), (1_000, "milliseconds"), (1_000_000, "microseconds"), (1_000_000_000, "nanoseconds"))
_NUMBER = re.compile(r"\d{9,19}(?:\.\d+)?")
_UNITS = re.compile(r"\d{8}")


def day_said(value: Any) -> tuple[str, str | None] | None:
    """The words of a day, and the unit in which it was counted from 1970; None where nothing is said."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    words = str(value).strip()
    if isinstance(value, float) and value.is_integer():
        words = str(int(value))
    if not words:
        return None
    if _UNITS.fullmatch(words) and _is_day(words):
        return words, None
    if _NUMBER.fullmatch(words):
        for scale, unit in SCALES:
            if EARLIEST <= float(words) / scale < LATEST:
                return datetime.fromtimestamp(float(words) / scale, UTC).date().isoformat(), unit
    return words, None


def _is_day(words: str) -> bool:
    try:
        date(int(words[:4]), int(words[4:6]), int(words[6:]))
    except ValueError:
        return False
    return True
