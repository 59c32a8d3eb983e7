"""The text of a document, cut where a zone or a finding begins or ends, so that each piece can be printed with what is told of it.

Comes in: a document and what was read in it. Goes out: `Paragraph`s of `Piece`s; together they are the text. Where findings lie within
each other, the innermost gives the link, and all of them explain themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.api import ToldIn
from memcon.model.text import Span
from memcon.web import addresses
from memcon.wording import words
from memcon.wording.passages import plain

LONG = 90  # characters of the words of a finding in a list
ORDER = ("statement", "event", "engagement", "name", "place", "time")  # the outer first, where two begin and end together


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that was read in a stretch: what it is, in words for people, and where more is told of it."""

    span: Span
    kind: str  # of ORDER
    what: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch within which nothing begins or ends. `starts`: does a mark begin with it, or what was asked for, to which addresses
    lead?"""

    text: str
    start: int
    marks: tuple[Mark, ...]  # the outer first
    starts: bool

    @property
    def link(self) -> str | None:
        return next((m.link for m in reversed(self.marks) if m.link), None)

    @property
    def classes(self) -> str:
        return " ".join(dict.fromkeys(m.kind for m in self.marks))

    @property
    def told(self) -> str:
        return "; ".join(dict.fromkeys(m.what for m in reversed(self.marks)))


@dataclass(frozen=True, slots=True)
class Paragraph:
    zone: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark with its words, on one line; of many the beginning."""

    words: str
    mark: Mark


def findings(told: ToldIn) -> list[Finding]:
    """Everything that was read, in the order of the text."""
    marks = sorted(marks_of(told), key=_place)
    return [Finding(_beginning(m.span.of(told.document.text)), m) for m in marks]


def _beginning(text: str) -> str:
    flat = plain(text)
    return flat if len(flat) <= LONG else f"{flat[:LONG].rsplit(' ', 1)[0]} …"


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, ORDER.index(mark.kind)


def paragraphs(told: ToldIn, at: int | None = None) -> list[Paragraph]:
    """The text, line by line. `at`: a place that somebody was sent to, though nothing that was read may begin there."""
    marks = sorted(marks_of(told), key=_place)
    found = []
    for start, end in _lines(told.document.text):
        zone = told.document.zone_at(start)
        pieces = tuple(_pieces(told.document.text, start, end, marks, at))
        if pieces:
            found.append(Paragraph(zone, pieces))
    return found


def marks_of(told: ToldIn) -> Iterator[Mark]:
    """Everything that was read, with its rule or reason."""
    for m in told.mentions:
        who = told.actors.get(m.actor or "")
        what = f"{m.how}: {words.actor(who)}" if who else f"{m.how}, open: {m.reason or 'nothing tells who it is'}"
        yield Mark(m.span, "name", what, addresses.actor(who.id) if who else None)
    for t in told.times:
        yield Mark(t.span, "time", f"time: {words.day(t.date)} ({t.date.basis})")
    for p in told.places:
        yield Mark(p.span, "place", f"place: {words.where(p.place)}")
    for s in told.statements:
        who = told.actors.get(s.speaker or "")
        speaker = who.name if who else s.speaker_text or "unknown"
        yield Mark(s.span, "statement", f"statement, {s.kind}: {speaker} {s.polarity} it (rule {s.why})")
    for e in told.engagements:
        for mention in (m.mention for m in e.mentions if m.document == told.document.id):
            here = f"{words.kind(mention.kind)}, {words.kind(mention.status)} here ({mention.why or mention.rule})"
            yield Mark(mention.span, "engagement", f"{here}; now {words.kind(e.status)}", addresses.engagement(e.id))
    for event in told.events:
        yield Mark(event.span, "event", f"event: {'not ' * event.negated}{event.type}, {event.tense} (rule {event.why})")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip())
        at += len(line)


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark], sent: int | None) -> Iterator[Piece]:
    """A line in pieces."""
    here = [m for m in marks if m.span.start < end and m.span.end > start]
    cuts = {start, end} | {at for m in here for at in (m.span.start, m.span.end) if start < at < end}
    if sent is not None and start < sent < end:
        cuts.add(sent)
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        over = tuple(m for m in here if m.span.start <= first and m.span.end >= last)
        yield Piece(text[first:last], first, over, first == sent or any(m.span.start == first for m in over))
