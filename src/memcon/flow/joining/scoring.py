"""Which local engagements are alike, asked of a crew where there are many pairs.

Comes in: local engagements by number. Goes out: the pairs of them that are alike, the same whoever scored them, and whether or not their
blocks were spilled.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from memcon.coreference.occasions.blocks import candidates
from memcon.coreference.occasions.clusters import Pair, Scoring, scored_pairs
from memcon.flow.joining.crew import Crew, Piece
from memcon.flow.joining.pieces import alike, carried, done, to_score
from memcon.flow.joining.spilling import PIECE, Spill
from memcon.model.cluster import Cluster
from memcon.model.extras import Extra

FEW = 60_000  # pairs that one process scores in the second or so in which workers start
MANY = 500_000  # local engagements whose blocks and pairs are spilled: they take some gigabytes in memory (`benchmarks/keys.py`)


def scoring_by(crew: Crew | None, many: int = MANY) -> Scoring:
    """How pairs are scored: of few here, of many by the crew; of `many` engagements from disk, where the libraries for that are there."""

    def scoring(clusters: Mapping[int, Cluster]) -> list[Pair]:
        if len(clusters) >= many and Extra("analysis", "duckdb").installed:
            with Spill() as spill:
                for cluster in clusters.values():
                    spill.put(cluster)
                names = list(clusters)
                return [(turn, anchor, names[i], names[j]) for turn, anchor, i, j in _scored(spill.pieces(), crew)]
        pairs = iter(candidates(clusters))
        first = list(islice(pairs, FEW)) if crew is not None else []
        if len(first) < FEW:
            return scored_pairs(clusters, chain(first, pairs))
        return list(_scored(pieces_of(clusters, chain(first, pairs)), crew))

    return scoring


def _scored(pieces: Iterable[Piece], crew: Crew | None) -> Iterator[Pair]:
    answers = crew.work(pieces) if crew is not None else map(done, pieces)
    return (pair for answer in answers for pair in alike(answer))


def pieces_of(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Pairs in pieces, each with the local engagements that it is about. One stands in several pieces, and is made ready once."""
    pairs = iter(pairs)
    ready: dict[int, bytes] = {}
    while some := list(islice(pairs, PIECE)):
        numbers = {n for pair in some for n in pair}
        ready |= {n: carried(clusters[n]) for n in numbers - ready.keys()}
        yield to_score({n: ready[n] for n in numbers}, some)
