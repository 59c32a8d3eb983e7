"""JSON -> RawItems: a file that is one report, a list of reports, an object that holds such lists, objects one after another.

Comes in: an open stream; of it, no more than one report is in memory. Goes out: a `RawItem` for each report, a `Reject` ("path#number")
for each element that is none. JSON that holds no report at all, such as settings or data, is one `Reject` with the keys that it has. The
names of lists are in `data/line_keys.csv` (articles, results, items, data ...).
"""

from functools import cache
from typing import Any, BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.fields import Said, loosely, watched
from memcon.read.items import MAX_ITEM, TOO_LONG, empty_texts, item_of, keys_said, some_of, without_text
from memcon.read.json_split import Cursor, EndsEarly, TooLong
from memcon.read.json_values import BrokenJson, decoded
from memcon.read.lines import items_of_lines
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.read.whole import BOM
from memcon.registers.line_keys import keys_of

BROKEN, NONE = "broken JSON", "no report in the JSON"
WHERE = "JSON object"
NOT_OBJECT, NO_TEXT = f"no {WHERE}", f"no text in a {WHERE}"
DEEPEST = 4  # objects around a list of reports
HELD = 100  # elements without a text, told one by one once a report is found


def read_json(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a JSON file."""
    file = _File(source, Cursor(stream, MAX_ITEM), given, options)
    told = False
    try:
        for item in file.items():
            told = True
            yield item
    except EndsEarly:
        yield file.cut()
    except BrokenJson as problem:
        yield Reject(source, BROKEN, f"at byte {file.cursor.offset:,}: {problem}")
    else:
        if not told:
            yield Reject(source, NONE, "its lists are empty")


def looks_like_json(head: bytes) -> bool:
    """Does it begin with an object, or a list of objects?"""
    start = b"".join(head.removeprefix(BOM)[:512].split())
    return start.startswith((b'{"', b'[{"'))


class _File:
    """A JSON file under way. `number`: elements of its lists met so far; `lists`: how many lists of reports."""

    def __init__(self, source: str, cursor: Cursor, given: Given, options: ReadOptions) -> None:
        self.source = source
        self.cursor = cursor
        self.given = given
        self.options = options
        self.number = 0
        self.lists = 0
        self.keys = ""  # of the object around the lists

    def items(self) -> Items:
        begins = self.cursor.peek()
        if begins == b"[":
            yield from self._told_once(self._elements())
        elif begins == b"{":
            yield from self._objects()
        else:
            yield Reject(self.source, BROKEN, _strange_beginning(begins))
            return
        if rest := self.cursor.peek():
            more = str(rest, "ascii", "replace")
            yield Reject(
                self.source,
                BROKEN,
                f"at byte {self.cursor.offset:,}: {more!r} stands after the end; what follows is not read",
            )

    def cut(self) -> Reject:
        after = f", after element {self.number:,}" if self.number else ""
        return Reject(self.source, BROKEN, f"it ends too early{after}; fetch it again")

    def _objects(self) -> Items:
        """The reports of a file that begins with an object: the one, or several behind each other."""
        try:
            raw = self.cursor.value()
        except (TooLong, EndsEarly):  # the cursor stands before the object still
            yield from self._lists_only()
            return
        if self.cursor.peek() != b"{":
            yield from self._object(raw, self.source, 0)
        elif self.cursor.lines and b"\n" not in raw:
            self.cursor.put_back(raw + b"\n" * self.cursor.lines)
            yield from items_of_lines(self.source, self.cursor.readline, self.given, self.options)
        else:
            self.cursor.put_back(raw)
            while self.cursor.peek() == b"{":
                yield self._element()

    def _lists_only(self) -> Items:
        """The reports of an object that is too long to be one."""
        yield from self._members(0)
        if not self.lists:
            yield Reject(
                self.source, "too large", f"{TOO_LONG}; of a longer object, the lists {some_of(keys_of('list'))} are read"
            )

    def _object(self, raw: bytes, place: str, depth: int) -> Items:
        """The report that an object is, or those in the lists that it holds."""
        try:
            fields = decoded(raw, watched(self.options.fields))
        except BrokenJson as problem:
            yield from self._rescued(raw, Reject(place, BROKEN, str(problem)), depth)
            return
        lists = any(isinstance(value, dict | list) and _holds_reports(key) for key, value in fields.items())
        if Said(fields, self.options.fields).words("text") is not None or not lists:
            item = item_of(place, fields, WHERE, self.given, self.options)
            none = isinstance(item, Reject) and item.reason == NO_TEXT and not empty_texts(fields, self.options)
            yield (
                Reject(place, NONE, f"{without_text(fields, self.options)}; lists are read from {some_of(keys_of('list'))}")
                if none
                else item
            )
        else:
            self.keys = f"it has {keys_said(fields)}; "
            self.cursor.put_back(raw)
            yield from self._members(depth)

    def _rescued(self, raw: bytes, refusal: Reject, depth: int) -> Items:
        """The sound reports in the lists of a broken object, one by one; where there is none, why the object is refused, too."""
        self.cursor.put_back(raw)
        found = False
        for item in self._members(depth):
            found |= isinstance(item, RawItem)
            yield item
        if not found:
            yield refusal

    def _members(self, depth: int) -> Items:
        """The reports in the lists that an object holds; the cursor stands before the object."""
        self.cursor.step()
        while (mark := self.cursor.peek()) != b"}":
            if mark == b",":
                self.cursor.step()
                continue
            key = self._key()
            value = self.cursor.peek()
            if not _holds_reports(key) or value not in (b"[", b"{") or depth == DEEPEST:
                self.cursor.skip()
            elif value == b"[":
                self.lists += 1
                yield from self._told_once(self._elements())
            else:
                yield from self._inner(depth + 1)
        self.cursor.step()

    def _key(self) -> str:
        """The key of a member, with its colon."""
        if not (mark := self.cursor.peek()):
            raise EndsEarly
        try:
            key = decoded(self.cursor.value()) if mark == b'"' else None
        except TooLong:
            key = None
        if key is None or self.cursor.peek() != b":":
            raise BrokenJson("a key is expected here")
        self.cursor.step()
        return str(key)

    def _inner(self, depth: int) -> Items:
        try:
            raw = self.cursor.value()
        except TooLong:
            yield from self._members(depth)
        else:
            yield from self._object(raw, self.source, depth)

    def _elements(self) -> Items:
        """The elements of the list before which the cursor stands."""
        self.cursor.step()
        while (mark := self.cursor.peek()) not in (b"]", b""):
            if mark == b",":
                self.cursor.step()
            else:
                yield self._element()
        if mark:
            self.cursor.step()
        else:
            raise EndsEarly

    def _element(self) -> RawItem | Reject:
        self.number += 1
        place = f"{self.source}#{self.number}"
        try:
            raw = self.cursor.value()
        except TooLong:
            self.cursor.skip()
            return Reject(place, "too large", f"an element {TOO_LONG}")
        if not raw:
            raise BrokenJson(f"{self.cursor.peek().decode('ascii', 'replace')!r} is out of place")
        try:
            value: Any = decoded(raw, watched(self.options.fields))
        except BrokenJson as problem:
            return Reject(place, BROKEN, str(problem))
        if not isinstance(value, dict):
            return Reject(place, NOT_OBJECT, f"{str(raw[:40], 'utf-8', 'replace')} is no object with a text")
        return item_of(place, value, WHERE, self.given, self.options)

    def _told_once(self, elements: Items) -> Items:
        """The elements of a list; of one that holds no report, one Reject instead of thousands."""
        held: list[Reject] = []
        without = reports = 0
        try:
            for item in elements:
                if not reports and isinstance(item, Reject) and item.reason in (NO_TEXT, NOT_OBJECT):
                    without += 1
                    held += [item] if len(held) < HELD else []
                    continue
                yield from self._held(held, without) if not reports else ()
                reports += 1
                yield item
        except (EndsEarly, BrokenJson):
            yield from self._held(held, without) if not reports else ()
            raise
        if held and not reports:
            yield Reject(
                self.source, NONE, f"{self.keys}none of {without:,} in its list has a text; the first: {held[0].detail}"
            )

    def _held(self, held: list[Reject], without: int) -> Items:
        yield from held
        if without > len(held):
            yield Reject(self.source, NO_TEXT, f"{without - len(held):,} more of them, before the first report")


def _strange_beginning(byte: bytes) -> str:
    if byte in (b"\xff", b"\xfe", b"\0"):
        return "it is not UTF-8; save it so (UTF-16: iconv -f utf-16 -t utf-8 FILE)"
    return "it begins with neither { nor [; if it is a text: --as text"


@cache
def _loose_list_names() -> frozenset[str]:
    return frozenset(map(loosely, keys_of("list")))


def _holds_reports(key: str) -> bool:
    """May a list of this name hold reports?"""
    return loosely(key) in _loose_list_names()
