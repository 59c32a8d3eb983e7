"""Words of outlook. Comes in: data/outlook.toml. Goes out: `hedges()`, one set of lemmas for each kind of word."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Hedges:
    kind: Annotated[str, KEY]
    words: frozenset[str]
    example: str
    source: str


HEDGES = Table("outlook.toml", Hedges, named="kind")


@cache
def _by_kind() -> dict[str, frozenset[str]]:
    return {row.kind: row.words for row in HEDGES.rows}


def hedges(kind: str) -> frozenset[str]:
    """The lemmas of one kind: verbs, adjectives, modals, ahead."""
    return _by_kind()[kind]


@cache
def all_hedges() -> frozenset[str]:
    """The lemmas of every kind."""
    return frozenset[str]().union(*_by_kind().values())
