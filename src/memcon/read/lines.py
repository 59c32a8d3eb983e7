"""JSON Lines -> one RawItem a line, as the lines come.

Comes in: an open stream of bytes. Goes out: a `RawItem` for each line with a text, a `Reject` ("path#line") for each that
is not JSON, has no text, or is too long.
"""

from typing import Any, BinaryIO

import msgspec

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.items import MAX_ITEM, TOO_LONG, item_of
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.read.whole import BOM


def read_lines(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a stream of JSON Lines. What goes wrong in reading the stream itself is the caller's to catch."""
    decoder = msgspec.json.Decoder(dict[str, Any])
    number = 0
    while line := stream.readline(MAX_ITEM + 1):
        number += 1
        place = f"{source}#{number}"
        if len(line) > MAX_ITEM and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield Reject(place, "too large", f"a line {TOO_LONG}")
            continue
        if number == 1:
            line = line.removeprefix(BOM)
        if line := line.strip():
            yield _item(place, line, decoder, given, options)


def _skip_rest(stream: BinaryIO) -> None:
    """Read to the end of the line without keeping it."""
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _item(
    place: str, line: bytes, decoder: "msgspec.json.Decoder[dict[str, Any]]", given: Given, options: ReadOptions
) -> RawItem | Reject:
    try:
        fields = decoder.decode(line)
    except msgspec.ValidationError as problem:
        return Reject(place, "wrong kind of value in a JSON line", f"{problem}; write one JSON object a line")
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        return Reject(place, "broken JSON line", f"{problem}; write one JSON object a line, in UTF-8")
    return item_of(place, fields, "JSON line", given, options)


def looks_like_lines(head: bytes) -> bool:
    """Does it begin with a JSON object?"""
    return head.removeprefix(BOM).lstrip().startswith(b'{"')
