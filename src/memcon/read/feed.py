"""RSS and Atom -> one RawItem an entry. The only module that knows feedparser, which is an extra: memcon[feeds].

Comes in: an open stream that holds a feed, as the user's own fetcher saved it. Goes out: a `RawItem` for each entry, its full content
before its summary; a `Reject` ("path#number") for each that has no words. An entry that was corrected has the same address and other
words: it is a later version of the same report. A feed that is damaged is read as far as it goes, and said to be damaged.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from memcon.model.document import Given
from memcon.model.record import Reject
from memcon.read.items import item_of
from memcon.read.options import ReadOptions
from memcon.read.reader import Items

MOST = 100_000_000  # bytes: a feed is parsed as a whole
HEAD = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(rb"<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
# What feedparser reports and reads all the same: the encoding, or the kind of file, that the feed gives for itself is another.
HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType", "CharacterEncodingUnknown")


def looks_like_feed(head: bytes) -> bool:
    """Is the first element of the file that of a feed?"""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = _ELEMENT.search(_COMMENT.sub(b"", start)) if start.startswith(b"<") else None
    return bool(first and first[1].lower() in (b"rss", b"feed", b"rdf"))


def read_feed(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The entries of a feed."""
    body = stream.read(MOST + 1)
    if len(body) > MOST:
        yield Reject(source, "too large", f"a feed of over {MOST:,} bytes; have your fetcher keep fewer entries in a file")
        return
    if _ENTITY.search(body):
        yield Reject(source, "feed with entities of its own", "they can expand without end; have your fetcher resolve them")
        return
    parsed: Any = import_module("feedparser").parse(BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        yield Reject(source, "no feed", "it is neither RSS nor Atom; save the feed itself, not the page about it")
        return
    problem = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if problem is not None and type(problem).__name__ not in HARMLESS:
        told = f"{problem}; {len(parsed.entries):,} entries were read as far as it goes: fetch it again"
        yield Reject(source, "damaged feed", told)
    elif not parsed.entries:
        yield Reject(source, "feed without entries", "nothing is in it yet")
    for number, entry in enumerate(parsed.entries, 1):
        yield item_of(f"{source}#{number}", _fields(entry), "feed entry", given, options)


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry under memcon's own names."""
    said = next(iter(_texts(entry)), None)
    return {
        "text": said,
        "title": entry.get("title"),
        "published": _day(entry),
        "outlet": (entry.get("source") or {}).get("title"),
        "url": entry.get("link"),
        "id": entry.get("id"),
    }


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    """The words of an entry, the fullest first."""
    contents = [part.get("value") for part in entry.get("content") or ()]
    yield from sorted((text for text in contents if text and text.strip()), key=len, reverse=True)
    if (summary := entry.get("summary")) and summary.strip():
        yield summary


def _day(entry: Mapping[str, Any]) -> str | None:
    """The day on which it appeared, at the place that its time is told for; none that has not come."""
    for field in ("published", "updated"):
        day = day_of(entry.get(field))
        if day and day <= datetime.now(UTC).date() + timedelta(days=1):
            return day.isoformat()
    return None


def day_of(words: str | None) -> date | None:
    """The day of a time as feeds and mail write it (RFC 5322, RFC 3339)."""
    if not words or not words.strip():
        return None
    try:
        return parsedate_to_datetime(words).date()
    except (TypeError, ValueError, IndexError):
        pass
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        return None
