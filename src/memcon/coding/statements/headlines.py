"""Headlines and lines that name their speaker before a colon: "Holm: Talks go on", "Jutland Gazette: “The road is open.”"

Comes in: an annotated document. Goes out: a report for each, without a cue. Refuses labels that nobody speaks ("Analysis:"),
lists, and what follows a verb of its own.
"""

from collections.abc import Iterator

from memcon.coding.statements.grammar import PEOPLE_LABELS, Phrase
from memcon.coding.statements.report import Report
from memcon.model.annotated import Annotated, Token
from memcon.registers.turns import turn_words

MOST_WORDS = 5  # of the name before the colon
LEAST_WORDS = 2  # behind it
LONGEST = 140  # characters of a first line that is a headline


def find_headlines(annotated: Annotated) -> Iterator[Report]:
    """What stands behind the name and the colon."""
    for sentence in annotated.sentences:
        colon = next((t for t in annotated.tokens[sentence.first : sentence.first + MOST_WORDS + 1] if t.text == ":"), None)
        if colon is None or annotated.quotation_at(colon.i) or annotated.paragraph_of(colon.i).label:
            continue
        name = annotated.tokens[sentence.first : colon.i]
        last = _end(annotated, colon.i)
        if not _names(annotated, name) or last - colon.i - 1 < LEAST_WORDS:
            continue
        if not (_is_headline(annotated, sentence.first) or _quotes(annotated, colon.i + 1)):
            continue
        speaker = Phrase(name[-1].i, name[0].i, name[-1].i + 1)
        yield Report(colon.i + 1, last, colon.i, speaker, speaker, None, "asserts", False, "headline: name and colon")


def _end(annotated: Annotated, colon: int) -> int:
    """Where the line ends, or what is quoted in it, without its last stop."""
    tokens = annotated.tokens
    end = annotated.sentence_of(min(colon + 1, len(tokens) - 1)).last
    while end - 1 > colon and tokens[end - 1].pos in ("PUNCT", "SPACE"):
        end -= 1
    quoted = annotated.quotation_at(colon + 2) if colon + 2 < len(tokens) else None
    return (
        quoted.last
        if quoted and quoted.first == colon + 2 and quoted.closed and not _goes_on(annotated, quoted.last, end)
        else end
    )


def _goes_on(annotated: Annotated, first: int, last: int) -> bool:
    """“No idea” if the road is open: words of the line behind its quotation."""
    return any(t.pos not in ("PUNCT", "SPACE") and not annotated.quotation_at(t.i) for t in annotated.tokens[first:last])


def _names(annotated: Annotated, name: tuple[Token, ...]) -> bool:
    """Is it a name, which the text uses elsewhere or which is plainly one?"""
    words = [t for t in name if t.pos not in ("PUNCT", "SPACE")]
    if not words or any(t.pos not in ("PROPN", "NOUN", "ADP", "PART", "DET") or not t.text[0].isupper() for t in words):
        return False
    if " ".join(t.lower for t in words) in turn_words().labels:
        return False
    if len(words) > 1 and words[-1].entity in PEOPLE_LABELS:
        return True
    return any(t.text == words[-1].text and t.pos == "PROPN" and t.i > words[-1].i and t.entity for t in annotated.tokens)


def _is_headline(annotated: Annotated, first: int) -> bool:
    paragraph = annotated.paragraph_of(first)
    if annotated.sentence_of(first).first and annotated.paragraph_of(annotated.sentence_of(first).first - 1) is paragraph:
        return False
    if paragraph.zone in ("title", "heading"):
        return True
    return annotated.sentence_of(first).paragraph == 0 and len(paragraph.text) <= LONGEST


def _quotes(annotated: Annotated, i: int) -> bool:
    quoted = annotated.quotation_at(i + 1) if i + 1 < len(annotated.tokens) else None
    return quoted is not None and quoted.first == i + 1
