"""Texts -> which of them are worth comparing, and what the comparison says. Grows: `add` as many times as you like.

Comes in: texts with an id each. Goes out: `Candidate`s, pairs of texts with how much they share. Texts whose words are the same
are filed once. Nothing of a text is kept but four bytes a word and its keys: about 4.5 kB for one of 550 words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from memcon.copies.index.keys import KINDS, MAX, keys_of
from memcon.copies.index.postings import Pairs, Postings
from memcon.copies.index.words import I64, U32, WORD, chunks, words_of

Floats = np.ndarray[tuple[int], np.dtype[np.float32]]

ENOUGH = 0.15  # summed over the kinds: share of the keys of the text that has fewer. Spun texts of 40% begin at 0.15
COMMON = 2  # keys


@dataclass(frozen=True, slots=True)
class Text:
    """One text to file. `published` is an ISO day or time."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two texts, by number, that share keys. `strength`: the share of common keys, summed over their kinds; `verbatim`: of one;
    `copy`: is one a copy of the other, where they were compared before."""

    left: int
    right: int
    strength: float
    verbatim: float
    copy: bool | None = None


class TextIndex:
    """The keys and words of all texts. A text's number is its place in the order in which texts came."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self.digests: list[bytes] = []
        self.same_as: list[int] = []  # the first text with the same words; itself
        self._codes: list[U32] = []
        self._first: dict[bytes, int] = {}
        self.postings = tuple(Postings() for _ in KINDS)
        self.filed: list[I64] = [np.zeros(0, np.int64) for _ in KINDS]  # keys of each text

    def __len__(self) -> int:
        return len(self.ids)

    def codes(self, number: int) -> U32:
        return self._codes[number]

    def add(self, texts: Sequence[tuple[str, str]]) -> list[Candidate]:
        """File texts, each an id and its words; the pairs in which one of them takes part."""
        start = len(self.ids)
        hashes: list[list[np.ndarray[tuple[int], np.dtype[np.uint64]]]] = [[] for _ in KINDS]
        owners: list[list[np.ndarray[tuple[int], np.dtype[np.int32]]]] = [[] for _ in KINDS]
        for first, last in chunks([text for _, text in texts]):
            words = words_of([text for _, text in texts[first:last]])
            fresh = self._file([i for i, _ in texts[first:last]], words.codes, words.bounds)
            for kind, (keys, of) in enumerate(keys_of(words)):
                wanted = fresh[of]
                hashes[kind].append(keys[wanted])
                owners[kind].append(of[wanted] + np.int32(start + first))
        if start == len(self.ids):
            return []
        return self._candidates(start, [np.concatenate(some) for some in hashes], [np.concatenate(some) for some in owners])

    def _file(self, ids: list[str], codes: U32, bounds: I64) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Keep the words; which of the texts are the first with theirs."""
        fresh = np.ones(len(ids), bool)
        for at, name in enumerate(ids):
            mine = codes[bounds[at] : bounds[at + 1]].copy()
            digest = blake2b((mine & WORD).tobytes(), digest_size=16).digest()
            number = len(self.ids)
            first = self._first.setdefault(digest, number) if len(mine) else number
            fresh[at] = first == number
            self.ids.append(name)
            self.numbers[name] = number
            self.digests.append(digest)
            self.same_as.append(first)
            self._codes.append(mine if first == number else self._codes[first])
        return fresh

    def _candidates(
        self,
        start: int,
        hashes: list[np.ndarray[tuple[int], np.dtype[np.uint64]]],
        owners: list[np.ndarray[tuple[int], np.dtype[np.int32]]],
    ) -> list[Candidate]:
        size = len(self.ids)
        signs = np.full(size, MAX, np.uint64)
        np.minimum.at(signs, owners[2], hashes[2])
        ranks = np.frombuffer(b"".join(self.digests), np.uint64)[::2]
        found = []
        for kind, postings in enumerate(self.postings):
            counts = (
                np.bincount(owners[kind] - start, minlength=size - start) if len(owners[kind]) else np.zeros(size - start)
            )
            self.filed[kind] = np.concatenate((self.filed[kind], counts.astype(np.int64)))
            found.append(postings.add(hashes[kind], owners[kind], signs, ranks))
        return strong(self.filed, found)


def strong(filed: Sequence[I64], found: Iterable[Pairs]) -> list[Candidate]:
    """Of pairs that share keys, by kind, those that share enough. `filed`: the number of keys of each text, by kind."""
    packed, shares, counts = [], [], []
    for some, pairs in zip(filed, found, strict=True):
        packed.append((pairs.left.astype(np.uint64) << np.uint64(32)) | pairs.right.astype(np.uint64))
        shares.append(pairs.counts / np.maximum(np.minimum(some[pairs.left], some[pairs.right]), 1))
        counts.append(pairs.counts)
    pairs_, inverse = np.unique(np.concatenate(packed), return_inverse=True)
    strength = np.bincount(inverse, np.concatenate(shares), len(pairs_))
    common = np.bincount(inverse, np.concatenate(counts), len(pairs_))
    verbatim = np.bincount(inverse[: len(shares[0])], shares[0], len(pairs_))
    kept = np.flatnonzero((strength >= ENOUGH) & (common >= COMMON))
    left = (pairs_[kept] >> np.uint64(32)).tolist()
    right = (pairs_[kept] & np.uint64(0xFFFFFFFF)).tolist()
    numbers = strength[kept].round(6).tolist(), verbatim[kept].round(6).tolist()
    return [Candidate(*c) for c in zip(left, right, *numbers, strict=True)]
