"""Shards: items written into files of one size, which any machine can read, and whose results are gathered into a database.

`write_shards` cuts items into shards; `run_shard` reads one of them; `Shelf` gives a run what was read, so that a database is what it
would be had one program read everything. A shard's results are complete when its marker stands beside them: a run that is killed
leaves none, and is simply run again. Two runs of one shard at once: the second says that it is being read.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import msgspec

from memcon.annotate.parser import Parser
from memcon.flow.items import Outcome, read_items, together
from memcon.flow.ledger import READING_ROOMS, code_version, findings_key
from memcon.model.document import RawItem
from memcon.model.errors import MemconError
from memcon.model.record import Reject

LISTING = "shards.json"
BATCH = 100_000  # bytes read together
LENGTH = 4  # bytes that tell how long the next item is


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of items, how many there are, and the digest of its bytes."""

    name: str
    items: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All shards of some paths, and what was set aside when they were cut."""

    shards: tuple[Shard, ...]
    rejects: tuple[Reject, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """That a shard was read: which bytes to which (`found`), by which code and model, how many of its items hold a report."""

    sha256: str
    found: str
    version: str
    read: int
    refused: int


def write_shards(items: Iterable[RawItem | Reject], into: Path, size: int) -> Listing:
    """Cut items into shards of at least `size` bytes. The listing is written last: without it, nothing is complete."""
    into.mkdir(parents=True, exist_ok=True)
    if (into / LISTING).exists():
        raise MemconError(f"{into}: it holds shards already; give a new folder")
    rejects: list[Reject] = []
    shards = [_write_shard(into, n, some) for n, some in enumerate(together(_kept(items, rejects), size))]
    listing = Listing(tuple(shards), tuple(rejects))
    _write_whole(into / LISTING, msgspec.json.encode(listing))
    return listing


def _kept(items: Iterable[RawItem | Reject], rejects: list[Reject]) -> Iterator[RawItem]:
    for item in items:
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            yield item


def _write_shard(into: Path, number: int, items: list[RawItem]) -> Shard:
    body = b"".join(_framed(msgspec.msgpack.encode(item)) for item in items)
    name = f"shard-{number:05}"
    _write_whole(into / f"{name}.items", body)
    return Shard(name, len(items), sha256(body).hexdigest())


def listing_of(folder: Path) -> Listing:
    """The shards of a folder; raises MemconError where it holds none."""
    try:
        return msgspec.json.decode((folder / LISTING).read_bytes(), type=Listing)
    except FileNotFoundError as problem:
        raise MemconError(f"{folder}: no shards; make them: memcon shard PATH... --into {folder}") from problem
    except msgspec.DecodeError as problem:
        raise MemconError(f"{folder / LISTING}: damaged ({problem}); cut the shards anew") from problem


def run_shard(folder: Path, number: int, parser: Parser) -> tuple[Done, bool]:
    """Read a shard; False where it had been read by the same code and model."""
    shards = listing_of(folder).shards
    if not 0 <= number < len(shards):
        raise MemconError(f"{folder}: there is no shard {number}; there are 0 to {len(shards) - 1}")
    shard = shards[number]
    if (done := done_of(folder, shard, parser)) and is_whole(folder, shard, parser):
        return done, False
    lock = folder / f"{shard.name}.lock"
    with _only_one(lock):
        if (done := done_of(folder, shard, parser)) and is_whole(folder, shard, parser):  # by who held it until now
            return done, False
        body = (folder / f"{shard.name}.items").read_bytes()
        if sha256(body).hexdigest() != shard.sha256:
            raise MemconError(f"{folder / shard.name}.items: not the bytes that were written; cut the shards anew")
        return _read_shard(folder, shard, body, parser), True


def _read_shard(folder: Path, shard: Shard, body: bytes, parser: Parser) -> Done:
    items = [msgspec.msgpack.decode(framed, type=RawItem) for framed in _frames(body)]
    found = folder / f"{shard.name}.found"
    read = refused = 0
    working = _working(found)
    digest = sha256()
    with working.open("wb") as out:
        for some in together(items, BATCH):
            for item, outcome in zip(some, read_items(some, parser), strict=True):
                body = _framed(msgspec.msgpack.encode((findings_key(item, parser.version), outcome)))
                out.write(body)
                digest.update(body)
                read += outcome.reject is None
                refused += outcome.reject is not None
    working.replace(found)
    done = Done(shard.sha256, digest.hexdigest(), _version(parser), read, refused)
    _write_whole(folder / f"{shard.name}.done", msgspec.json.encode(done))
    return done


def done_of(folder: Path, shard: Shard, parser: Parser) -> Done | None:
    """The marker of a shard that was read as it is now, by the code and model of now."""
    try:
        done = msgspec.json.decode((folder / f"{shard.name}.done").read_bytes(), type=Done)
    except (OSError, msgspec.DecodeError):
        return None
    return done if (done.sha256, done.version) == (shard.sha256, _version(parser)) else None


def is_whole(folder: Path, shard: Shard, parser: Parser) -> bool:
    """Was the shard read, and is what it was read to as it was written?"""
    done = done_of(folder, shard, parser)
    try:
        with (folder / f"{shard.name}.found").open("rb") as stream:
            return done is not None and file_digest(stream, "sha256").hexdigest() == done.found
    except OSError:
        return False


def items_of(folder: Path, shards: Iterable[Shard]) -> Iterator[RawItem | Reject]:
    """The items of some shards, in the order in which they were cut."""
    for shard in shards:
        try:
            body = (folder / f"{shard.name}.items").read_bytes()
        except OSError as problem:
            yield Reject(str(folder / shard.name), "shard that cannot be read", str(problem.strerror))
            continue
        if sha256(body).hexdigest() != shard.sha256:
            yield Reject(str(folder / shard.name), "damaged shard", "not the bytes that were written; cut the shards anew")
            continue
        yield from (msgspec.msgpack.decode(framed, type=RawItem) for framed in _frames(body))


class Shelf:
    """An engine that gives what shards were read to; what is on none of them is read here."""

    def __init__(self, folder: Path, shards: Iterable[Shard], parser: Parser) -> None:
        self._parser = parser
        self._at: dict[str, tuple[Path, int]] = {}
        for shard in shards:
            path = folder / f"{shard.name}.found"
            with path.open("rb") as stream:
                self._at |= {key: (path, at) for key, at in _keys(stream)}

    def read(self, batches: Iterable[list[RawItem]]) -> Iterator[Outcome]:
        """What becomes of each item, in order."""
        for batch in batches:
            for item in batch:
                place = self._at.get(findings_key(item, self._parser.version))
                yield _outcome_at(*place) if place else next(read_items([item], self._parser))


def _keys(stream: BinaryIO) -> Iterator[tuple[str, int]]:
    while len(head := stream.read(LENGTH)) == LENGTH:
        at = stream.tell()
        key, _ = msgspec.msgpack.decode(stream.read(int.from_bytes(head, "big")), type=tuple[str, msgspec.Raw])
        yield key, at - LENGTH


def _outcome_at(path: Path, at: int) -> Outcome:
    with path.open("rb") as stream:
        stream.seek(at)
        body = stream.read(int.from_bytes(stream.read(LENGTH), "big"))
    return msgspec.msgpack.decode(body, type=tuple[str, Outcome])[1]


def _framed(body: bytes) -> bytes:
    return len(body).to_bytes(LENGTH, "big") + body


def _frames(body: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(body):
        length = int.from_bytes(body[at : at + LENGTH], "big")
        yield body[at + LENGTH : at + LENGTH + length]
        at += LENGTH + length


def _write_whole(path: Path, body: bytes) -> None:
    """A file that is there whole or not at all."""
    working = _working(path)
    working.write_bytes(body)
    working.replace(path)


def _working(path: Path) -> Path:
    """A name that no other program has, on this machine or another that sees the folder."""
    return path.with_name(f"{path.name}.{uuid4().hex}")


def _version(parser: Parser) -> str:
    return f"{parser.version} {code_version(READING_ROOMS)}"


class _only_one:
    """Holds a file that nobody else holds; it is free again when the process ends, however it does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    def __enter__(self) -> None:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            return  # Windows: who ends last leaves the same bytes
        except BlockingIOError as problem:
            os.close(self._file)
            raise MemconError(f"{self._path.with_suffix('')}: another program is reading this shard") from problem

    def __exit__(self, *_: object) -> None:
        os.close(self._file)
