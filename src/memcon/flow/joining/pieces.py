"""Pieces of a join, done by whoever has hands free: this process, workers of this machine, actors of a cluster.

Comes in: a `Piece`, its name and what it is done with. Goes out: what comes of it. Both are MessagePack. A piece depends on nothing outside
it, so that it does not matter where it is done, or how often: one that ended two workers is done by the run itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from memcon.coreference.occasions.clusters import Pair, scored_pairs
from memcon.flow.joining.crew import Piece
from memcon.model.cluster import Cluster
from memcon.model.identity import Identity

SCORE = "score"
NOBODY = Identity({})


@dataclass(frozen=True, slots=True)
class _ToScore:
    """Pairs of local engagements that can be one occasion: which are alike?"""

    clusters: Mapping[int, Cluster]
    pairs: Sequence[tuple[int, int]]


def carried(cluster: Cluster) -> bytes:
    """A local engagement as it is sent: who everybody else is, nobody asks there."""
    return msgspec.msgpack.encode(replace(cluster, identity=NOBODY))


def to_score(carried: Mapping[int, bytes], pairs: Sequence[tuple[int, int]]) -> Piece:
    """Pairs to be scored, with the local engagements that they are about."""
    clusters = {n: msgspec.Raw(body) for n, body in carried.items()}
    return Piece(SCORE, msgspec.msgpack.encode({"clusters": clusters, "pairs": pairs}))


def alike(answer: bytes) -> list[Pair]:
    """The pairs that are alike, of a piece."""
    return msgspec.msgpack.decode(answer, type=list[Pair])


def _scored(body: bytes) -> list[Pair]:
    asked = msgspec.msgpack.decode(body, type=_ToScore)
    return scored_pairs(asked.clusters, asked.pairs)


PIECES: Mapping[str, Callable[[bytes], object]] = {SCORE: _scored}


def done(piece: Piece) -> bytes:
    """What comes of a piece."""
    return msgspec.msgpack.encode(PIECES[piece.what](piece.body))


def done_here(piece: Piece, detail: str) -> bytes:
    """What comes of a piece that ended workers twice. `detail`: how, which does not matter to it."""
    return done(piece)
