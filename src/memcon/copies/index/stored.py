"""The index of copies between two joins: kept as bytes, and asked whether new texts change what is known of copies.

Comes in: a filled `CopyIndex`; later, new texts. Goes out: a `KeptCopies` for the texts that were filed at once, and whether the
families stay as they are when the new ones are filed. They stay where no new text is a copy, and where no copy finds another text
that has more in common with it than all before, or less with one that it had something in common with: a key of more than `ALL`
texts pairs each with its neighbours alone, and a new text can come between them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from memcon.copies.families.alignment import Comparer, prepare
from memcon.copies.families.families import BATCH, CopyIndex, in_order
from memcon.copies.families.likeness import verdict
from memcon.copies.index.index import Candidate, Text, TextIndex
from memcon.copies.index.postings import ALL, SIGN_BITS, Run, matching, merged, packed
from memcon.copies.index.words import U64, words_of
from memcon.model.kept import KeptCopies

WORDLESS = blake2b(b"", digest_size=16).digest()


def filed(texts: Iterable[Text]) -> CopyIndex:
    """An index of texts, in an order that depends on their words alone."""
    index = CopyIndex()
    index.add(sorted(texts, key=in_order))
    return index


def kept(index: CopyIndex) -> KeptCopies:
    """What of an index is kept, when its families were asked for."""
    runs = [merged(postings.runs) if postings.runs else None for postings in index.index.postings]
    tied = np.zeros(len(index), np.uint8)
    for pair, like in index.bench.known():
        if verdict(like) == "copy":
            tied[list(pair)] = 1
    return KeptCopies(
        tuple(index.index.ids),
        b"".join(index.index.digests),
        tuple(counts.tobytes() for counts in index.index.filed),
        tuple(run.filed.tobytes() if run else b"" for run in runs),
        tuple(run.owners.tobytes() if run else b"" for run in runs),
        *_packed_candidates(index.candidates()),
        tied.tobytes(),
    )


def _packed_candidates(candidates: Sequence[Candidate]) -> tuple[bytes, bytes]:
    pairs = np.array([c.left << 32 | c.right for c in candidates], np.uint64)
    return pairs.tobytes(), np.array([c.strength for c in candidates], np.float64).tobytes()


def undisturbed(
    known: Sequence[KeptCopies], texts: Sequence[Text], read: Callable[[Iterable[str]], Mapping[str, Text]]
) -> KeptCopies | None:
    """What to keep of new texts, where they leave all families as they are; else None. `read` gives the texts of some ids."""
    new = filed(texts)
    before = sum(len(batch.ids) for batch in known)
    if before + len(new) > BATCH:
        return None  # more are filed in parts, and a key counts within its part
    mine = kept(new)
    own = _split(mine.digests)
    words = {digest for digest in own if digest != WORDLESS}
    if len(words) + own.count(WORDLESS) < len(own) or not words.isdisjoint(_digests(known)):
        return None
    pairs = _Pairs(known, len(new))
    index = _restored(known)
    ranks = np.frombuffer(b"".join(batch.digests for batch in (*known, mine)), np.uint64)[::2]
    for postings, fresh in zip(index.postings, new.index.postings, strict=True):
        run = merged(fresh.runs) if fresh.runs else None
        if run and pairs.weakened(_lost(postings.runs, run, ranks, before)):
            return None
    candidates = index.add([(text.id, text.text) for text in sorted(texts, key=in_order)])
    if any(pairs.disturbed(c, before) for c in candidates) or _any_copy(index, candidates, texts, read):
        return None
    packed_pairs, strengths = _packed_candidates(candidates)
    return replace(mine, candidates=packed_pairs, strengths=strengths, tied=bytes(len(new)))


def _any_copy(
    index: TextIndex,
    candidates: Iterable[Candidate],
    texts: Iterable[Text],
    read: Callable[[Iterable[str]], Mapping[str, Text]],
) -> bool:
    """Is one of two texts that are worth comparing a copy of the other?"""
    pairs = [(index.ids[c.left], index.ids[c.right]) for c in candidates]
    by_id = {text.id: text for text in texts}
    by_id |= read({i for pair in pairs for i in pair} - by_id.keys())
    ready = {i: prepare(words_of([by_id[i].text]).codes) for i in {i for pair in pairs for i in pair}}
    comparer = Comparer()
    for pair in pairs:
        left, right = sorted(pair, key=lambda i: in_order(by_id[i]))
        if verdict(comparer.compare(ready[left], ready[right])) == "copy":
            return True
    return False


class _Pairs:
    """The pairs worth comparing that are known, and the texts that stand in one of a copy.

    What grouping does with a text that is a copy of nothing depends on none of its pairs. One that is, is compared with the text
    with which it shares most: it must stay the same one.
    """

    def __init__(self, known: Sequence[KeptCopies], new: int) -> None:
        self._pairs = np.frombuffer(b"".join(batch.candidates for batch in known), np.uint64)
        self._tied = np.frombuffer(b"".join(batch.tied for batch in known) + bytes(new), np.uint8)
        self._most = np.zeros(len(self._tied))
        strengths = np.frombuffer(b"".join(batch.strengths for batch in known), np.float64)
        for ends in (self._pairs >> np.uint64(32), self._pairs & np.uint64(0xFFFFFFFF)):
            np.maximum.at(self._most, ends.astype(np.int64), strengths)

    def weakened(self, lost: U64) -> bool:
        """Do pairs that share less than before matter to a copy?"""
        mine = lost[np.isin(lost, self._pairs)].astype(np.int64)
        return bool(self._tied[mine >> 32].any() or self._tied[mine & 0xFFFFFFFF].any())

    def disturbed(self, candidate: Candidate, first_new: int) -> bool:
        """Does a copy share more with a new text than with all that were known?"""
        ends = [n for n in (candidate.left, candidate.right) if n < first_new and self._tied[n]]
        return any(candidate.strength >= self._most[n] for n in ends)


def _digests(batches: Iterable[KeptCopies]) -> set[bytes]:
    """The digests of words that several texts may have; texts without words are no copies of each other."""
    return {digest for batch in batches for digest in _split(batch.digests)} - {WORDLESS}


def _split(digests: bytes) -> list[bytes]:
    return [digests[at : at + 16] for at in range(0, len(digests), 16)]


def _restored(known: Iterable[KeptCopies]) -> TextIndex:
    """An index that knows the keys of the texts, not their words."""
    index = TextIndex()
    for batch in known:
        start = len(index)
        filed = [np.frombuffer(counts, np.int64) for counts in batch.filed]
        runs = [
            Run(np.frombuffer(keys, np.uint64), np.frombuffer(owners, np.int32) + np.int32(start))
            for keys, owners in zip(batch.keys, batch.owners, strict=True)
        ]
        index.restore(batch.ids, _split(batch.digests), filed, runs)
    return index


def _lost(old: Sequence[Run], new: Run, ranks: U64, first_new: int) -> U64:
    """Pairs of old texts that share a key of the new ones no longer, because these come between them."""
    new = Run(new.filed, new.owners + np.int32(first_new))
    shared = _crowded(merged([matching(run, new) for run in old]), len(ranks) - first_new) if old else None
    if shared is None or not len(shared.filed):
        return np.zeros(0, np.uint64)
    both = merged([shared, _of_keys(new, shared)])
    before, times = np.unique(packed(shared, ranks, 0, slice(0, len(shared.filed))), return_counts=True)
    pairs = packed(both, ranks, 0, slice(0, len(both.filed)))
    after, still = np.unique(pairs[(pairs & np.uint64(0xFFFFFFFF)) < np.uint64(first_new)], return_counts=True)
    at = np.minimum(np.searchsorted(after, before), len(after) - 1)
    lost: U64 = before[(after[at] != before) | (still[at] != times)] if len(after) else before
    return lost


def _crowded(run: Run, new: int) -> Run:
    """The postings of keys that with so many new texts more than `ALL` can share."""
    _, inverse, counts = np.unique(run.filed >> SIGN_BITS, return_inverse=True, return_counts=True)
    many: NDArray[np.bool_] = counts[inverse] + new > ALL
    return Run(run.filed[many], run.owners[many])


def _of_keys(run: Run, other: Run) -> Run:
    wanted = np.isin(run.filed >> SIGN_BITS, other.filed >> SIGN_BITS)
    return Run(run.filed[wanted], run.owners[wanted])
