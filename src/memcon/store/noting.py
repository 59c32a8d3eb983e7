"""Keeping what each join changed, and asking for it; and which ids engagements had first.

An id follows from the first words that tell of an engagement, so an older report that comes later gives it another. Whoever was told the
first id (a calendar's subscriber) is told it still: both kinds of rows stand in one table beside the record.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, insert, select

from memcon.model.changes import Change
from memcon.store.codec import pack, unpack
from memcon.store.kept import MOST, chunked
from memcon.store.schema import changes, engagements

FIRST_ID = "first id"  # of rows whose body is an id, and no change
Place = tuple[str, int]  # document, where words begin


def put_changes(db: Connection, noted: Iterable[Change]) -> None:
    rows = [{"at": c.at, "engagement": c.engagement.id, "what": c.what, "body": pack(c)} for c in noted]
    if rows:
        db.execute(insert(changes), rows)


def changes_since(db: Connection, since: str | None = None, until: str | None = None) -> list[Change]:
    """The changes between two ISO times, in the order in which they were made."""
    query = select(changes.c.body).where(changes.c.what != FIRST_ID).order_by(changes.c.number)
    if since:
        query = query.where(changes.c.at >= since)
    if until:
        query = query.where(changes.c.at <= until)
    return [unpack(body, Change) for body in db.execute(query).scalars()]


def put_first_ids(db: Connection, renamed: Mapping[str, str], at: str) -> None:
    """Note which engagements have another id than before. `renamed`: an id now -> the one before."""
    if renamed:
        known = first_ids(db)
        rows = [
            {"at": at, "engagement": now, "what": FIRST_ID, "body": pack(known.get(before, before))}
            for now, before in sorted(renamed.items())
        ]
        db.execute(insert(changes), rows)


def first_ids(db: Connection) -> dict[str, str]:
    """Of engagements that had another id first: their ids now, or at some time, and the first."""
    query = select(changes.c.engagement, changes.c.body).where(changes.c.what == FIRST_ID).order_by(changes.c.number)
    return {now: unpack(body, str) for now, body in db.execute(query)}


def places(db: Connection, ids: Iterable[str] | None = None) -> dict[str, set[Place]]:
    """Where the engagements of the record are mentioned; those of some ids. What another version of memcon wrote in another form has
    no place."""
    query = select(engagements.c.id, engagements.c.body)
    if ids is None:
        return {i: _places(body) for i, body in db.execute(query)}
    found: dict[str, set[Place]] = {}
    for some in chunked(sorted(ids), MOST):
        found.update((i, _places(body)) for i, body in db.execute(query.where(engagements.c.id.in_(some))))
    return found


def _places(body: bytes) -> set[Place]:
    try:
        return {(m.document, m.mention.span.start) for m in msgspec.json.decode(body, type=_Mentioned).mentions}
    except msgspec.MsgspecError:
        return set()


class _Span(msgspec.Struct):
    start: int


class _Mention(msgspec.Struct):
    span: _Span


class _Cited(msgspec.Struct):
    document: str
    mention: _Mention


class _Mentioned(msgspec.Struct):
    """An engagement as far as it is needed here, whichever version of memcon wrote it."""

    mentions: list[_Cited]
