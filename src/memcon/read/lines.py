"""JSON Lines -> one RawItem a line, as the lines come.

Comes in: an open stream of bytes. Goes out: a `RawItem` for each line with a text, a `Reject` ("path#line") for each that
is not JSON, has no text, or is too long.
"""

from collections.abc import Callable
from typing import BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.fields import watched
from memcon.read.items import MAX_ITEM, TOO_LONG, item_of
from memcon.read.json_values import BrokenJson, decoded
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.read.whole import BOM

ReadLine = Callable[[int], bytes]


def read_lines(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a stream of JSON Lines. What goes wrong in reading the stream itself is the caller's to catch."""
    return items_of_lines(source, stream.readline, given, options)


def items_of_lines(source: str, readline: ReadLine, given: Given, options: ReadOptions) -> Items:
    """The items of lines, whoever gives them."""
    number = 0
    while line := readline(MAX_ITEM + 1):
        number += 1
        place = f"{source}#{number}"
        if len(line) > MAX_ITEM and not line.endswith(b"\n"):
            _skip_rest(readline)
            yield Reject(place, "too large", f"a line {TOO_LONG}")
            continue
        if number == 1:
            line = line.removeprefix(BOM)
        if line := line.strip():
            yield _item(place, line, given, options)


def _skip_rest(readline: ReadLine) -> None:
    """Read to the end of the line without keeping it."""
    while (piece := readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _item(place: str, line: bytes, given: Given, options: ReadOptions) -> RawItem | Reject:
    try:
        fields = decoded(line, watched(options.fields))
    except BrokenJson as problem:
        return Reject(
            place, "broken JSON line", f"{problem}; one JSON object a line (if the file is one JSON value: --as json)"
        )
    if not isinstance(fields, dict):
        return Reject(
            place,
            "wrong kind of value in a JSON line",
            f"{str(line[:40], 'utf-8', 'replace')!r} is no JSON object; write one a line",
        )
    return item_of(place, fields, "JSON line", given, options)
