"""Texts -> parts between which there are no candidates: what happens in one does not touch another.

Comes in: candidates, as texts come. Goes out: which parts changed since they were last asked for. So a thousand texts added to
a hundred thousand cost the comparison of those that have something in common with them.
"""

from collections.abc import Iterable

from memcon.copies.index.index import Candidate


class Parts:
    """Mutable: candidates are added."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._candidates: dict[int, list[Candidate]] = {}
        self._changed: set[int] = set()

    def of(self, number: int) -> int:
        """The name of a text's part."""
        parent = self._parent
        root = number
        while (above := parent.get(root, root)) != root:
            parent[root] = root = parent.get(above, above)
        return root

    def touch(self, number: int) -> None:
        """Something about a text changed: a document with the same words came."""
        self._changed.add(self.of(number))

    def tie(self, candidates: Iterable[Candidate]) -> None:
        for candidate in candidates:
            left, right = self.of(candidate.left), self.of(candidate.right)
            if left != right:
                left = self._union(left, right)
            self._candidates.setdefault(left, []).append(candidate)
            self._changed.add(left)

    def _union(self, left: int, right: int) -> int:
        """The smaller part goes into the greater."""
        small, great = sorted((left, right), key=lambda part: len(self._members.get(part, ())))
        self._parent[small] = great
        self._members.setdefault(great, [great]).extend(self._members.pop(small, [small]))
        self._candidates.setdefault(great, []).extend(self._candidates.pop(small, []))
        return great

    def members(self, part: int) -> list[int]:
        return self._members.get(part, [part])

    def candidates(self, part: int) -> list[Candidate]:
        return self._candidates.get(part, [])

    def all_candidates(self) -> list[Candidate]:
        return [candidate for some in self._candidates.values() for candidate in some]

    def changed(self) -> list[int]:
        """The parts that changed since the last call."""
        found = sorted({self.of(part) for part in self._changed})
        self._changed.clear()
        return found
