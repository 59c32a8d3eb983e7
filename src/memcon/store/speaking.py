"""Which state speaks of which, all over the record at once.

Comes in: a connection. Goes out: of each state and another, the reports in which the one speaks of the other: the words of a statement
name somebody who acts for it, or are addressed to one. What copies retell is left out. A few thousand statements are in memory.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from memcon.store import schema as t
from memcon.store.codec import unpack
from memcon.store.kept import MOST, chunked


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """Of a statement, where it stands."""

    span: _Place


def spoken_of(db: Connection) -> dict[tuple[str, str], list[str]]:
    """By who speaks and who is spoken of, the document of each statement."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for own, other, document in _spoken(db):
        found[own, other].append(document)
    return dict(found)


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
