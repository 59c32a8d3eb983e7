"""WARC -> one RawItem a stored page. The only module that knows FastWARC, which is an extra: memcon[warc].

Comes in: an open stream of a WARC file (ISO 28500), as crawlers and archives write it. Goes out: a `RawItem` for each page that was
answered with status 200 and is HTML or plain text, with its address and the time of its capture; a `Reject` for each that is too
large, packed in a way that is not known, or cut off. Requests, images and answers of other kinds are passed over. Pages that were stored
as revisits (the same words as before) are counted in one `Reject`. One record is in memory at a time, and never more of it than a
report can have.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from memcon.model.document import PAGE, PLAIN, Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.items import MAX_ITEM, TOO_LONG
from memcon.read.options import ReadOptions
from memcon.read.reader import Items

KINDS = {"text/html": PAGE, "application/xhtml+xml": PAGE, "text/plain": PLAIN}
HEADERS = 64_000  # bytes of a record's headers


def read_warc(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The pages of a WARC file."""
    counted = _Counted(stream)
    revisits, number, at, page = 0, 0, 0, None
    try:
        for number, record in enumerate(_records(counted), 1):
            if page:
                yield page
            page = None
            place = f"{source}#{number}"
            at = record.stream_pos + _size(record)  # asked before its headers of HTTP are taken off
            revisit = record.headers.get("WARC-Type") == "revisit"
            revisits += revisit
            if not revisit:
                page = _page(place, record, given)
        if number and counted.read_so_far < at:
            yield Reject(source, "WARC file cut off", f"in record {number:,}; what stands before was read: fetch it again")
        elif page:
            yield page
        elif not number and counted.read_so_far:
            yield Reject(source, "no pages in a WARC file", "it holds no stored answers of servers")
    except (EOFError, zlib.error):  # of the packing around it, which the caller tells
        if page:
            yield page
        raise
    except (OSError, ValueError) as problem:
        if page:
            yield page
        detail = f"behind record {number:,}: {problem}; what stands before was read: fetch the file again"
        yield Reject(source, "damaged WARC file", detail)
    if revisits:
        are = "page whose words had" if revisits == 1 else "pages whose words had"
        yield Reject(source, "revisits", f"{revisits:,} {are} not changed: stored in an earlier file")


def _size(record: Any) -> int:
    """Bytes that a record has at least: its headers, as short as they can be written, and its content."""
    return int(record.content_length) + sum(len(name) + len(value) + 2 for name, value in record.headers)


@dataclass(slots=True)
class _Counted:
    """A stream that knows how much of it was read: a record that is longer than the file shows by that alone."""

    stream: BinaryIO
    read_so_far: int = 0

    def read(self, size: int = -1) -> bytes:
        # One step of unpacking at a time: of a file that ends too early, what was unpacked before is not lost.
        data = getattr(self.stream, "read1", self.stream.read)(size)
        self.read_so_far += len(data)
        return data

    def tell(self) -> int:
        return self.read_so_far


def _records(stream: _Counted) -> Iterator[Any]:
    warc: Any = import_module("fastwarc.warc")
    kinds = warc.WarcRecordType
    return iter(
        warc.ArchiveIterator(
            stream,
            record_types=kinds.response | kinds.revisit,
            parse_http=False,
            max_header_len=HEADERS,
            stream_detect=False,
            fsspec_args=False,
            quirks_mode=True,
        )
    )


def _page(place: str, record: Any, given: Given) -> RawItem | Reject | None:
    """The page of a response, where it is one."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    where = url or place
    try:
        record.parse_http(auto_decode="all", max_header_len=HEADERS, quirks_mode=True)
        kind = KINDS.get((record.http_content_type or "").partition(";")[0].strip().lower())
        if kind is None or record.http_headers is None or record.http_headers.status_code != 200:
            return None
        body = record.reader.read(MAX_ITEM + 1)
    except (OSError, ValueError) as problem:
        return Reject(where, "damaged page in a WARC file", f"{place}: {problem}; the pages behind it are read")
    if len(body) > MAX_ITEM:
        return Reject(where, "too large", f"{place}: {TOO_LONG}")
    if not body.strip():
        return Reject(where, "empty page in a WARC file", f"{place}: it was stored without a body")
    return RawItem(where, body, kind, sha256_of(body), _said(record, url, given))


def _said(record: Any, url: str, given: Given) -> Given:
    captured = record.record_date
    return Given(
        published=given.published,
        published_basis=given.published_basis,
        outlet=given.outlet,
        url=url or None,
        captured=captured.isoformat() if captured else None,
    )
