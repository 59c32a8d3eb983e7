"""Which local engagements are alike, asked of a crew where there are many pairs.

Comes in: local engagements by number. Goes out: the pairs of them that are alike, the same whoever scored them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

import msgspec

from memcon.coreference.occasions.blocks import candidates
from memcon.coreference.occasions.clusters import Pair, Scoring, scored, scored_pairs
from memcon.flow.joining.crew import Crew, Piece
from memcon.model.cluster import Cluster
from memcon.model.identity import Identity

FEW = 60_000  # pairs that one process scores in the second or so in which workers start
PIECE = 20_000  # pairs of a piece: a third of a second, and some megabytes
NOBODY = Identity({})


def scoring_by(crew: Crew | None) -> Scoring:
    """How pairs are scored."""
    if crew is None:
        return scored

    def scoring(clusters: Mapping[int, Cluster]) -> list[Pair]:
        pairs = iter(candidates(clusters))
        first = list(islice(pairs, FEW))
        if len(first) < FEW:
            return scored_pairs(clusters, first)
        answers = crew.work(pieces_of(clusters, chain(first, pairs)))
        return [pair for answer in answers for pair in alike(answer)]

    return scoring


def pieces_of(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Pairs in pieces, each with the local engagements that it is about. One stands in several pieces, and is made ready once."""
    pairs = iter(pairs)
    ready: dict[int, msgspec.Raw] = {}
    while some := list(islice(pairs, PIECE)):
        numbers = {n for pair in some for n in pair}
        ready |= {n: msgspec.Raw(carried(clusters[n])) for n in numbers - ready.keys()}
        yield piece_of({n: ready[n] for n in numbers}, some)


def carried(cluster: Cluster) -> bytes:
    """A local engagement as it is sent: who everybody else is, nobody asks there."""
    return msgspec.msgpack.encode(replace(cluster, identity=NOBODY))


def piece_of(carried: Mapping[int, msgspec.Raw], pairs: Sequence[tuple[int, int]]) -> Piece:
    return Piece("score", msgspec.msgpack.encode({"clusters": carried, "pairs": pairs}))


def alike(answer: bytes) -> list[Pair]:
    """The pairs that are alike, of a piece."""
    return msgspec.msgpack.decode(answer, type=list[Pair])
