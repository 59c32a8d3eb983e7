"""The index of copies between two joins: kept as bytes, and asked whether new texts change what is known of copies.

Comes in: a filled `CopyIndex`; later, new texts. Goes out: a `KeptCopies` for the texts that were filed at once, and whether the
families stay as they are when the new ones are filed. They stay where no new text is worth comparing with another, and no two
old ones lose a key that they shared: a key of more than `ALL` texts pairs each with its neighbours alone, and a new text can
come between them.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from memcon.copies.families import BATCH, CopyIndex, in_order
from memcon.copies.index import Text, TextIndex
from memcon.copies.postings import ALL, SIGN_BITS, Run, matching, merged, packed
from memcon.copies.words import U64
from memcon.model.kept import KeptCopies

WORDLESS = blake2b(b"", digest_size=16).digest()


def filed(texts: Iterable[Text]) -> CopyIndex:
    """An index of texts, in an order that depends on their words alone."""
    index = CopyIndex()
    index.add(sorted(texts, key=in_order))
    return index


def kept(index: CopyIndex) -> KeptCopies:
    """What of an index is kept."""
    pairs = np.array([c.left << 32 | c.right for c in index.candidates()], np.uint64)
    runs = [merged(postings.runs) if postings.runs else None for postings in index.index.postings]
    return KeptCopies(
        tuple(index.index.ids),
        b"".join(index.index.digests),
        tuple(counts.tobytes() for counts in index.index.filed),
        tuple(run.filed.tobytes() if run else b"" for run in runs),
        tuple(run.owners.tobytes() if run else b"" for run in runs),
        np.sort(pairs).tobytes(),
    )


def undisturbed(known: Sequence[KeptCopies], texts: Sequence[Text]) -> KeptCopies | None:
    """What to keep of new texts, where they leave all families as they are; else None."""
    new = filed(texts)
    before = sum(len(batch.ids) for batch in known)
    if before + len(new) > BATCH:
        return None  # more are filed in parts, and a key counts within its part
    if new.candidates() or any(number != first for number, first in enumerate(new.index.same_as)):
        return None
    mine = kept(new)
    digests = _digests(known)
    if not digests.isdisjoint(_digests([mine])):
        return None
    index = _restored(known)
    candidates = np.frombuffer(b"".join(batch.candidates for batch in known), np.uint64)
    ranks = np.frombuffer(b"".join(batch.digests for batch in (*known, mine)), np.uint64)[::2]
    for postings, fresh in zip(index.postings, new.index.postings, strict=True):
        run = merged(fresh.runs) if fresh.runs else None
        if run and np.isin(_lost(postings.runs, run, ranks, before), candidates).any():
            return None
    return None if index.add([(text.id, text.text) for text in texts]) else mine


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
