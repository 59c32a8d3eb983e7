"""Texts that were filed for good: what is kept of an index of copies, and what of it changes when texts come and go.

Comes in: what was kept, the ids of texts that go, texts that come. Goes out: a `Filing` in which every pair of texts shares what it
would share if all of them were filed at once: a key of more than `ALL` texts pairs each with its neighbours alone, so a text
that comes or goes can part or bring together two others, and these pairs are counted anew. Texts with the same words are filed once,
as the first of them in an order that depends on words and ids alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from memcon.copies.index.index import Candidate, Text, TextIndex, strong
from memcon.copies.index.keys import KINDS
from memcon.copies.index.postings import SIGN_BITS, Pairs, Run, matching, merged, pairs_of
from memcon.copies.index.words import I64, U64, Bools
from memcon.model.kept import KeptCopies

Read = Callable[[Iterable[str]], Mapping[str, Text]]
LOW = np.uint64(0xFFFFFFFF)
WORDLESS = blake2b(b"", digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Filed:
    """One text that is filed: its number, where it stands in the order of texts, its words, whether its keys are filed."""

    number: int
    order: tuple[bytes, str]
    digest: bytes
    first: bool


class Filing:
    """What is kept of all texts. Mutable: texts come and go."""

    def __init__(self, rows: Iterable[KeptCopies]) -> None:
        self.ids: list[str] = []
        self.orders: list[bytes] = []
        self.digests: list[bytes] = []
        self.alive: Bools = np.zeros(0, bool)
        self.filed: list[I64] = [np.zeros(0, np.int64) for _ in KINDS]
        self.runs: list[list[Run]] = [[] for _ in KINDS]
        self.pairs: dict[tuple[int, int], Candidate] = {}
        for row in rows:
            self._restore(row)
        self.numbers = {self.ids[n]: n for n in np.flatnonzero(self.alive).tolist()}

    def __len__(self) -> int:
        return len(self.ids)

    def _restore(self, row: KeptCopies) -> None:
        start = len(self.ids)
        self._extend(row.ids, _split(row.orders), _split(row.digests), [np.frombuffer(b, np.int64) for b in row.filed])
        for runs, keys, owners in zip(self.runs, row.keys, row.owners, strict=True):
            runs.append(Run(np.frombuffer(keys, np.uint64), np.frombuffer(owners, np.int32) + np.int32(start)))
        self.alive[np.frombuffer(row.gone, np.int64)] = False
        packed = np.frombuffer(row.candidates, np.uint64)
        left, right = (packed >> np.uint64(32)).tolist(), (packed & LOW).tolist()
        shares = [np.frombuffer(some, np.float64).tolist() for some in (row.strengths, row.verbatims)]
        for a, b, strength, verbatim, copy in zip(left, right, *shares, row.copies, strict=True):
            if strength:
                self.pairs[a, b] = Candidate(a, b, strength, verbatim, bool(copy))
            else:
                self.pairs.pop((a, b), None)

    def _extend(self, ids: Sequence[str], orders: Iterable[bytes], digests: Iterable[bytes], filed: Sequence[I64]) -> None:
        self.ids += ids
        self.orders += orders
        self.digests += digests
        self.alive = np.concatenate((self.alive, np.ones(len(ids), bool)))
        self.filed = [np.concatenate(both) for both in zip(self.filed, filed, strict=True)]

    def put(self, texts: TextIndex, orders: Sequence[bytes]) -> None:
        """File all texts of an index, where nothing is filed yet; `pairs` are to be given."""
        self._extend(texts.ids, orders, texts.digests, texts.filed)
        self.numbers = dict(texts.numbers)
        self.runs = [[merged(postings.runs)] if postings.runs else [_without(None, set())] for postings in texts.postings]

    def text(self, number: int) -> Filed:
        first = any(counts[number] for counts in self.filed)
        return Filed(number, (self.orders[number], self.ids[number]), self.digests[number], bool(first))

    def by_words(self, wanted: set[bytes]) -> dict[bytes, list[Filed]]:
        """The texts with some words. Those without any are no copies of each other."""
        found: dict[bytes, list[Filed]] = {digest: [] for digest in wanted}
        for n in np.flatnonzero(self.alive).tolist():
            if self.digests[n] in wanted and self.digests[n] != WORDLESS:
                found[self.digests[n]].append(self.text(n))
        return found

    # ---- texts come and go -----------------------------------------------------------------------------------------

    def change(self, gone: set[int], new: TextIndex, orders: Sequence[bytes], unfiled: set[int]) -> set[tuple[int, int]]:
        """Texts go and others come, of which some are not filed by their keys. The pairs that share more or less than before."""
        start = len(self)
        fresh = [_without(merged(p.runs), unfiled) if p.runs else _without(None, unfiled) for p in new.postings]
        keys = [_keys([run, *self._of(sorted(gone), kind)]) for kind, run in enumerate(fresh)]
        before = [self._pairs(kind, some) for kind, some in enumerate(keys)]
        filed = [_zeroed(counts, unfiled) for counts in new.filed]
        self._extend(new.ids, orders, new.digests, filed)
        self.alive[sorted(gone)] = False
        for runs, run in zip(self.runs, fresh, strict=True):
            runs.append(Run(run.filed, run.owners + np.int32(start)))
        after = [self._pairs(kind, some) for kind, some in enumerate(keys)]
        changed = np.unique(np.concatenate([_differing(a, b) for a, b in zip(before, after, strict=True)]))
        self.numbers = {self.ids[n]: n for n in np.flatnonzero(self.alive).tolist()}
        return self._count_again(changed)

    def _count_again(self, changed: U64) -> set[tuple[int, int]]:
        ends = np.unique(np.concatenate((changed >> np.uint64(32), changed & LOW))).astype(np.int64)
        ends = ends[self.alive[ends]] if len(ends) else ends
        counted = [self._pairs(kind, _keys(self._of(ends.tolist(), kind)), changed) for kind in range(len(KINDS))]
        now = {(c.left, c.right): c for c in strong(self.filed, counted)}
        found = {(int(p >> np.uint64(32)), int(p & LOW)) for p in changed}
        differing = {pair for pair in found if not _alike(self.pairs.get(pair), now.get(pair))}
        for pair in differing:
            before = self.pairs.pop(pair, None)
            if pair in now:
                copy = before.copy if before else None
                self.pairs[pair] = Candidate(*pair, now[pair].strength, now[pair].verbatim, copy)
        return differing

    def _of(self, numbers: Sequence[int], kind: int) -> list[Run]:
        """The postings of some texts."""
        some = np.array(numbers, np.int32)
        masks = [np.isin(run.owners, some) for run in self.runs[kind]]
        return [Run(run.filed[mask], run.owners[mask]) for run, mask in zip(self.runs[kind], masks, strict=True)]

    def _pairs(self, kind: int, keys: U64, wanted: U64 | None = None) -> Pairs:
        """The pairs of texts that share some keys, with how many."""
        asked = Run(keys, np.zeros(len(keys), np.int32))
        runs = [matching(run, asked) for run in self.runs[kind]]
        runs = [Run(run.filed[self.alive[run.owners]], run.owners[self.alive[run.owners]]) for run in runs]
        ranks = np.frombuffer(b"".join(self.digests), np.uint64)[::2]
        return pairs_of(merged(runs) if runs else _without(None, set()), ranks, wanted)


def kept_change(filing: Filing, start: int, gone: Iterable[int], changed: Iterable[tuple[int, int]]) -> KeptCopies:
    """What is to be kept of a change, beside what is kept of the texts before number `start`."""
    pairs = sorted(changed)
    now = [filing.pairs.get(pair) for pair in pairs]
    runs = [some[-1] for some in filing.runs]
    return KeptCopies(
        tuple(filing.ids[start:]),
        b"".join(filing.digests[start:]),
        b"".join(filing.orders[start:]),
        tuple(counts[start:].tobytes() for counts in filing.filed),
        tuple(run.filed.tobytes() for run in runs),
        tuple((run.owners - np.int32(start)).tobytes() for run in runs),
        np.array([a << 32 | b for a, b in pairs], np.uint64).tobytes(),
        np.array([c.strength if c else 0.0 for c in now], np.float64).tobytes(),
        np.array([c.verbatim if c else 0.0 for c in now], np.float64).tobytes(),
        bytes(bool(c and c.copy is not False) for c in now),
        np.array(sorted(gone), np.int64).tobytes(),
    )


def kept_whole(filing: Filing) -> KeptCopies:
    """All that is kept, at once: of what went nothing is left."""
    living = np.flatnonzero(filing.alive)
    number = np.full(len(filing), -1, np.int64)
    number[living] = np.arange(len(living))
    runs = []
    for some in filing.runs:
        run = merged(some) if some else _without(None, set())
        standing = filing.alive[run.owners]
        runs.append(Run(run.filed[standing], number[run.owners[standing]].astype(np.int32)))
    pairs = [c for c in filing.pairs.values() if filing.alive[c.left] and filing.alive[c.right]]
    ends = [tuple(sorted((int(number[c.left]), int(number[c.right])))) for c in pairs]
    return KeptCopies(
        tuple(filing.ids[n] for n in living),
        b"".join(filing.digests[n] for n in living),
        b"".join(filing.orders[n] for n in living),
        tuple(counts[living].tobytes() for counts in filing.filed),
        tuple(run.filed.tobytes() for run in runs),
        tuple(run.owners.tobytes() for run in runs),
        np.array([a << 32 | b for a, b in ends], np.uint64).tobytes(),
        np.array([c.strength for c in pairs], np.float64).tobytes(),
        np.array([c.verbatim for c in pairs], np.float64).tobytes(),
        bytes(c.copy is not False for c in pairs),
        b"",
    )


def _alike(a: Candidate | None, b: Candidate | None) -> bool:
    return (a is None) == (b is None) and (a is None or b is None or (a.strength, a.verbatim) == (b.strength, b.verbatim))


def _split(digests: bytes) -> list[bytes]:
    return [digests[at : at + 16] for at in range(0, len(digests), 16)]


def _without(run: Run | None, owners: set[int]) -> Run:
    if run is None:
        return Run(np.zeros(0, np.uint64), np.zeros(0, np.int32))
    if not owners:
        return run
    kept = ~np.isin(run.owners, np.array(sorted(owners), np.int32))
    return Run(run.filed[kept], run.owners[kept])


def _zeroed(counts: I64, numbers: set[int]) -> I64:
    changed = counts.copy()
    changed[sorted(numbers)] = 0
    return changed


def _keys(runs: Sequence[Run]) -> U64:
    """The keys of some postings, without the signs of their texts."""
    return np.unique(np.concatenate([run.filed >> SIGN_BITS << SIGN_BITS for run in runs]))


def _differing(before: Pairs, after: Pairs) -> U64:
    """The pairs of which one has another number than the other."""
    packed = [p.left.astype(np.uint64) << np.uint64(32) | p.right.astype(np.uint64) for p in (before, after)]
    both, inverse = np.unique(np.concatenate(packed), return_inverse=True)
    signed = np.concatenate((before.counts.astype(np.int64), -after.counts.astype(np.int64)))
    found: U64 = both[np.bincount(inverse, signed, len(both)) != 0]
    return found
