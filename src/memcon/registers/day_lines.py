"""Lines that only name a day, a place or both: headings of diaries, the head and the foot of a ministry's paper.

Comes in: a line. Goes out: `DayLine`, the parts of its date and the words that are its place; None for a line that says more than
that. "MONDAY, MARCH 11", "Tuesday 12 March:", "New Delhi, March 14, 2024", "The Hague, 28 August 2013", "18 May", "Monday 27.01.2025",
"Monday 7", "Monday 4 to Wednesday 6 March". `read_day_opening` reads the day that an item of a list opens with: "15-16 September: ...".
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Parted
from memcon.registers.outlets import agencies
from memcon.registers.places import places_named
from memcon.registers.states import capitals, state_names
from memcon.registers.tables import Table
from memcon.registers.times import check_words, time_words

LONGEST = 120  # characters
MONTHS = 12
CLOCK = r"\(?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:UTC|GMT)[^)]*\)?|hrs\.?|[A-Z]{3,4})?\)?"
NUMBER = re.compile(r"\b(?:no|ref)\b[.:]?\s*\d[\w/-]*", re.IGNORECASE)  # of a paper: "No. 123/2024"
AGENCY = re.compile(r"\((?:[A-Z][\w&.-]*\s?){1,4}\)|[-–—]{2,}")  # "Cairo, March 3 (MENA) --"
GROUPS = (
    "y",
    "y2",
    "y3",
    "y4",
    "m",
    "m2",
    "m3",
    "m4",
    "ml",
    "ml2",
    "d",
    "d2",
    "d3",
    "d4",
    "d5",
    "dl",
    "dl2",
    "w",
    "w2",
    "w4",
    "w5",
    "w6",
)
BULLET = re.compile(r"[\s*•▪◦●–—-]+")
SLASHED = re.compile(
    r"(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>1[0-2]|0?[1-9])(?:/(?P<y>(?:19|20)\d\d))?(?=\s+[^\W\da-z])"
)  # "17/09 The minister"
MARK = re.compile(r"\s*(?::|[-–—]{1,2})\s+(?=\S)")  # between the day of an item and what it tells
WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@dataclass(frozen=True, slots=True)
class DayLineWords:
    """Words that stand beside the day in such lines, as day_lines.toml explains."""

    agenda: frozenset[str]
    paper: frozenset[str]
    joining: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class DayNames:
    """A line of day_names.csv, whose head says what it is for."""

    language: Annotated[str, KEY]
    kind: Annotated[Literal["month", "weekday"], KEY]
    names: Annotated[tuple[str, ...], Parted("|")]
    example: str
    source: str


WORDS = Table("day_lines.toml", DayLineWords)
DAY_NAMES = Table("day_names.csv", DayNames)


@dataclass(frozen=True, slots=True)
class DayLine:
    """What a line names; None for what it does not. `agenda`: it calls itself a programme, an agenda, a diary."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 1 for Monday
    place: str | None = None
    agenda: bool = False
    last_month: int | None = None  # of a line that names several days, the last of them
    last_day: int | None = None

    @property
    def several(self) -> bool:
        """Does it name a stretch of days?"""
        return self.last_day is not None

    @property
    def dated(self) -> bool:
        """Does it name a day, and not a place alone?"""
        return self.day is not None or self.weekday is not None

    @property
    def full(self) -> date | None:
        """The day, where the line names its year too, and no other day."""
        if self.several or self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def read_day_line(text: str) -> DayLine | None:
    """What a line names, if it is only a day with its place, a clock, and words of the table."""
    if len(text) > LONGEST:
        return None
    for pattern in (NUMBER, AGENCY, _other_calendars()):
        text = pattern.sub(" ", text)
    text = text.strip(" \t*•–—-=_#|()")
    match = _days().search(text) or _date().search(text)
    if match is None or re.search(r"\d", text[match.end() :]) or re.search(r"\d", text[: match.start()]):
        return None
    before, after = text[: match.start()], text[match.end() :]
    rest = [part for part in (before, *_of_release(match, after)) if _words(part)]
    place = next((found for part in rest if (found := place_of(part))), None)
    others = [word for part in rest if place_of(part) is None for word in _words(part)]
    known = WORDS.rows[0]
    if any(word not in known.agenda | known.paper | known.joining and word.upper() not in agencies() for word in others):
        return None
    return _read(match, place, bool(known.agenda.intersection(others)))


