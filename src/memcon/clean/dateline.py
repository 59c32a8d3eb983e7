"""The dateline of a report: "GENEVA, Nov. 19 (AP) —". Comes in: a block. Goes out: a `Dateline`, or None.

A place in capitals is enough with a dash; in small letters it needs an agency or a date beside it.
"""

import re
from dataclasses import replace
from functools import cache

from memcon.clean.calendar_words import day_or_none, month_number, month_pattern
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Dateline
from memcon.model.text import Span
from memcon.registers.datelines import not_places
from memcon.registers.outlets import agencies

LONGEST = 140  # characters; "ABOARD THE PAPAL PLANE, March 8, 2021 (Catholic News Service) —" has 65


@cache
def _pattern() -> re.Pattern[str]:
    word, month = r"[A-Z][\w.'’-]*", month_pattern()
    capitals = r"(?!(?:MR|MS|MRS|DR|SEN|REP|GEN)\. )[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,4}"
    mixed = rf"{word}(?:[ /]{word}){{0,3}}"
    month = rf"(?i:{month})"
    region = rf"(?:, (?!{month}\b){word}(?: {word}){{0,2}})?"
    date_words = rf"(?:{month}\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {month}\.?(?:,? \d{{4}})?)"
    known = "|".join(sorted((re.escape(tag) for tag in agencies()), key=len, reverse=True))
    named = rf"(?:\((?P<agency>[^()\d]{{2,40}})\)|/(?P<slashed>{known})/\.?)"
    dash = r"(?:\s?(?:[—–―]-?|--|_)(?=\s|[A-Z“\"‘])|\s?[-_](?=\s|$)|\s?[—–―_]$)"
    tag = rf"\(?(?P<agency5>{known}|[A-Z][A-Z]+(?: [A-Z]+)?)\)?\."  # "YEREVAN, FEBRUARY 9, ARMENPRESS."
    slash_end = r"(?:(?<=/)|(?<=/\.))(?=\s)"
    return re.compile(
        rf"(?P<all>(?P<place>{capitals}){region}(?:[,.]? (?P<day>{date_words}))?(?:[,.]? ?{named})?)(?:{dash}|{slash_end})"
        rf"|(?P<all2>(?P<place2>{mixed}){region}[,.]? (?P<day2>{date_words})"
        rf"(?:[,.]? ?\((?P<agency2>[^()\d]{{2,40}})\))?){dash}"
        rf"|(?P<all3>(?P<place3>{mixed}){region}[,.]? ?\((?P<agency3>{known})\))(?:{dash}|(?=\s))"
        rf"|(?P<all4>(?P<place4>{mixed}){region}),? (?P<agency4>{known}) ?(?:{dash})"
        rf"|(?P<all5>(?P<place5>{capitals}){region}[,.] (?P<day5>{date_words})[,.]? {tag})(?=\s)"
    )


def find_dateline(text: str, offset: int = 0) -> Dateline | None:
    """The dateline with which a paragraph begins; `offset` is where it stands in the document."""
    match = _pattern().match(text[:LONGEST])
    if match is None or match["place"] in not_places():
        return None
    parts = match.groupdict()
    whole = next(name for name in ("all", "all2", "all3", "all4", "all5") if parts[name])
    suffix = whole.removeprefix("all")
    agency = parts.get(f"agency{suffix}") or parts["slashed"]
    day = parts.get(f"day{suffix}")
    span = Span(offset + match.start(whole), offset + match.end(whole))
    return Dateline(span, parts[f"place{suffix}"], _day(day) if day else None, (agency or "").strip() or None)


def _day(words: str) -> DateRange:
    """The day that a dateline names; without a year it has a value and no bounds."""
    month_word = re.search(month_pattern(), words, re.IGNORECASE)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    basis = Basis(BasisKind.DATELINE, words)
    if month_word is None or not numbers:
        return DateRange(basis=basis)
    month = month_number(month_word.group())
    if len(numbers) > 1:
        exact = day_or_none(numbers[1], month, numbers[0])
        return DateRange.day(exact, basis) if exact else DateRange(basis=replace(basis, reason="no day of the calendar"))
    return DateRange(value=f"XXXX-{month:02}-{numbers[0]:02}", basis=replace(basis, reason="names no year"))
