"""Candidates -> groups of copies.

Comes in: pairs worth comparing, and the texts' words. Goes out: which text is in which group, and the links that made it. The
strongest pairs are compared first; pairs within a group are not compared any more. A link joins two groups only when the text
that stands for each, the one nearest to all its neighbours, does not gainsay it: an update that quotes another article does
not bring that article in, and a spun copy of this year's notice does not bring in last year's.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.copies.index import Candidate, TextIndex
from memcon.copies.likeness import Comparer, Likeness, Prepared, Verdict, prepare, verdict

KEPT = 4096  # prepared texts kept at hand: about 60 MB
APART = 0.6  # a link of texts that stand in each other to this part holds where those that stand for the groups do not agree


@dataclass(frozen=True, slots=True)
class Link:
    """Two texts, by number, of which one copies the other."""

    left: int
    right: int
    score: float


class Bench:
    """Compares texts of an index by number, and keeps the last ones prepared."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        self._comparer = Comparer()
        self._prepared: OrderedDict[int, Prepared] = OrderedDict()
        self.compared = 0

    def like(self, left: int, right: int) -> Likeness:
        self.compared += 1
        return self._comparer.compare(self._ready(left), self._ready(right))

    def _ready(self, number: int) -> Prepared:
        found = self._prepared.get(number)
        if found is None:
            found = self._prepared[number] = prepare(self._index.codes(number))
            if len(self._prepared) > KEPT:
                self._prepared.popitem(last=False)
        else:
            self._prepared.move_to_end(number)
        return found


class Groups:
    """Texts joined in groups. Mutable: links are added."""

    def __init__(self, index: TextIndex) -> None:
        self._index = index
        self._parent: dict[int, int] = {}
        self._nearness: dict[int, float] = {}
        self._stands_for: dict[int, int] = {}
        self.links: list[Link] = []

    def of(self, number: int) -> int:
        """The name of a text's group."""
        parent = self._parent
        root = number
        while parent.get(root, root) != root:
            root = parent[root]
        while parent.get(number, number) != root:
            parent[number], number = root, parent[number]
        return root

    def join(self, candidates: Iterable[Candidate], bench: Bench, apart: frozenset[tuple[int, int]] = frozenset()) -> None:
        """Compare the candidates and join the groups of copies. `apart`: pairs that a decision holds apart."""
        waiting = sorted(candidates, key=self._order)
        for c in waiting:
            self._nearness[c.left] = self._nearness.get(c.left, 0.0) + c.strength
            self._nearness[c.right] = self._nearness.get(c.right, 0.0) + c.strength
        contained: list[tuple[float, Candidate, Likeness]] = []
        for c in waiting:
            if self.of(c.left) == self.of(c.right) or (c.left, c.right) in apart:
                continue
            like = bench.like(c.left, c.right)
            if verdict(like) != "copy":
                continue
            if like.least < 0.5 and like.verbatim >= 0.95:
                contained.append((-like.least, c, like))
            else:
                self._try(c, like, bench)
        for _, c, like in sorted(contained, key=lambda item: (round(item[0], 3), self._order(item[1]))):
            if self.of(c.left) != self.of(c.right):
                self._try(c, like, bench)

    def _order(self, c: Candidate) -> tuple[float, bytes, bytes]:
        """The strongest first; of equals the order of their words, not that in which they came."""
        low, high = sorted((self._index.digests[c.left], self._index.digests[c.right]))
        return -c.strength, low, high

    def _try(self, c: Candidate, like: Likeness, bench: Bench) -> None:
        """Join two groups where those that stand for them do not gainsay it."""
        one, other = self._speaker(c.left), self._speaker(c.right)
        if (one, other) != (c.left, c.right):
            said: Verdict = verdict(bench.like(one, other))
            if said == "form" or (said == "other" and like.least < APART):
                return
        self.links.append(Link(c.left, c.right, like.score))
        self._union(c.left, c.right)

    def _speaker(self, number: int) -> int:
        """Who stands for the group of a text."""
        return self._stands_for.get(self.of(number), number)

    def _union(self, left: int, right: int) -> None:
        one, other = self._speaker(left), self._speaker(right)
        low, high = sorted((self.of(left), self.of(right)))
        self._parent[high] = low
        self._stands_for[low] = min(one, other, key=lambda n: (-round(self._nearness.get(n, 0.0), 6), self._index.digests[n]))