def _of_release(match: re.Match[str], after: str) -> list[str]:
    """What stands behind the day; of a release's own line ("July 19, 2021 – Ottawa, Ontario – Global Affairs Canada") its place."""
    parts = [part.strip() for part in re.split(r"\s[-–—|]\s", after) if part.strip()]
    full = any(match.groupdict().get(name) for name in ("y", "y2", "y3", "y4"))
    if not full or len(parts) < 2 or any(word[:1].islower() for part in parts for word in part.split()):
        return [after]
    town = parts[0].split(",")[0]
    return [town] if place_of(town) else [after]


def read_day_opening(text: str) -> tuple[DayLine, int] | None:
    """The day or days that an item of a list opens with, and where what it tells begins."""
    bullet = BULLET.match(text)
    at = bullet.end() if bullet else 0
    for pattern in (_days(), _date()):
        match = pattern.match(text, at)
        mark = MARK.match(text, match.end()) if match else None
        if match is not None and mark is not None:
            line = _read(match, None, False)
            return (line, mark.end()) if line.day is not None else None
    match = SLASHED.match(text, at)
    if match is not None and (
        int(match["d"]) > MONTHS or match["d"] == match["m"]
    ):  # else it can be the fifth of March or the third of May
        end = mark.end() if (mark := MARK.match(text, match.end())) else match.end()
        return DayLine(_number(match["y"]), int(match["m"]), int(match["d"])), end
    return None


def place_of(text: str) -> str | None:
    """The place that some words are, with a state behind a comma or not: "NEW DELHI", "Geneva, Switzerland"."""
    if len(text) > LONGEST // 2:
        return None
    words = " ".join(text.strip(" \t,;:.|–—-()").split())
    first, _, second = words.partition(",")
    name = first.title() if first.isupper() else first
    if not name[:1].isupper() or (second and not _is_place(second.strip())):
        return None
    return name if _is_place(name) else None


def _is_place(name: str) -> bool:
    name = name.title() if name.isupper() and len(name) > len("UK,") else name
    words = tuple(name.split())
    named = (table().at(words, 0) for table in (capitals, state_names)) if words else ()
    return bool(places_named(name)) or any(found is not None and found[0] == len(words) for found in named)


def _words(text: str) -> list[str]:
    return [word.lower().strip(".'’") for word in WORD.findall(text)]


def is_agenda(text: str) -> bool:
    """Does a title call what follows a programme, an agenda, a diary?"""
    return bool(WORDS.rows[0].agenda.intersection(_words(text)))


def read_agenda_title(title: str) -> DayLine | None:
    """The day or days that end the title of an agenda: "The minister's itinerary for Monday, 3 June 2024"."""
    text = title.strip(" \t.|()")
    if len(text) > LONGEST:
        return None
    match = next((m for pattern in (_days(), _date()) for m in pattern.finditer(text) if m.end() == len(text)), None)
    return _read(match, None, True) if match is not None and is_agenda(text[: match.start()]) else None


@cache
def _other_calendars() -> re.Pattern[str]:
    """ "Ramadan 14, 1425": a day of another calendar beside the one that counts."""
    names = "|".join(sorted((re.escape(name) for name in check_words("other_calendar")), key=len, reverse=True))
    month = rf"(?:{names})[\w'’ -]{{0,12}}?"
    return re.compile(rf"\b(?:{month}\s*\d{{1,2}},?\s*\d{{4}}|\d{{1,2}}\s+{month}\s*\d{{4}})\s?(?:A\.?H\.?|H|B\.?S\.?)?")


