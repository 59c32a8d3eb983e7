"""Candidates -> groups of copies.

Comes in: pairs worth comparing, and the texts' words. Goes out: which text is in which group, and the links that made it. The
strongest pairs are compared first; pairs within a group are not compared any more. A link joins two groups only when the text
that stands for each, the one nearest to all its neighbours, does not gainsay it: an update that quotes another article does
not bring that article in, and a spun copy of this year's notice does not bring in last year's.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.copies.families.alignment import Comparer, Prepared, prepare
from memcon.copies.families.likeness import Likeness, Verdict, near, verdict
from memcon.copies.index.index import Candidate, TextIndex

KEPT = 16_384  # prepared texts kept at hand, of which short ones take 8 KB: with 4,096, 15,000 texts were prepared two and a half times
REPRINTED = 0.4  # share of the winnowed keys: below it no text is a reprint, update or excerpt of the other
SPOKEN_FOR = 40  # members of a group that may speak for it
WITNESSES = 3  # and that are asked
APART = (
    0.8  # a link of texts that stand in each other to this part holds where those that stand for the groups do not agree
)


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
        self._known: dict[tuple[int, int], Likeness] = {}

    @property
    def compared(self) -> int:
        return len(self._known)

    def known(self) -> Iterable[tuple[tuple[int, int], Likeness]]:
        """All pairs that were compared."""
        return self._known.items()

    def like(self, left: int, right: int) -> Likeness:
        """The likeness of two texts; which of them is named first does not matter."""
        pair = (left, right) if left < right else (right, left)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self._comparer.compare(self._ready(pair[0]), self._ready(pair[1]))
        return found

    def begin_alike(self, left: int, right: int) -> bool:
        return self._comparer.begin_alike(self._ready(left), self._ready(right))

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
        self._members: dict[int, list[int]] = {}
        self._near: dict[int, dict[int, float]] = {}  # the strength of candidates, by text and text
        self._alone: set[int] = set()
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
        """Compare the candidates and join the groups of copies. `apart`: pairs that a decision holds apart.

        First those whose words were left alone: the texts that begin alike before those that share a passage, so that an
        update goes to the report it updates and not to one it quotes at length. Then spun copies, the clear ones before those
        that have several claims on them.
        """
        waiting = sorted((c for c in candidates if (c.left, c.right) not in apart), key=self._order)
        for c in waiting:
            self._near.setdefault(c.left, {})[c.right] = c.strength
            self._near.setdefault(c.right, {})[c.left] = c.strength
        alike = []
        waiting = [c for c in waiting if c.copy is not False]
        for c in waiting:
            if c.verbatim >= REPRINTED:
                like = bench.like(c.left, c.right)
                if like.verbatim >= 0.95 and verdict(like) == "copy":
                    quality = round(like.verbatim * (1 + like.intact), 1)
                    alike.append((-quality, not bench.begin_alike(c.left, c.right), -round(like.least, 3), c))
        for *_, c in sorted(alike, key=lambda item: (*item[:3], self._order(item[3]))):
            if self.of(c.left) != self.of(c.right):
                self._try(c, bench.like(c.left, c.right), bench)
        self._let_go(bench)
        unclear = []
        for c in waiting:
            if self.of(c.left) != self.of(c.right):
                like = bench.like(c.left, c.right)
                if verdict(like) == "copy":
                    if near(like):
                        self._try(c, like, bench)
                    else:
                        unclear.append((-like.score, c, like))
        for _, c, like in sorted(unclear, key=lambda item: (item[0], self._order(item[1]))):
            if self.of(c.left) != self.of(c.right):
                self._try(c, like, bench)
        self._let_go(bench)

    def _let_go(self, bench: Bench) -> None:
        """Texts that one member holds whole and no other knows: that member quotes them, it does not copy them."""
        ties: dict[int, list[int]] = {}
        for link in self.links:
            ties.setdefault(link.left, []).append(link.right)
            ties.setdefault(link.right, []).append(link.left)
        for number, tied in sorted(ties.items(), key=lambda item: self._index.digests[item[0]]):
            members = self._members.get(self.of(number), [])
            if len(tied) > 1 or len(members) < 3:
                continue
            others = [n for n in self._nearest(number) if n != tied[0]]
            if others and not any(verdict(bench.like(number, other)) == "copy" for other in others):
                self._evict(number)

    def _evict(self, number: int) -> None:
        """Take one text out of its group."""
        members = self._members.pop(self.of(number))
        members.remove(number)
        for member in (*members, number):
            self._parent[member] = member if member == number else min(members)
        self._members[min(members)] = members
        self.links = [link for link in self.links if number not in (link.left, link.right)]
        self._alone.add(number)

    def _order(self, c: Candidate) -> tuple[float, bytes, bytes]:
        """The strongest first; of equals the order of their words, not that in which they came."""
        low, high = sorted((self._index.digests[c.left], self._index.digests[c.right]))
        return -c.strength, low, high

    def _try(self, c: Candidate, like: Likeness, bench: Bench) -> None:
        """Join two groups where the other members do not gainsay it."""
        doubtful = like.verbatim < 0.95 and not near(like)
        sides = [self._said(c.left, c.right, bench, doubtful), self._said(c.right, c.left, bench, doubtful)]
        said = sides[0] + sides[1]
        agree = said.count("copy")
        if any(side.count("form") > side.count("copy") for side in sides) or (said and not agree and like.least < APART):
            return
        if doubtful and (3 * agree < 2 * len(said) or (all(sides) and "form" in said)):
            return
        if doubtful and (self._closer_form(c.left, c, bench) or self._closer_form(c.right, c, bench)):
            return
        self.links.append(Link(c.left, c.right, like.score))
        self._union(c.left, c.right)

    def _said(self, number: int, place: int, bench: Bench, doubtful: bool) -> list[Verdict]:
        """What other members of the group of `place` say to a text; of a link without doubt, until the first agrees."""
        said: list[Verdict] = []
        for other in self._nearest(place):
            said.append(verdict(bench.like(other, number)))
            if not doubtful and said[-1] == "copy":
                return ["copy"]
        return said

    def _closer_form(self, number: int, c: Candidate, bench: Bench) -> bool:
        """Does a text without a group of its own have more in common with some other text, and fill in the same form as it?

        A spun copy of this year's notice and last year's notice differ as copies do; the two notices themselves do not.
        """
        closer = [(s, self._index.digests[n], n) for n, s in self._near.get(number, {}).items() if s > c.strength]
        if not closer or self.of(number) in self._members:
            return False
        like = bench.like(number, max(closer)[2])
        return verdict(like) == "form" and (like.numbers_changed > 0 or like.names_changed > like.content_changed)

    def _nearest(self, number: int) -> list[int]:
        """Up to `WITNESSES` other members of a text's group, those nearest to the others."""
        members = self._members.get(self.of(number), [])
        if len(members) < 2:
            return []
        inside = set(members[:SPOKEN_FOR])
        others = [n for n in inside if n != number]
        return sorted(others, key=lambda n: (-self._nearness(n, inside), self._index.digests[n]))[:WITNESSES]

    def nearest_of(self, members: list[int], most: int) -> list[int]:
        """Of some members of a group, those nearest to the others."""
        if len(members) <= most:
            return members
        inside = set(members)
        return sorted(members, key=lambda n: (-self._nearness(n, inside), self._index.digests[n]))[:most]

    def _union(self, left: int, right: int) -> None:
        low, high = sorted((self.of(left), self.of(right)))
        self._parent[high] = low
        members = self._members.setdefault(low, [low])
        members += self._members.pop(high, [high])
        members.sort(key=lambda n: self._index.digests[n])

    def _nearness(self, number: int, members: set[int]) -> float:
        return round(sum(strength for other, strength in self._near.get(number, {}).items() if other in members), 4)
