"""The words of two texts -> what stands in both, and how it was changed.

Comes in: the codes of words. Goes out: `Prepared` texts, and the `Likeness` of two. A sentence stands in the other text when
enough of its three small words, names or numbers on end stand there. That holds for spun sentences and fails for other
articles on the same event.
"""

from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import LCSseq

from memcon.copies.families.likeness import WORTH, Likeness, Order, Side, verdict, weigh
from memcon.copies.families.telling import Telling, others, telling, told
from memcon.copies.index.keys import ngrams, with_gaps
from memcon.copies.index.words import BASE, CONTENT, FUNCTION, I64, KIND, NAME, NUMBER, OPENS, U32, WORD, Bools, years

STANDS = 0.4  # share of a sentence's skeleton that must stand in the other text
RUN = 5  # words on end that count as verbatim
BITS = np.uint64(44)  # presence is looked up in a table of 2**20 places: one hash in 2,000 is held present wrongly
LONG = 8  # words of a sentence of which it says something that it is left as it was
START = 4
MOST = 1000  # words: so many do not agree by chance, and their order need not be looked at


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text made ready to be compared."""

    codes: U32
    kinds: U32
    sentence: I64  # of each word
    skeleton: I64  # places in the table: three small words, names or numbers on end
    skeleton_sentence: I64
    skeleton_of: I64  # how many each sentence has
    sizes: I64  # words of each sentence
    runs: I64  # places: five words on end
    words: I64  # places: words
    telling: Telling


def prepare(codes: U32) -> Prepared:
    plain = codes & WORD
    kinds = codes & KIND
    small = np.flatnonzero(kinds >= FUNCTION)
    sentence = np.cumsum((codes & OPENS) > 0) - 1
    sentence -= sentence[0] if len(sentence) else 0
    sentences = int(sentence[-1]) + 1 if len(sentence) else 1
    skeleton = ngrams(with_gaps(plain, small), 3)
    of = sentence[small][: len(skeleton)]
    return Prepared(
        plain,
        kinds,
        sentence,
        (skeleton >> BITS).astype(np.int64),
        of,
        np.bincount(of, minlength=sentences),
        np.bincount(sentence, minlength=sentences),
        (ngrams(plain, RUN) >> BITS).astype(np.int64),
        ((plain.astype(np.uint64) * np.uint64(BASE)) >> BITS).astype(np.int64),
        telling(codes, sentence),
    )


class Comparer:
    """Compares texts two at a time. Keeps one table of 2**20 bits of presence, cleared after each look-up."""

    def __init__(self) -> None:
        self._table = np.zeros(1 << 20, bool)
        self._years = frozenset(years().tolist())

    def compare(self, left: Prepared, right: Prepared) -> Likeness:
        like = self._worded(left, right)
        if verdict(like) == "copy":
            return replace(like, others=others(left.telling, right.telling))
        return replace(like, told=told(left.telling, right.telling))

    def _worded(self, left: Prepared, right: Prepared) -> Likeness:
        """By the sentences whose small words, names and numbers stand in both."""
        skeletons = self._present(left.skeleton, right.skeleton)
        stands = _stands(left, skeletons[0]), _stands(right, skeletons[1])
        sides = _begun(left, stands[0]), _begun(right, stands[1])
        if max(side.share for side in sides) < WORTH:
            return weigh(*sides)
        runs = self._present(left.runs, right.runs)
        words = self._present(left.words, right.words)
        like = weigh(
            self._side(left, sides[0], stands[0], runs[0], words[0]),
            self._side(right, sides[1], stands[1], runs[1], words[1]),
        )
        if like.covered <= MOST and verdict(like) == "copy" and not (like.verbatim >= 0.95 and like.intact >= 0.6):
            return replace(like, order=in_order(left, right, *stands))
        return like

    def begin_alike(self, left: Prepared, right: Prepared) -> bool:
        """Do five words on end stand within the first `START` runs of both?"""
        return bool(set(left.runs[:START].tolist()) & set(right.runs[:START].tolist()))

    def _present(self, left: I64, right: I64) -> tuple[Bools, Bools]:
        table = self._table
        table[right] = True
        of_left: Bools = table[left]
        table[right] = False
        table[left] = True
        of_right: Bools = table[right]
        table[left] = False
        return of_left, of_right

    def _side(self, text: Prepared, begun: Side, stands: Bools, runs: Bools, words: Bools) -> Side:
        covered = stands[text.sentence]
        alike = verbatim(runs, len(text.codes))
        long = stands & (text.sizes >= LONG)
        whole = long & (np.bincount(text.sentence[alike], minlength=len(text.sizes)) == text.sizes)
        counts = np.bincount((text.kinds + np.uint32(4) * words)[covered], minlength=8).tolist()
        numbers = set(text.codes[covered & ~words & (text.kinds == NUMBER)].tolist()) if counts[NUMBER] else set()
        return Side(
            begun.words,
            begun.covered,
            int(np.count_nonzero(alike & covered)),
            int(text.sizes[long].sum()),
            int(text.sizes[whole].sum()),
            counts[CONTENT] + counts[CONTENT + 4],
            counts[CONTENT],
            counts[NAME] + counts[NAME + 4],
            counts[NAME],
            len(numbers),
            len(numbers & self._years),
        )


def _stands(text: Prepared, skeleton: Bools) -> Bools:
    """The sentences that stand in the other text."""
    found = np.bincount(text.skeleton_sentence[skeleton], minlength=len(text.sizes))
    stands: Bools = (found >= STANDS * text.skeleton_of) & (text.skeleton_of > 0)
    return stands


def _begun(text: Prepared, stands: Bools) -> Side:
    return Side(int(text.sizes[text.skeleton_of > 0].sum()), int(text.sizes[stands].sum()))


def in_order(left: Prepared, right: Prepared, stands_left: Bools, stands_right: Bools) -> Order:
    """How much of the sentences that stand in both comes in the same order."""
    mine, theirs = stands_left[left.sentence], stands_right[right.sentence]
    one, other = left.codes[mine].tolist(), right.codes[theirs].tolist()
    names = left.codes[mine & (left.kinds >= NAME)].tolist()
    others = right.codes[theirs & (right.kinds >= NAME)].tolist()
    shorter, longer = sorted((max(len(one), 1), max(len(other), 1)))
    return Order(
        LCSseq.similarity(one, other) / shorter,
        LCSseq.similarity(names, others) / max(len(names), len(others), 1),
        1 - shorter / longer,
    )


def verbatim(runs: Bools, words: int) -> Bools:
    """The words that lie in a run of five that the other text has."""
    inside = np.zeros(words, bool)
    for shift in range(RUN):
        inside[shift : shift + len(runs)] |= runs
    return inside
