"""Which engagements of different documents are one occasion: the likest pairs are joined first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from memcon.coreference.occasions.blocks import candidates
from memcon.coreference.occasions.objections import compatible, in_one_report
from memcon.coreference.occasions.scorer import features, told
from memcon.model.cluster import Cluster, Member
from memcon.model.judgements import Feature
from memcon.model.record import Decision


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
    alike = {twice for *_, i, j in pairs for twice in _of_one_report(current[i], current[j])}
    decisions = []
    singly = dict(current)
    for *_, i, j in sorted(pairs):
        a, b = find(where, i), find(where, j)
        if a == b or _told_apart(current[a], current[b], alike) or _ruled_apart(current[a], current[b], enemies):
            continue
        if not compatible(current[a], current[b]):
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


def _turn(found: Mapping[Feature, float]) -> tuple[float, float]:
    """Which pairs are joined first: the likest; then those without a day whose anchor is nearest."""
    anchor = found.get(Feature.ANCHORED, 0.0)
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


def _of_one_report(a: Cluster, b: Cluster) -> Iterator[frozenset[Member]]:
    """The pairs of local ones, one in each, of which one report tells."""
    return (frozenset((m, n)) for m in a.members for n in b.members if m[0] == n[0])


def _told_apart(a: Cluster, b: Cluster, alike: Set[frozenset[Member]]) -> bool:
    """Does one report tell of two that are not alike, one in each?"""
    if not in_one_report(a, b):
        return False
    return any(pair not in alike for pair in _of_one_report(a, b))


def _ruled_apart(a: Cluster, b: Cluster, enemies: Mapping[Member, set[Member]]) -> bool:
    return bool(enemies) and any(not enemies[m].isdisjoint(b.members) for m in a.members if m in enemies)


def label(members: tuple[Member, ...]) -> str:
    return "#".join(members[0])


def find(where: dict[int, int], i: int) -> int:
    while where[i] != i:
        i = where[i]
    return i
