"""How two clusters stand to each other: their kinds, people, days, and the days on which they were told."""

from memcon.model.cluster import Cluster
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind, likeness
from memcon.model.life import WIDE
from memcon.model.status import AHEAD, CALLED_OFF, DONE
from memcon.registers.states import states

RECALLED, PLANNED_AHEAD = 60, 200  # days after and before its day in which an undated mention means it
CALLED = frozenset((EngagementKind.MEETING, EngagementKind.CALL))
VISITS = frozenset((EngagementKind.VISIT,))
TALKS = frozenset((EngagementKind.TALKS,))
GIVEN_UP_AHEAD = 60  # days before its day in which what is called off without one is called off
TOLD_TOGETHER = 7  # days; reports of one undated plan appear within a week of each other


def kinship(a: Cluster, b: Cluster) -> float:
    """1 for the same kind, less for kin, 0 for strangers."""
    if not a.kinds.isdisjoint(b.kinds):
        return 1.0
    if a.kinds | b.kinds == CALLED and not a.places and not b.places:
        return 0.6 * _same_two_on_one_day(a, b)  # announced as a virtual meeting, told as a call
    return max((likeness(x, y) for x in a.kinds for y in b.kinds), default=0.0)


def _same_two_on_one_day(a: Cluster, b: Cluster) -> bool:
    people = [{i for who in c.people.values() for i in who} for c in (a, b)]
    days = [{d.earliest for d in c.dates if d.exact} for c in (a, b)]
    return len(people[0]) == 2 and people[0] == people[1] and bool(days[0] & days[1])


def same_principals(a: Cluster, b: Cluster) -> bool:
    """The same states, two or more, each by a person whom both name; who acts for none is nobody's side."""
    if len(a.people) < 2 or len(b.people) < 2:
        return False
    mine, theirs = ({s for s in c.people if s in states()} for c in (a, b))
    return len(mine) > 1 and mine == theirs and all(a.people[s] & b.people[s] for s in mine)


def two_named(a: Cluster, b: Cluster) -> bool:
    """Do both name the same persons of two states at least?"""
    return sum(bool(a.people[s] & b.people[s]) for s in a.people.keys() & b.people.keys() if s in states()) > 1


def on_one_day(a: Cluster, b: Cluster) -> bool:
    return any(x.exact and y.exact and x.earliest == y.earliest for x in a.dates for y in b.dates)


def one_traveller(a: Cluster, b: Cluster) -> bool:
    """Are both the visits of one person to one state? One report gives the day on which he leaves, the next a day of his stay."""
    if a.kinds != VISITS or b.kinds != VISITS:
        return False
    people = [{i for who in c.people.values() for i in who} for c in (a, b)]
    goals = [{p.country for p in c.places} for c in (a, b)]
    return bool(people[0] & people[1]) and bool(goals[0] & goals[1] - {None})


def one_round(a: Cluster, b: Cluster) -> bool:
    """Are both talks of one person at one place? They go on for days: one report gives the first of them, the next another."""
    if a.kinds != TALKS or b.kinds != TALKS or not {p.name for p in a.places} & {p.name for p in b.places}:
        return False
    return any(a.people[s] & b.people[s] for s in a.people.keys() & b.people.keys() if s in states())


def in_reach(a: Cluster, b: Cluster) -> bool:
    """Was the undated one told near the other's day: little after it, or as a plan before it?"""
    dated, undated = (a, b) if a.dates else (b, a)
    told = [d.published.earliest for d, _ in undated.locals if d.published.earliest]
    days = [x.earliest for x in dated.dates if x.earliest]
    return any(-PLANNED_AHEAD <= (t - x).days <= RECALLED for t in told for x in days)


def given_up_before(off: Cluster, plan: Cluster) -> bool:
    """Was the one called off, with no day told, little before the day for which the other was planned?"""
    if off.dates or not off.statuses & CALLED_OFF or off.statuses & DONE or not plan.dates or plan.statuses - AHEAD:
        return False
    told = [d.published.earliest for d, _ in off.locals if d.published.earliest]
    planned = [d.published.earliest for d, _ in plan.locals if d.published.earliest]
    days = [x.latest for x in plan.dates if x.latest]
    after = bool(planned) and all(min(planned) <= t for t in told)
    return after and bool(told) and all(any(0 <= (x - t).days <= GIVEN_UP_AHEAD for x in days) for t in told)


def told_together(a: Cluster, b: Cluster) -> bool:
    """Were they told within a week of each other?"""
    days = [[d.published.earliest for d, _ in c.locals if d.published.earliest] for c in (a, b)]
    return any(abs((x - y).days) <= TOLD_TOGETHER for x in days[0] for y in days[1])


def told_on_one_day(a: Cluster, b: Cluster) -> bool:
    """Does a report of each appear on one day?"""
    days = [{d.published.earliest for d, _ in c.locals if d.published.exact} for c in (a, b)]
    return bool(days[0] & days[1])


def closeness(a: DateRange, b: DateRange) -> float:
    """How much it tells that two dates can be the same: 1 for one day, little for wide ranges."""
    if a.days is None or b.days is None:
        return 0.0
    return 1.0 if max(a.days, b.days) <= 7 else 0.6 if max(a.days, b.days) <= WIDE else 0.2


def nearest(a: Cluster, b: Cluster) -> float:
    """The closeness of the two days of theirs that tell most."""
    return max((closeness(x, y) for x in a.dates for y in b.dates), default=0.0)
