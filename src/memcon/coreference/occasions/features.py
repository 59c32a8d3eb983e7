"""What two clusters that can be one occasion have in common, or not: named features, each a number with a meaning.

What each weighs stands in `registers/data/coreference.csv`; `scorer` adds them up.
"""

from collections.abc import Mapping
from datetime import timedelta

from memcon.coreference.occasions.anchoring import anchored
from memcon.coreference.occasions.comparing import (
    given_up_before,
    in_reach,
    kinship,
    nearest,
    one_traveller,
    same_principals,
    told_on_one_day,
    told_together,
)
from memcon.coreference.occasions.objections import FIRM, in_one_report, one_side_untold
from memcon.model.cluster import Cluster
from memcon.model.judgements import Feature
from memcon.model.kinds import ONE_SIDED, EngagementKind
from memcon.model.status import UNDONE

SUMMITS = frozenset((EngagementKind.SUMMIT,))
CONFERENCES = frozenset((EngagementKind.CONFERENCE,))
WEEK = timedelta(days=7)
DATED_APART = 3.0  # how much more a report tells two by giving each its days
VERY_LIKE = 0.9  # likeness of two kinds of which one day and place make one occasion, with nobody named


def values(a: Cluster, b: Cluster) -> Mapping[Feature, float]:
    """What two that can be one have in common, or not; empty where nothing ties them to one time and place."""
    if (not (a.people and b.people) or _open_to_all(a, b)) and not in_one_report(a, b):
        # Nobody is named, or whoever came: only the day and the place tell.
        return {Feature.NOBODY_NAMED: 1.0} if _there_and_then(a, b) else {}
    shared = a.people.keys() & b.people.keys()
    named = sum(bool(a.people[s] & b.people[s]) for s in shared)
    if bool(a.dates) != bool(b.dates) and not in_reach(a, b):
        named = 0  # an undated recollection is not any dated meeting of the two
    next_or_last = max(anchored(a, b), anchored(b, a)) if same_principals(a, b) or one_traveller(a, b) else 0.0
    found = {
        Feature.KIND: 1.0 - kinship(a, b),
        Feature.ORGANISER: float(bool(a.organisers & b.organisers)),
        Feature.SIDES: float(len(shared)),
        Feature.PERSONS: float(named),
        Feature.DAY: nearest(a, b),
        Feature.ANCHORED: next_or_last,
        Feature.PLACE: float(_one_place(a, b)),
        Feature.CALLED: float(called_so(a, b)),
        Feature.STATUS: float(bool(a.statuses & b.statuses or (a.statuses & UNDONE and b.statuses & UNDONE))),
        Feature.UNTOLD: float(one_side_untold(a, b)),
        Feature.ORDINAL: float(bool(a.ordinals & b.ordinals)),
        Feature.GIVEN_UP: float(given_up_before(a, b) or given_up_before(b, a)),
    } | _by_reports(a, b, len(shared))
    return found if _tied(a, b, found) else {}


def _by_reports(a: Cluster, b: Cluster, shared: int) -> dict[Feature, float]:
    """What it tells that one report names both, or that reports of one week do."""
    one_report = in_one_report(a, b)
    undated = not (a.dates or b.dates or a.windows or b.windows)
    another = a.another or b.another
    return {
        Feature.ONE_WEEK: float(not one_report and not (a.dates and b.dates) and told_together(a, b)),
        Feature.NO_DAY: float(one_report and shared > 1 and undated),
        Feature.ONE_REPORT: one_report * (DATED_APART if a.dates and b.dates else 1.0),
        Feature.ANOTHER: float(one_report and another),
    }


def _tied(a: Cluster, b: Cluster, found: Mapping[Feature, float]) -> bool:
    """Is there anything that makes them one, rather than merely possible as one?"""
    if any(found[f] for f in (Feature.DAY, Feature.ORGANISER, Feature.PLACE, Feature.ANCHORED, Feature.ONE_REPORT)):
        return True
    if found[Feature.PERSONS] and a.kinds | b.kinds <= ONE_SIDED and told_on_one_day(a, b):
        return True  # the briefing of which the papers of a day tell
    two = found[Feature.SIDES] > 1
    if two and found[Feature.GIVEN_UP]:
        return True
    if two and (found[Feature.ONE_WEEK] or (found[Feature.ORDINAL] and (bool(a.dates) == bool(b.dates) or in_reach(a, b)))):
        return True
    return bool(a.statuses & b.statuses and found[Feature.PERSONS] > 1)


def _open_to_all(a: Cluster, b: Cluster) -> bool:
    """Are both a conference in a town, of which each report names some of those who came, and both somebody of one side?"""
    shared = a.people.keys() & b.people.keys()
    return a.kinds == b.kinds == CONFERENCES and bool(shared) and _one_town(a, b)


def _there_and_then(a: Cluster, b: Cluster) -> bool:
    """Were both at one place on one day, or are they the summit at it?"""
    close = nearest(a, b)
    alone = close == 1.0 and _one_place(a, b) and kinship(a, b) >= VERY_LIKE
    return alone or _one_summit(a, b, close) or _one_conference(a, b)


def _one_conference(a: Cluster, b: Cluster) -> bool:
    """Are both a conference in one town, of which one report tells no day, and the other days around which it was told?"""
    undated = a if not a.dates else b
    if a.kinds != CONFERENCES or b.kinds != CONFERENCES or bool(a.dates) == bool(b.dates) or not _one_town(a, b):
        return False
    days = (b if undated is a else a).dates
    told = [d.published.earliest for d, _ in undated.locals if d.published.earliest]
    near = [(t, x) for t in told for x in days if x.earliest and x.latest]
    return any(x.earliest - WEEK <= t <= x.latest + WEEK for t, x in near if x.earliest and x.latest)


def _one_town(a: Cluster, b: Cluster) -> bool:
    towns = [{p.name for p in c.places if not (p.is_country or p.is_region)} for c in (a, b)]
    return bool(towns[0] & towns[1])


def _one_place(a: Cluster, b: Cluster) -> bool:
    return any(x.name == y.name for x in a.places for y in b.places)


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
