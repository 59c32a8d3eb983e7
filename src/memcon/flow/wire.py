"""What passes between a run and its workers: messages as MessagePack, each after its length in four bytes.

Comes in and goes out: `Task` to the worker, `Answer` from it, over the pipes that are its standard input and output. A
message cut off by the death of its sender counts as the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

import msgspec

from memcon.flow.items import Outcome
from memcon.flow.joining.crew import Piece
from memcon.model.document import RawItem

LENGTH = 4  # bytes
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task:
    """Items to be read together, or pieces of a join; the worker answers each by itself, in order."""

    items: tuple[RawItem, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says: that it is ready (nothing set), what became of an item or a piece, or why it cannot go on.

    missing  the message of a MissingAsset: no worker will fare better
    broken   the trace of a bug, where bugs are to crash the run
    """

    outcome: Outcome | None = None
    result: bytes | None = None
    missing: str | None = None
    broken: str | None = None


def send(stream: BinaryIO, message: Task | Answer) -> None:
    body = msgspec.msgpack.encode(message)
    stream.write(len(body).to_bytes(LENGTH, "big") + body)
    stream.flush()


def receive(stream: BinaryIO, kind: type[T]) -> Iterator[T]:
    """The messages of a stream, until it ends."""
    decoder = msgspec.msgpack.Decoder(kind)
    while len(head := stream.read(LENGTH)) == LENGTH:
        length = int.from_bytes(head, "big")
        body = stream.read(length)
        if len(body) < length:
            return
        yield decoder.decode(body)
