"""The rules of the table as regular expressions, and what a match of them says.

Comes in: a line of the table, a match. Goes out: a compiled rule, a `When`. Refuses a pattern that names a list which the
tables do not have.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from memcon.model.annotated import When
from memcon.registers.times import TimeRule, time_rules, time_words

CASED = frozenset(["weekday", "month", "holiday", "term"])
PLACEHOLDER = re.compile(r"\{([a-z]+)(_?\d?)\}")  # {month_} is a second place for the month, {month2} that of the end
WORD = re.compile(r"[^\W\d_]+|\d+")
# What a word of each list says; the other placeholders read numbers.
FIELDS = {
    "weekday": "weekday", "month": "month", "season": "season", "unit": "unit", "span": "unit", "period": "unit",
    "repeated": "unit", "relative": "shift", "following": "shift", "later": "shift", "back": "shift", "today": "shift",
    "position": "position", "within": "position", "part": "part", "ordinal": "quarter", "reference": "name",
    "holiday": "name", "term": "name", "slice": "position", "instant": "shift",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to search with. `trigger`: a paragraph that has none of these words is passed over."""

    rule: TimeRule
    order: int
    pattern: re.Pattern[str]
    trigger: frozenset[str]
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


@cache
def grammar() -> tuple[Compiled, ...]:
    """Every rule of the table, compiled."""
    return tuple(_compile(rule, order) for order, rule in enumerate(time_rules()))


@cache
def _by_trigger() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for compiled in grammar():
        for word in compiled.trigger:
            found.setdefault(word, []).append(compiled.order)
    return {word: tuple(orders) for word, orders in found.items()}


def rules_for(words: Set[str]) -> Iterator[Compiled]:
    """The rules of which one of these words is a trigger, in the order of the table."""
    triggers = _by_trigger()
    orders = {order for word in words & triggers.keys() for order in triggers[word]}
    return (grammar()[order] for order in sorted(orders))


def words_of(text: str) -> set[str]:
    """The words of a paragraph as triggers know them: in small letters, `#year` and `#day` for numbers of that length."""
    words = set(WORD.findall(text.lower()))
    lengths = {len(w) for w in words if w.isdigit()}
    if 4 in lengths:
        words.add("#year")
    if lengths & {1, 2}:
        words.add("#day")
    return words


def _compile(rule: TimeRule, order: int) -> Compiled:
    spaced = rule.pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"[\s\-‐]+")
    body = PLACEHOLDER.sub(lambda m: _group(m[1], m[2]), spaced)
    pattern = re.compile(rf"(?<![\w$£€@#/])(?<!\d[.,:])(?:{body})(?!\w|[.,:/]\d|%)", re.IGNORECASE)
    triggers = {word for name in rule.trigger for word in _trigger(name)}
    return Compiled(
        rule,
        order,
        pattern,
        frozenset(triggers),
        re.compile(rf"(?:^|[\s,])(?:{rule.after})\s*$", re.IGNORECASE) if rule.after else None,
        re.compile(rf"(?:^|\s)(?:{_plain(rule.not_after)})\s*$", re.IGNORECASE) if rule.not_after else None,
        re.compile(rf"\s*(?:{rule.not_before})") if rule.not_before else None,
    )


def _plain(pattern: str) -> str:
    """A pattern whose {lists} are only to be met, not read."""
    return PLACEHOLDER.sub(lambda m: f"(?:{_alternatives(m[1])})" if m[1] in time_words() else m[0], pattern)


def _trigger(name: str) -> list[str]:
    if name in time_words():
        return [max(WORD.findall(word.lower()), key=len) for word in time_words()[name]]
    return [name]


def _group(name: str, digit: str) -> str:
    if name == "to":
        return r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till|thru)\s+)"
    if name == "zone":
        return ZONE
    inner = NUMBERS[name] if name in NUMBERS else _count() if name == "count" else _alternatives(name)
    return f"(?P<{name}{digit}>{inner})"


def _alternatives(name: str) -> str:
    words = sorted(time_words()[name], key=len, reverse=True)
    joined = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    if name in ("weekday", "month"):
        joined += f"|{joined.upper()}"
    return f"(?-i:{joined})" if name in CASED else joined


def _count() -> str:
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ones = "one|two|three|four|five|six|seven|eight|nine"
    digits = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"
    half = r"(?:[\s\-]+and[\s\-]+a[\s\-]+half|[\s\-]+1/2|\s?½)?"
    return rf"{_alternatives('vague')}|(?:(?:{tens})[\s\-]+(?:{ones})|{_alternatives('number')}|{digits}){half}"


