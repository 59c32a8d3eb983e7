"""The places that a list gives its items: "SOFIA - The minister receives ...", or "Lima, 3 to 5 June" as a line above them.

Comes in: a resolved document. Goes out: for each paragraph under such a place, the place and, where the line has one, the time.
A single place that opens a report is its dateline, and no list; so at least two are asked for.
"""

import re
from dataclasses import replace

from memcon.coding.engagements.triggers import Phrase
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.registers.places import places_named

OPENING = re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+){0,3}) ?[-–—:] ")
WORDS = 10  # tokens of a line that is nothing but a place and its days


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
    for place in r.places:
        sentence = a.sentence_of(place.first)
        rest = [t for t in a.sentence_tokens(sentence) if not place.first <= t.i < place.last and t.pos != "PUNCT"]
        times = [t for t in r.times if sentence.first <= t.first < sentence.last and t.kind != "duration"]
        within = all(any(time.first <= t.i < time.last for time in times) for t in rest)
        if place.first == sentence.first and len(times) == 1 and within and len(rest) <= WORDS:
            found[sentence.paragraph] = (place.place, times[0])
    return found


def _named(name: str) -> Place | None:
    known = next(iter(places_named(name.title())), None)
    return Place(known.name, known.country, known.latitude, known.longitude, known.geonames) if known is not None else None


def under_place(r: Resolved, phrase: Phrase, above: dict[int, tuple[Place, Time | None]]) -> Phrase:
    """The phrase with the place, and the time, that stand above it; a visit elsewhere keeps its own."""
    told = above.get(r.annotated.sentence_of(phrase.token).paragraph)
    if told is None or phrase.titled or phrase.kind == EngagementKind.CALL or phrase.arguments.place is not None:
        return phrase
    place, time = told
    return replace(phrase, arguments=replace(phrase.arguments, place=place, date=phrase.arguments.date or time))
