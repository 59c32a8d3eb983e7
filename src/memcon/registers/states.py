"""States by their names, adjectives, people and capitals.

Comes in: data/states.csv. Goes out: `states()` by ISO 3166 alpha-3 code and phrase tables to find them on tokens.
Refuses codes that the table does not hold.
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY, Column, Parted, Reads
from memcon.registers.phrases import Phrases
from memcon.registers.tables import Table

Words = Annotated[tuple[str, ...], Parted(";")]


@dataclass(frozen=True, slots=True)
class State:
    alpha3: Annotated[str, KEY]
    name: str
    names: Words
    adjectives: Words
    people: Words
    capitals: Words
    geonames: Annotated[int | None, Column("geonames", one="number of GeoNames")]

    @property
    def adjective(self) -> str:
        """The adjective to describe its officials with; its name where it has none."""
        return self.adjectives[0] if self.adjectives else self.name


STATES = Table("states.csv", State)


@cache
def states() -> dict[str, State]:
    """Every state and territory of the table, by code."""
    return {state.alpha3: state for state in STATES.rows}


@cache
def states_by_name() -> dict[str, State]:
    """Every state by each of its names; the first of the table where two share one."""
    return {name: state for state in reversed(STATES.rows) for name in (state.name, *state.names)}


def _known(code: str) -> str:
    if code not in states():
        raise ValueError(f"no such state: {code!r}; states.csv has their codes")
    return code


StateCode = Annotated[str, Reads(_known)]  # of other tables: the code of a state of this one


@cache
def state_names() -> Phrases[str]:
    """Names of states ("South Korea", "U.S.") -> code."""
    return Phrases((name, s.alpha3) for s in states().values() for n in (s.name, *s.names) for name in (n, n.upper()))


@cache
def state_adjectives() -> Phrases[str]:
    """Adjectives of states ("Egyptian", "New Zealand") -> code."""
    return Phrases((a, s.alpha3) for s in states().values() for a in s.adjectives)


@cache
def state_people() -> Phrases[str]:
    """What the people of a state are called ("Israelis") -> code."""
    return Phrases((p, s.alpha3) for s in states().values() for p in s.people)


@cache
def capitals() -> Phrases[str]:
    """Capitals, each of which can stand for its government ("Beijing") -> code."""
    return Phrases((c, s.alpha3) for s in states().values() for n in s.capitals for c in (n, n.upper()))
