"""Which engagements of different documents are one occasion: the likest pairs are joined first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from memcon.model.kinds import ONE_SIDED, EngagementKind
from memcon.model.record import Decision
from memcon.record.cluster import ALONE, Cluster, Member
from memcon.record.judging import ANCHORED, compatible, features, told

SEASON = 6  # months; an undated engagement is looked for so far around the day on which it was told


def join(
    singles: Sequence[Cluster], same: Iterable[tuple[Member, Member]] = (), apart: Iterable[tuple[Member, Member]] = ()
) -> tuple[list[Cluster], list[Decision], list[list[Member]]]:
    """The clusters, a decision for each join, and the parts between which no pair is alike: what happens in one touches no other.

    Pairs that people ruled the same come first, those ruled different stay apart.
    """
    current: dict[int, Cluster] = dict(enumerate(sorted(singles, key=lambda c: (c.locals[0][0].order, c.members))))
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
    pairs = [(*_turn(found), i, j) for i, j in candidates(current) if (found := features(current[i], current[j]))]
    parts = _parts({m: n for n, c in current.items() for m in c.members}, ((i, j) for *_, i, j in pairs))
    decisions = []
    singly = dict(current)
    for *_, i, j in sorted(pairs):
        a, b = find(where, i), find(where, j)
        if a == b or not compatible(current[a], current[b]) or _ruled_apart(current[a], current[b], enemies):
            continue
        decisions.append(
            Decision(
                label(singly[i].members),
                label(singly[j].members),
                "same",
                "rule: one occasion",
                told(features(singly[i], singly[j])),
            )
        )
        current[a] = current[a].with_(current.pop(b))
        where[b] = a
    return list(current.values()), decisions, parts


def _turn(found: Mapping[str, float]) -> tuple[float, float]:
    """Which pairs are joined first: the likest; then those without a day whose anchor is nearest."""
    anchor = found.get(ANCHORED, 0.0)
    return -sum(found.values()) + anchor, -anchor


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
    """Pairs that share two sides, a traveller, or a day and a place, in one season.

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
    for place in cluster.places if EngagementKind.SUMMIT in cluster.kinds else ():
        yield "summit", place.country or place.name


def _months(cluster: Cluster) -> range:
    """The months in which it can lie; of an undated one, those around the day on which it was told."""
    for days in cluster.dates:
        if days.earliest and days.latest:
            return range(_month(days.earliest), min(_month(days.latest), _month(days.earliest) + SEASON * 2) + 1)
    told = [d.published.earliest for d, _ in cluster.locals if d.published.earliest]
    return range(_month(min(told)) - SEASON, _month(max(told)) + SEASON + 1) if told else range(1)


def _month(day: date) -> int:
    return day.year * 12 + day.month
