"""Which engagements of different documents are one occasion.

Two are one when their kinds are kin, no day or place contradicts, and the people of each side can be the same: a state or
a delegation stands for anyone who acts for it. The likest pairs are joined first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import LocalEngagement
from memcon.model.ids import content_id
from memcon.model.kinds import ONE_SIDED, ORGANISED, EngagementKind, likeness
from memcon.model.life import WIDE
from memcon.model.record import Actor, Decision
from memcon.model.resolved import Place
from memcon.model.status import DATED_PLANS, DONE, UNDONE, Status
from memcon.record.actors import Identity
from memcon.registers.states import states

CALLED = frozenset((EngagementKind.MEETING, EngagementKind.CALL))
ALONE = ONE_SIDED | ORGANISED | {EngagementKind.VISIT, EngagementKind.CEREMONY}
LEAST = 2.0  # swept 1.5 to 3.0 on the reports and the examples: below, calls of one pair in one month merge
RECALLED, PLANNED_AHEAD = 60, 200  # days after and before its day in which an undated mention means it
TOLD_TOGETHER = 7  # days; reports of one undated plan appear within a week of each other
SEASON = 6  # months; an undated engagement is looked for so far around the day on which it was told
FIRM = 0.6  # closeness of two dates of which neither is wide
STAY = 3  # days; nobody is so soon in the same state again on another visit
LATE = 7  # days; a weekly paper tells as news what others told the week before

Member = tuple[str, str]  # document, local key


@dataclass
class Cluster:
    """Local engagements held to be one occasion, and what they say together."""

    members: tuple[tuple[str, str], ...]  # (document, local key)
    locals: tuple[tuple[Document, LocalEngagement], ...]
    kinds: frozenset[EngagementKind]
    people: dict[str, frozenset[str]]  # side -> persons' ids; empty where only the state or a delegation is named
    sides: dict[str, str]  # actor -> side
    dates: tuple[DateRange, ...]  # as words tell them
    windows: tuple[DateRange, ...]  # the days of what is told as news and without a day
    places: tuple[Place, ...]
    statuses: frozenset[Status]
    organisers: frozenset[str]
    rolls: tuple[Mapping[str, frozenset[str]], ...]  # state -> persons, as the titles of official papers name all who met
    identity: Identity = field(repr=False)

    @classmethod
    def of(cls, document: Document, local: LocalEngagement, identity: Identity, actors: Mapping[str, Actor]) -> "Cluster":
        """One local engagement on its own."""
        known = [(p, i) for p in local.participants if (i := identity.of(document.id, p.actor))]
        people: dict[str, frozenset[str]] = {}
        for p, i in known:
            if p.part == "host":
                continue  # the state visited receives, it does not travel
            actor = actors[i]
            if actor.state is None and not actor.named and actor.name.islower():
                continue  # "officials": nobody knows whose
            who = frozenset((i,)) if actor.kind == "person" and actor.named else frozenset()
            side = side_of(actor)
            people[side] = people.get(side, frozenset()) | who
        return cls(
            members=((document.id, local.key),),
            locals=((document, local),),
            kinds=frozenset((local.kind,)),
            people=people,
            sides={i: side_of(actors[i]) for _, i in known},
            dates=(local.date,) if _dated(local) else (),
            windows=() if local.date.told else (local.date,),
            places=(local.place,) if local.place and local.place.told else (),
            statuses=frozenset(m.status for m in local.mentions),
            organisers=frozenset(side_of(actors[i]) for p, i in known if p.part == "organiser"),
            rolls=_roll(document.id, local, identity, actors),
            identity=identity,
        )

    @cached_property
    def id(self) -> str:
        """From the first words that tell of it, so that it stays when documents are added after those."""
        first = min(
            self.locals, key=lambda pair: (str(pair[0].published.earliest or "9999"), pair[0].id, pair[1].mentions[0].span)
        )
        return content_id("engagement", first[0].id, first[1].mentions[0].span.start, first[1].kind)

    def with_(self, other: "Cluster") -> "Cluster":
        sides = self.people.keys() | other.people.keys()
        return Cluster(
            members=tuple(sorted(self.members + other.members)),
            locals=tuple(sorted(self.locals + other.locals, key=lambda pair: (pair[0].id, pair[1].key))),
            kinds=self.kinds | other.kinds,
            people={s: self.people.get(s, frozenset()) | other.people.get(s, frozenset()) for s in sides},
            sides=self.sides | other.sides,
            dates=self.dates + other.dates,
            windows=self.windows + other.windows,
            places=self.places + other.places,
            statuses=self.statuses | other.statuses,
            organisers=self.organisers | other.organisers,
            rolls=self.rolls + tuple(roll for roll in other.rolls if roll not in self.rolls),
            identity=self.identity,
        )


def _roll(
    document: str, local: LocalEngagement, identity: Identity, actors: Mapping[str, Actor]
) -> tuple[Mapping[str, frozenset[str]], ...]:
    """Who took part by the title of an official paper; nothing where that names fewer than two states' persons."""
    if not local.official or local.kind in ALONE:
        return ()
    found: dict[str, frozenset[str]] = {}
    for p in local.mentions[0].participants:
        i = identity.of(document, p.actor)
        state = actors[i].state if i else None
        if i and state and actors[i].kind == "person" and actors[i].named:
            found[state] = found.get(state, frozenset()) | {i}
    return (found,) if len(found) > 1 else ()


