"""An Atom feed (RFC 4287) of changes: announced, moved, called off, held, lapsed in silence.

Comes in: `Chosen`. Goes out: an entry for each turning point in the life of an engagement and each move of its day, the newest first.
An entry's id follows from the words that tell the change, its time from the day of their report, so that neither changes when other
reports are added. A change whose report has no day is left out: a feed has a place for what is new only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from memcon.export.chosen import Chosen
from memcon.model.ids import content_id
from memcon.model.life import turning_points
from memcon.model.moves import moves
from memcon.model.record import Engagement
from memcon.model.status import Status
from memcon.wording import words
from memcon.wording.citing import address
from memcon.wording.passages import printable
from memcon.wording.support import Source, latest, of_mention

MOST = 500  # entries, the newest; a reader fetches all of them each time


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its id, the day on which it was told, what it is in a word, the line that tells it, and its words."""

    id: str
    day: date
    told: str
    engagement: Engagement
    line: str
    source: Source


def write_atom(chosen: Chosen, out: IO[bytes]) -> None:
    found = sorted(_changes(chosen), key=lambda c: (-c.day.toordinal(), c.id))
    out.writelines(line.encode() + b"\n" for line in _feed(chosen, found))


def _feed(chosen: Chosen, found: list[Change]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield f"<id>urn:memcon:changes:{content_id('feed', chosen.about).partition('-')[2]}</id>"
    yield f"<title>{escape(chosen.title)}: changes</title>"
    if len(found) > MOST:
        yield f"<subtitle>The newest {MOST:,} of {len(found):,} changes</subtitle>"
    yield f"<updated>{_moment(found[0].day) if found else '1970-01-01T00:00:00Z'}</updated>"
    yield "<author><name>memcon</name></author>"
    yield '<generator uri="https://pypi.org/project/memcon/">memcon</generator>'
    for change in found[:MOST]:
        yield from _entry(chosen, change)
    yield "</feed>"


def _entry(chosen: Chosen, c: Change) -> Iterator[str]:
    e, document = c.engagement, chosen.documents.get(c.source.document)
    lines = (f"{c.line}:", chosen.quoted(c.source), *chosen.who(e), words.support(e))
    link = printable(address(document) or "") if document else ""
    yield "<entry>"
    yield f"<id>urn:memcon:{c.id.replace('-', ':')}</id>"
    yield f"<title>{escape(printable(f'{c.told.capitalize()}: {_title(chosen, e)}'))}</title>"
    yield f"<updated>{_moment(c.day)}</updated>"
    if link:
        yield f'<link rel="alternate" href={quoteattr(link)}/>'
    yield f'<category term="{escape(c.told)}"/>'
    yield f'<content type="text">{escape(chr(10).join(map(printable, lines)))}</content>'
    yield "</entry>"


def _title(chosen: Chosen, e: Engagement) -> str:
    names = ", ".join(words.names(e, chosen.actors))
    return f"{words.occasion(e)}, {words.when(e)}" + (f": {names}" if names else "")


def _changes(chosen: Chosen) -> Iterator[Change]:
    for e in chosen.engagements:
        yield from _turns(chosen, e)
        yield from _moves(e)
        yield from _lapse(e)


def _turns(chosen: Chosen, e: Engagement) -> Iterator[Change]:
    for point, source in chosen.said(e):
        day = point.first.said_on.latest
        if day is not None:
            first, told = point.first.evidence[0], words.kind(point.status)
            made = content_id("change", first.document, first.start, point.status)
            yield Change(made, day, told, e, f"{told}, said on {words.day(point.first.said_on)}", source)


def _moves(e: Engagement) -> Iterator[Change]:
    for move in moves(e):
        if move.said_on.latest is not None:
            source = of_mention(move.mention, move.said_on)
            made = content_id("change", source.document, source.span.start, "moved")
            line = f"{words.day(move.after)}, before that {words.day(move.before)}"
            yield Change(made, move.said_on.latest, "moved", e, line, source)


def _lapse(e: Engagement) -> Iterator[Change]:
    """That its last day passed, and no report says whether it took place: new on the day after."""
    if e.status == Status.UNCONFIRMED and e.date.latest is not None:
        last = turning_points(e.history)[-1].first
        made = content_id("change", last.evidence[0].document, last.evidence[0].start, e.date.latest.isoformat(), "lapsed")
        line = f"Its day, {words.when(e)}, passed, and no report says whether it took place. The last word on it"
        yield Change(made, e.date.latest + timedelta(days=1), "unconfirmed", e, line, latest(e, [last])[0])


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
