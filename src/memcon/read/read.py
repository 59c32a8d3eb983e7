"""Paths -> RawItems, one after another: texts, saved pages, JSON Lines, gzipped or not; Parquet.

Comes in: files, folders, globs, `-` for standard input. Goes out, as they are read: a `RawItem` for each report, a
`Reject` with reason and remedy for each thing that is none. What a file is, its first bytes say before its name does.
Only one report is in memory at a time. Whether the bytes are a text in English is for `clean` to say.
"""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Literal, assert_never, cast

from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.lines import MAX_ITEM, TOO_LONG, read_lines
from memcon.read.manifest import Manifest, read_manifest
from memcon.read.parquet import read_parquet
from memcon.read.paths import STDIN, Found, all_files, unreachable
from memcon.registers.media import Reader, by_magic, by_suffix

HEAD = 4096  # bytes that are looked at to tell what a file is
Stream = BufferedReader | gzip.GzipFile


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What holds for all items that do not say it themselves, and whether manifests are read."""

    published: str | None = None
    outlet: str | None = None
    use_manifest: bool = True

    @property
    def given(self) -> Given:
        return Given(published=self.published, published_basis="option" if self.published else None, outlet=self.outlet)


def read_paths(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[RawItem | Reject]:
    """Everything behind the paths, in the order of the paths and of the names below them."""
    options = options or ReadOptions()
    manifests: dict[Path, Manifest] = {}
    for found in all_files(str(path) for path in paths):
        if isinstance(found, Reject):
            yield found
            continue
        folder = found.path.parent
        if options.use_manifest and str(found.path) != STDIN and folder not in manifests:
            manifests[folder] = read_manifest(folder)
            yield from _problems(manifests[folder], found.named)
        yield from _read_file(found, _given(found.path, manifests.get(folder), options))


def _problems(manifest: Manifest, named: bool) -> Iterator[Reject]:
    """What is wrong with a manifest. Who names one file does not ask for the others."""
    if manifest.problem:
        yield manifest.problem
    if not named:
        yield from manifest.missing()


def _given(path: Path, manifest: Manifest | None, options: ReadOptions) -> Given:
    said = manifest.of(path) if manifest else None
    if said is None:
        return options.given
    if said.published is None:
        said = replace(said, published=options.published, published_basis=options.given.published_basis)
    return replace(said, outlet=said.outlet or options.outlet)


def _read_file(found: Found, given: Given) -> Iterator[RawItem | Reject]:
    source = "stdin" if str(found.path) == STDIN else str(found.path)
    try:
        if source == "stdin" and sys.stdin is None:
            yield Reject(source, "empty file", "standard input is closed")
        elif source == "stdin":
            yield from _read_stream(source, "", cast(BufferedReader, sys.stdin.buffer), given)
        else:
            with found.path.open("rb") as stream:
                yield from _read_stream(source, found.path.name, stream, given)
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        yield Reject(source, "broken gzip", f"{problem}; the file ends too early or is damaged: fetch it again")
    except OSError as problem:
        yield unreachable(found.path, problem)


def _read_stream(source: str, name: str, stream: Stream, given: Given) -> Iterator[RawItem | Reject]:
    """The items of one stream; `name` is what its suffix is read from."""
    head = stream.peek(HEAD)[:HEAD]
    if not head.strip():
        yield Reject(source, "empty file", "it holds no text")
        return
    medium = by_magic(head)
    if medium and medium.reads == "gzip":
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from _read_stream(source, name.removesuffix(".gz"), unpacked, given)
        return
    if medium and medium.reads == "parquet":
        yield from read_parquet(source, cast(BinaryIO, stream), given)
        return
    by_name = by_suffix(name)
    unreadable = medium or (by_name if by_name and by_name.reads is None else None)
    if unreadable:
        # An office document is an archive inside: the name says which.
        kind = by_name if by_name and by_name.reads is None else unreadable
        yield Reject(source, f"unsupported: {kind.name}", f"memcon cannot read it; {kind.remedy}")
        return
    reader = _reader(head, by_name.reads if by_name else None)
    if reader == "lines":
        yield from read_lines(source, cast(BinaryIO, stream), given)
    else:
        yield _whole(source, stream, "text/html" if reader == "html" else "text/plain", given)


def _reader(head: bytes, by_name: Reader | None) -> Literal["text", "html", "lines"]:
    """How to read a stream. A name is believed; without one that says it, the first bytes decide."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:512].lower()
    match by_name:
        case "html" | "lines":
            return by_name
        case "text" | "gzip" | "parquet" | None:
            pass
        case _:
            assert_never(by_name)  # a reader that registers/media.py names and nothing here calls
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        start.startswith(b"<?xml") and b"<html" in start
    ):
        return "html"
    if by_name is None and start.startswith(b'{"'):
        return "lines"
    return "text"


def _whole(source: str, stream: Stream, media_type: str, given: Given) -> RawItem | Reject:
    body = stream.read(MAX_ITEM + 1)
    if len(body) > MAX_ITEM:
        return Reject(source, "too large", TOO_LONG)
    return RawItem(source, body, media_type, sha256_of(body), given)
