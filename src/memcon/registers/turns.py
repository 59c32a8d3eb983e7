"""The labels of a transcript's turns: who asks, who answers, who gives the floor, and labels that nobody speaks.

Comes in: data/turns.toml. Goes out: `turn_words()`, each set in lower case. Refuses a table without all of its sets.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TurnWords:
    """As the comments in turns.toml explain."""

    questioners: frozenset[str]
    answerers: frozenset[str]
    chairs: frozenset[str]
    labels: frozenset[str]
    ends: frozenset[str]


@cache
def turn_words() -> TurnWords:
    table = tomllib.loads(files("memcon.registers").joinpath("data/turns.toml").read_text(encoding="utf-8"))
    return TurnWords(**{key: frozenset(words) for key, words in table.items()})
