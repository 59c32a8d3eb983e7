"""The day and the place that the layout of a text gives to its parts.

Comes in: a document. Goes out: `Setting`s that do not overlap, in the order of the text: in a diary or a programme the day of each
heading for the items below it, with the place that an item opens with; else the dateline or the letterhead of the whole.
A line is a heading only where it names nothing but a day, a place or both. Refuses the one day line of a text that is no
diary: that is the day on which it was written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.model.annotated import When
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.resolved import Place, Setting, SettingKind
from memcon.model.text import Span
from memcon.registers.day_lines import DayLine, is_agenda, place_of, read_agenda_title, read_day_line, read_day_opening
from memcon.registers.places import places_named
from memcon.registers.states import capitals, state_names, states
from memcon.registers.wrapping import paragraph_pieces
from memcon.resolve.timex.absolute import absolute_days
from memcon.resolve.timex.anchors import anchor_of
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import Direction
from memcon.resolve.timex.forms import days_of
from memcon.resolve.timex.seen import Seen

ITEM = re.compile(
    r"[\s*•–—-]*(?:(?:\d{1,2}[:.h]?\d{2})\s*(?:GMT|UTC|hrs)?\s*[-–—:]?\s+)?"
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, ?[A-Z][A-Za-z. ]{2,20})?)\s*(?:[-–—]{1,2}|/|:)\s+(?=\S)"
)
AFTER_ITEM = re.compile(r"(?<=[.;])\s+")  # where the next item of a diary in one paragraph can begin
REGION = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,3}(?:Region|Province|District|State|County|Islands?|Territory), (?P<state>[A-Z][\w .'’-]+)"
)
PART = re.compile(r"\s*\*\*\s*")  # between the items of a wire's diary
WEEK, MONTH = 7, 31  # days
FEWEST = 2  # headings or openings by which a text is a diary
AHEAD = Direction(lean=5)  # a diary looks ahead; the first of its days can be a day or two old


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end], a paragraph or a diary's item; `day` where it only names a day or a place, `own` and `place` where it opens
    with a day or a place."""

    start: int
    end: int
    day: DayLine | None
    place: str | None
    opening: int  # where its opening ends
    own: DayLine | None = None


def find_settings(document: Document) -> tuple[Setting, ...]:
    """The settings of a document, in the order of the text."""
    lines = list(_lines(document))
    if _is_diary(document, lines):
        return tuple(_of_diary(document, lines))
    return tuple(_of_paper(document, lines))


