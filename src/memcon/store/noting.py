"""Keeping what each join changed, and asking for it.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from memcon.model.changes import Change
from memcon.store.codec import pack, unpack
from memcon.store.schema import changes


def put_changes(db: Connection, noted: Iterable[Change]) -> None:
    rows = [{"at": c.at, "engagement": c.engagement.id, "what": c.what, "body": pack(c)} for c in noted]
    if rows:
        db.execute(insert(changes), rows)


def changes_since(db: Connection, since: str | None = None, until: str | None = None) -> list[Change]:
    """The changes between two ISO times, in the order in which they were made."""
    query = select(changes.c.body).order_by(changes.c.number)
    if since:
        query = query.where(changes.c.at >= since)
    if until:
        query = query.where(changes.c.at <= until)
    return [unpack(body, Change) for body in db.execute(query).scalars()]
