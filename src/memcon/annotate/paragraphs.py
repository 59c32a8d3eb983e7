"""The paragraphs of a document that are read: everything outside boilerplate and metadata.

Line breaks inside hard-wrapped paragraphs become spaces of the same length, so offsets hold.
"""

import re
from collections.abc import Iterator

from memcon.model.document import Document
from memcon.model.text import Span, Zone

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
WRAP_WIDTH = range(50, 100)  # columns to which mail and wire systems wrap


def stretches(document: Document) -> Iterator[tuple[Span, Zone, str]]:
    """Each paragraph to read: where it is, its zone, its text."""
    separator = BLANK_LINE if wrapped(document.text) else re.compile(r"\n")
    for zone in document.stretches("title", "heading", "body", "credits"):
        at = zone.start
        ends = [(m.start(), m.end()) for m in separator.finditer(document.text, zone.start, zone.end)]
        if document.dateline and zone.start <= document.dateline.span.start < zone.end:
            ends = sorted([*ends, _after_dateline(document.text, document.dateline.span.end)])
        for end, following in [*ends, (zone.end, zone.end)]:
            piece = document.text[at:end]
            inner = piece.strip()
            if inner:
                start = at + piece.index(inner[0])
                yield Span(start, start + len(inner)), zone, inner.replace("\n", " ").replace("\r", " ")
            at = following


def _after_dateline(text: str, end: int) -> tuple[int, int]:
    """Where the dateline ends and where the lead begins: "ROME, May 3 (AP) - The ..." are two things to a parser."""
    lead = end
    while lead < len(text) and text[lead] in " -–—\t":
        lead += 1
    return end, lead


def wrapped(text: str) -> bool:
    """Do lines break at a fixed width, so that only an empty line ends a paragraph?"""
    blocks = [block.splitlines() for block in BLANK_LINE.split(text)]
    inner = [len(line.rstrip()) for block in blocks if len(block) > 2 for line in block[:-1]]
    return len(inner) >= 6 and sum(n in WRAP_WIDTH for n in inner) >= 0.7 * len(inner)