def _lines(document: Document) -> Iterator[Line]:
    for start, end in paragraph_pieces(document.text):
        if end > start and document.zone_at(start) != "boilerplate":
            yield from _parts(document.text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[Line]:
    at = start
    marks = [*PART.finditer(text, start, end)]
    if not marks:
        opened = [m for m in AFTER_ITEM.finditer(text, start, end) if read_day_opening(text[m.end() : end]) is not None]
        marks = opened if len(opened) + (read_day_opening(text[start:end]) is not None) >= FEWEST else []
    for mark in [*marks, None]:
        stop = mark.start() if mark else end
        piece = text[at:stop]
        if piece.strip():
            opening = ITEM.match(piece)
            place = place_of(opening["place"]) if opening else None
            alone = place_of(piece) or _region(piece)
            day = read_day_line(piece) or (DayLine(place=alone) if alone else None)
            dated = read_day_opening(piece) if day is None and place is None else None
            ends = opening.end() if opening and place else dated[1] if dated else 0
            yield Line(at, stop, day, place, at + ends, dated[0] if dated else None)
        at = mark.end() if mark else stop


def _region(line: str) -> str | None:
    """The state of a line that is only a region of it: "National Capital Region, Canada"."""
    told = REGION.fullmatch(line.strip())
    state = place_of(told["state"]) if told is not None else None
    return state if state is not None and state_names().at(tuple(state.split()), 0) else None


def _is_diary(document: Document, lines: Sequence[Line]) -> bool:
    days = [line.day for line in lines if line.day and line.day.dated]
    different = {(day.month, day.day, day.weekday) for day in days}
    items = sum(line.place is not None or line.own is not None for line in lines)
    named = any(day.agenda for day in days) or (document.title is not None and is_agenda(document.title))
    titled = _titled(document, lines)
    return len(different) >= FEWEST or items >= FEWEST or (named and bool(days or items)) or titled is not None


def _of_diary(document: Document, lines: Sequence[Line]) -> Iterator[Setting]:
    """Each stretch from one heading or item to the next."""
    anchor = anchor_of(document)
    titled = _titled(document, lines)
    day = _day(document, titled, lines[0], anchor, None) if titled is not None and lines else None
    last: DateRange | None = day  # of the heading or item before
    under: Place | None = None
    for n, line in enumerate(lines):
        end = lines[n + 1].start if n + 1 < len(lines) else line.end
        words = Span(line.start, max(line.opening, line.start + 1))
        if line.day is not None and not (titled is not None and _is_letterhead(document, line)):
            day = _day(document, line.day, line, anchor, last) or day if line.day.dated else day
            last = day
            under = _place(line.day.place)
            yield Setting(SettingKind.HEADING, line.start, end, Span(line.start, line.end), day, under)
        elif line.own is not None:
            own = _day(document, line.own, line, anchor, last)
            last = own or last
            yield Setting(SettingKind.ITEM, line.start, end, words, own)
        elif line.place is not None:
            yield Setting(SettingKind.ITEM, line.start, end, words, day or _today(document, line), _place(line.place))
        elif (release := _title_of_release(document, lines, n)) is not None and release.day is not None:
            own = _day(document, release.day, release, anchor, last)
            yield Setting(SettingKind.HEADING, line.start, end, words, own, _place(release.day.place))
        elif day is not None or under is not None:
            yield Setting(SettingKind.HEADING, line.start, end, words, day, under)


def _titled(document: Document, lines: Sequence[Line]) -> DayLine | None:
    """The one day that the title of an agenda names, or its first line where that is no sentence."""
    first = document.text[lines[0].start : lines[0].end].strip() if lines else ""
    titles = (document.title or "", first if not first.endswith((".", ":", ";")) else "")
    named = (found for title in titles if (found := read_agenda_title(title)) is not None)
    return next((found for found in named if found.day is not None and not found.several), None)


def _is_letterhead(document: Document, line: Line) -> bool:
    """Does it only say when the agenda was published?"""
    published = document.published
    return line.day is not None and published.exact and line.day.full == published.earliest


def _title_of_release(document: Document, lines: Sequence[Line], n: int) -> Line | None:
    """The line of day and place below it, where a line is the title of the next of several releases on one page."""
    below = lines[n + 1] if n + 1 < len(lines) else None
    if below is None or below.day is None or below.day.full is None or below.day.place is None:
        return None
    return None if document.text[lines[n].start : lines[n].end].rstrip().endswith((".", ";", ":")) else below


def _today(document: Document, line: Line) -> DateRange | None:
    """The items of a diary without headings are of the day it appeared."""
    return document.published if document.published.exact else None


def _day(
    document: Document, named: DayLine, line: Line, anchor: Anchor | None, before: DateRange | None
) -> DateRange | None:
    """The day of a heading: by its year, else the next on or after the heading before, else counted from publication."""
    words = (
        document.text[line.start : max(line.opening, line.start)].strip() or document.text[line.start : line.end].strip()
    )
    basis = Basis(BasisKind.HEADING, words, anchor)
    if named.day and named.month is None:
        named = _in_its_month(named, before, anchor)
    when = When("calendar" if named.day else "weekday", named.year, named.month, named.day, named.weekday)
    fixed = absolute_days(when) if named.day else None
    if fixed is None:
        start = before.earliest if before and before.earliest else None
        if start is None and anchor is None:
            return None
        ahead = Direction("future") if start else AHEAD
        counted = start or (anchor.first if anchor else None)
        assert counted is not None
        fixed = days_of(Seen(when, ahead, None, "", counted))
    return _ranged(_to_last(fixed, named), basis)


def _in_its_month(named: DayLine, before: DateRange | None, anchor: Anchor | None) -> DayLine:
    """ "Monday 7", below a heading or a report: the next day on which the weekday and the number agree; else by the weekday alone."""
    start = before.earliest if before and before.earliest else anchor.first if anchor else None
    days = (start + timedelta(days=n) for n in range(-WEEK, 2 * MONTH)) if start is not None else ()
    fits = (day for day in days if day.day == named.day and day.isoweekday() == named.weekday)
    found = next(fits, None)
    if found is None:
        return replace(named, day=None)
    return replace(named, year=found.year, month=found.month)


def _to_last(first: Days | None, named: DayLine) -> Days | None:
    """The days up to the last that a line names: "28 December to 3 January" ends in the next year."""
    if first is None or first.earliest is None or named.last_month is None or named.last_day is None:
        return first
    year = first.earliest.year + (named.last_month < first.earliest.month)
    until = absolute_days(When("calendar", year, named.last_month, named.last_day))
    if until is None or until.latest is None or until.latest < first.earliest:
        return first
    return Days(first.earliest, until.latest, f"{first.earliest.isoformat()}/{until.latest.isoformat()}")


def _ranged(days: Days | None, basis: Basis) -> DateRange | None:
    return DateRange(days.earliest, days.latest, days.value, basis) if days else None


def _of_paper(document: Document, lines: Sequence[Line]) -> Iterator[Setting]:
    """The letterhead of a paper, or the dateline of a report, for all that follows."""
    line, text = document.dateline, document.text
    if line is not None:
        alone = any(x.day is not None and x.start <= line.span.start < x.end for x in lines)
        kind, start = (SettingKind.LETTERHEAD, 0) if alone else (SettingKind.DATELINE, line.span.start)
        yield Setting(kind, start, len(text), line.span, document.published, _place(line.place))
        return
    head = next((x for x in lines if x.day is not None and x.day.dated and x.day.place is not None), None)
    if head is not None and head.day is not None:
        day = _day(document, head.day, head, anchor_of(document), None)
        yield Setting(SettingKind.LETTERHEAD, 0, len(text), Span(head.start, head.end), day, _place(head.day.place))


def _place(name: str | None) -> Place | None:
    """The place of a heading or a dateline: a state, a capital, else the most populous of the name."""
    name = place_of(name) if name else None
    if name is None:
        return None
    words = tuple(name.split())
    if (state := state_names().at(words, 0)) and state[0] == len(words):
        known = states()[state[1]]
        return Place(known.name, known.alpha3, geonames=known.geonames)
    country = found[1] if (found := capitals().at(words, 0)) and found[0] == len(words) else None
    places = [k for k in places_named(name) if country is None or k.country == country]
    if not places:
        return Place(name, country)
    best = places[0]
    return Place(best.name, best.country, best.latitude, best.longitude, best.geonames)
