"""States by their names, adjectives, people and capitals.

Comes in: data/states.csv. Goes out: `states()` by ISO 3166 alpha-3 code and phrase tables to find them on tokens.
Refuses codes that the table does not hold.
"""

from dataclasses import dataclass
from functools import cache

from memcon.registers.phrases import Phrases, rows


@dataclass(frozen=True, slots=True)
class State:
    alpha3: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    geonames: int | None

    @property
    def adjective(self) -> str:
        """The adjective to describe its officials with; its name where it has none."""
        return self.adjectives[0] if self.adjectives else self.name


@cache
def states() -> dict[str, State]:
    """Every state and territory of the table, by code."""
    return {
        r["alpha3"]: State(
            alpha3=r["alpha3"],
            name=r["name"],
            names=_list(r["names"]),
            adjectives=_list(r["adjectives"]),
            people=_list(r["people"]),
            capitals=_list(r["capitals"]),
            geonames=int(r["geonames"]) if r["geonames"] else None,
        )
        for r in rows("states.csv")
    }


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


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
