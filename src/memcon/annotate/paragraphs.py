"""The paragraphs of a document that are read: everything outside boilerplate and metadata.

Comes in: a document. Goes out: each paragraph with its place, its zone and its own text, line breaks that only wrap it left in:
`readings` makes of it what is parsed.
"""

from bisect import bisect_left
from collections.abc import Iterator

from memcon.model.document import Document
from memcon.model.text import Span, Zone
from memcon.registers.wrapping import hard_breaks


def stretches(document: Document) -> Iterator[tuple[Span, Zone, str]]:
    """Each paragraph to read: where it is, its zone, its text."""
    breaks = hard_breaks(document.text)
    for zone in document.stretches("title", "heading", "body", "credits"):
        at = zone.start
        inside = breaks[bisect_left(breaks, zone.start) : bisect_left(breaks, zone.end)]
        ends = [(i, i + 1) for i in inside]
        if document.dateline and zone.start <= document.dateline.span.start < zone.end:
            ends = sorted([*ends, _after_dateline(document.text, document.dateline.span.end)])
        for end, following in [*ends, (zone.end, zone.end)]:
            piece = document.text[at:end]
            inner = piece.strip()
            if inner:
                start = at + piece.index(inner[0])
                yield Span(start, start + len(inner)), zone, inner
            at = following


def _after_dateline(text: str, end: int) -> tuple[int, int]:
    """Where the dateline ends and where the lead begins: "ROME, May 3 (AP) - The ..." are two things to a parser."""
    lead = end
    while lead < len(text) and text[lead] in " -–—\t.:":
        lead += 1
    return end, lead
