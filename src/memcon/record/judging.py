"""Can two clusters be one occasion, and what speaks for it: named features, each with its weight.

Two can be one where their kinds are kin, no day or place contradicts, and the people of each side can be the same: a state or a
delegation stands for anyone who acts for it.
"""

from collections.abc import Mapping
from datetime import date

from memcon.model.dates import DateRange
from memcon.model.judgements import Objection
from memcon.model.kinds import ORGANISED, EngagementKind, likeness
from memcon.model.life import WIDE
from memcon.model.status import DATED_PLANS, DONE, UNDONE
from memcon.record.anchoring import anchored, told_at_odds
from memcon.record.cluster import ALONE, Cluster, is_dated
from memcon.registers.states import states

RECALLED, PLANNED_AHEAD = 60, 200  # days after and before its day in which an undated mention means it
CALLED = frozenset((EngagementKind.MEETING, EngagementKind.CALL))
ANY_KIND = 1.0  # what the same kind weighs by itself: nothing, and another kind speaks against it
LEAST = 2.0  # swept 1.5 to 3.0 on the reports and the examples: below, calls of one pair in one month merge
SUMMITS = frozenset((EngagementKind.SUMMIT,))
TOLD_TOGETHER = 7  # days; reports of one undated plan appear within a week of each other
NEAR_KIN = 0.8  # likeness of two kinds of which one report can use either for one occasion
ANCHORED = "the next or the last of them"  # a feature: the day of what is told without one
FIRM = 0.6  # closeness of two dates of which neither is wide
STAY = 3  # days; nobody is so soon in the same state again on another visit
LATE = 7  # days; a weekly paper tells as news what others told the week before


def kinship(a: Cluster, b: Cluster) -> float:
    """1 for the same kind, less for kin, 0 for strangers."""
    if a.kinds & b.kinds:
        return 1.0
    if a.kinds | b.kinds == CALLED and not a.places and not b.places:
        return 0.6 * _same_two_on_one_day(a, b)  # announced as a virtual meeting, told as a call
    return max((likeness(x, y) for x in a.kinds for y in b.kinds), default=0.0)


def _same_two_on_one_day(a: Cluster, b: Cluster) -> bool:
    people = [{i for who in c.people.values() for i in who} for c in (a, b)]
    days = [{d.earliest for d in c.dates if d.exact} for c in (a, b)]
    return len(people[0]) == 2 and people[0] == people[1] and bool(days[0] & days[1])


def compatible(a: Cluster, b: Cluster) -> bool:
    """Can both be one occasion?"""
    return objection(a, b) is None


def objection(a: Cluster, b: Cluster) -> Objection | None:
    """Why two cannot be one occasion; None where they can."""
    slack = STAY if _one_traveller(a, b) else 1
    if not kinship(a, b):
        return Objection.KINDS
    if not all(x.can_be(y, slack=slack) for x in a.dates for y in b.dates):
        return Objection.DAYS
    if not all(x.can_be(y, slack=LATE) for x in a.windows for y in b.windows):
        return Objection.WEEKS  # news of other weeks; no day that words tell is set against it
    if told_at_odds(a, b) or told_at_odds(b, a):
        return Objection.ORDER
    if any(local.several for c in (a, b) for _, local in c.locals):
        return Objection.SEVERAL
    if {d for d, _ in a.members} & {d for d, _ in b.members} and not told_twice(a, b):
        return Objection.ONE_REPORT
    if not all(x.can_be(y) for x in a.places for y in b.places) and not (same_principals(a, b) and on_one_day(a, b)):
        return Objection.PLACES  # of two principals on one day, the place that one report gives otherwise is an account
    checks = (
        (sides_agree, Objection.PEOPLE),
        (rolls_agree, Objection.ROLL),
        (statuses_agree, Objection.STATUSES),
        (summits_agree, Objection.SUMMITS),
        (ordinals_agree, Objection.ORDINALS),
    )
    return next((why for agree, why in checks if not agree(a, b)), None)


def ordinals_agree(a: Cluster, b: Cluster) -> bool:
    """Do no words count them as two ("the first summit", "their second meeting")? What is told of one day is one, however counted."""
    return not (a.ordinals and b.ordinals) or bool(a.ordinals & b.ordinals) or (same_principals(a, b) and on_one_day(a, b))


def told_twice(a: Cluster, b: Cluster) -> bool:
    """Can one document tell of one occasion in both: a title and then the body, a briefing that comes back to it?

    The same principals met, or the same body did, on the same day, or at the same place on days that can be the same, and no
    words tell two.
    """
    if any(local.another for c in (a, b) for _, local in c.locals) or kinship(a, b) < NEAR_KIN:
        return False
    if not same_principals(a, b) and not a.organisers & b.organisers:
        return False
    return on_one_day(a, b) or bool({p.name for p in a.places} & {p.name for p in b.places} and a.dates and b.dates)


