"""Two copies of one text and their quotations -> which quotation of the one is which of the other.

The sentences that correspond say where a quotation should stand in the other text; the words inside decide how far it may stand
from there. Pairs are in the order of both texts. A quotation without a counterpart is in no pair.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.copies.families.relations import Aligned, aligned
from memcon.copies.quotations.quoted import Quoted

NEAR = 160  # code points between where a quotation should stand and where it does
CLOSE = 60  # so near that no word inside need be the same
ALL = 4_000  # pairs of quotations up to which those are looked at too that stand far from where they should
FAR_WORDS = 5
FAR_SHARE = 0.6  # of the words of the shorter, for quotations that stand elsewhere
NEAR_SHARE = 0.3


@dataclass(frozen=True)
class Places:
    """Where in the right text something of the left stands, by the sentences that correspond."""

    sentences: tuple[Aligned, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [pair.left[0] for pair in self.sentences]

    def of(self, at: int) -> tuple[float, bool]:
        """The place in the right text, and whether a sentence that both have holds it."""
        n = bisect_right(self._starts, at) - 1
        if n < 0:
            return float(self.sentences[0].right[0] if self.sentences else at), False
        pair = self.sentences[n]
        if at > pair.left[1]:
            return float(pair.right[1] + at - pair.left[1]), False
        share = (at - pair.left[0]) / max(pair.left[1] - pair.left[0], 1)
        return pair.right[0] + share * (pair.right[1] - pair.right[0]), True


def pairs(
    left: Sequence[Quoted], right: Sequence[Quoted], left_text: str, right_text: str
) -> tuple[tuple[Quoted, Quoted], ...]:
    """The quotations of two copies that correspond. Both in the order of their texts."""
    if [q.keys for q in left] == [q.keys for q in right]:
        return tuple(zip(left, right, strict=True))
    if not left or not right:
        return ()
    places = Places(aligned(left_text, right_text, most=len(left_text)))
    return tuple((left[i], right[j]) for i, j in _best(_scores(left, right, places), len(left), len(right)))


def _scores(left: Sequence[Quoted], right: Sequence[Quoted], places: Places) -> dict[tuple[int, int], float]:
    bags = [Counter(q.keys) for q in left], [Counter(q.keys) for q in right]
    everywhere = len(left) * len(right) <= ALL
    found = {}
    for i, one in enumerate(left):
        first, last = places.of(one.span.start), places.of(one.span.end)
        for j, other in enumerate(right):
            off = min(
                abs(first[0] - other.span.start) if first[1] else NEAR, abs(last[0] - other.span.end) if last[1] else NEAR
            )
            if off < NEAR or everywhere:
                score = _score(off, bags[0][i], bags[1][j])
                if score:
                    found[i, j] = score
    return found


def _score(off: float, left: Counter[str], right: Counter[str]) -> float:
    sizes = sorted((left.total(), right.total()))
    if not sizes[0]:
        return 0.0
    share = (left & right).total() / sizes[0]
    if off >= NEAR:
        return share if sizes[0] >= FAR_WORDS and share >= FAR_SHARE else 0.0
    if share >= NEAR_SHARE or (off <= CLOSE and 2 * sizes[0] + 2 >= sizes[1]):
        return share + 1 - off / NEAR
    return 0.0


def _best(scores: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs in the order of both sides whose scores add up to most."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            score = scores.get((i, j), 0.0)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score if score else 0.0)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        score = scores.get((i, j), 0.0)
        if score and best[i][j] == best[i + 1][j + 1] + score:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
