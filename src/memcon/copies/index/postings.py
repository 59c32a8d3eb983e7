"""The keys of all texts, and which texts share how many of them.

Comes in: keys with the number of their text. Goes out: `Pairs`, texts that share keys, with how many. Grows by sorted runs that
are merged when they are of like size, so that to add a thousand texts to a hundred thousand touches the old ones by look-up only.

A key that up to `ALL` texts share pairs each with each. A key of more pairs each with its next `NEAR` in the order of the
texts' signs (the least of a text's hashes: copies mostly have the same, so they stand side by side). A standing phrase costs
as many pairs as texts, not their square, and a family of any size stays joined.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from memcon.copies.index.keys import I32
from memcon.copies.index.words import U64, Bools

ALL = 20
NEAR = 2
SIGN_BITS = np.uint64(24)  # the lower bits of a filed key: the sign of its text. Of the key itself 40 bits are kept
SLICE = 1 << 20  # postings that are paired at once


@dataclass(frozen=True, slots=True)
class Run:
    """Sorted keys, each with the sign of its text in the lower bits, and the texts."""

    filed: U64
    owners: I32


@dataclass(frozen=True, slots=True)
class Pairs:
    """left[i] < right[i] share counts[i] keys; sorted, each pair once."""

    left: I32
    right: I32
    counts: I32


class Postings:
    """The index of one kind of key. Mutable: it grows."""

    def __init__(self, runs: tuple[Run, ...] = ()) -> None:
        self.runs = list(runs)

    def add(self, hashes: U64, owners: I32, signs: U64, ranks: U64) -> Pairs:
        """File the keys of new texts (numbers above all earlier ones); pairs in which at least one text is new.

        signs, ranks    of all texts by number: what copies mostly have in common, and an order of texts by their words
        """
        new = _sorted((hashes >> SIGN_BITS << SIGN_BITS) | (signs[owners] >> np.uint64(40)), owners)
        if not len(new.filed):
            return _counted([])
        first = int(owners.min())
        old = [matching(run, new) for run in self.runs]
        both = merged([new, *old]) if any(len(run.filed) for run in old) else new
        pairs = _counted([packed(both, ranks, first, part) for part in _slices(both)])
        self._keep(new)
        return pairs

    def _keep(self, new: Run) -> None:
        """Merge while the last run is not much smaller than the one before: each posting is merged log n times."""
        self.runs.append(new)
        while len(self.runs) > 1 and 2 * len(self.runs[-1].filed) >= len(self.runs[-2].filed):
            last = self.runs.pop()
            self.runs[-1] = merged([self.runs[-1], last])


def _sorted(filed: U64, owners: I32) -> Run:
    order = np.lexsort((owners, filed)) if len(filed) < 1024 else np.argsort(filed, kind="stable")
    filed, owners = filed[order], owners[order]
    once = np.ones(len(filed), bool)
    once[1:] = (filed[1:] != filed[:-1]) | (owners[1:] != owners[:-1])
    return Run(filed[once], owners[once])


def merged(runs: list[Run]) -> Run:
    return _sorted(np.concatenate([run.filed for run in runs]), np.concatenate([run.owners for run in runs]))


def matching(run: Run, new: Run) -> Run:
    """The postings of a run whose keys the new one has."""
    keys = np.unique(new.filed >> SIGN_BITS)
    low = np.searchsorted(run.filed, keys << SIGN_BITS)
    high = np.searchsorted(run.filed, (keys << SIGN_BITS) | np.uint64((1 << 24) - 1), side="right")
    sizes = high - low
    places = np.repeat(low - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) + np.arange(int(sizes.sum()))
    return Run(run.filed[places], run.owners[places])


def _slices(run: Run) -> Iterator[slice]:
    """Parts of a run that divide no key."""
    start, size = 0, len(run.filed)
    while start < size:
        end = min(start + SLICE, size)
        if end < size:
            end = int(np.searchsorted(run.filed, (run.filed[end] >> SIGN_BITS) << SIGN_BITS))
            if end <= start:  # one key fills the slice
                last = (run.filed[start] >> SIGN_BITS << SIGN_BITS) | np.uint64((1 << 24) - 1)
                end = int(np.searchsorted(run.filed, last, side="right"))
        yield slice(start, end)
        start = end


def packed(run: Run, ranks: U64, first_new: int, part: slice) -> U64:
    """The pairs of a part as left << 32 | right, once for each key they share."""
    order = np.lexsort((ranks[run.owners[part]], run.filed[part]))
    keys, owners = (run.filed[part] >> SIGN_BITS)[order], run.owners[part][order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    few = np.repeat(sizes <= ALL, sizes)
    found = []
    for step in range(1, ALL):
        same: Bools = keys[step:] == keys[:-step]
        if step > NEAR:
            same &= few[: len(same)]
        left, right = owners[:-step][same], owners[step:][same]
        low, high = np.minimum(left, right), np.maximum(left, right)
        wanted = (high >= first_new) & (low != high)
        found.append((low[wanted].astype(np.uint64) << np.uint64(32)) | high[wanted].astype(np.uint64))
    return np.concatenate(found)


def pairs_of(run: Run, ranks: U64, wanted: U64 | None = None) -> Pairs:
    """The pairs that share keys of a run, with how many; of them only the wanted ones (left << 32 | right)."""
    found = [packed(run, ranks, 0, part) for part in _slices(run)]
    return _counted(found if wanted is None else [some[np.isin(some, wanted)] for some in found])


def _counted(found: list[U64]) -> Pairs:
    pairs, counts = np.unique(np.concatenate([np.zeros(0, np.uint64), *found]), return_counts=True)
    low = (pairs >> np.uint64(32)).astype(np.int32)
    return Pairs(low, (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32), counts.astype(np.int32))
