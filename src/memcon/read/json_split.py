"""A stream of JSON -> its values, one at a time and none over a limit in memory (`Cursor`).

Why not a parser of events (ijson): it builds a value of any length and any depth before anybody can refuse it, and it ends at the first
thing that is wrong, so that one broken report in a list would lose all behind it. To part a list, only strings, brackets and braces have
to be told; what is between is decoded report by report.
"""

import re
from typing import BinaryIO

CHUNK = 1 << 16
_OUTSIDE = re.compile(rb'["{}\[\]]')
_INSIDE = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_SCALAR = re.compile(rb"[,\]}{\[:\"\s]")
_SPACE = re.compile(rb"[ \t\r\n]*")


class EndsEarly(Exception):
    """The stream ends within a value."""


class TooLong(Exception):
    """A value is longer than the limit; the cursor still stands before it."""


class Cursor:
    """A place in a stream of JSON. Mutable."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._buffer = b""
        self._at = 0
        self._dropped = 0  # bytes before the buffer
        self.lines = 0  # ends of lines that the last peek passed
        if self._fill(0) and self._buffer.startswith(b"\xef\xbb\xbf"):
            self._at = 3

    @property
    def offset(self) -> int:
        """Bytes before this place."""
        return self._dropped + self._at

    def peek(self) -> bytes:
        """The next byte that is no white space; nothing at the end."""
        self.lines = 0
        while True:
            found = _SPACE.match(self._buffer, self._at)
            end = found.end() if found else self._at
            self.lines += self._buffer.count(b"\n", self._at, end)
            self._at = end
            if self._at < len(self._buffer):
                return self._buffer[self._at : self._at + 1]
            if not self._fill(self._at):
                return b""

    def step(self) -> None:
        """Past the byte that was seen."""
        self._at += 1

    def value(self) -> bytes:
        """The bytes of the next value. Raises EndsEarly, TooLong; nothing where no value begins."""
        self.peek()
        start, end = self._scan(keep=True)
        self._at = end
        return self._buffer[start:end]

    def skip(self) -> None:
        """Past the next value, of whatever length. Raises EndsEarly."""
        self.peek()
        _, self._at = self._scan(keep=False)

    def put_back(self, raw: bytes) -> None:
        """Stand before these bytes, which were just read."""
        self._buffer = raw + self._buffer[self._at :]
        self._dropped = self.offset - len(raw)
        self._at = 0

    def readline(self, most: int) -> bytes:
        """As a stream has it, for what turns out to be lines."""
        while (end := self._buffer.find(b"\n", self._at)) < 0 and len(self._buffer) - self._at < most:
            if not self._fill(self._at):
                break
        stop = min(end + 1 if end >= 0 else len(self._buffer), self._at + most)
        line = self._buffer[self._at : stop]
        self._at = stop
        return line

    def _fill(self, start: int) -> bool:
        """More of the stream behind what stands from `start` on; twice as much each time, so that nothing is copied often."""
        kept = self._buffer[start:]
        more = self._stream.read(max(CHUNK, len(kept)))
        if not more:
            return False
        self._dropped += start
        self._at = max(self._at - start, 0)
        self._buffer = kept + more
        return True

    def _scan(self, keep: bool) -> tuple[int, int]:
        """Where the value that begins here begins and ends in the buffer; the beginning only where it is kept."""
        if self._buffer[self._at : self._at + 1] not in (b'"', b"{", b"["):
            return self._scan_scalar(keep)
        start = at = self._at
        depth, quoted = 0, False
        while True:
            at, mark = _next_mark(self._buffer, at, quoted)
            if not mark:
                at, start = self._read_on(at, start if keep else at)
                continue
            if mark == b'"':
                quoted = not quoted
            else:
                depth += 1 if mark in b"{[" else -1
            if depth <= 0 and not quoted:
                return self._within_limit(start, at, keep)

    def _scan_scalar(self, keep: bool) -> tuple[int, int]:
        start = at = self._at
        while (found := _SCALAR.search(self._buffer, at)) is None:
            try:
                at, start = self._read_on(len(self._buffer), start if keep else len(self._buffer))
            except EndsEarly:
                return self._within_limit(start, len(self._buffer), keep)
        return self._within_limit(start, found.start(), keep)

    def _read_on(self, at: int, start: int) -> tuple[int, int]:
        """Reads more, and gives the same two places in the new buffer, which begins with the second."""
        self._within_limit(start, at, True)
        if not self._fill(start):
            raise EndsEarly
        return at - start, 0

    def _within_limit(self, start: int, end: int, keep: bool) -> tuple[int, int]:
        if keep and end - start > self._limit:
            raise TooLong
        return start, end


def _next_mark(buffer: bytes, at: int, quoted: bool) -> tuple[int, bytes]:
    """The place behind the next mark that parts values, and the mark; within a string, its end. Without a mark: where to look on."""
    if quoted:
        inside = _INSIDE.match(buffer, at)
        end = inside.end() if inside else at
        return (end + 1, b'"') if buffer[end : end + 1] == b'"' else (end, b"")
    found = _OUTSIDE.search(buffer, at)
    return (found.end(), found[0]) if found else (len(buffer), b"")
