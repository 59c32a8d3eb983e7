"""Words as numbers -> what they are, whatever the language that they came through.

Comes in: codes of words. Goes out: the words without kind, those that a translation exchanges under one of them ("Kenyan" and
"Kenya", "nineteen" and "19"); their kinds; and whether they are of an office or name a state. Refuses nothing.
"""

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from memcon.copies.index.words import KIND, NUMBER, U32, WORD, words_of
from memcon.registers.telling import office_words, same_words, state_words

PLAIN = WORD & ~KIND
BITS = np.uint32(12)  # a table of 2**20 places tells what is marked: one other word in 700 falls on a mark
EXCHANGED, OFFICE, STATE = np.uint8(1), np.uint8(2), np.uint8(4)
Marks = NDArray[np.uint8]


def plain(codes: U32) -> tuple[U32, U32, Marks]:
    """The words without kind, those that translations exchange under one of them; their kinds; and what they are marked as."""
    marks, before, after, kinds_after = _tables()
    words, kinds = codes & PLAIN, codes & KIND
    marked = marks[words >> BITS]
    changed = np.flatnonzero(marked & EXCHANGED)
    if len(changed):
        places = np.minimum(np.searchsorted(before, words[changed]), len(before) - 1)
        right = before[places] == words[changed]
        changed, places = changed[right], places[right]
        words[changed] = after[places]
        kinds[changed[kinds_after[places] == NUMBER]] = NUMBER
        marked[changed] = marks[words[changed] >> BITS]
    return words, kinds, marked


@cache
def _tables() -> tuple[Marks, U32, U32, U32]:
    """The marks of words, by the first 20 bits; words that stand for others, sorted; the others; and the kinds of these."""
    pairs = sorted(same_words().items())
    before = words_of([" ".join(word for word, _ in pairs)]).codes & PLAIN
    after = words_of([" ".join(same.capitalize() for _, same in pairs)]).codes
    marks = np.zeros(1 << 20, np.uint8)
    for mark, codes in ((EXCHANGED, before), (OFFICE, _codes(office_words())), (STATE, _codes(state_words()))):
        marks[codes >> BITS] |= mark
    order = np.argsort(before)
    return marks, before[order], (after & PLAIN)[order], (after & KIND)[order]


def _codes(words: Iterable[str]) -> U32:
    codes: U32 = words_of([" ".join(sorted(words))]).codes & PLAIN
    return codes