NUMBERS = {
    "year": r"(?:1[5-9]|20)\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "nth": r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)",
    "mm": r"(?:1[0-2]|0?[1-9])",
    "tens": "[2-9]0",
    "short": r"\d\d",
    "low": r"\d\d?",
    "high": r"\d\d?",
    "quarter": "[1-4]",
    "clock": (
        r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?[ap](?:\.\s?m\.?|m)(?!\w)|(?:[01]?\d|2[0-3])[:h][0-5]\d|noon|midday|midnight"
        r"|(?:[01]\d|2[0-3])[.]?[0-5]\d(?=\s?(?:(?-i:GMT|UTC|CES?T|EES?T|BST|IST|EAT|WAT)|hrs|hours)\b)"
    ),
}
_ZONE = (
    r"(?:\d{1,2}[:.]?\d\d\s?(?:GMT|UTC)"  # "10:35 a.m. (0735 GMT)"
    r"|(?-i:GMT|UTC|[A-Z]{1,3}[SD]?T)(?:\s?[-+−]\s?\d{1,2}(?::?\d\d)?)?(?![A-Z])|hrs\.?|hours|local(?: time)?|\w+ time)"
)
ZONE = rf"(?:\({_ZONE}\)|{_ZONE})"


# --- what a match says --------------------------------------------------------------------------------------------


def read_match(compiled: Compiled, match: re.Match[str]) -> When | None:
    """What the matched words say; None where the numbers are no date."""
    start: dict[str, Any] = {}
    end: dict[str, Any] = {}
    for key, text in match.groupdict().items():
        if text is not None:
            (end if key[-1].isdigit() else start).update(_read(key.rstrip("_0123456789"), text))
    fixed = compiled.rule.fixed
    when = replace(fixed, **start)
    if fixed.form == "set":
        when = replace(when, low=fixed.low, high=fixed.high) if "times" in match[0].lower() else when
    if "unit" in start and fixed.unit:
        when = replace(when, unit=start["unit"])
    return _joined(when, When(fixed.form, **end)) if end else when


def _joined(start: When, end: When) -> When | None:
    """Both ends of a range, each with the month and year that only the other one names; None for what is no range."""
    if start.form != "calendar":
        return replace(start, end=end)
    if end.year is not None and start.year is not None and end.year < 100:  # "2012-13"
        last = start.year - start.year % 100 + end.year
        return replace(start, end=replace(end, year=last)) if last == start.year + 1 else None
    month = start.month or (end.month if start.day else None)
    end = replace(end, month=end.month or (start.month if end.day else None))
    turns = bool(month and end.month and month > end.month)
    year = start.year or (end.year - turns if end.year else None)
    return replace(start, month=month, year=year, end=replace(end, year=end.year or (start.year and start.year + turns)))


def _read(name: str, text: str) -> dict[str, Any]:
    if name in FIELDS:
        return {FIELDS[name]: _look_up(name, text)}
    if name == "count":
        low, high = read_count(text)
        return {"low": low, "high": high}
    if name == "clock":
        return {"clock": read_clock(text)}
    if name == "mm":
        return {"month": int(text)}
    if name == "tens":
        return {"year": 1900 + int(text)}
    if name == "short":
        return {"year": int(text)}
    return {"day" if name == "nth" else name: int(re.sub(r"\D", "", text))}


@cache
def _folded(name: str) -> dict[str, Any]:
    return {" ".join(word.casefold().split()): value for word, value in time_words()[name].items()}


def _look_up(name: str, text: str) -> Any:
    return _folded(name)[" ".join(text.casefold().split())]


def read_count(text: str) -> tuple[float | None, float | None]:
    """The least and the most that a count says; None where it leaves that open."""
    text = " ".join(text.casefold().replace("-", " ").split())
    if text in _folded("vague"):
        bounds = _folded("vague")[text]
        return (bounds[0], bounds[1]) if bounds else (None, None)
    if text in _folded("number"):
        return (_folded("number")[text],) * 2
    total = 0.0
    for word in re.sub(r" and a half| 1/2| ?½", " half", text).split():
        total += float(word.replace(",", "")) if word[0].isdigit() else _folded("number")[word]
    return total, total


def read_clock(text: str) -> str:
    """A time of day as hh:mm."""
    text = text.casefold()
    if text in ("noon", "midday"):
        return "12:00"
    if text == "midnight":
        return "24:00"
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if numbers[0] > 24:
        numbers = list(divmod(numbers[0], 100))  # "1245 GMT"
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if "p" in text:
        hour = hour % 12 + 12
    elif "a" in text:
        hour %= 12
    return f"{hour:02}:{minute:02}"
