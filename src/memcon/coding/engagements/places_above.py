"""The places that a list gives its items: "SOFIA - The minister receives ...", or "Lima, 3 to 5 June" as a line above them.

Comes in: a resolved document. Goes out: for each paragraph under such a place, the place and, where the line has one, the time.
A single place that opens a report is its dateline, and no list; so at least two are asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, SettingKind, Time
from memcon.model.status import AHEAD
from memcon.registers.places import places_named

OPENING = re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+){0,3}) ?[-–—:] ")
LINE = re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’-]+){0,3})(?:, [A-ZÀ-ÖØ-Þ][\w]+)?, (?=\w)")
WORDS = 10  # tokens of the days behind the place of such a line


def places_above(r: Resolved) -> dict[int, tuple[Place, Time | None]]:
    """Paragraph -> the place that it opens with, or that the line above it gives, with the time of that line."""
    a = r.annotated
    found: dict[int, tuple[Place, Time | None]] = {}
    lines = _lines(r)
    now: tuple[Place, Time | None] | None = None
    for n, paragraph in enumerate(a.paragraphs):
        match = OPENING.match(paragraph.text)
        own = _named(match["place"]) if match else None
        now = lines.get(n, now)
        if own is not None:
            found[n], now = (own, None), None
        elif now is not None and n not in lines:
            found[n] = now
    return found if len({place.name for place, _ in found.values()}) > 1 else {}


def _lines(r: Resolved) -> dict[int, tuple[Place, Time | None]]:
    """The paragraphs that are nothing but a place and its days."""
    a, found = r.annotated, dict[int, tuple[Place, Time | None]]()
    for time in r.times:
        sentence = a.sentence_of(time.first)
        if sentence.paragraph in found:
            continue
        match = LINE.match(a.paragraphs[sentence.paragraph].text)
        place = _named(match["place"]) if match else None
        if match is None or place is None:
            continue
        inside = [t for t in r.times if sentence.first <= t.first < sentence.last and t.kind != "duration"]
        begin = a.paragraphs[sentence.paragraph].start + match.end()
        rest = [t for t in a.sentence_tokens(sentence) if t.start >= begin and t.pos != "PUNCT" and t.lower != "to"]
        if len(rest) <= WORDS and all(any(x.first <= t.i < x.last for x in inside) for t in rest):
            found[sentence.paragraph] = (place, _from_to(inside))
    return found


def _from_to(times: Sequence[Time]) -> Time | None:
    """The days from the first time of a line to its last."""
    first, last = (times[0], times[-1]) if times else (None, None)
    if first is None or last is None or first is last:
        return first
    days = DateRange(first.date.earliest, last.date.latest, None, first.date.basis)
    return replace(first, date=days) if days.earliest and days.latest and days.earliest <= days.latest else first


def _named(name: str) -> Place | None:
    known = next(iter(places_named(name.title() if name.isupper() else name)), None)
    return Place(known.name, known.country, known.latitude, known.longitude, known.geonames) if known is not None else None


def _of_item(r: Resolved, phrase: Phrase) -> tuple[Place, Time | None] | None:
    """The place that opens the item of a diary in which it stands ("BERLIN - A receives B ** BRUSSELS - C meets D"), or that a line
    of its own gives to the items below it."""
    setting = r.setting_of(phrase.token)
    if setting is None or setting.place is None or not setting.dates_items:
        return None
    return (setting.place, None) if setting.kind is SettingKind.ITEM or phrase.verdict.status in AHEAD else None


def under_place(r: Resolved, phrase: Phrase, above: dict[int, tuple[Place, Time | None]]) -> Phrase:
    """The phrase with the place, and the time, that stand above it; a visit elsewhere keeps its own."""
    told = above.get(r.annotated.sentence_of(phrase.token).paragraph) or _of_item(r, phrase)
    if told is None or phrase.titled or phrase.kind == EngagementKind.CALL or phrase.arguments.place is not None:
        return phrase
    place, time = told
    return replace(phrase, arguments=replace(phrase.arguments, place=place, date=phrase.arguments.date or time))
