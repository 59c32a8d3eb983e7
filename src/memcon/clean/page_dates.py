"""Dates as pages write them: "Published 3 May 1998, 10:15 am", "1998-05-03T10:15:00+02:00", "03/05/1998".

Comes in: a line, an attribute, a field. Goes out: `PageDate`s with every day that the words can mean; the day is the one of
the local time that is stated. "03/05/1998" has two readings here: `published` decides by evidence, or does not.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from memcon.clean.calendar_words import day_or_none, month_number, month_pattern, weekday_number, weekday_pattern
from memcon.registers.page_dates import date_labels
from memcon.registers.word_lists import any_of, page_words

Meaning = Literal["published", "updated", "bare"]
LONGEST_LINE = 140  # characters of a line that is only a date; with two dates, times and an outlet
MOST_WORDS = 4  # beside a date: an outlet's name, a desk


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date of a page. `days`: what it can mean, day first before month first where both are possible."""

    words: str
    days: tuple[date, ...]
    meaning: Meaning
    numeric: bool  # parted by slashes or dots, so that day and month may change places


@cache
def _dates() -> re.Pattern[str]:
    labels = sorted((words for label in date_labels() for words in label.words), key=len, reverse=True)
    label = "|".join(re.escape(words) for words in labels)
    month, weekday = month_pattern(), weekday_pattern()
    return re.compile(
        rf"(?:\b(?P<label>{label})\b\s*(?:on|at)?\s*[:|–—-]?\s*)?(?:\bon\s+)?(?:\b(?P<weekday>{weekday})\b\.?,?\s+)?"
        rf"(?<![\w/.-])(?:(?P<iso>(?P<iy>\d{{4}})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}}))(?=T\d|\b)"
        rf"|(?P<numeric>(?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<ny>\d{{4}}))\b"
        rf"|(?P<compact>(?P<cy>(?:19|20)\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d))(?=T|\b)"
        rf"|(?P<mdy>(?P<mm>{month})\.?\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<my>\d{{4}}))\b"
        rf"|(?P<dmy>(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<dm>{month})\.?,?[\s-]+(?P<dy>\d{{4}}))\b)",
        re.IGNORECASE,
    )


@cache
def _extras() -> re.Pattern[str]:
    """What may stand beside the date of a line that is nothing but a date: a time of day, its zone, a weekday."""
    return re.compile(
        rf"\b\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{{1,2}}\s*[ap]\.?m\b\.?|T\d\d:\d\d\S*|"
        rf"\b(?:{any_of(page_words('beside_dates'))}|{weekday_pattern()})\b|[+-]\d{{2}}:?\d{{2}}\b",
        re.IGNORECASE,
    )


_YEAR = re.compile(r"\d{4}")
_PARTED = re.compile(r"[|/·•]")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _meanings() -> dict[str, Meaning]:
    return {words: label.means for label in date_labels() for words in label.words}


def find_page_dates(text: str) -> list[PageDate]:
    """The dates with a year in some words of a page."""
    found = (_read(match) for match in _dates().finditer(text))
    return [page_date for page_date in found if page_date]


def _read(match: re.Match[str]) -> PageDate | None:
    label = (match["label"] or "").lower()
    days = [day for numbers in _numbers(match) if (day := day_or_none(*numbers))]
    if match["weekday"] and len(days) > 1:
        wanted = weekday_number(match["weekday"])
        days = [day for day in days if day.weekday() == wanted] or days
    if not days:
        return None
    meaning = _meanings().get(label, "bare")
    return PageDate(match.group().strip(), tuple(dict.fromkeys(days)), meaning, match["numeric"] is not None)


def _numbers(match: re.Match[str]) -> list[tuple[int, int, int]]:
    """(year, month, day) of each reading."""
    if match["iso"]:
        return [(int(match["iy"]), int(match["im"]), int(match["id"]))]
    if match["compact"]:
        return [(int(match["cy"]), int(match["cm"]), int(match["cd"]))]
    if match["mdy"]:
        return [(int(match["my"]), month_number(match["mm"]), int(match["md"]))]
    if match["dmy"]:
        return [(int(match["dy"]), month_number(match["dm"]), int(match["dd"]))]
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    return [(year, second, first), (year, first, second)]


def is_date_line(text: str) -> bool:
    """Is a line a date of the page and little else: a label, a time, a time zone, the outlet's name?"""
    if len(text) > LONGEST_LINE or not _YEAR.search(text):
        return False
    dates = find_page_dates(text)
    if not dates:
        return False
    rest = _other(text)
    labelled = any(page_date.meaning != "bare" for page_date in dates)
    if len(_LETTERS.findall(rest)) <= (MOST_WORDS if labelled or _PARTED.search(rest) else 0):
        return True
    # "Daily Herald live team | 12 June 2018 | All times local": one of the parts is the date, and the others are as short.
    parts = [(part, len(_LETTERS.findall(_other(part)))) for part in _PARTED.split(text)]
    return all(n <= MOST_WORDS for _, n in parts) and any(n == 0 and find_page_dates(part) for part, n in parts)


def _other(text: str) -> str:
    """What stands beside dates, times and what goes with them."""
    return _extras().sub(" ", _dates().sub(" ", text))
