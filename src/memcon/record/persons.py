"""Persons across documents: named local persons in, the record's ids and the decisions behind them out.

Full names join where they can be one person's and the states served agree. A bare family name joins the one person who
bears it and serves the same state or holds the same office. A respelled name ("Brunstrom") joins the other spelling only
where nothing else sets the two apart. Two persons of one document are never made one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from rapidfuzz.distance import OSA

from memcon.model.ids import content_id
from memcon.model.record import Decision
from memcon.model.resolved import LocalActor
from memcon.registers.names import family_places
from memcon.registers.namesakes import folded_parts, one_spelling, same_person

# Letters a name needs before one different letter can be a slip of spelling: below it, Kim Yong Chol and Kim Yong Chul meet.
RESPELLED_LENGTH = 12


Member = tuple[str, str]  # document, local key


FAR_MORE = 10  # times as many reports: who is named in so many more is meant


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A named person of one document; what is asked of it often is made out once."""

    document: str
    actor: LocalActor
    parts: tuple[str, ...] = field(init=False)
    offices: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", folded_parts(tuple(self.actor.name.split())))
        object.__setattr__(self, "offices", frozenset(role.title.lower() for role in self.actor.roles))

    @property
    def told(self) -> frozenset[str]:
        """The states that its own offices name; where none does, the one that the report makes it serve, if any."""
        if self.actor.state is None:
            return frozenset()
        return frozenset(role.state for role in self.actor.roles if role.state) or frozenset([self.actor.state])

    @property
    def families(self) -> frozenset[str]:
        return families_of(self.parts)


@cache
def families_of(parts: tuple[str, ...]) -> frozenset[str]:
    """The family names that a name can have, in one spelling: nobody joins anybody with whom he shares none, but see `respelled`."""
    return frozenset(one_spelling(parts[place]) for place in family_places(parts))