def same_principals(a: Cluster, b: Cluster) -> bool:
    """The same states, two or more, each by a person whom both name; who acts for none is nobody's side."""
    mine, theirs = ({s for s in c.people if s in states()} for c in (a, b))
    return len(mine) > 1 and mine == theirs and all(a.people[s] & b.people[s] for s in mine)


def on_one_day(a: Cluster, b: Cluster) -> bool:
    return any(x.exact and y.exact and x.earliest == y.earliest for x in a.dates for y in b.dates)


def _one_traveller(a: Cluster, b: Cluster) -> bool:
    """Are both the visits of one person to one state? One report gives the day on which he leaves, the next a day of his stay."""
    if not all(c.kinds == {EngagementKind.VISIT} for c in (a, b)):
        return False
    people = [{i for who in c.people.values() for i in who} for c in (a, b)]
    goals = [{p.country for p in c.places} for c in (a, b)]
    return bool(people[0] & people[1]) and bool(goals[0] & goals[1] - {None})


def sides_agree(a: Cluster, b: Cluster) -> bool:
    if a.organisers & b.organisers and a.kinds | b.kinds <= ORGANISED:
        return True  # at the summit of a body is whoever comes
    shared = a.people.keys() & b.people.keys()
    for side in shared:
        if a.people[side] and b.people[side] and a.people[side].isdisjoint(b.people[side]):
            return False
    fewest, most = sorted((a.people.keys(), b.people.keys()), key=len)
    if len(fewest) == 1 < len(most) and not (a.kinds & ALONE and b.kinds & ALONE):
        return False  # "he will meet X", with him unknown, is not any meeting of X; nor is a summit of many
    if "visit" in a.kinds | b.kinds:
        return bool(shared)
    return fewest <= most or (len(fewest) > 2 and 2 * len(shared) > len(fewest))


def rolls_agree(a: Cluster, b: Cluster) -> bool:
    """Nobody of another state took part in what an official paper names all participants of, and two papers name the same.

    "He met X of one state and Y of another" is of two meetings: without this it would make one of both.
    """
    for one, other in ((a, b), (b, a)):
        if any(state in states() and state not in roll for roll in one.rolls for state in other.people):
            return False
        if one.rolls and other.organisers:
            return False  # on the margins of an organisation's summit, not it
    return all(not x[state].isdisjoint(y[state]) for x in a.rolls for y in b.rolls for state in x.keys() & y.keys())


def statuses_agree(a: Cluster, b: Cluster) -> bool:
    """One that was put off and one that took place are two, unless the days say that they are one."""
    if on_one_day(a, b):
        return True
    pairs = ((off, on) for off, on in ((a, b), (b, a)) if off.statuses & UNDONE and on.statuses & DONE)
    return all(_back_on(off, on) for off, on in pairs)


def _back_on(off: Cluster, on: Cluster) -> bool:
    """Was the one called off before the day of the other, which was planned too, and can it be of that day: did it come about after
    all?"""
    if on.statuses.isdisjoint(DATED_PLANS) or not any(closeness(x, y) >= FIRM for x in off.dates for y in on.dates):
        return False
    days = [x.earliest for x in on.dates if x.exact and x.earliest]
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
    if bool(a.dates) != bool(b.dates) and not _in_reach(a, b):
        named = 0  # an undated recollection is not any dated meeting of the two
    status = bool(a.statuses & b.statuses or (a.statuses & UNDONE and b.statuses & UNDONE))
    near = not (a.dates and b.dates) and told_together(a, b)
    next_or_last = max(anchored(a, b), anchored(b, a)) if same_principals(a, b) or _one_traveller(a, b) else 0.0
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
    return called_so(a, b) and (_in_reach(a, b) if a.dates or b.dates else told_together(a, b))


def told(found: Mapping[str, float]) -> str:
    """What spoke for it, for people: "day 1.0, sides 1.0, persons 1.0"."""
    return ", ".join(f"{name} {weight:.1f}" for name, weight in sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _in_reach(a: Cluster, b: Cluster) -> bool:
    """Was the undated one told near the other's day: little after it, or as a plan before it?"""
    dated, undated = (a, b) if a.dates else (b, a)
    told = [d.published.earliest for d, _ in undated.locals if d.published.earliest]
    days = [x.earliest for x in dated.dates if x.earliest]
    return any(-PLANNED_AHEAD <= (t - x).days <= RECALLED for t in told for x in days)


def told_together(a: Cluster, b: Cluster) -> bool:
    """Were they told within a week of each other?"""
    days = [[d.published.earliest for d, _ in c.locals if d.published.earliest] for c in (a, b)]
    return any(abs((x - y).days) <= TOLD_TOGETHER for x in days[0] for y in days[1])


def closeness(a: DateRange, b: DateRange) -> float:
    """How much it tells that two dates can be the same: 1 for one day, little for wide ranges."""
    if a.days is None or b.days is None:
        return 0.0
    return 1.0 if max(a.days, b.days) <= 7 else 0.6 if max(a.days, b.days) <= WIDE else 0.2
