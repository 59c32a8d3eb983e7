"""Words -> the keys under which a text is filed, so that its copies are found without comparing it with every other.

Comes in: the words of several texts. Goes out, for each kind of key, hashes and the text of each. Three kinds, because copying
leaves different things alone:

verbatim   five words on end, winnowed: of 16 neighbours the smallest. Any 20 words that two texts share give a common key.
           Finds reprints, updates, excerpts.
names      three names or numbers on end, in whatever order; no words of offices, and states by their name. Outlive spinning
           and translation, which puts "Kenya's foreign minister Wanyama" for "Kenyan Foreign Minister Wanyama".
skeleton   five small words, names or numbers on end, each with "other words before it" or not. Outlive spinning.

Names and skeleton are thinned to about `KEPT` a text, by the size of the hash, so that long texts do not fill the index.
Swept on 250 families of public-domain briefings: at 64, pairs of original and copy with two common keys or more: reprint, update,
excerpt 1.0, .99, .99 (verbatim or skeleton), spun .996; at 32 the strongest spinning lost 2 of 100.
"""

import numpy as np
from numpy.typing import NDArray

from memcon.copies.index.plain import OFFICE, plain
from memcon.copies.index.words import FUNCTION, I64, KIND, NAME, U32, U64, WORD, Bools, Words, mix

WINDOW = 16  # a power of two
KEPT = 64
MAX = np.uint64(2**64 - 1)
I32 = NDArray[np.int32]
KINDS = ("verbatim", "names", "skeleton")


def keys_of(words: Words) -> tuple[tuple[U64, I32], ...]:
    """For each of `KINDS`: the hashes, and the number of the text of each."""
    texts = len(words.bounds) - 1
    owners = np.repeat(np.arange(texts, dtype=np.int32), np.diff(words.bounds))
    codes = words.codes & WORD
    small = np.flatnonzero((codes & KIND) >= FUNCTION)
    told, kinds, marks = plain(words.codes)
    named = np.flatnonzero((kinds >= NAME) & (marks & OFFICE == 0))
    return (
        _verbatim(codes, owners),
        _thinned(told[named], owners[named], 3, texts, ordered=False),
        _thinned(with_gaps(codes, small, words.bounds[owners[small]]), owners[small], 5, texts),
    )


def with_gaps(codes: U32, places: I64, begins: I64 | int = 0) -> U32:
    """The words at some places, each changed by whether other words of its text stand between it and the one before.

    begins    where the text of each word begins
    """
    before = np.maximum(np.concatenate(([-1], places[:-1])), np.asarray(begins) - 1)
    changed: U32 = codes[places] * np.uint32(2) + (places - before > 1)
    return changed


def ngrams(codes: U32, n: int, ordered: bool = True) -> U64:
    """A hash for each n codes on end, in their order or in whatever order."""
    if len(codes) < n:
        return np.zeros(0, np.uint64)
    size = len(codes) - n + 1
    parts = [codes[i : size + i] for i in range(n)]
    if not ordered:
        parts = list(np.sort(parts, axis=0))
    hashes = parts[0].astype(np.uint64)
    for part in parts[1:]:
        hashes = mix(hashes) + part
    return mix(hashes)


def _inside(owners: I32, n: int) -> Bools:
    """Which n-grams lie in one text."""
    inside: Bools = owners[: max(len(owners) - n + 1, 0)] == owners[n - 1 :]
    return inside


def _verbatim(codes: U32, owners: I32) -> tuple[U64, I32]:
    inside = _inside(owners, 5)
    hashes, owners = ngrams(codes, 5)[inside], owners[: len(inside)][inside]
    kept = np.concatenate([[], *(_winnow(part) for part in np.split(hashes, np.flatnonzero(np.diff(owners)) + 1))])
    kept = kept.astype(bool)
    return hashes[kept], owners[kept]


def _winnow(hashes: U64) -> Bools:
    """The smallest of each window (Schleimer, Wilkerson, Aiken 2003): the greatest of the minima around it is itself."""
    low, step = hashes, 1
    while step < WINDOW and step < len(low):
        low, step = np.minimum(low[:-step], low[step:]), step * 2
    high = np.concatenate(
        (np.full(len(hashes) - len(low), 0, np.uint64), low, np.full(len(hashes) - len(low), 0, np.uint64))
    )
    width = len(hashes) - len(low) + 1
    step = 1
    while step < width:
        shift = min(step, width - step)
        high, step = np.maximum(high[:-shift], high[shift:]), step + shift
    smallest: Bools = hashes == high
    return smallest


def _thinned(codes: U32, owners: I32, n: int, texts: int, ordered: bool = True) -> tuple[U64, I32]:
    inside = _inside(owners, n)
    hashes, owners = ngrams(codes, n, ordered)[inside], owners[: len(inside)][inside]
    share = np.minimum(KEPT / np.maximum(np.bincount(owners, minlength=texts), 1), 1.0)
    kept = hashes <= (share * (2.0**64 - 4096)).astype(np.uint64)[owners]
    return hashes[kept], owners[kept]