def respelling_block(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Names that can be respellings of each other have the same; None for a name that has none."""
    return (parts[0], parts[-1][0]) if len(parts) > 1 and 0 not in family_places(parts) else None


def respelled(a: str, b: str) -> bool:
    """Can one full name be the other with a slip of one letter?"""
    return min(len(a), len(b)) >= RESPELLED_LENGTH and OSA.distance(a, b, score_cutoff=1) == 1


class Clusters:
    """Persons being joined: union-find whose root is the smallest index, so that the order of joining does not matter."""

    def __init__(self, people: Sequence[LocalPerson]) -> None:
        self._people = people
        self._root = list(range(len(people)))
        self._members = [[i] for i in range(len(people))]
        self._documents = [{p.document} for p in people]
        self._states = [set(p.told) for p in people]
        self._served = [{p.actor.state} - {None} for p in people]
        self._offices = [set(p.offices) for p in people]
        self._ruled: set[int] = set()

    def root(self, i: int) -> int:
        while self._root[i] != i:
            i = self._root[i]
        return i

    def members(self, i: int) -> list[LocalPerson]:
        return [self._people[m] for m in self._members[self.root(i)]]

    def name(self, i: int) -> tuple[str, ...]:
        return self._people[i].parts

    def offices(self, i: int) -> Set[str]:
        return self._offices[self.root(i)]

    def served(self, i: int) -> Set[str | None]:
        """The states that its members serve, told or not."""
        return self._served[self.root(i)]

    def apart(self, i: int, j: int) -> bool:
        """Does something set two clusters apart: a ruling, a document that has both, different states in different offices?"""
        a, b = self.root(i), self.root(j)
        if a in self._ruled or b in self._ruled:
            return True
        if not self._documents[a].isdisjoint(self._documents[b]):
            return True
        if len(self._people[a].parts) > 1 and len(self._people[b].parts) > 1 and self._offices[a] & self._offices[b]:
            return False
        return bool(self._states[a] and self._states[b] and self._states[a].isdisjoint(self._states[b]))

    def set_apart(self, i: int) -> None:
        """Nothing but a ruling joins anybody to the cluster of i."""
        self._ruled.add(self.root(i))

    def join(self, i: int, j: int, ruled: bool = False) -> bool:
        """Join the clusters of i and j; refused where something sets them apart, unless it is ruled."""
        a, b = sorted((self.root(i), self.root(j)))
        if a == b:
            return True
        if not ruled and self.apart(a, b):
            return False
        self._root[b] = a
        for part in (self._members, self._documents, self._states, self._served, self._offices):
            _pour(part, b, a)
        return True


def _pour(parts: list[Any], source: int, target: int) -> None:
    """Move what a cluster holds into another."""
    if isinstance(parts[target], list):
        parts[target] += parts[source]
    else:
        parts[target] |= parts[source]


def join_persons(
    people: Sequence[LocalPerson],
    same: Iterable[tuple[Member, Member]] = (),
    apart: Iterable[tuple[Member, Member]] = (),
) -> tuple[Mapping[Member, str], tuple[Decision, ...]]:
    """(document, key) -> id for each person, and a decision for each form that joined another.

    Pairs that people ruled the same are joined before all others; the left of a pair ruled different joins nobody by rule.
    """
    people = sorted(people, key=lambda p: (-len(p.parts), p.parts, p.document, p.actor.key))
    number = {(p.document, p.actor.key): i for i, p in enumerate(people)}
    clusters = Clusters(people)
    for a, b in same:
        if a in number and b in number:
            clusters.join(number[a], number[b], ruled=True)
    for a, _ in apart:
        if a in number:
            clusters.set_apart(number[a])
    why: dict[int, str] = {}
    _join_full(people, clusters, why)
    _join_turned(people, clusters, why)
    _join_respelled(people, clusters, why)
    _join_bare(people, clusters, why)
    return _ids(people, clusters, why)


def _blocks(people: Sequence[LocalPerson]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) > 1:
            for family in sorted(p.families):
                blocks[family].append(i)
    return blocks


def _join_full(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    for family in (blocks := _blocks(people)):
        forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i in blocks[family]:
            forms[people[i].parts].append(i)
        for same in forms.values():
            _gather(same, clusters)
        for a, b in combinations(sorted(forms), 2):
            if not (same_person(a, b) or _by_second_name(forms[a][0], forms[b][0], clusters)):
                continue
            known = min(len(forms[a]), len(forms[b]))
            # A name that hardly any report gives, a misread one say, does not make doubtful who is meant.
            rivals = [c for c in forms if FAR_MORE * len(forms[c]) > known and _is_rival(c, a, b)]
            if not rivals and clusters.join(forms[a][0], forms[b][0]):
                for i in (*forms[a], *forms[b]):
                    why.setdefault(i, "two forms of one full name")


def _by_second_name(i: int, j: int, clusters: Clusters) -> bool:
    """ "Cyril Ramaphosa" is "Matamela Cyril Ramaphosa", where both hold one office of one state."""
    short, long = sorted((clusters.name(i), clusters.name(j)), key=len)
    suffix = 1 < len(short) < len(long) and long[-len(short) :] == short
    return suffix and bool(clusters.offices(i) & clusters.offices(j)) and bool(clusters.served(i) & clusters.served(j))


def _join_turned(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """ "Kishida Fumio" is "Fumio Kishida", where both serve one state: some put the family name first."""
    first: dict[tuple[str, ...], int] = {}
    for i, p in enumerate(people):
        if len(p.parts) == 2:
            first.setdefault(p.parts, i)
    for parts, i in first.items():
        j = first.get(parts[::-1], i)
        if i < j and clusters.served(i) & clusters.served(j) and clusters.join(i, j):
            why.setdefault(j, "the same two names, the other way round")


def turned_block(parts: tuple[str, ...]) -> str | None:
    """Names that are each other turned round have the same; None for a name that cannot be turned."""
    return " ".join(sorted(parts)) if len(parts) == 2 else None


def _is_rival(other: tuple[str, ...], a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Can another bearer of the family name be one of the two and not both? A name that goes on after theirs is none."""
    if other in (a, b) or other[: len(a)] == a or other[: len(b)] == b:
        return False
    return _splits(a, b, other) or _splits(b, a, other)


def _gather(same: Sequence[int], clusters: Clusters) -> None:
    """Join persons of one name, each with the first of the earlier ones that nothing sets apart."""
    roots: list[int] = []
    for i in same:
        if not any(clusters.join(r, i) for r in roots):
            roots.append(i)


def _splits(short: tuple[str, ...], long: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Can the short form be the other's as well, who is not the long form's bearer ("J. Lee": John, James)?"""
    return same_person(short, other) and not same_person(long, other)


def _join_respelled(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """One letter more, less or other in a long name, with nothing that sets the two apart."""
    firsts: dict[tuple[str, str], list[int]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for i, p in enumerate(people):
        if p.parts not in seen and (block := respelling_block(p.parts)):
            seen.add(p.parts)
            firsts[block].append(i)
    for same in firsts.values():
        names = {i: " ".join(people[i].parts) for i in same}
        for i, j in combinations(same, 2):
            if not respelled(names[i], names[j]) or clusters.root(i) == clusters.root(j):
                continue
            if _alike(clusters.offices(i), clusters.offices(j)) and clusters.join(i, j):
                why.setdefault(j, "one letter apart, in the same part")


def _alike(mine: Set[str], theirs: Set[str]) -> bool:
    """An office in common, or neither has any."""
    return bool(mine & theirs) or not (mine or theirs)


def _join_bare(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """Bare family names: to the one bearer of that name with the same state or office."""
    full = _blocks(people)
    first: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) > 1:
            first[one_spelling(p.parts[0])].append(i)
    bare: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) == 1:
            bare[one_spelling(p.parts[0]), p.actor.state].append(i)
    for (family, state), these in sorted(bare.items(), key=lambda kv: (kv[0][0], kv[0][1] or "")):
        roots = sorted({clusters.root(i) for i in full.get(family, ())})
        for i in these:
            able = [r for r in roots if _can_bear(people[i], r, clusters) and not clusters.apart(i, r)]
            # "President Biden" is the one who is called president, not every Biden of the state.
            able = [r for r in able if people[i].offices & clusters.offices(r)] or able
            able = _best_known(able, clusters)
            if not able and people[i].actor.state:  # "Prime Minister Prayut", where the family name comes second
                able = [
                    r
                    for r in sorted({clusters.root(j) for j in first.get(family, ())})
                    if people[i].offices & clusters.offices(r)
                    and people[i].actor.state in clusters.served(r)
                    and not clusters.apart(i, r)
                ]
            if len(able) == 1 and clusters.join(able[0], i):
                why[i] = "the only bearer of the family name with this state or office"
        if state:
            alone = [i for i in these if clusters.root(i) == i and not any(clusters.root(r) == r for r in roots)]
            _gather(alone, clusters)


def _best_known(able: Sequence[int], clusters: Clusters) -> list[int]:
    """Of several who can be meant, the one of whom far more reports tell: a misread name does not make it doubtful."""
    if len(able) < 2:
        return list(able)
    ranked = sorted(able, key=lambda r: (-len(clusters.members(r)), r))
    first, second = (len(clusters.members(r)) for r in ranked[:2])
    return ranked[:1] if first >= FAR_MORE * second else list(able)


def _can_bear(bare: LocalPerson, full: int, clusters: Clusters) -> bool:
    same_state = bare.actor.state is not None and bare.actor.state in clusters.served(full)
    return same_state or bool(bare.offices & clusters.offices(full))


def _ids(
    people: Sequence[LocalPerson], clusters: Clusters, why: Mapping[int, str]
) -> tuple[Mapping[tuple[str, str], str], tuple[Decision, ...]]:
    made: dict[int, str] = {}
    taken: set[str] = set()
    for i in range(len(people)):
        root = clusters.root(i)
        if root not in made:
            members = clusters.members(root)
            known = _id(members, lonely=False)
            made[root] = _id(members, lonely=True) if known in taken else known
            taken.add(known)
    ids: dict[Member, str] = {}
    decisions = []
    for i, p in enumerate(people):
        ids[p.document, p.actor.key] = found = made[clusters.root(i)]
        if i in why and len(clusters.members(i)) > 1:
            decisions.append(Decision(f"{p.document}/{p.actor.name}", found, "same", f"persons: {why[i]}", p.actor.name))
    return ids, tuple(sorted(decisions, key=lambda d: (d.left, d.right, d.by)))


def _id(members: Sequence[LocalPerson], lonely: bool) -> str:
    """From the fullest name and the state; of a lonely one, whom others of that name are not, from the first document too."""
    name = min({m.parts for m in members}, key=lambda parts: (-len(parts), parts))
    states = sorted({m.actor.state for m in members if m.actor.state})
    lonely = lonely or (len(name) == 1 and not states)
    document = min(m.document for m in members) if lonely else None
    return content_id("actor", "person", " ".join(name), states[0] if states else None, document)
