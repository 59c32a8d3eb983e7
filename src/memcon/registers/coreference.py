"""How much each thing that two engagements have in common weighs for it that they are one. The table is `data/coreference.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.model.errors import BrokenTable
from memcon.model.judgements import Feature
from memcon.registers.cells import KEY
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class FeatureWeight:
    """One feature of a pair. `means`: what its value is; `source`: where the weight comes from."""

    feature: Annotated[Feature, KEY]
    weight: float
    means: str
    source: str


WEIGHTS = Table("coreference.csv", FeatureWeight)


@cache
def weights() -> Mapping[Feature, float]:
    """The weight of each feature; refuses a table that lacks one."""
    rows = WEIGHTS.rows
    if lacking := set(Feature) - {row.feature for row in rows}:
        raise BrokenTable(WEIGHTS.name, 1, f"no weight of {', '.join(sorted(lacking))}")
    return {row.feature: row.weight for row in rows}
