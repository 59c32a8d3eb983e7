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
SHARED = 0.45  # of the words that a text has once: below it nothing else is looked at
Others = Literal["states", "persons"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells: words without kind, sorted."""

    once: U32  # no small words
    sentences: I64  # of each of these
    every: U32
    names: U32
    numbers: U32
    principals: tuple[U32, ...]  # the names of the opening, word by word
    states: U32  # of the opening


@dataclass(frozen=True, slots=True)
class Told:
    """Two texts held together. Shares are 0 to 1, (left, right)."""

    common: int  # words that each has once
    words: float  # of those that the poorer has once
    order: float  # of the common ones: that stand in the same order of sentences
    names: tuple[float, float]  # of its names, what stands in the other
    numbers: tuple[float, float]
    figures: int  # numbers and days that both have
    exchanged: int  # numbers that each has instead of the other's
    strangers: tuple[bool, bool]  # does its opening name somebody whom the other does not know?

    def turned(self) -> "Told":
        """The same with left and right exchanged."""
        return replace(self, names=self.names[::-1], numbers=self.numbers[::-1], strangers=self.strangers[::-1])


def telling(codes: U32, sentence: I64) -> Telling:
    """What a text tells. `sentence`: the number of the sentence of each word."""
    words, kinds, marks = plain(codes)
    order = np.argsort(words, kind="stable")
    ordered = words[order]
    first = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]) != 0)
    alone = order[first[np.diff(np.append(first, len(words))) == 1]]
    alone = alone[kinds[alone] != FUNCTION]
    named = kinds == NAME
    opening = _opening(sentence)
    states = named & opening & (marks & STATE > 0)
    named &= ((codes & OPENS) == 0) & (marks & OFFICE == 0)
    return Telling(
        words[alone],
        sentence[alone],
        ordered[first],
        np.unique(words[named]),
        np.unique(words[kinds == NUMBER]),
        _runs(words, named & opening),
        np.unique(words[states]),
    )


def told(left: Telling, right: Telling) -> Told | None:
    """What two texts tell alike; None where they share too little to ask."""
    poorer = min(len(left.once), len(right.once))
    common, mine, theirs = np.intersect1d(left.once, right.once, assume_unique=True, return_indices=True)
    if not poorer or len(common) < SHARED * poorer:
        return None
    pairs = sorted(zip(left.sentences[mine].tolist(), right.sentences[theirs].tolist(), strict=True))
    missing = _missing(left.numbers, right.every), _missing(right.numbers, left.every)
    return Told(
        len(common),
        len(common) / poorer,
        _ascending([place for _, place in pairs]) / len(common),
        (_share(left.names, right.every), _share(right.names, left.every)),
        (1 - missing[0] / max(len(left.numbers), 1), 1 - missing[1] / max(len(right.numbers), 1)),
        len(np.intersect1d(left.numbers, right.numbers, assume_unique=True)),
        min(missing),
        strangers(left, right),
    )


def strangers(left: Telling, right: Telling) -> tuple[bool, bool]:
    """Of each text: does its opening name somebody whom the other does not know?"""
    return _strangers(left.principals, right.every), _strangers(right.principals, left.every)


def others(left: Telling, right: Telling) -> Others | None:
    """Whom the opening of each names, of whom the other text does not speak.

    A name of one word is no person here: spinners change "Defence" in "Defence Department".
    """
    if _missing(left.states, right.every) and _missing(right.states, left.every):
        return "states"
    return "persons" if _unknown(left, right) and _unknown(right, left) else None


def _unknown(text: Telling, other: Telling) -> bool:
    """Does its opening name a person of whom the other text has no word?"""
    return any(len(name) > 1 and _missing(name, other.every) == len(name) for name in text.principals)


def _strangers(principals: tuple[U32, ...], known: U32) -> bool:
    """A name of which more than half is unknown: a first name alone says nothing, and spellings differ."""
    return any(2 * _missing(name, known) > len(name) for name in principals)


def _opening(sentence: I64) -> Bools:
    """The words of the first sentences of some length."""
    sizes = np.bincount(sentence) if len(sentence) else np.zeros(0, np.int64)
    opening: Bools = np.isin(sentence, np.flatnonzero(sizes >= SENTENCE)[:OPENING])
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


def _share(words: U32, known: U32) -> float:
    return 1 - _missing(words, known) / max(len(words), 1)


def _among(words: U32, known: U32) -> Bools:
    """Which of some words are among others, which are sorted."""
    if not len(known):
        return np.zeros(len(words), bool)
    found: Bools = known[np.minimum(np.searchsorted(known, words), len(known) - 1)] == words
    return found
