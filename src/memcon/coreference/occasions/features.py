"""What two clusters that can be one occasion have in common, or not: named features, each a number with a meaning.

What each weighs stands in `registers/data/coreference.csv`; `scorer` adds them up.
"""

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
from memcon.coreference.occasions.objections import FIRM, in_one_report, one_side_untold
from memcon.model.cluster import Cluster
from memcon.model.judgements import Feature
from memcon.model.kinds import EngagementKind
from memcon.model.status import AHEAD, DONE, UNDONE

SUMMITS = frozenset((EngagementKind.SUMMIT,))


def values(a: Cluster, b: Cluster) -> Mapping[Feature, float]:
    """What two that can be one have in common, or not; empty where nothing ties them to one time and place."""
    shared = a.people.keys() & b.people.keys()
    close = max((closeness(x, y) for x in a.dates for y in b.dates), default=0.0)
    same_place = any(x.name == y.name for x in a.places for y in b.places)
    one_report = in_one_report(a, b)
    if not (a.people and b.people) and not one_report:  # nobody is named: only the day and the place tell
        alone = close == 1.0 and same_place and kinship(a, b) >= 0.9
        return {Feature.NOBODY_NAMED: 1.0} if alone or _one_summit(a, b, close) else {}
    named = sum(bool(a.people[s] & b.people[s]) for s in shared)
    if bool(a.dates) != bool(b.dates) and not in_reach(a, b):
        named = 0  # an undated recollection is not any dated meeting of the two
    near = not (one_report or (a.dates and b.dates)) and told_together(a, b)
    next_or_last = max(anchored(a, b), anchored(b, a)) if same_principals(a, b) or one_traveller(a, b) else 0.0
    found = {
        Feature.KIND: 1.0 - kinship(a, b),
        Feature.ORGANISER: float(bool(a.organisers & b.organisers)),
        Feature.SIDES: float(len(shared)),
        Feature.PERSONS: float(named),
        Feature.DAY: close,
        Feature.ANCHORED: next_or_last,
        Feature.ONE_WEEK: float(near),
        Feature.PLACE: float(same_place),
        Feature.CALLED: float(called_so(a, b)),
        Feature.STATUS: float(bool(a.statuses & b.statuses or (a.statuses & UNDONE and b.statuses & UNDONE))),
        Feature.ONE_SIDE: float(len(shared) == 1 and a.people.keys() == b.people.keys()),
        Feature.UNTOLD: float(one_side_untold(a, b)),
        Feature.ORDINAL: float(bool(a.ordinals & b.ordinals)),
        Feature.NO_DAY: float(one_report and len(shared) > 1 and not (a.dates or b.dates or a.windows or b.windows)),
        Feature.BOTH_AHEAD: float(a.statuses <= AHEAD and b.statuses <= AHEAD and not a.statuses & b.statuses),
        Feature.UNNAMED: float(not (a.people and b.people)),
        Feature.ONE_REPORT: float(one_report),
        Feature.ANOTHER: float(one_report and any(local.another for c in (a, b) for _, local in c.locals)),
        Feature.TO_COME: float(_to_come_and_over(a, b)),
    }
    tied = close > 0 or found[Feature.ORGANISER] or same_place or (near and len(shared) > 1) or next_or_last > 0
    counted = found[Feature.ORDINAL] and len(shared) > 1 and (bool(a.dates) == bool(b.dates) or in_reach(a, b))
    tied = tied or one_report or counted or bool(a.statuses & b.statuses and named > 1)
    return found if tied else {}


def _to_come_and_over(a: Cluster, b: Cluster) -> bool:
    """Is one of them only planned, the other over?"""
    return any(x.statuses <= AHEAD and y.statuses <= DONE for x, y in ((a, b), (b, a)))


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
