"""How much each kind of evidence of somebody's state weighs. The table is `data/state_evidence.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.model.resolved import STATE_FEATURES, StateFeature


@dataclass(frozen=True, slots=True)
class Weighing:
    """What it takes to decide: the total that the best state needs, and its lead over the next."""

    least: float
    margin: float
    weights: Mapping[StateFeature, float]
    repeats: Mapping[StateFeature, float]  # what each further one of a kind adds
    said: frozenset[StateFeature]  # kinds that nothing can speak against


@cache
def weighing() -> Weighing:
    """The weights of all features; refuses a table that lacks one or has one that nothing gives."""
    text = (files("memcon.registers") / "data" / "state_evidence.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    weights = {row["name"]: float(row["weight"]) for row in table["feature"]}
    if set(weights) != set(STATE_FEATURES):
        raise ValueError(f"state_evidence.toml: {sorted(set(weights) ^ set(STATE_FEATURES))}")
    repeats = {row["name"]: float(row.get("repeat", 0.0)) for row in table["feature"]}
    said = frozenset(row["name"] for row in table["feature"] if row.get("said"))
    return Weighing(table["decision"]["least"], table["decision"]["margin"], weights, repeats, said)