def side_of(actor: Actor) -> str:
    """The state that somebody acts for; of those who act for none, his name or the body that his description names."""
    words = [w for w in actor.name.split() if w[:1].isupper()]
    return actor.state or (" ".join(words) if words and not actor.named else actor.name)


def standing(actor: Actor) -> tuple[object, ...]:
    """What of an actor decides with whom his engagements are compared."""
    return side_of(actor), actor.kind, actor.named, actor.state, actor.name.islower()


def join(
    singles: Sequence[Cluster], same: Iterable[tuple[Member, Member]] = (), apart: Iterable[tuple[Member, Member]] = ()
) -> tuple[list[Cluster], list[Decision], list[list[Member]]]:
    """The clusters, a decision for each join, and the parts between which no pair is alike: what happens in one touches no other.

    Pairs that people ruled the same come first, those ruled different stay apart.
    """
    current: dict[int, Cluster] = dict(enumerate(sorted(singles, key=lambda c: c.members)))
    where = {n: n for n in current}
    number = {c.members[0]: n for n, c in current.items()}
    for one, other in sorted(same):
        if one in number and other in number:
            a, b = sorted((find(where, number[one]), find(where, number[other])))
            if a != b:
                current[a] = current[a].with_(current.pop(b))
                where[b] = a
    enemies: dict[Member, set[Member]] = defaultdict(set)
    for one, other in apart:
        enemies[one].add(other)
        enemies[other].add(one)
    pairs = [
        (s, current[i].members, current[j].members, i, j)
        for i, j in candidates(current)
        if (s := score(current[i], current[j]))
    ]
    parts = _parts({m: n for n, c in current.items() for m in c.members}, ((i, j) for *_, i, j in pairs))
    decisions = []
    for s, left, right, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        a, b = find(where, i), find(where, j)
        if a == b or not compatible(current[a], current[b]) or _ruled_apart(current[a], current[b], enemies):
            continue
        decisions.append(Decision(label(left), label(right), "same", "rule: one occasion", f"likeness {s:.2f}"))
        current[a] = current[a].with_(current.pop(b))
        where[b] = a
    return list(current.values()), decisions, parts


def _parts(number: Mapping[Member, int], pairs: Iterable[tuple[int, int]]) -> list[list[Member]]:
    """Members that pairs tie together, directly or not."""
    where = {n: n for n in number.values()}
    for i, j in pairs:
        a, b = sorted((find(where, i), find(where, j)))
        where[b] = a
    parts: dict[int, list[Member]] = defaultdict(list)
    for member, n in number.items():
        parts[find(where, n)].append(member)
    return list(parts.values())


def _ruled_apart(a: Cluster, b: Cluster, enemies: Mapping[Member, set[Member]]) -> bool:
    return bool(enemies) and any(not enemies[m].isdisjoint(b.members) for m in a.members if m in enemies)


def label(members: tuple[Member, ...]) -> str:
    return "#".join(members[0])


def find(where: dict[int, int], i: int) -> int:
    while where[i] != i:
        i = where[i]
    return i


def candidates(clusters: Mapping[int, Cluster]) -> Iterable[tuple[int, int]]:
    """Pairs of different documents that share two sides, a traveller, or a day and a place, in one season.

    Blocking keeps the pairs to compare in proportion to the record: one bucket for each pair of sides and month.
    """
    buckets: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, cluster in clusters.items():
        for key, months in blocks(cluster):
            for month in months:
                buckets[key, month].append(n)
    # One cluster at a time, with all that it shares a bucket with: pairs remembered for all would be most of the join's memory.
    beside: dict[int, list[list[int]]] = defaultdict(list)
    for members in buckets.values():
        for n in members:
            beside[n].append(members)
    for i, around in beside.items():
        for j in sorted({j for members in around for j in members if j > i}):
            if clusters[i].members[0][0] != clusters[j].members[0][0]:
                yield i, j


def blocks(cluster: Cluster) -> Iterator[tuple[str, range]]:
    """What a cluster shares with all that can be the same: a key, in any of some months."""
    months = _months(cluster)
    return (("\t".join(key), months) for key in _keys(cluster))


