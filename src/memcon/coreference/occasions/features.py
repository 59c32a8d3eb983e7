"""What speaks for it that two clusters are one occasion: named features, each with its weight."""

from collections.abc import Mapping

from memcon.coreference.occasions.anchoring import anchored
from memcon.coreference.occasions.comparing import (
    closeness,
    in_reach,
    kinship,
    one_traveller,
    same_principals,
    told_together,
)
from memcon.coreference.occasions.objections import FIRM, compatible
from memcon.model.cluster import Cluster
from memcon.model.kinds import EngagementKind
from memcon.model.status import UNDONE

ANY_KIND = 1.0  # what the same kind weighs by itself: nothing, and another kind speaks against it
LEAST = 2.0  # swept 1.5 to 3.0 on the reports and the examples: below, calls of one pair in one month merge
SUMMITS = frozenset((EngagementKind.SUMMIT,))
ANCHORED = "the next or the last of them"  # a feature: the day of what is told without one


def score(a: Cluster, b: Cluster) -> float:
    """How surely two are one; 0 below the least that is taken."""
    found = features(a, b)
    return sum(found.values()) if found else 0.0


def features(a: Cluster, b: Cluster) -> Mapping[str, float]:
    """What speaks for it that two are one, by name, and how much it weighs; empty where they are not taken for one."""
    if not compatible(a, b):
        return {}
    shared = a.people.keys() & b.people.keys()
    close = max((closeness(x, y) for x in a.dates for y in b.dates), default=0.0)
    same_place = any(x.name == y.name for x in a.places for y in b.places)
    if not (a.people and b.people):  # nobody is named: only the day and the place tell
        alone = close == 1.0 and same_place and kinship(a, b) >= 0.9
        return {"day and place, with nobody named": LEAST} if alone or _one_summit(a, b, close) else {}
    named = sum(bool(a.people[s] & b.people[s]) for s in shared)
    if bool(a.dates) != bool(b.dates) and not in_reach(a, b):
        named = 0  # an undated recollection is not any dated meeting of the two
    status = bool(a.statuses & b.statuses or (a.statuses & UNDONE and b.statuses & UNDONE))
    near = not (a.dates and b.dates) and told_together(a, b)
    next_or_last = max(anchored(a, b), anchored(b, a)) if same_principals(a, b) or one_traveller(a, b) else 0.0
    found = {
        "kind": kinship(a, b) - ANY_KIND,
        "organiser": 1.0 * bool(a.organisers & b.organisers),  # an organisation's summit of one season is one
        "sides": 0.5 * len(shared),
        "persons": 0.5 * named,
        "day": close,
        ANCHORED: next_or_last,
        "told in one week": 0.5 * near,
        "place": 0.5 * same_place,
        "named by its place": 1.0 * called_so(a, b),
        "status": 0.5 * status,
    }
    tied = close > 0 or found["organiser"] or same_place or (near and len(shared) > 1) or next_or_last > 0
    tied = tied or bool(a.statuses & b.statuses and named > 1)
    return {name: weight for name, weight in found.items() if weight} if tied and sum(found.values()) >= LEAST else {}


def called_so(a: Cluster, b: Cluster) -> bool:
    """Is one of them called by the place where the other was: "the Hanoi summit", and a summit in Hanoi?"""
    places = [{p.name for p in c.places} for c in (a, b)]
    return bool(a.called & places[1] or b.called & places[0])


def _one_summit(a: Cluster, b: Cluster, close: float) -> bool:
    """Are both a summit at one place: called by it, of days told within reach of each other; or of one month, though one report
    tells the city and the other its state?"""
    if not (a.kinds | b.kinds <= SUMMITS and a.places and b.places):
        return False
    if a.dates and b.dates:
        return close >= FIRM
    return called_so(a, b) and (in_reach(a, b) if a.dates or b.dates else told_together(a, b))


def told(found: Mapping[str, float]) -> str:
    """What spoke for it, for people: "day 1.0, sides 1.0, persons 1.0"."""
    return ", ".join(f"{name} {weight:.1f}" for name, weight in sorted(found.items(), key=lambda item: (-item[1], item[0])))
