"""A file that is one report -> its RawItem, the bytes untouched: plain text, a saved web page.

Refuses what is longer than a report can be. Whether the bytes are a text in English is for `clean` to say.
"""

from typing import BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.items import MAX_ITEM, TOO_LONG
from memcon.read.options import ReadOptions
from memcon.read.reader import Items

BOM = b"\xef\xbb\xbf"


def read_text(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The one item of a plain text."""
    yield _whole(source, stream, "text/plain", given)


def read_page(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The one item of a saved page."""
    yield _whole(source, stream, "text/html", given)


def looks_like_page(head: bytes) -> bool:
    """Does it begin as an HTML page does?"""
    start = head.removeprefix(BOM).lstrip()[:512].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )


def _whole(source: str, stream: BinaryIO, media_type: str, given: Given) -> RawItem | Reject:
    body = stream.read(MAX_ITEM + 1)
    if len(body) > MAX_ITEM:
        return Reject(source, "too large", TOO_LONG)
    return RawItem(source, body, media_type, sha256_of(body), given)
