"""How surely two clusters are one occasion: what they have in common, each with its weight, added up."""

from collections.abc import Mapping

from memcon.coreference.occasions.features import values
from memcon.coreference.occasions.objections import compatible
from memcon.model.cluster import Cluster
from memcon.model.judgements import Feature
from memcon.registers.coreference import weights

LEAST = 2.0  # swept 1.5 to 3.0 on the reports and the examples: below, calls of one pair in one month merge


def score(a: Cluster, b: Cluster) -> float:
    """How surely two are one; 0 below the least that is taken."""
    return sum(features(a, b).values())


def features(a: Cluster, b: Cluster) -> Mapping[Feature, float]:
    """What speaks for it that two are one, or against it, and how much; empty where they are not taken for one."""
    if not compatible(a, b):
        return {}
    each = weights()
    found = {feature: value * each[feature] for feature, value in values(a, b).items() if value}
    return found if sum(found.values()) >= LEAST else {}


def told(found: Mapping[Feature, float]) -> str:
    """What spoke for it, for people: "day 1.0, sides 1.0, persons 1.0"."""
    return ", ".join(f"{name} {weight:.1f}" for name, weight in sorted(found.items(), key=lambda item: (-item[1], item[0])))