@cache
def _date() -> re.Pattern[str]:
    months, weekdays = _named_any("month"), _named_any("weekday")
    nth = r"(?:3[01]|[12]\d|0?[1-9])"
    day = rf"(?P<d>{nth})(?:st|nd|rd|th)?(?: of| de)?[\s-]+(?P<m>{months}|{months.upper()})"
    month = rf"(?P<m2>{months}|{months.upper()})\s+(?P<d2>{nth})(?:st|nd|rd|th)?"
    year = r"(?:,?(?: de)?[\s-]+(?P<y>(?:19|20)\d\d))"
    on = rf"(?P<w>{weekdays}|{weekdays.upper()})"
    dated = rf"(?:{on}\.?,?\s+)?(?:{day}|{month}){year}?(?:,?\s*\(?(?P<w2>{weekdays})\)?)?"
    numbers = r"(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)|(?P<d4>\d\d?)\.(?P<m4>\d\d?)\.(?P<y4>(?:19|20)\d\d)"
    numbers = rf"(?:(?P<w4>{weekdays}|{weekdays.upper()})\.?,?\s+)?(?:{numbers})"
    short = rf"(?P<w6>{weekdays}|{weekdays.upper()})\.?,?\s+(?P<d5>{nth})(?:st|nd|rd|th)?(?![\w:.,/-]*\d)"  # "Monday 7" of a week
    alone = rf"(?P<w5>{weekdays}|{weekdays.upper()})"
    return re.compile(rf"(?:{CLOCK},?\s+)?\b(?:{dated}|{numbers}|{short}|{alone})(?!\w)(?:,?\s*{CLOCK})?")


@cache
def _days() -> re.Pattern[str]:
    """A stretch of days: "22-23 January 2018", "Tuesday 20 to Wednesday 21 May", "28 May - 2 June", "March 11-13, 2024"."""
    month = "|".join(sorted((re.escape(m) for m in time_words()["month"]), key=len, reverse=True))
    weekday = "|".join(sorted((re.escape(d) for d in time_words()["weekday"]), key=len, reverse=True))
    months, on = rf"(?:{month}|{month.upper()})", rf"(?:(?P<w>{weekday}|{weekday.upper()})\.?,?\s+)?"
    also = rf"(?:(?:{weekday}|{weekday.upper()})\.?,?\s+)?"
    nth, th = r"(?:3[01]|[12]\d|0?[1-9])", r"(?:st|nd|rd|th)?"
    to = r"\s*(?:[-–—/]|\b(?:to|until|till|through|and)\b)\s*"
    year = r"(?:,?[\s-]+(?P<y>(?:19|20)\d\d))?"
    first = rf"{on}(?P<d>{nth}){th}(?:\s+(?P<m>{months}))?{to}{also}(?P<dl>{nth}){th}(?: of)?\s+(?P<ml>{months}){year}"
    other = rf"{on}(?P<m2>{months})\s+(?P<d2>{nth}){th}{to}{also}(?:(?P<ml2>{months})\s+)?(?P<dl2>{nth}){th}{year.replace('<y>', '<y2>')}"
    return re.compile(rf"\b(?:{first}|{other.replace('<w>', '<w2>')})(?!\w)")


def _read(match: re.Match[str], place: str | None, agenda: bool) -> DayLine:
    found = dict.fromkeys(GROUPS, None) | match.groupdict()
    last_month = found["ml"] or found["ml2"]
    month = found["m"] or found["m2"] or last_month
    weekday = found["w"] or found["w2"] or found["w4"] or found["w5"] or found["w6"]
    last_day = _number(found["dl"] or found["dl2"])
    return DayLine(
        year=_number(found["y"] or found["y2"] or found["y3"] or found["y4"]),
        month=_named("month", month) if month else _number(found["m3"] or found["m4"]),
        day=_number(found["d"] or found["d2"] or found["d3"] or found["d4"] or found["d5"]),
        weekday=_named("weekday", weekday) if weekday else None,
        place=place,
        agenda=agenda,
        last_month=_named("month", last_month or month) if last_day and month else None,
        last_day=last_day,
    )


@cache
def _in_other_languages(kind: str) -> dict[str, int]:
    return {
        form: n
        for row in DAY_NAMES.rows
        if row.kind == kind
        for n, name in enumerate(row.names, 1)
        for form in (name, name.title())
    }


def _named_any(kind: str) -> str:
    """A pattern for every name of a month or a weekday."""
    return "|".join(sorted(map(re.escape, {*time_words()[kind], *_in_other_languages(kind)}), key=len, reverse=True))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _named(words: str, name: str) -> int | None:
    known = _in_other_languages(words) | dict(time_words()[words])
    value = known.get(name) or known.get(name.title()) or known.get(name.lower())
    return value if isinstance(value, int) else None
