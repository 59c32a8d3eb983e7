"""Persons of single documents, and the clusters in which they are gathered: whatever joins them asks and changes these."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from memcon.model.resolved import LocalActor
from memcon.registers.names import family_places
from memcon.registers.namesakes import folded_parts, one_spelling

Member = tuple[str, str]  # document, local key


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A named person of one document; what is asked of it often is made out once."""

    document: str
    actor: LocalActor
    day: date | None = None  # on which the document appeared
    parts: tuple[str, ...] = field(init=False)
    offices: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", folded_parts(tuple(self.actor.name.split())))
        object.__setattr__(self, "offices", frozenset(role.title.lower() for role in self.actor.roles))

    @property
    def order(self) -> tuple[str, str]:
        """Where its document stands among others: by day, then by id."""
        return str(self.day or "9999"), self.document

    @property
    def member(self) -> Member:
        return self.document, self.actor.key

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
        self._genders = [{p.actor.gender} - {None} for p in people]
        self._ruled: set[int] = set()

    def root(self, i: int) -> int:
        while self._root[i] != i:
            i = self._root[i]
        return i

    def members(self, i: int) -> list[LocalPerson]:
        return [self._people[m] for m in self._members[self.root(i)]]

    def size(self, i: int) -> int:
        return len(self._members[self.root(i)])

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
        return self._of_different_states(a, b)

    def _of_different_states(self, a: int, b: int) -> bool:
        if len(self._people[a].parts) > 1 and len(self._people[b].parts) > 1 and self._offices[a] & self._offices[b]:
            return False
        return bool(self._states[a] and self._states[b] and self._states[a].isdisjoint(self._states[b]))

    def of_one_gender(self, i: int, j: int) -> bool:
        return len(self._genders[self.root(i)] | self._genders[self.root(j)]) < 2

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
        for part in (self._members, self._documents, self._states, self._served, self._offices, self._genders):
            _pour(part, b, a)
        return True


def _pour(parts: list[Any], source: int, target: int) -> None:
    """Move what a cluster holds into another."""
    if isinstance(parts[target], list):
        parts[target] += parts[source]
    else:
        parts[target] |= parts[source]


def blocks_by_family(people: Sequence[LocalPerson]) -> dict[str, list[int]]:
    """The full names, by each name that can be the family name."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) > 1:
            for family in sorted(p.families):
                blocks[family].append(i)
    return blocks


def gather(same: Sequence[int], clusters: Clusters) -> None:
    """Join persons of one name, each with the first of the earlier ones that nothing sets apart."""
    roots: list[int] = []
    for i in same:
        if not any(clusters.join(r, i) for r in roots):
            roots.append(i)
