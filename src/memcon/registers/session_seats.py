"""The towns in which gatherings meet year after year. The table is `data/session_seats.csv`."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY, Parted
from memcon.registers.states import StateCode
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class SessionSeat:
    """A line of session_seats.csv."""

    name: Annotated[str, KEY]
    names: Annotated[tuple[str, ...], Parted(";")]
    place: str
    country: StateCode
    example: str


SESSION_SEATS = Table("session_seats.csv", SessionSeat)


@cache
def session_seats() -> tuple[tuple[str, SessionSeat], ...]:
    """Every name of a gathering in small letters with its line, the longest first."""
    named = ((name.lower(), row) for row in SESSION_SEATS.rows for name in (row.name, *row.names))
    return tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair[0])))
