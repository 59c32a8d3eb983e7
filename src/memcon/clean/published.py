"""When a report appeared, with the words that say so; never a guess.

Comes in: what the supplier gives, the metadata and lines of the page, the head and foot of a paper, the dateline, the web
address. Goes out: a `DateRange`. The sources are asked in that order and the first that gives a day wins. "03/05/1998" is read
day first or month first only where a weekday, the dateline, another date of the page or the address decides; else it stays
open, with both readings in its basis. A dateline without a year takes it only from another date of the page.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.clean.calendar_words import day_or_none
from memcon.clean.page_dates import Meaning, PageDate, find_page_dates
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Dateline, Given
from memcon.registers.day_lines import DayLine

NEAR = timedelta(days=4)  # a page is dated up to some days after its dateline: time zones, weekends, reprints
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)"
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?=/)")
_MONTH = re.compile(r"((?:19|20)\d\d)-(\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A line at the head or the foot of a paper that names its day, and mostly its place: "New Delhi, March 14, 2024"."""

    words: str
    line: DayLine


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """All that can date a report."""

    given: Given
    metadata: tuple[PageDate, ...] = ()
    lines: tuple[PageDate, ...] = ()
    letterheads: tuple[Letterhead, ...] = ()
    dateline: Dateline | None = None
    addresses: tuple[str, ...] = ()


def published_of(evidence: DateEvidence) -> DateRange:
    """The day of publication, or a range, or unknown with the reason."""
    problems: list[str] = []
    for found in _asked(evidence):
        if found.known:
            return found
        if problem := str(found.basis):
            problems.append(problem)
    updated = _first_day(evidence.lines, ("updated",), evidence)
    if updated:
        return DateRange(None, updated[0], None, Basis(BasisKind.PUBLISHED, updated[1], reason="it had appeared by then"))
    return _unknown("; ".join(dict.fromkeys(problems)) or "neither the supplier nor the text gives a date")


def _unknown(reason: str) -> DateRange:
    return DateRange(basis=Basis(reason=reason))


def _asked(evidence: DateEvidence) -> Iterable[DateRange]:
    if evidence.given.published:
        yield _given(evidence.given.published, evidence)
    yield _from_page(evidence.metadata, ("published", "bare"), evidence)
    yield _from_page(evidence.lines, ("published",), evidence)
    yield _from_page(evidence.lines, ("bare",), evidence)
    yield _from_letterhead(evidence)
    yield _from_dateline(evidence)
    for address in evidence.addresses:
        yield _from_address(address)


def _given(words: str, evidence: DateEvidence) -> DateRange:
    """What a manifest, a field or an option says; a month or a year is a range."""
    source = evidence.given.published_basis or "given"
    basis = Basis(BasisKind.PUBLISHED, reason=source)
    text = words.strip()
    if match := _MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]), basis)
    if _YEAR.fullmatch(text):
        return DateRange(date(int(text), 1, 1), date(int(text), 12, 31), text, basis)
    dates = find_page_dates(text)
    if not dates:
        return _unknown(f"{source}: '{text}' is not a date; write YYYY-MM-DD")
    day, _ = _decide(dates[0], evidence)
    return DateRange.day(day, basis) if day else _unknown(f"{source}: {_both(dates[0])}")


def _from_page(dates: Sequence[PageDate], meanings: tuple[Meaning, ...], evidence: DateEvidence) -> DateRange:
    wanted = [d for d in dates if d.meaning in meanings]
    for page_date in wanted:
        day, reason = _decide(page_date, evidence)
        if day:
            return DateRange.day(day, Basis(BasisKind.PUBLISHED, page_date.words, reason=reason))
    return _unknown("; ".join(_both(d) for d in wanted))


def _first_day(dates: Sequence[PageDate], meanings: tuple[Meaning, ...], evidence: DateEvidence) -> tuple[date, str] | None:
    for page_date in dates:
        if page_date.meaning in meanings and (day := _decide(page_date, evidence)[0]):
            return day, page_date.words
    return None


def _both(page_date: PageDate) -> str:
    readings = " or ".join(day.isoformat() for day in page_date.days)
    return f"'{page_date.words}' may be {readings}, and nothing decides"


