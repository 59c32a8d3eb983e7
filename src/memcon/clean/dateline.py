"""The dateline of a report: "GENEVA, Nov. 19 (AP) —". Comes in: a block. Goes out: a `Dateline`, or None.

A place in capitals is enough with a dash; in small letters it needs an agency or a date beside it. With a date and its year, or with
a date behind a town of the register, a full stop ends it too ("Lisbon, May 5. The ..."), and a place and a day may be a line of
their own, the letterhead.
"""

import re
from dataclasses import replace
from functools import cache

from memcon.clean.calendar_words import day_or_none, month_number, month_pattern
from memcon.clean.loose_datelines import loose_dateline
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Dateline
from memcon.model.text import Span
from memcon.registers.datelines import not_places
from memcon.registers.outlets import agencies
from memcon.registers.places import places_named

LONGEST = 140  # characters; "ABOARD THE PAPAL PLANE, March 8, 2021 (Catholic News Service) —" has 65

WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"


@cache
def _pattern() -> re.Pattern[str]:
    word, month = WORD, _month()
    capitals = r"(?!(?:MR|MS|MRS|DR|SEN|REP|GEN)\. )[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,4}"
    mixed = rf"{word}(?:[ /]{word}){{0,3}}"
    region = rf"(?:, (?!{month}\b){word}(?: {word}){{0,2}})?"
    date_words = _date_words()
    known = "|".join(sorted((re.escape(tag) for tag in agencies()), key=len, reverse=True))
    named = rf"(?:\((?P<agency>[^()\d]{{2,40}})\)|/(?P<slashed>{known}|[A-Z][\w-]{{1,24}})/\.?)"
    bare = r"(?:, [A-Z]{2,8}(?=\s?[—–―-]))?"  # "BRIDGETOWN, Barbados, CANA --"
    dash = r"(?:\s?(?:[—–―]-?|-{2,4}|_)(?=\s|[A-Z“\"‘])|\s?[-_](?=\s|$)|\s?[—–―_]$)"
    tag = rf"\(?(?P<agency7>{known}|[A-Z][A-Z]+(?: [A-Z]+)?)\)?\."  # "YEREVAN, FEBRUARY 9, ARMENPRESS."
    slash_end = r"(?:(?<=/)|(?<=/\.))(?=\s)"
    return re.compile(
        rf"(?P<all>(?P<place>{capitals}){region}(?:[,.]? (?P<day>{date_words}))?(?:[,.]? ?{named})?{bare})(?:{dash}|{slash_end})"
        rf"|(?P<all2>(?P<place2>{mixed}){region}[,.]? (?P<day2>{date_words})"
        rf"(?:[,.]? ?\((?P<agency2>[^()\d]{{2,40}})\))?){dash}"
        rf"|(?P<all3>(?P<place3>{mixed}){region}[,.]? ?\((?P<agency3>{known})\))(?:{dash}|(?=\s))"
        rf"|(?P<all4>(?P<place4>{mixed}){region}),? (?P<agency4>{known}) ?(?:{dash})"
        rf"|(?P<all5>(?P<place5>{mixed}){region}, (?P<day5>{_date_words(year=True)}))(?:\.(?=\s+[A-Z“\"])|:(?=\s|$))"
        rf"|(?P<all6>(?P<place6>{capitals}){region}, (?P<day6>{date_words})(?:,? \((?P<agency6>{known})\))?)"
        rf"(?::(?=\s)|(?<=\))(?=\s+[A-Z“\"]))"
        rf"|(?P<all8>(?P<place8>{mixed}){region},? (?P<day8>{date_words}) ?/(?P<agency8>{known})/)(?=\s)"
        rf"|(?P<all7>(?P<place7>{capitals}){region}[,.] (?P<day7>{date_words})[,.]? {tag})(?=\s)"
        rf"|(?P<all9>(?P<place9>{mixed}){region}, (?P<day9>{date_words}))\.(?=\s+[A-Z“\"])"  # "Riyadh, Oct. 16. The prince"
    )


def _month() -> str:
    """The names of the months, also in capitals."""
    return f"(?i:{month_pattern()})"


