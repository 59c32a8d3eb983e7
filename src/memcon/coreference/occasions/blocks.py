"""Which clusters are compared at all: those that share two sides, a traveller, or a day and a side or a place, in one season."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from memcon.coreference.occasions.comparing import TALKS
from memcon.model.cluster import ALONE, Cluster
from memcon.model.kinds import ONE_SIDED, EngagementKind

SEASON = 6  # months; an undated engagement is looked for so far around the day on which it was told


GATHERINGS = frozenset((EngagementKind.SUMMIT, EngagementKind.CONFERENCE))  # told by their place, whoever came


def candidates(clusters: Mapping[int, Cluster]) -> Iterable[tuple[int, int]]:
    """Pairs that share two sides, a traveller, or a day and a side or a place, in one season.

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
    if len(cluster.people) == 1 or cluster.kinds & (ALONE | TALKS):
        for side, who in cluster.people.items():
            for actor in who or (side,):
                yield "alone", actor
            if cluster.kinds & ONE_SIDED:
                yield "side", side
    # By its day it is compared with what one of its sides does then, and, where one of the two names nobody, with what is at its place.
    # The day alone would be one block of all that the world does on it.
    for day in (str(d.earliest) for d in cluster.dates if d.exact):
        for side in cluster.people:
            yield "day", day, side
        for place in cluster.places:
            yield "day", day, "at", place.country or place.name
    for document, _ in cluster.locals:
        yield "report", document.id
    for place in cluster.places if cluster.kinds & GATHERINGS else ():
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
