"""Weeks, months, seasons and years as intervals of days, with their TIMEX3 values. Weeks run from Monday, as ISO 8601 has it.

Seasons are the meteorological ones of the north, winter named by the year in which it begins.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; None is open."""

    earliest: date | None
    latest: date | None
    value: str


def one(day: date) -> Days:
    return Days(day, day, day.isoformat())


def year(y: int) -> Days:
    return Days(date(y, 1, 1), date(y, 12, 31), f"{y:04}")


def months(y: int, m: int, count: int, value: str) -> Days:
    """`count` months from the month m of year y, where m may run over the year's end."""
    first, last = _month(y, m), _month(y, m + count - 1)
    return Days(first, last.replace(day=monthrange(last.year, last.month)[1]), value)


def month(y: int, m: int) -> Days:
    first = _month(y, m)
    return months(y, m, 1, f"{first.year:04}-{first.month:02}")


def season(y: int, name: str) -> Days:
    return months(y, SEASONS[name], 3, f"{y:04}-{name}")


def quarter(y: int, q: int) -> Days:
    return months(y, 3 * q - 2, 3, f"{y:04}-Q{q}")


def half(y: int, h: int) -> Days:
    return months(y, 6 * h - 5, 6, f"{y:04}-H{h}")


def decade(y: int) -> Days:
    y -= y % 10
    return Days(date(y, 1, 1), date(y + 9, 12, 31), f"{y // 10:03}")


def century(y: int) -> Days:
    y -= y % 100
    return Days(date(max(y, 1), 1, 1), date(y + 99, 12, 31), f"{y // 100:02}")


def week(day: date) -> Days:
    y, n, weekday = day.isocalendar()
    monday = day - timedelta(weekday - 1)
    return Days(monday, monday + timedelta(6), f"{y:04}-W{n:02}")


def weekend(day: date) -> Days:
    """Saturday and Sunday of the week in which the day lies."""
    whole = week(day)
    assert whole.earliest is not None
    return Days(whole.earliest + timedelta(5), whole.latest, f"{whole.value}-WE")


def unit(name: str, day: date, shift: int) -> Days:
    """The whole unit in which the day lies, or the one `shift` of them away."""
    away = move(day, shift, name)
    if name in ("W", "FN"):
        return week(away)
    if name == "WE":
        return weekend(away)
    if name == "M":
        return month(away.year, away.month)
    if name == "Q":
        return quarter(away.year, (away.month + 2) // 3)
    if name == "Y":
        return year(away.year)
    if name == "DE":
        return decade(away.year)
    if name == "CE":
        return century(away.year)
    return one(away)


def move(day: date, count: int, name: str) -> date:
    """The day that lies `count` units away; hours and minutes stay within it. The last day of a shorter month stands in."""
    if name in ("H", "MIN"):
        return day
    if name in ("D", "W", "WE", "FN"):
        return day + timedelta(count * {"D": 1, "W": 7, "WE": 7, "FN": 14}[name])
    total = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[name]
    y, m = divmod(total, 12)
    return date(y, m + 1, min(day.day, monthrange(y, m + 1)[1]))


def part(days: Days, position: str | None) -> Days:
    """The early, middle or late third, a half or a week of a month. The value stays that of the whole, as TIMEX3 has it (there,
    with a modifier)."""
    if days.earliest is None or days.latest is None:
        return days
    count = (days.latest - days.earliest).days + 1
    stretches = {
        "early": (0, count // 3), "mid": (count // 3, 2 * count // 3), "late": (2 * count // 3, count),
        "H1": (0, 15), "H2": (15, count), "W1": (0, 7), "W2": (7, 14), "W3": (14, 21), "W4": (21, 28), "W5": (count - 7, count),
    }  # fmt: skip
    if position not in stretches:
        return days
    first, last = stretches[position]
    return replace(
        days, earliest=days.earliest + timedelta(first), latest=days.earliest + timedelta(max(last, first + 1) - 1)
    )


def _month(y: int, m: int) -> date:
    return date(y + (m - 1) // 12, (m - 1) % 12 + 1, 1)
