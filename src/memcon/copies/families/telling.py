"""The words of two texts -> do both tell the same in the same order, in whatever words?

Comes in: the codes of words. Goes out: `Telling`, what a text tells apart from its wording, and `Told`, two of them held together.
A translation there and back leaves hardly three small words on end, but it leaves names, numbers and days, about six in ten
of the words that a text has once, and their order from sentence to sentence. Reports of one event by two reporters share a
quarter of these words, in any order; two readouts on one form share most of them, but not the people spoken with.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from memcon.copies.index.plain import OFFICE, STATE, plain
from memcon.copies.index.words import FUNCTION, I64, NAME, NUMBER, OPENS, U32, Bools

OPENING = 2  # sentences that say who did it
SENTENCE = 8  # words; a shorter one is a headline, a date, a credit
COMMON = 24  # words that both texts have once: with fewer nothing else is looked at
SHARED = 0.3  # of the words that the poorer text has once: likewise
MATCHED = 2  # such words in a sentence
STANDS = 0.3  # of its words that the text has once: then the other text tells it
Others = Literal["states", "persons"]


@dataclass(frozen=True, slots=True)
class Words:
    """Different words of a text, each with the sentence where it comes first."""

    words: U32
    sentences: I64


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells: words without kind, sorted."""

    sizes: I64  # words of each sentence
    once: Words  # no small words
    every: U32
    names: Words
    numbers: Words
    principals: tuple[U32, ...]  # the names of the opening, word by word
    states: U32  # of the opening


@dataclass(frozen=True, slots=True)
class Shared:
    """What of one text the other tells, too. Shares are 0 to 1, but for the first of what stands in the sentences it tells."""

    cover: float  # of its words: those in sentences that the other tells
    words: float  # of the words that it has once
    names: float
    numbers: int  # days and figures that the other has
    numbers_missing: int


@dataclass(frozen=True, slots=True)
class Told:
    """Two texts held together."""

    left: Shared
    right: Shared
    common: int  # words that each has once
    order: float  # of these: that stand in the same order of sentences
    others: Others | None

    def turned(self) -> "Told":
        """The same with left and right exchanged."""
        return replace(self, left=self.right, right=self.left)


def telling(codes: U32, sentence: I64) -> Telling:
    """What a text tells. `sentence`: the number of the sentence of each word."""
    words, kinds, marks = plain(codes)
    order = np.argsort(words, kind="stable")
    ordered = words[order]
    first = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]) != 0)
    alone = order[first[np.diff(np.append(first, len(words))) == 1]]
    alone = alone[kinds[alone] != FUNCTION]
    named = kinds == NAME
    sizes = np.bincount(sentence, minlength=1)
    opening = _opening(sizes)[sentence]
    states = named & opening & (marks & STATE > 0)
    named &= ((codes & OPENS) == 0) & (marks & OFFICE == 0)
    return Telling(
        sizes,
        Words(words[alone], sentence[alone]),
        ordered[first],
        _different(words, sentence, named),
        _different(words, sentence, kinds == NUMBER),
        _runs(words, named & opening),
        np.unique(words[states]),
    )


def _different(words: U32, sentence: I64, wanted: Bools) -> Words:
    places = np.flatnonzero(wanted)
    found, first = np.unique(words[places], return_index=True)
    return Words(found, sentence[places[first]])


def told(left: Telling, right: Telling) -> Told | None:
    """What two texts tell alike; None where they share too little to ask."""
    once = left.once.words, right.once.words
    common, mine, theirs = np.intersect1d(*once, assume_unique=True, return_indices=True)
    if len(common) < max(COMMON, SHARED * min(map(len, once))):
        return None
    places = left.once.sentences[mine], right.once.sentences[theirs]
    pairs = sorted(zip(places[0].tolist(), places[1].tolist(), strict=True))
    sides = _shared(left, places[0], right.every), _shared(right, places[1], left.every)
    return Told(
        *sides,
        len(common),
        _ascending([place for _, place in pairs]) / len(common),
        others(left, right),
    )


def _shared(text: Telling, places: I64, known: U32) -> Shared:
    """`places`: the sentences of the words that it has in common with the other; `known`: all words of that."""
    matched = np.bincount(places, minlength=len(text.sizes))
    once = np.bincount(text.once.sentences, minlength=len(text.sizes))
    stands = (matched >= MATCHED) & (matched >= STANDS * once)
    names = text.names.words[stands[text.names.sentences]]
    numbers = text.numbers.words[stands[text.numbers.sentences]]
    missing = _missing(numbers, known)
    return Shared(
        int(text.sizes[stands].sum()) / max(int(text.sizes.sum()), 1),
        int(matched[stands].sum()) / max(int(once[stands].sum()), 1),
        1 - _missing(names, known) / max(len(names), 1),
        len(numbers) - missing,
        missing,
    )


def others(left: Telling, right: Telling) -> Others | None:
    """Whom the opening of each names, of whom the other text does not speak.

    A name of one word is no person here: spinners change "Defence" in "Defence Department".
    """
    if _missing(left.states, right.every) and _missing(right.states, left.every):
        return "states"
    return "persons" if _unknown(left, right.every) and _unknown(right, left.every) else None


def _unknown(text: Telling, known: U32) -> bool:
    """Does its opening name a person of whom the other text has no word?"""
    return any(len(name) > 1 and _missing(name, known) == len(name) for name in text.principals)


def _opening(sizes: I64) -> Bools:
    """The first sentences of some length."""
    opening = np.zeros(len(sizes), bool)
    opening[np.flatnonzero(sizes >= SENTENCE)[:OPENING]] = True
    return opening


def _runs(words: U32, wanted: Bools) -> tuple[U32, ...]:
    """Names, each as the words of it that stand side by side."""
    places = np.flatnonzero(wanted)
    if not len(places):
        return ()
    return tuple(words[run] for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1))


def _ascending(places: list[int]) -> int:
    """The longest part of some places that does not descend."""
    ends: list[int] = []
    for place in places:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _missing(words: U32, known: U32) -> int:
    return len(words) - int(np.count_nonzero(_among(words, known)))


def _among(words: U32, known: U32) -> Bools:
    """Which of some words are among others, which are sorted."""
    if not len(known):
        return np.zeros(len(words), bool)
    found: Bools = known[np.minimum(np.searchsorted(known, words), len(known) - 1)] == words
    return found
