"""Keeping what people decided: decisions outlive every join, and can be taken back.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from memcon.model.record import PERSON, Decision
from memcon.store.codec import pack, unpack
from memcon.store.reading import count_change
from memcon.store.schema import decisions, ledger
from memcon.store.upserts import put_value

DECIDED = "decided"  # what people had decided when the record was joined


def decision_row(d: Decision) -> dict[str, Any]:
    """A person's decision is looked for by the items that it touches, a rule's by what it joined."""
    left, right = (d.items[0], d.items[-1]) if d.items else (d.left, d.right)
    return {"left": left, "right": right, "by": d.by, "person": d.by == PERSON, "body": pack(d)}


def person_decisions(db: Connection) -> list[Decision]:
    """What people decided, in order of time."""
    bodies = db.execute(select(decisions.c.body).where(decisions.c.person)).scalars()
    return sorted((unpack(body, Decision) for body in bodies), key=lambda d: (d.at or "", d.left, d.right, d.field or ""))


def joined_decisions(db: Connection) -> tuple[Decision, ...]:
    """What people had decided when the record was joined."""
    value = db.execute(select(ledger.c.value).where(ledger.c.key == DECIDED)).scalar()
    return unpack(value.encode(), tuple[Decision, ...]) if value else ()


def set_joined_decisions(db: Connection, decisions: tuple[Decision, ...]) -> None:
    put_value(db, DECIDED, pack(decisions).decode())


def put_decisions(db: Connection, made: Iterable[Decision]) -> None:
    """Keep what a person decided; the record is no longer joined."""
    for decision in made:
        db.execute(insert(decisions), decision_row(decision))
    count_change(db)


def drop_decisions(db: Connection, at: str) -> None:
    """Take back what a person decided at that time."""
    rows = db.execute(select(decisions.c.number, decisions.c.body).where(decisions.c.person)).all()
    gone = [row.number for row in rows if unpack(row.body, Decision).at == at]
    db.execute(delete(decisions).where(decisions.c.number.in_(gone)))
    count_change(db)


def hand_on(db: Connection, old: str, new: str) -> None:
    """What people decided about places in one document holds for another with the same words."""
    for number, body in db.execute(select(decisions.c.number, decisions.c.body).where(decisions.c.person)).all():
        made = unpack(body, Decision)
        left, right = (new + side.removeprefix(old) if _is_in(side, old) else side for side in (made.left, made.right))
        if (left, right) == (made.left, made.right):
            continue
        db.execute(delete(decisions).where(decisions.c.number == number))
        if left != right:  # two that were ruled the same, or apart, are one document now
            db.execute(insert(decisions), decision_row(replace(made, left=left, right=right)))


def _is_in(place: str, document: str) -> bool:
    return place.partition("@")[0] == document