def _date_words(year: bool = False) -> str:
    """A day with its month, and with its year where that is asked for."""
    with_year = r"(?:,? |/)\d{4}" if year else r"(?:(?:,? |/)\d{4})?"  # "March 11/2025", as ENA writes it
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    numbers = r"|\d{1,2}\.\d{1,2}\.\d{4}"  # "Bern, 18.02.2015 -"
    return rf"(?:{_month()}\.? {day}{with_year}|{day} {_month()}\.?{with_year}{numbers})"


@cache
def _letterhead() -> re.Pattern[str]:
    name = rf"{WORD}(?:[ /]{WORD}){{0,3}}"
    known = "|".join(sorted((re.escape(tag) for tag in agencies()), key=len, reverse=True))
    return re.compile(
        rf"\(?(?:[^,\d]{{3,40}}, )?(?P<place>{name})(?:[,.]| [|–—-])? (?P<day>{_date_words(year=True)})\.?\)?"
        rf"|(?P<place2>{name})[,.]? (?P<day2>{_date_words()})[,.]? (?:{known})\.?"  # "Baku, December 2, AZERTAC"
    )


def find_letterhead(line: str, offset: int = 0) -> Dateline | None:
    """The place and day of a line that is nothing else: "Geneva, 18 May 2017", "(Paris, May 10, 2004)", "Baku, May 2, AZERTAC"."""
    text = line.strip()
    match = _letterhead().fullmatch(text) if len(text) <= LONGEST else None
    found = next((n for n in ("", "2") if match is not None and match[f"place{n}"]), "")
    if match is None or not is_known_place(match[f"place{found}"]):
        return None
    start, place, day = offset + line.index(text), f"place{found}", f"day{found}"
    return Dateline(Span(start + match.start(place), start + match.end(day)), match[place], _day(match[day]))


def is_known_place(name: str) -> bool:
    """Does the register of places know a town or country of that name, also in capitals?"""
    return bool(places_named(name.title() if name.isupper() else name))


def find_dateline(text: str, offset: int = 0) -> Dateline | None:
    """The dateline with which a paragraph begins; `offset` is where it stands in the document."""
    match = _pattern().match(text[:LONGEST])
    if match is None:
        return _without_dash(text, offset)
    if match["place"] in not_places():
        return None
    parts = match.groupdict()
    whole = next(name for name in ("all", "all2", "all3", "all4", "all5", "all6", "all7", "all8", "all9") if parts[name])
    suffix = whole.removeprefix("all")
    if suffix == "9" and not is_known_place(parts["place9"] or ""):
        return _without_dash(text, offset)
    agency = parts.get(f"agency{suffix}") or parts["slashed"]
    day = parts.get(f"day{suffix}")
    span = Span(offset + match.start(whole), offset + match.end(whole))
    return Dateline(span, parts[f"place{suffix}"], _day(day) if day else None, (agency or "").strip() or None)


def _without_dash(text: str, offset: int) -> Dateline | None:
    match = loose_dateline(text, _date_words())
    if match is None:
        return None
    span = Span(offset + match.start("all"), offset + match.end("all"))
    day, agency = match["day"], match["agency"] or match["bare"]
    return Dateline(span, match["place"], _day(day) if day else None, agency)


def _day(words: str) -> DateRange:
    """The day that a dateline names; without a year it has a value and no bounds."""
    month_word = re.search(_month(), words)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    basis = Basis(BasisKind.DATELINE, words)
    if month_word is None and len(numbers) == len(("day", "month", "year")):
        exact = day_or_none(numbers[2], numbers[1], numbers[0])
        return DateRange.day(exact, basis) if exact else DateRange(basis=replace(basis, reason="no day of the calendar"))
    if month_word is None or not numbers:
        return DateRange(basis=basis)
    month = month_number(month_word.group())
    if len(numbers) > 1:
        exact = day_or_none(numbers[1], month, numbers[0])
        return DateRange.day(exact, basis) if exact else DateRange(basis=replace(basis, reason="no day of the calendar"))
    return DateRange(value=f"XXXX-{month:02}-{numbers[0]:02}", basis=replace(basis, reason="names no year"))
