"""What a `When` is called before it is dated: its kind, and a TIMEX3 value with X for what the context must give."""

from dataclasses import replace

from memcon.model.annotated import When

UNITS = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "Q": "XXXX-QX",
    "D": "XXXX-XX-XX",
    "DE": "XXX",
    "CE": "XX",
}
LENGTHS = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W"), "WE": (1, "W"), "Q": (3, "M")}
UNIT_KINDS = {"Y": "year", "M": "month", "W": "week", "Q": "quarter", "D": "date"}
FORM_KINDS = {
    "weekday": "date", "day": "date", "iso": "date", "numeric": "date", "holiday": "date", "nth": "date", "quarter": "quarter",
    "half": "interval", "fiscal": "year", "decade": "interval", "term": "interval", "duration": "duration", "ahead": "duration",
    "span": "duration", "set": "set", "reference": "fuzzy", "ago": "fuzzy", "later": "date",
    "night": "date", "century": "interval",
}  # fmt: skip


def kind_of(when: When) -> str:
    """date, week, month, season, quarter, year, interval, duration, fuzzy or set."""
    if when.end:
        return "interval"
    if when.position in ("earlier", "later") or (when.form == "span" and when.low is None):
        return "fuzzy"
    if when.form in ("unit", "same"):
        return UNIT_KINDS.get(when.unit or "", "interval")
    if when.form == "calendar":
        if when.day:
            return "date"
        return "month" if when.month else "season" if when.season else "year"
    return FORM_KINDS[when.form]


def symbol(when: When) -> str:
    """Its value as far as the words themselves go."""
    if when.end:
        first = symbol(replace(when, end=None))
        return f"{first}/{symbol(when.end)}"
    return _symbol(when) + _hour(when)


def _symbol(when: When) -> str:
    form = when.form
    if form == "set" and (when.weekday or when.month):
        return f"XXXX-WXX-{when.weekday}" if when.weekday else f"XXXX-{when.month:02}"
    if form in ("duration", "ahead", "span", "set"):
        return length(when.low if when.low == when.high else None, when.unit, form == "set")
    if form == "calendar":
        return _calendar(when)
    if form == "weekday":
        return f"XXXX-WXX-{when.weekday}"
    if form in ("unit", "same"):
        return UNITS[when.unit or "D"]
    if form == "iso":
        return f"{when.year}-{when.low:02.0f}-{when.high:02.0f}"
    if form == "quarter":
        return f"{when.year or 'XXXX'}-Q{when.quarter}"
    if form == "half":
        return f"{when.year or 'XXXX'}-H{when.quarter}"
    if form == "fiscal":
        return f"FY{when.year}"
    if form == "century":
        return f"{(when.day or 1) - 1:02}"
    if form == "decade":
        return str(when.year)[:3]
    if form == "night":
        return "XXXX-XX-XXTNI"
    if form == "reference":
        return when.name or "PRESENT_REF"
    if form == "ago" and when.low is None:
        return "PAST_REF" if when.shift == -1 else "FUTURE_REF"
    return "XXXX-XX-XX"


def _calendar(when: When) -> str:
    year = f"{when.year or 'XXXX'}"
    if when.season:
        return f"{year}-{when.season}"
    if when.day:
        return f"{year}-{when.month or 'XX':02}-{when.day:02}" if when.month else f"{year}-XX-{when.day:02}"
    return f"{year}-{when.month:02}" if when.month else year


def _hour(when: When) -> str:
    if when.clock:
        return f"T{when.clock}"
    return f"T{when.part}" if when.part else ""


def length(count: float | None, unit: str | None, repeated: bool = False) -> str:
    """A duration as TIMEX3 writes it: P5Y, PT7H30M, PXM where the number is open."""
    if count is None and repeated:
        count = 1
    times, letter = LENGTHS.get(unit or "", (1, unit or "D"))
    clock = letter in ("H", "MIN")
    mark = "PT" if clock else "P"
    letter = "M" if letter == "MIN" else letter
    if count is None:
        return f"{mark}X{letter}"
    whole, rest = divmod(count * times, 1)
    if letter == "H" and rest:
        hours = f"{whole:.0f}H" if whole else ""
        return f"PT{hours}{rest * 60:.0f}M"
    if rest and letter == "Y" and (rest * 12) % 1 == 0 and not whole:
        return f"P{rest * 12:.0f}M"
    return f"{mark}{count * times:g}{letter}"
