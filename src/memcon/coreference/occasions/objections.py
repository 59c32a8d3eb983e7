"""Can two clusters be one occasion?

Two can be one where their kinds are kin, no day or place contradicts, and the people of each side can be the same: a state or a
delegation stands for anyone who acts for it.
"""

from datetime import date

from memcon.coreference.occasions.anchoring import told_at_odds
from memcon.coreference.occasions.comparing import (
    PLANNED_AHEAD,
    RECALLED,
    VISITS,
    closeness,
    kinship,
    on_one_day,
    one_round,
    one_traveller,
    same_principals,
    two_named,
)
from memcon.model.cluster import ALONE, Cluster, is_dated
from memcon.model.dates import DateRange
from memcon.model.judgements import Objection
from memcon.model.kinds import NEAR_KIN, ORGANISED, EngagementKind
from memcon.model.status import DATED_PLANS, DONE, UNDONE
from memcon.registers.states import states

OPEN_TO_ALL = frozenset((EngagementKind.CONFERENCE,))
FIRM = 0.6  # closeness of two dates of which neither is wide
STAY = 3  # days; nobody is so soon in the same state again on another visit
LATE = 7  # days; a weekly paper tells as news what others told the week before


def compatible(a: Cluster, b: Cluster) -> bool:
    """Can both be one occasion?"""
    return objection(a, b) is None


def objection(a: Cluster, b: Cluster) -> Objection | None:
    """Why two cannot be one occasion; None where they can."""
    slack = STAY if one_traveller(a, b) or one_round(a, b) else 1
    if not kinship(a, b):
        return Objection.KINDS
    if a.dates and b.dates and not all(x.can_be(y, slack=slack) for x in a.dates for y in b.dates):
        return Objection.DAYS
    if a.windows and b.windows and not all(x.can_be(y, slack=LATE) for x in a.windows for y in b.windows):
        return Objection.WEEKS  # news of other weeks; no day that words tell is set against it
    if told_at_odds(a, b) or told_at_odds(b, a):
        return Objection.ORDER
    if a.several or b.several:
        return Objection.SEVERAL
    elsewhere = a.places and b.places and not all(x.can_be(y) for x in a.places for y in b.places)
    if elsewhere and not (same_principals(a, b) and on_one_day(a, b)):
        return Objection.PLACES  # of two principals on one day, the place that one report gives otherwise is an account
    if a.kinds | b.kinds == VISITS and _is_stop(a, b):
        return Objection.PLACES
    for agree, why in CHECKS:
        if not agree(a, b):
            return why
    return None


def _is_stop(a: Cluster, b: Cluster) -> bool:
    """Is one a journey through a region of several states, and the other a visit to one of them on other days?"""
    wide = [{place.is_region for place in visit.places} for visit in (a, b)]
    if not (wide[0] and wide[1]) or all(wide[0]) == all(wide[1]) or not (a.dates and b.dates):
        return False
    days = [{(d.earliest, d.latest) for d in visit.dates} for visit in (a, b)]
    return days[0].isdisjoint(days[1])


def ordinals_agree(a: Cluster, b: Cluster) -> bool:
    """Do no words count them as two ("the first summit", "their second meeting")? What is told of one day is one, however counted."""
    return not (a.ordinals and b.ordinals) or bool(a.ordinals & b.ordinals) or (same_principals(a, b) and on_one_day(a, b))


def in_one_report(a: Cluster, b: Cluster) -> bool:
    """Does a report tell of both, other than as of one occasion twice?"""
    return not {d for d, _ in a.members}.isdisjoint(d for d, _ in b.members) and not told_twice(a, b)


def told_twice(a: Cluster, b: Cluster) -> bool:
    """Can one document tell of one occasion in both: a title and then the body, a briefing that comes back to it?

    The same principals met, or the same body did, on the same day, or at the same place on days that can be the same, and no
    words tell two.
    """
    if a.another or b.another or kinship(a, b) < NEAR_KIN:
        return False
    if not same_principals(a, b) and not a.organisers & b.organisers:
        return False
    return on_one_day(a, b) or bool({p.name for p in a.places} & {p.name for p in b.places} and a.dates and b.dates)