def _decide(page_date: PageDate, evidence: DateEvidence) -> tuple[date | None, str]:
    """The day that a date of the page means, and why where it had two readings."""
    if len(page_date.days) == 1:
        return page_date.days[0], ""
    for days, reason in _witnesses(page_date, evidence):
        agreeing = [d for d in page_date.days if any(abs(d - other) <= NEAR for other in days)]
        if len(agreeing) == 1:
            order = "day first" if agreeing[0] == page_date.days[0] else "month first"
            return agreeing[0], f"read {order} as {reason}"
    for other in (*evidence.metadata, *evidence.lines):
        place = _order(other) if other.numeric and len(other.days) == 1 else None
        if place is not None:
            named = ("day first", "month first")[place]
            return page_date.days[place], f"read {named} as '{other.words}' must be"
    return None, ""


def _witnesses(page_date: PageDate, evidence: DateEvidence) -> Iterable[tuple[list[date], str]]:
    """Days that other evidence names, in the years of the readings."""
    years = {day.year for day in page_date.days}
    if evidence.dateline and evidence.dateline.day and (value := evidence.dateline.day.value):
        month, day = int(value[5:7]), int(value[8:10])
        named = [d for year in years if (d := day_or_none(year, month, day))]
        yield named, f"the {_line(evidence.dateline.day)} says"
    for address in evidence.addresses:
        found = _from_address(address)
        if found.exact and found.earliest:
            yield [found.earliest], f"the address says {found.value}"
    for other in (*evidence.metadata, *evidence.lines):
        if len(other.days) == 1:
            yield [other.days[0]], f"'{other.words}' says"


def _order(page_date: PageDate) -> int | None:
    """Is a numeric date with one reading day first (0) or month first (1)? None where both numbers are the same."""
    numbers = [int(n) for n in re.findall(r"\d+", page_date.words)[-3:]]
    if numbers[0] == numbers[1]:
        return None
    return 0 if page_date.days[0].day == numbers[0] else 1


def _from_letterhead(evidence: DateEvidence) -> DateRange:
    """The day of the paper, where its head and its foot name one day only."""
    days = {day: head.words for head in reversed(evidence.letterheads) if (day := head.line.full)}
    if len(days) != 1:
        return DateRange()
    ((day, words),) = days.items()
    return DateRange.day(day, Basis(BasisKind.PUBLISHED, words))


def _from_dateline(evidence: DateEvidence) -> DateRange:
    dateline = evidence.dateline
    if dateline is None or dateline.day is None or dateline.day.value is None:
        return DateRange()
    if dateline.day.known:
        return dateline.day
    month, day = int(dateline.day.value[5:7]), int(dateline.day.value[8:10])
    for other, words in _dated(evidence):
        # A page is dated on or after its dateline: a dateline of 31 December on a page of 1 January is of the year before.
        years = (other.year, other.year - 1)
        near = [d for year in years if (d := day_or_none(year, month, day)) and -NEAR <= other - d <= timedelta(days=31)]
        if near:
            return DateRange.day(near[0], replace(dateline.day.basis, reason=f"the year as in {words}"))
    return DateRange(value=dateline.day.value, basis=dateline.day.basis)


def _dated(evidence: DateEvidence) -> Iterable[tuple[date, str]]:
    for page_date in (*evidence.metadata, *evidence.lines):
        for day in page_date.days:
            yield day, f"'{page_date.words}'"
    for address in evidence.addresses:
        found = _from_address(address)
        if found.latest:
            yield found.latest, f"the address {address}"


def _from_address(address: str) -> DateRange:
    """The day or month in a web address; a bare number such as an article's id is none."""
    if "/" not in address:
        return DateRange()
    for match in _URL_DAY.finditer(address):
        numbers = [int(n) for n in match.groups() if n]
        if day := day_or_none(*numbers):
            return DateRange.day(day, _in_address(match.group(), address))
    if month := _URL_MONTH.search(address):
        return _month(int(month[1]), int(month[2]), _in_address(month.group().strip("/"), address))
    return DateRange()


def _in_address(words: str, address: str) -> Basis:
    return Basis(BasisKind.PUBLISHED, reason=f"{words} in the address {address}")


def _line(day: DateRange) -> str:
    """A dateline's words, without the reason why they give no day."""
    return str(replace(day.basis, reason=""))


def _month(year: int, month: int, basis: Basis) -> DateRange:
    first = day_or_none(year, month, 1)
    if first is None:
        return _unknown(f"{basis}: {year}-{month:02} is no month")
    return DateRange(first, first.replace(day=monthrange(year, month)[1]), f"{year}-{month:02}", basis)
