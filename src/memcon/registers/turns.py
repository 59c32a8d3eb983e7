"""The labels of a transcript's turns: who asks, who answers, who gives the floor, and labels that nobody speaks.

Comes in: data/turns.toml. Goes out: `turn_words()`, each set in lower case. Refuses a table without all of its sets.
"""

from dataclasses import dataclass

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class TurnWords:
    """As the comments in turns.toml explain."""

    questioners: frozenset[str]
    answerers: frozenset[str]
    chairs: frozenset[str]
    labels: frozenset[str]
    speeches: frozenset[str]
    ends: frozenset[str]


TURNS = Table("turns.toml", TurnWords)


def turn_words() -> TurnWords:
    (words,) = TURNS.rows
    return words
