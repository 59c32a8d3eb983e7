"""Words of a report within their sentence.

Comes in: a document, the place of words, and of the sentence that they are in. Goes out: a `Passage`, on one line.
"""

import re
from dataclasses import dataclass

from memcon.model.document import Document
from memcon.model.record import Engagement
from memcon.model.text import Span

LONGEST = 400  # characters of a sentence; of a longer one, what stands around the words


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, and what stands before and behind them in their sentence; white space between them stays with the outer two."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def sentences(engagement: Engagement) -> dict[tuple[str, int, int], Span]:
    """The sentence of each mention, by the place of its words."""
    return {(m.document, m.mention.span.start, m.mention.span.end): m.mention.sentence for m in engagement.mentions}


def passage(document: Document, span: Span, sentence: Span, longest: int = LONGEST) -> Passage:
    """The words of a span in their sentence; what is left out of a long one is told by dots."""
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    spare = (longest - (span.end - span.start)) // 2
    first, last = max(start, span.start - spare), min(end, span.end + spare)
    before, after = document.text[first : span.start], document.text[span.end : last]
    if first > start:  # begin with a whole word
        before = f"... {before.partition(' ')[2]}"
    if last < end:
        after = f"{after.rpartition(' ')[0]} ..."
    words = plain(document.text[span.start : span.end])
    return Passage(
        plain(before) + " " * before[-1:].isspace(),
        words,
        " " * after[:1].isspace() + plain(after),
    )


def plain(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """The text on one line, without control characters and without those that turn the direction of what stands around them."""
    if text.isprintable():
        return text
    return "".join(c for c in re.sub(r"[\t\r\n\f\v]+", " ", text) if c.isprintable())