def sides_agree(a: Cluster, b: Cluster) -> bool:
    if a.organisers & b.organisers and a.kinds | b.kinds <= ORGANISED:
        return True  # at the summit of a body is whoever comes
    if a.kinds == b.kinds == OPEN_TO_ALL:
        return True
    shared = a.people.keys() & b.people.keys()
    for side in shared:
        if a.people[side] and b.people[side] and a.people[side].isdisjoint(b.people[side]):
            return False
    fewest, most = sorted((a.people.keys(), b.people.keys()), key=len)
    if fewest and one_side_untold(a, b):
        return True
    if "visit" in a.kinds | b.kinds:
        return bool(shared)
    return fewest <= most or (len(fewest) > 2 and 2 * len(shared) > len(fewest))


def one_side_untold(a: Cluster, b: Cluster) -> bool:
    """ "He will meet X", with him unknown, beside a meeting of X with somebody."""
    fewest, most = sorted((a.people.keys(), b.people.keys()), key=len)
    return len(fewest) == 1 < len(most) and fewest <= most and not (a.kinds & ALONE and b.kinds & ALONE)


def rolls_agree(a: Cluster, b: Cluster) -> bool:
    """Nobody of another state took part in what an official paper names all participants of, and two papers name the same.

    "He met X of one state and Y of another" is of two meetings: without this it would make one of both.
    """
    if not (a.rolls or b.rolls):
        return True
    for one, other in ((a, b), (b, a)):
        if any(state in states() and state not in roll for roll in one.rolls for state in other.people):
            return False
        if one.rolls and other.organisers:
            return False  # on the margins of an organisation's summit, not it
    return all(not x[state].isdisjoint(y[state]) for x in a.rolls for y in b.rolls for state in x.keys() & y.keys())


def statuses_agree(a: Cluster, b: Cluster) -> bool:
    """One that was put off and one that took place are two, unless the days say that they are one."""
    if a.statuses.isdisjoint(UNDONE) and b.statuses.isdisjoint(UNDONE):
        return True
    if on_one_day(a, b):
        return True
    pairs = (
        (off, on)
        for off, on in ((a, b), (b, a))
        if off.statuses & UNDONE and not off.statuses & DONE and on.statuses & DONE
    )
    return all(_back_on(off, on) for off, on in pairs)


def _back_on(off: Cluster, on: Cluster) -> bool:
    """Was the one called off before the days of the other, which was planned too or was at the same place, and can it be of those
    days: did it come about after all?"""
    if not any(closeness(x, y) >= FIRM for x in off.dates for y in on.dates):
        return False
    there = two_named(off, on) and any(x.name == y.name for x in off.places for y in on.places)
    if on.statuses.isdisjoint(DATED_PLANS) and not there:
        return False
    days = [x.earliest for x in on.dates if x.earliest and (x.exact or there)]
    told = [d.published.latest for d, e in off.locals if any(m.status in UNDONE for m in e.mentions)]
    return bool(days) and all(t is not None and t < min(days) for t in told)


def summits_agree(a: Cluster, b: Cluster) -> bool:
    """An organisation's summit is no meeting of two; undated, it is the one of the season in which it was told of."""
    if not (a.organisers or b.organisers):
        return True
    for one, other in ((a, b), (b, a)):
        two = other.kinds.isdisjoint(ORGANISED) and len(other.people) < 3
        if one.organisers and not other.organisers and two:
            return False
    told = [d.published.earliest for d, e in (*a.locals, *b.locals) if not is_dated(e) and d.published.earliest]
    days = [x for x in (*a.dates, *b.dates) if x.earliest and x.latest]
    if not days:
        return not told or (max(told) - min(told)).days <= PLANNED_AHEAD
    return all(any(_in_season(t, x) for x in days) for t in told)


def _in_season(told: date, day: DateRange) -> bool:
    """Was it told little after the day, or not too long before it?"""
    after = (told - day.latest).days if day.latest else 0
    before = (day.earliest - told).days if day.earliest else 0
    return after <= RECALLED and before <= PLANNED_AHEAD


CHECKS = (
    (sides_agree, Objection.PEOPLE),
    (rolls_agree, Objection.ROLL),
    (statuses_agree, Objection.STATUSES),
    (summits_agree, Objection.SUMMITS),
    (ordinals_agree, Objection.ORDINALS),
)
