"""CSV and TSV -> one RawItem a row, as the rows come.

Comes in: an open stream, whose first row names the columns. Goes out: a `RawItem` for each row with a text, a `Reject` for each that is
broken or has none. "path#row" counts rows as a spreadsheet does, the header first. Values are parted by commas, semicolons, tabs or bars:
by whichever parts the header into more names that memcon knows. UTF-8 with or without a mark, UTF-16 with one; a line that is not UTF-8
is taken for Windows-1252. Quoted values may hold line breaks. A row that is broken takes none of those behind it along: where a
quotation mark is never closed, its line is set aside, and the next is read as if it had been.
"""

import csv
import gzip
import io
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import AnyStr, BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.fields import loosely, names_of, watched
from memcon.read.items import MAX_ITEM, TOO_LONG, item_of, without_text
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.read.whole import BOM

DELIMITERS = (",", ";", "\t", "|")
UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")  # in Windows-1252
BROKEN = "broken row"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file. `problem` is set where it cannot be used."""

    text: str
    number: int
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, or what is wrong with it; `line`: where in the file it begins."""

    number: int
    line: int
    values: list[str]
    problem: str | None = None


def read_csv(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The items of a table."""
    # One limit for the whole process; the module's own, 131,072 characters, is less than a long report has.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ITEM))
    lines = Lines(_lines(stream))
    header = next(lines, None)
    if header is None or header.problem or not header.text.strip():
        yield Reject(source, "no header", (header and header.problem) or "its first line is empty; name the columns there")
        return
    if "\r" in header.text.rstrip("\r\n"):
        yield Reject(source, "no header", _in_words("new-line character", []))
        return
    delimiter, columns = _header(header.text, options)
    if problem := _unusable(columns, options):
        yield Reject(source, *problem)
        return
    row = None
    for row in _rows(lines, delimiter, len(columns)):
        if row.problem or row.values:
            yield _item(source, row, columns, given, options)
    if row is None:
        yield Reject(source, "no row", "it holds a header and nothing below it")


class Lines:
    """Lines, some of which can be put back. Mutable."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> Line:
        return self._again.popleft() if self._again else next(self._lines)

    def put_back(self, lines: list[Line]) -> None:
        self._again.extendleft(reversed(lines))


def _lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream, none over the limit of a report in memory."""
    buffered = stream if isinstance(stream, io.BufferedReader | gzip.GzipFile) else io.BufferedReader(stream)  # type: ignore[type-var]
    if (mark := buffered.peek(2)[:2]) in UTF16:
        buffered.read(2)
        text = io.TextIOWrapper(buffered, UTF16[mark], errors="replace", newline="\n")
        yield from _bounded(text.readline, "\n", "\0")
        text.detach()
    else:
        yield from _bounded(buffered.readline, b"\n", b"\0")


def _bounded(readline: Callable[[int], AnyStr], end: AnyStr, nul: AnyStr) -> Iterator[Line]:
    number = 0
    while line := readline(MAX_ITEM + 1):
        number += 1
        whole = len(line) <= MAX_ITEM or line.endswith(end)
        if whole and nul not in line:
            yield Line(_decoded(line, first=number == 1), number)
        else:
            yield Line("", number, "it holds a NUL byte; take it out" if whole else f"a line {TOO_LONG}")
        while not whole:
            rest = readline(1 << 20)
            whole = not rest or rest.endswith(end)


def _decoded(line: str | bytes, first: bool) -> str:
    if isinstance(line, str):
        return line
    try:
        return (line.removeprefix(BOM) if first else line).decode()
    except UnicodeDecodeError:
        return line.decode("cp1252" if not UNUSED.intersection(line) else "latin-1")


def _header(line: str, options: ReadOptions) -> tuple[str, list[str]]:
    """What parts the values, and the names of the columns."""
    known = {loosely(name) for name in watched(options.fields)}

    def parted(delimiter: str) -> list[str]:
        try:
            return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
        except csv.Error:
            return []

    def fitness(delimiter: str) -> tuple[int, int]:
        columns = parted(delimiter)
        return sum(loosely(name) in known for name in columns), len(columns)

    best = max(DELIMITERS, key=fitness)
    return best, parted(best)


def _unusable(columns: list[str], options: ReadOptions) -> tuple[str, str] | None:
    """Why a table with these columns cannot be read."""
    texts = {loosely(name) for name in names_of("text", options.fields)}
    if not any(loosely(column) in texts for column in columns):
        return "no column with the text", without_text(dict.fromkeys(columns), options)
    known = set(watched(options.fields))
    twice = [name for name, count in Counter(columns).items() if count > 1 and name in known]
    return ("a column twice", f"{twice[0]} is there twice; give one of them another name") if twice else None


def _rows(lines: Lines, delimiter: str, width: int) -> Iterator[Row]:
    """The rows below the header. Of one that is broken, the lines after its first are read again."""
    number = 1
    while True:
        taken: list[Line] = []
        values: list[str] = []
        try:
            values = next(csv.reader(_feed(lines, taken), delimiter=delimiter, strict=True), [])
            problem = next((line.problem for line in taken if line.problem), None)
        except csv.Error as refusal:
            problem = next((line.problem for line in taken if line.problem), None) or _in_words(str(refusal), taken)
        if not taken:
            return
        number += 1
        while len(values) > width and not values[-1].strip():
            values.pop()
        if not problem and values and len(values) != width:
            told = f"{len(values)} value{'s' * (len(values) != 1)} under {width} names"
            problem = f"{told}; look for a separator or a quotation mark that is missing or too many"
        yield Row(number, taken[0].number, values, problem)
        if problem and len(taken) > 1:
            lines.put_back(taken[1:])


def _feed(lines: Lines, taken: list[Line]) -> Iterator[str]:
    """The lines of one row, for as long as they are asked for; they end where it is longer than a report can be."""
    size = 0
    for line in lines:
        taken.append(line)
        size += len(line.text)
        if line.problem or size > MAX_ITEM:
            return
        yield line.text


def _in_words(problem: str, taken: list[Line]) -> str:
    if "unexpected end" in problem:
        return "a quotation mark is opened and never closed; close it, or write it twice where it is one of the text"
    if "new-line character" in problem:
        return "its lines end in CR alone; convert them: tr '\\r' '\\n' < FILE"
    return f"{problem}; a quotation mark within quotation marks is written twice"


def _item(source: str, row: Row, columns: list[str], given: Given, options: ReadOptions) -> RawItem | Reject:
    place = f"{source}#{row.number}"
    if row.problem:
        return Reject(place, BROKEN, f"line {row.line:,}: {row.problem}")
    return item_of(place, dict(zip(columns, row.values, strict=True)), "CSV row", given, options)
