"""Which line breaks of a text end a paragraph, and which only wrap its lines at a fixed width.

Comes in: a text. Goes out: `paragraph_pieces`, the stretches between the breaks that end a paragraph. Mail, wires and converters
wrap where the next word no longer fits the width; that, and lines that stop in mid-sentence, show it, block by block. Refuses
to join a line that opens a list's item, a speaker's turn or an indented paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.registers.tables import Table

WRAP_WIDTH = range(45, 126)  # columns to which mail, wire systems and converters wrap
SLACK = 3  # columns by which the next word may have fitted: converters count their own way
SHORTEST = 30  # characters of a line that stops in mid-sentence because it is full
ODD = 0.03  # of a text's lines are longer than its width: addresses, tables
FEWEST = 3  # lines that stop in mid-sentence in a text that is wrapped
ENOUGH = 0.4  # of the breaks that stop in mid-sentence: names and sentences begin other lines
INDENT = re.compile(r"[ \t\xa0]{2,}|\t")
ENDS = re.compile(r"[.!?:;…][\"”’'»)\]*]*$|[-–—_=*]{3,}$")
FRESH = re.compile(
    r"[-–—•*·▪◦●>#|]\s|\(?(?:[a-z]|\d{1,3})[.)]\s|(?:[A-Z][\w.'’-]*,? ){0,4}[A-Z][\w.'’-]*:\s|[QA][.:]\s|Q\s{2}"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How texts are set, as the comments in layout.toml explain."""

    links: frozenset[str]


LAYOUT = Table("layout.toml", Layout)


def links() -> frozenset[str]:
    """Words that a line of prose cannot end a paragraph with."""
    return LAYOUT.rows[0].links


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] without the white space at its end."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        return self.text.strip()


def paragraph_pieces(text: str) -> Iterator[tuple[int, int]]:
    """The stretches [start, end) between the line breaks that end a paragraph; empty ones too."""
    at = 0
    for end in hard_breaks(text):
        yield at, end
        at = end + 1
    yield at, len(text)


def hard_breaks(text: str) -> list[int]:
    """Where the line breaks stand that end a paragraph."""
    soft = soft_breaks(text)
    return [m.start() for m in re.finditer("\n", text) if m.start() not in soft]


def soft_breaks(text: str) -> frozenset[int]:
    """Where the line breaks stand that only wrap a paragraph."""
    blocks = list(_blocks(text))
    pairs = [pair for block in blocks for pair in pairwise(block)]
    torn = sum(_torn(a, b) for a, b in pairs)
    widths = sorted(len(line.text) for block in blocks for line in block)
    width = widths[int(len(widths) * (1 - ODD))] if widths else 0
    whole = width in WRAP_WIDTH and torn >= max(FEWEST, ENOUGH * len(pairs))
    return frozenset(i for block in blocks for i in _soft_of(block, width if whole else None))


def _blocks(text: str) -> Iterator[list[Line]]:
    """The lines between empty ones, where there is more than one."""
    block: list[Line] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            block.append(Line(at, at + len(line), line.rstrip()))
        else:
            if len(block) > 1:
                yield block
            block = []
        at += len(line) + 1


def _soft_of(block: Sequence[Line], width: int | None) -> Iterator[int]:
    """The breaks of a block that only wrap: `width` is that of the text, None where the block must show its own."""
    pairs = list(pairwise(block))
    torn = [_torn(a, b) for a, b in pairs]
    own = max(len(line.text) for line in block)
    wrapped = width is not None or (own in WRAP_WIDTH and sum(torn) >= max(1, ENOUGH * len(pairs)))
    indented = all(INDENT.match(line.text) for line in block[1:])
    for (a, b), mid_sentence in zip(pairs, torn, strict=True):
        full = wrapped and _full(a, b, width or own) and not _fresh(b, indented)
        if full or (mid_sentence and len(a.text) in WRAP_WIDTH):
            yield a.end


def _torn(line: Line, following: Line) -> bool:
    """Does the line stop in mid-sentence?"""
    if len(line.text) < SHORTEST or ENDS.search(line.text) or FRESH.match(following.words):
        return False
    return following.words[0].islower() or line.words.rsplit(None, 1)[-1].lower() in links()


def _full(line: Line, following: Line, width: int) -> bool:
    """Would the first word of the next line have gone beyond the width?"""
    return len(line.text) + 1 + len(following.words.split(None, 1)[0]) > width - SLACK


def _fresh(line: Line, indented: bool) -> bool:
    """Does the line open an item, a turn or an indented paragraph?"""
    return FRESH.match(line.words) is not None or (not indented and INDENT.match(line.text) is not None)
