"""Statements of a spun or translated text -> those whose quoted words were evidently changed, by their language alone.

Comes in: a document with its conditions, and its statements. Goes out: `Restyled`s. A spinner that left its synonyms between
quotation marks did not stop at them; a text that went through another language and back keeps no long sentence word for word.
Refuses to judge short quotations: of these too little is left to tell, and they stay unverified.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.copies.quotations.quoted import words_between
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.text import Span
from memcon.registers.spun_words import odd_words
from memcon.registers.substitutions import hits

INSIDE = 2  # quotations with synonyms in them, from which the spinner is known to have worked between marks
LONG = (
    10  # words, of which a spinner changes at least one: at one word in seven, it leaves one such quotation in five alone
)
LONG_TRANSLATED = 8


@dataclass(frozen=True, slots=True)
class Restyled:
    """A statement whose quoted words are not the speaker's. `spans` are the words that show it; none where its length does."""

    statement: str
    why: str
    spans: tuple[Span, ...] = ()


def restyled(document: Document, statements: Iterable[Statement]) -> tuple[Restyled, ...]:
    """The statements of a document that were altered by what its own language shows, in the order given."""
    quoting = [s for s in statements if s.document == document.id and s.quotes]
    if "back_translated" in document.condition:
        why = "the text was translated there and back, and no sentence of this length comes through unchanged"
        return tuple(Restyled(s.id, why) for s in quoting if _longest(document, s) >= LONG_TRANSLATED)
    if "spun" not in document.condition:
        return ()
    shown = {s.id: tuple(span for quote in s.quotes for span in _synonyms(document, quote)) for s in quoting}
    inside = sum(bool(spans) for spans in shown.values()) >= INSIDE
    found = []
    for statement in quoting:
        if shown[statement.id]:
            found.append(Restyled(statement.id, "a spinner's synonyms stand between the marks", shown[statement.id]))
        elif inside and _longest(document, statement) >= LONG:
            found.append(Restyled(statement.id, "the spinner worked between the marks of this text"))
    return tuple(found)


def _longest(document: Document, statement: Statement) -> int:
    return max(len(words_between(document.text, quote)) for quote in statement.quotes)


def _synonyms(document: Document, quote: Span) -> list[Span]:
    text = quote.of(document.text)
    found = [(hit.start, hit.end) for hit in hits(text)] + [(odd.start, odd.end) for odd in odd_words(text)]
    return [Span(quote.start + start, quote.start + end) for start, end in sorted(found)]
