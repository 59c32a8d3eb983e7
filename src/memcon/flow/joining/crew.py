"""Who does pieces of a join beside it (`Crew`): workers of this machine, actors of a cluster.

Comes in: pieces. Goes out: what comes of each, in the order of the pieces, whoever is faster.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a join. `what`: its name in `flow/joining/pieces.py`; `body`: what it is done with, as MessagePack."""

    what: str
    body: bytes


@runtime_checkable
class Crew(Protocol):
    """Does pieces of a join."""

    def work(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """What comes of each piece, in order."""
        ...
