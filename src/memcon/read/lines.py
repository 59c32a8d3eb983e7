"""JSON Lines -> one RawItem a line, as the lines come.

Comes in: an open stream of bytes. Goes out: a `RawItem` for each line with a text, a `Reject` ("path#line") for each that
is not JSON, has no text, or is too long. Keys read: text, id, url, title, published, outlet; others are passed over.
The source is the url if there is one, else the id, else "path#line". A title that the text does not begin with is put above
it, as a page's is: what a readout or a transcript is about often stands nowhere else.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject

HEAD = 800  # characters of a text in which its own title stands
MAX_ITEM = 10_000_000  # bytes; the longest briefing of two years of the White House has 170,000
TOO_LONG = f"over {MAX_ITEM:,} bytes, the limit for one report; split it"


class Line(msgspec.Struct):
    """A line of JSON Lines, as it comes in."""

    text: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


def read_lines(path: str, stream: BinaryIO, defaults: Given) -> Iterator[RawItem | Reject]:
    """The items of a stream of JSON Lines. What goes wrong in reading the stream itself is the caller's to catch."""
    decoder = msgspec.json.Decoder(Line)
    number = 0
    while line := stream.readline(MAX_ITEM + 1):
        number += 1
        place = f"{path}#{number}"
        if len(line) > MAX_ITEM and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield Reject(place, "too large", f"a line {TOO_LONG}")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line := line.strip():
            yield _item(place, line, decoder, defaults)


def _skip_rest(stream: BinaryIO) -> None:
    """Read to the end of the line without keeping it."""
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _item(place: str, line: bytes, decoder: "msgspec.json.Decoder[Line]", defaults: Given) -> RawItem | Reject:
    try:
        fields = decoder.decode(line)
    except msgspec.ValidationError as problem:
        return Reject(place, "wrong kind of value in a JSON line", f"{problem}; text and its like are strings")
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        return Reject(place, "broken JSON line", f"{problem}; write one JSON object a line, in UTF-8")
    return item_of(place, fields, "JSON line", sha256_of(line), defaults)


def item_of(place: str, fields: Line, where: str, sha256: str, defaults: Given) -> RawItem | Reject:
    """The item that the fields of a line or row make; `where` names what they stand in."""
    if not (fields.text or "").strip():
        return Reject(place, f"no text in a {where}", "the key text is missing or empty")
    name = str(fields.id) if fields.id not in (None, "") else None
    given = Given(
        published=fields.published or defaults.published,
        published_basis=where if fields.published else defaults.published_basis,
        outlet=fields.outlet or defaults.outlet,
        title=fields.title or defaults.title,
        url=fields.url or defaults.url,
        id=name,
    )
    text = _under_title(fields.text or "", fields.title)
    return RawItem(fields.url or name or place, text.encode(), "text/plain", sha256, given)


def _under_title(text: str, title: str | None) -> str:
    """The text with its title above it, unless it has it already."""
    if not title or not title.strip() or _folded(title) in _folded(text[: HEAD + len(title)]):
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
