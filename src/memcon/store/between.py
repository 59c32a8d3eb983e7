"""What states say of each other and do to each other.

Comes in: a connection. Goes out, by the codes of two states: how many statements of the one speak of the other, by month; what either did
to the other. What copies retell is left out. Of statements and events a few hundred are in memory at once, and what counts of each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from memcon.model.dates import DateRange
from memcon.model.deeds import Deed
from memcon.store import schema as t
from memcon.store.codec import unpack
from memcon.store.filters import published_columns
from memcon.store.kept import MOST, chunked

DONE = ("past", "present")  # tenses


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """Of a statement, where it stands."""

    span: _Place


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Of an event, how much it is."""

    intensity: float | None = None


def spoken_of(db: Connection) -> dict[tuple[str, str], Counter[str]]:
    """By who speaks and who is spoken of: in how many statements, by month (2024-05) of their report. The words of a statement name
    somebody who acts for the other, or are addressed to one."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    months = _months(db)
    for own, other, document in _spoken(db):
        if month := months.get(document):
            found[own, other][month] += 1
    return dict(found)


def done_between(db: Connection, only: tuple[str, str] | None = None) -> dict[tuple[str, str], list[Deed]]:
    """What was done by who acts for one state to who acts for the other, by the two codes in the order of letters. `only`: of two."""
    e, a = t.events, t.event_actors
    query = select(e.c.id).where(e.c.tense.in_(DONE), e.c.negated.is_(False), e.c.retells.is_(None))
    for state in only or ():
        acts = select(a.c.event).join(t.actors, t.actors.c.id == a.c.actor).where(t.actors.c.state == state)
        query = query.where(e.c.id.in_(acts))
    ids = list(db.execute(query.order_by(e.c.id)).scalars())  # in a fixed order, so that sums are the same each time
    wanted = {(min(only), max(only))} if only else None
    months = _months(db)
    found: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for some in chunked(ids, MOST):
        pairs = _pairs(db, some)
        columns = select(e.c.id, e.c.document, e.c.date_earliest, e.c.date_latest, e.c.body)
        for event, document, first, last, body in db.execute(columns.where(e.c.id.in_(some)).order_by(e.c.id)):
            between = pairs.get(event, set()) & (wanted or pairs.get(event, set()))
            intensity = unpack(body, _Weighed).intensity if between else None
            if intensity:
                deed = Deed(DateRange(first, last).month or months.get(document), first, last, intensity)
                for pair in between:
                    found[pair].append(deed)
    return dict(found)


def _pairs(db: Connection, events: list[str]) -> dict[str, set[tuple[str, str]]]:
    """By event, between which states it is: of who does it and of whom it is done to, in the order of letters."""
    a = t.event_actors
    sides: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    query = select(a.c.event, t.actors.c.state, a.c.side).join(t.actors, t.actors.c.id == a.c.actor)
    for event, state, side in db.execute(query.where(a.c.event.in_(events), t.actors.c.state.is_not(None))):
        sides[event][side != "actor"].add(state)
    return {
        event: {(min(one, other), max(one, other)) for one in doing for other in done_to}
        for event, (doing, done_to) in sides.items()
    }


def _months(db: Connection) -> dict[str, str]:
    """The month in which each document appeared, where that is known."""
    earliest, latest, source = published_columns()
    known: dict[tuple[date, date], str | None] = {}  # there are far fewer days than documents
    found = {}
    for document, first, last in db.execute(source.add_columns(earliest, latest)):
        if (first, last) not in known:
            known[first, last] = DateRange(first, last).month
        if month := known[first, last]:
            found[document] = month
    return found


def _spoken(db: Connection) -> Iterator[tuple[str, str, str]]:
    """Once for each statement and each state of which it speaks."""
    s, m, a = t.statements, t.mentions, t.actors
    states = {row.id: row.state for row in db.execute(select(a.c.id, a.c.state).where(a.c.state.is_not(None)))}
    documents = db.execute(select(s.c.document).where(s.c.retells.is_(None)).distinct().order_by(s.c.document)).scalars()
    said = select(s.c.document, s.c.speaker, s.c.addressee, s.c.body).where(s.c.retells.is_(None), s.c.speaker.is_not(None))
    for some in chunked(list(documents), MOST):
        named: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for document, at, actor in db.execute(select(m.c.document, m.c.start, m.c.actor).where(m.c.document.in_(some))):
            if state := states.get(actor):
                named[document].append((at, state))
        for document, speaker, addressee, body in db.execute(said.where(s.c.document.in_(some))):
            if own := states.get(speaker):
                span = unpack(body, _Placed).span
                others = {state for at, state in named[document] if span.start <= at < span.end}
                if addressee in states:
                    others.add(states[addressee])
                yield from ((own, other, document) for other in others if other != own)
