"""Paths -> RawItems, one after another, each file by the reader that `read/readers.py` has for it; gzipped or not.

Comes in: files, folders, globs, `-` for standard input. Goes out, as they are read: a `RawItem` for each report, a
`Reject` with reason and remedy for each thing that is none. What a file is, its first bytes say before its name does.
Only one report is in memory at a time. Whether the bytes are a text in English is for `clean` to say.
"""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.manifest import Manifest, read_manifest
from memcon.read.options import ReadOptions as ReadOptions
from memcon.read.paths import STDIN, Found, all_files, unreachable
from memcon.read.reader import Items, Reader
from memcon.read.readers import PAGE, TEXT, by_look, by_magic, by_name, reader_named
from memcon.registers import unreadable

HEAD = 4096  # bytes that are looked at to tell what a file is
GZIP = b"\x1f\x8b"
WRAPPINGS = 3  # gzip within gzip; a file that unpacks to itself would never end
Stream = BufferedReader | gzip.GzipFile


def read_paths(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[RawItem | Reject]:
    """Everything behind the paths, in the order of the paths and of the names below them."""
    options = options or ReadOptions()
    if options.reader:
        reader_named(options.reader)  # a slip is told before anything is read
    manifests: dict[Path, Manifest] = {}
    for found in all_files(str(path) for path in paths):
        if isinstance(found, Reject):
            yield found
            continue
        folder = found.path.parent
        if options.use_manifest and str(found.path) != STDIN and folder not in manifests:
            manifests[folder] = read_manifest(folder)
            yield from _problems(manifests[folder], found.named)
        yield from _read_file(found, _given(found.path, manifests.get(folder), options), options)


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


def _read_file(found: Found, given: Given, options: ReadOptions) -> Items:
    source = "stdin" if str(found.path) == STDIN else str(found.path)
    try:
        if source == "stdin" and sys.stdin is None:
            yield Reject(source, "empty file", "standard input is closed")
        elif source == "stdin":
            yield from _read_stream(source, "", cast(BufferedReader, sys.stdin.buffer), given, options)
        else:
            with found.path.open("rb") as stream:
                yield from _read_stream(source, found.path.name, stream, given, options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        yield Reject(source, "broken gzip", f"{problem}; the file ends too early or is damaged: fetch it again")
    except OSError as problem:
        yield unreachable(found.path, problem)


def _read_stream(source: str, name: str, stream: Stream, given: Given, options: ReadOptions, wrappings: int = 0) -> Items:
    """The items of one stream; `name` is what its suffix is read from."""
    head = stream.peek(HEAD)[:HEAD]
    if not head.strip():
        yield Reject(source, "empty file", "it holds no text")
    elif head.startswith(GZIP) and wrappings == WRAPPINGS:
        yield Reject(source, "gzip within gzip", f"it is packed more than {WRAPPINGS} times; unpack it")
    elif head.startswith(GZIP):
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from _read_stream(source, name.removesuffix(".gz"), unpacked, given, options, wrappings + 1)
    else:
        reader = reader_named(options.reader) if options.reader else _reader(source, name, head)
        if isinstance(reader, Reject):
            yield reader
        elif reader.needs and not reader.needs.installed:
            yield _missing(source, reader)
        else:
            for item in reader.read(source, name, cast(BinaryIO, stream), given, options):
                yield replace(item, reader=reader.name) if isinstance(item, RawItem) else item


def _reader(source: str, name: str, head: bytes) -> Reader | Reject:
    """Who reads a stream, or why nobody does. A name is believed; without one that says it, the first bytes decide."""
    if sure := by_magic(head):
        return sure
    unsupported = unreadable.by_suffix(name) or unreadable.by_magic(
        head
    )  # an office document is an archive inside: the name says which
    if unsupported:
        return Reject(source, f"unsupported: {unsupported.name}", f"memcon cannot read it; {unsupported.remedy}")
    named = by_name(name)
    if named is TEXT and PAGE.looks_like and PAGE.looks_like(head):
        return PAGE  # saved under the name of a text
    return named or by_look(head)


def _missing(source: str, reader: Reader) -> Reject:
    assert reader.needs
    install = f"pip install 'memcon[{reader.needs.name}]'"
    return Reject(source, f"{reader.name} needs {reader.needs.library}", f"it is not installed: {install}")
