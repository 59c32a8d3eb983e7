"""Which states make up a body on a day: the Quad, the G7. The table is `data/body_members.csv`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY, Parted
from memcon.registers.states import StateCode
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class BodyMembers:
    """A line of body_members.csv: the states that made up a body from one day to another; `until` None where they still do."""

    body: Annotated[str, KEY]
    since: Annotated[date, KEY]
    until: date | None
    states: Annotated[tuple[StateCode, ...], Parted(";")]


BODY_MEMBERS = Table("body_members.csv", BodyMembers)


@cache
def _by_body() -> dict[str, Sequence[BodyMembers]]:
    return {row.body: [other for other in BODY_MEMBERS.rows if other.body == row.body] for row in BODY_MEMBERS.rows}


def members_of(body: str, first: date | None, last: date | None) -> tuple[str, ...]:
    """The states of a body, by its standard name, on all days between two; none where the table has none, or they changed then."""
    if first is None or last is None:
        return ()
    rows = (row for row in _by_body().get(body, ()) if row.since <= first and (row.until is None or last <= row.until))
    return next((row.states for row in rows), ())
