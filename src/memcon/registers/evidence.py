"""How much each kind of evidence of somebody's state weighs. The table is `data/state_evidence.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.model.errors import BrokenTable
from memcon.model.resolved import STATE_FEATURES, StateFeature
from memcon.registers.cells import KEY
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Feature:
    """One kind of evidence."""

    name: Annotated[StateFeature, KEY]
    weight: float
    why: str
    example: str
    said: bool = False  # nothing can speak against it
    repeat: float = 0.0  # what each further one of the kind adds


@dataclass(frozen=True, slots=True)
class Decision:
    """What it takes: the total that the best state needs, and its lead over the next."""

    least: float
    margin: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What it takes to decide: the total that the best state needs, and its lead over the next."""

    least: float
    margin: float
    weights: Mapping[StateFeature, float]
    repeats: Mapping[StateFeature, float]  # what each further one of a kind adds
    said: frozenset[StateFeature]  # kinds that nothing can speak against


FEATURES = Table("state_evidence.toml", Feature, at="feature", beside=("decision",))
DECISION = Table("state_evidence.toml", Decision, at="decision", beside=("feature",))


@cache
def weighing() -> Weighing:
    """The weights of all features; refuses a table that lacks one."""
    rows = FEATURES.rows
    if lacking := set(STATE_FEATURES) - {row.name for row in rows}:
        raise BrokenTable(FEATURES.name, 1, f"no weight of {', '.join(sorted(lacking))}")
    (decision,) = DECISION.rows
    return Weighing(
        decision.least,
        decision.margin,
        {row.name: row.weight for row in rows},
        {row.name: row.repeat for row in rows},
        frozenset(row.name for row in rows if row.said),
    )