def _keys(cluster: Cluster) -> Iterable[tuple[str, ...]]:
    for a, b in combinations(sorted(cluster.people), 2):
        yield "sides", a, b
    if len(cluster.people) == 1 or cluster.kinds & ALONE:
        for side, who in cluster.people.items():
            for actor in who or (side,):
                yield "alone", actor
            if cluster.kinds & ONE_SIDED:
                yield "side", side
    for day in (d for d in cluster.dates if d.exact):
        yield "day", str(day.earliest)


def _months(cluster: Cluster) -> range:
    """The months in which it can lie; of an undated one, those around the day on which it was told."""
    for days in cluster.dates:
        if days.earliest and days.latest:
            return range(_month(days.earliest), min(_month(days.latest), _month(days.earliest) + SEASON * 2) + 1)
    told = [d.published.earliest for d, _ in cluster.locals if d.published.earliest]
    return range(_month(min(told)) - SEASON, _month(max(told)) + SEASON + 1) if told else range(1)


def _month(day: date) -> int:
    return day.year * 12 + day.month


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
    slack = STAY if _one_traveller(a, b) else 1
    if not kinship(a, b) or not all(x.can_be(y, slack=slack) for x in a.dates for y in b.dates):
        return False
    if not all(x.can_be(y, slack=LATE) for x in a.windows for y in b.windows):
        return False  # news of other weeks; no day that words tell is set against it
    if any(local.several for c in (a, b) for _, local in c.locals):
        return False  # a sum of several is none of them
    if {d for d, _ in a.members} & {d for d, _ in b.members}:
        return False  # one document that tells them apart is believed
    if not all(x.can_be(y) for x in a.places for y in b.places):
        return False
    return sides_agree(a, b) and rolls_agree(a, b) and statuses_agree(a, b) and summits_agree(a, b)


def _one_traveller(a: Cluster, b: Cluster) -> bool:
    """Are both the visits of one person to one state? One report gives the day on which he leaves, the next a day of his stay."""
    if not all(c.kinds == {EngagementKind.VISIT} for c in (a, b)):
        return False
    people = [{i for who in c.people.values() for i in who} for c in (a, b)]
    goals = [{p.country for p in c.places} for c in (a, b)]
    return bool(people[0] & people[1]) and bool(goals[0] & goals[1] - {None})


def sides_agree(a: Cluster, b: Cluster) -> bool:
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
    if any(x.exact and y.exact and x.earliest == y.earliest for x in a.dates for y in b.dates):
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
    told = [d.published.earliest for d, e in (*a.locals, *b.locals) if not _dated(e) and d.published.earliest]
    days = [x for x in (*a.dates, *b.dates) if x.earliest and x.latest]
    if not days:
        return not told or (max(told) - min(told)).days <= PLANNED_AHEAD
    return all(any(_in_season(t, x) for x in days) for t in told)


def _dated(engagement: LocalEngagement) -> bool:
    return engagement.date.known and engagement.date.told


def _in_season(told: date, day: DateRange) -> bool:
    """Was it told little after the day, or not too long before it?"""
    after = (told - day.latest).days if day.latest else 0
    before = (day.earliest - told).days if day.earliest else 0
    return after <= RECALLED and before <= PLANNED_AHEAD


def score(a: Cluster, b: Cluster) -> float:
    """How surely two are one; 0 below the least that is taken."""
    if not compatible(a, b):
        return 0.0
    shared = a.people.keys() & b.people.keys()
    named = sum(bool(a.people[s] & b.people[s]) for s in shared)
    days = [(x, y) for x in a.dates for y in b.dates]
    close = max((closeness(x, y) for x, y in days), default=0.0)
    places = 0.5 * any(x.name == y.name for x in a.places for y in b.places)
    if not (a.people and b.people):  # nobody is named: only the day and the place tell
        return LEAST if close == 1.0 and places and kinship(a, b) >= 0.9 else 0.0
    status = 0.5 * (bool(a.statuses & b.statuses) or bool(a.statuses & UNDONE and b.statuses & UNDONE))
    near = 0.5 * (not (a.dates and b.dates) and told_together(a, b))
    own = 1.0 * bool(a.organisers & b.organisers)  # an organisation's summit of one season is one
    if bool(a.dates) != bool(b.dates) and not _in_reach(a, b):
        named = 0  # an undated recollection is not any dated meeting of the two
    total = kinship(a, b) + own + 0.5 * len(shared) + 0.5 * named + close + near + places + status - 1.0
    tied = close > 0 or own or places or (near and len(shared) > 1) or (a.statuses & b.statuses and named > 1)
    return total if total >= LEAST and tied else 0.0


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
