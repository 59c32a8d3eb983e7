"""Which engagements of different documents are one occasion: the likest pairs are joined first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from memcon.coreference.occasions.blocks import candidates
from memcon.coreference.occasions.objections import compatible, in_one_report
from memcon.coreference.occasions.scorer import features, told
from memcon.model.cluster import Cluster, Member
from memcon.model.judgements import Feature
from memcon.model.record import Decision

Pair = tuple[float, float, int, int]  # the turn in which it is joined, and two clusters by number
Scoring = Callable[[Mapping[int, Cluster]], Sequence[Pair]]


def scored(clusters: Mapping[int, Cluster]) -> list[Pair]:
    """The pairs that are alike."""
    return scored_pairs(clusters, candidates(clusters))


def scored_pairs(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int]]) -> list[Pair]:
    """Those of some pairs that are alike."""
    return [(*_turn(found), i, j) for i, j in pairs if (found := features(clusters[i], clusters[j]))]


def join(
    singles: Sequence[Cluster],
    same: Iterable[tuple[Member, Member]] = (),
    apart: Iterable[tuple[Member, Member]] = (),
    scoring: Scoring = scored,
) -> tuple[list[Cluster], list[Decision], list[list[Member]]]:
    """The clusters, a decision for each join, and the parts between which no pair is alike: what happens in one touches no other.

    Pairs that people ruled the same come first, those ruled different stay apart.
    """
    units = _ruled_together(singles, same)
    enemies: dict[Member, set[Member]] = defaultdict(set)
    for one, other in apart:
        enemies[one].add(other)
        enemies[other].add(one)
    pairs = scoring(units)
    parts = _parts(units, pairs)
    joined: dict[int, Cluster] = {}
    decisions: list[Decision] = []
    for numbers, theirs in parts:
        clusters, said = join_part({n: units[n] for n in numbers}, theirs, enemies)
        joined |= clusters
        decisions += said
    names = [[m for n in numbers for m in units[n].members] for numbers, _ in parts]
    return [joined[n] for n in sorted(joined)], decisions, names


def _ruled_together(singles: Sequence[Cluster], same: Iterable[tuple[Member, Member]]) -> dict[int, Cluster]:
    """Local engagements in an order that does not depend on how they came; those that people said are one, as one."""
    current: dict[int, Cluster] = dict(enumerate(sorted(singles, key=lambda c: (c.locals[0][0].order, c.members))))
    where = {n: n for n in current}
    number = {c.members[0]: n for n, c in current.items()}
    for one, other in sorted(same):
        if one in number and other in number:
            a, b = sorted((find(where, number[one]), find(where, number[other])))
            if a != b:
                current[a] = current[a].with_(current.pop(b))
                where[b] = a
    return current


def join_part(
    units: Mapping[int, Cluster], pairs: Iterable[Pair], enemies: Mapping[Member, Set[Member]]
) -> tuple[dict[int, Cluster], list[Decision]]:
    """One part joined: what it comes to depends on nothing outside it. `pairs`: those that are alike, all of them."""
    pairs = sorted(pairs)
    current = dict(units)
    where = {n: n for n in current}
    alike = {twice for *_, i, j in pairs for twice in _of_one_report(units[i], units[j])}
    decisions = []
    for *_, i, j in pairs:
        a, b = find(where, i), find(where, j)
        if a == b or _told_apart(current[a], current[b], alike) or _ruled_apart(current[a], current[b], enemies):
            continue
        if not compatible(current[a], current[b]):
            continue
        decisions.append(
            Decision(
                label(units[i].members),
                label(units[j].members),
                "same",
                "rule: one occasion",
                told(features(units[i], units[j])),
            )
        )
        current[a] = current[a].with_(current.pop(b))
        where[b] = a
    return current, decisions


def _turn(found: Mapping[Feature, float]) -> tuple[float, float]:
    """Which pairs are joined first: the likest; then those without a day whose anchor is nearest."""
    anchor = found.get(Feature.ANCHORED, 0.0)
    return -sum(found.values()) + anchor, -anchor


def _parts(units: Mapping[int, Cluster], pairs: Iterable[Pair]) -> list[tuple[list[int], list[Pair]]]:
    """Units that pairs tie together, directly or not, each with its pairs."""
    where = {n: n for n in units}
    for *_, i, j in pairs:
        a, b = sorted((find(where, i), find(where, j)))
        where[b] = a
    parts: dict[int, tuple[list[int], list[Pair]]] = defaultdict(lambda: ([], []))
    for n in units:
        parts[find(where, n)][0].append(n)
    for pair in pairs:
        parts[find(where, pair[-1])][1].append(pair)
    return list(parts.values())


def _of_one_report(a: Cluster, b: Cluster) -> Iterator[frozenset[Member]]:
    """The pairs of local ones, one in each, of which one report tells."""
    return (frozenset((m, n)) for m in a.members for n in b.members if m[0] == n[0])


def _told_apart(a: Cluster, b: Cluster, alike: Set[frozenset[Member]]) -> bool:
    """Does one report tell of two that are not alike, one in each?"""
    if not in_one_report(a, b):
        return False
    return any(pair not in alike for pair in _of_one_report(a, b))


def _ruled_apart(a: Cluster, b: Cluster, enemies: Mapping[Member, Set[Member]]) -> bool:
    return bool(enemies) and any(not enemies[m].isdisjoint(b.members) for m in a.members if m in enemies)


def label(members: tuple[Member, ...]) -> str:
    return "#".join(members[0])


def find(where: dict[int, int], i: int) -> int:
    while where[i] != i:
        i = where[i]
    return i
