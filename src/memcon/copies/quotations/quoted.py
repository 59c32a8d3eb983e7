"""Words between quotation marks: found in a plain text, folded for comparison, and compared.

Comes in: texts and stretches of them. Goes out: `Quoted`s and `Change`s. What editors do to a quotation without changing its
words is no change: other marks, spacing, capitals, hyphens, British or American spelling, words left out under an ellipsis, words
put into brackets, and a stretch that begins later or ends earlier.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from zlib import crc32

from memcon.model.text import Span
from memcon.model.variants import Change, ChangeKind
from memcon.registers.copies import spellings

MARKED = re.compile(
    r"[“„]([^“”„]{2,3000}?)[”“]|\"([^\"]{2,3000}?)\"|«([^«»]{2,3000}?)»|‘‘(.{2,3000}?)’’|``(.{2,3000}?)''", re.DOTALL
)
PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
GAP = ""  # the key of what an editor put in or left out under a mark
PIECE = re.compile(r"\\?\[[^\[\]]{0,120}\]|\([A-Za-z’'. ]{0,40}\)|…|\.\s?\.\s?\.|[^\W_]+(?:(?:[’'.]|[-‐‑–])[^\W_]+)*\.?")
INSIDE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word with its place in the document; `key` is folded, or `GAP`."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch inside quotation marks, and who says it where that is known."""

    document: str
    span: Span
    words: tuple[QuotedWord, ...]
    statement: str | None = None
    speaker: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words if word.key != GAP)


def quotations_in(text: str) -> tuple[Span, ...]:
    """The stretches of a text between double marks, marks excluded, each inside one paragraph."""
    found = []
    at = 0
    for paragraph in (*PARAGRAPHS.finditer(text), None):
        end = paragraph.start() if paragraph else len(text)
        for match in MARKED.finditer(text, at, end):
            group = match.lastindex or 0
            if match.group(group).strip():
                found.append(Span(*match.span(group)))
        at = paragraph.end() if paragraph else end
    return tuple(found)


def quoted(document: str, text: str, span: Span, statement: str | None = None, speaker: str | None = None) -> Quoted:
    """A stretch of a document's text as a quotation."""
    return Quoted(document, span, words_between(text, span), statement, speaker)


def words_between(text: str, span: Span) -> tuple[QuotedWord, ...]:
    """The words of a stretch, folded; ellipses and what stands in brackets as gaps."""
    return tuple(
        QuotedWord(_folded(m.group()), m.start(), m.end() - m.group().endswith("."))
        for m in PIECE.finditer(text, span.start, span.end)
    )


@cache
def _folded(piece: str) -> str:
    if piece[0] in "[(\\….":
        return GAP
    key = "".join(INSIDE.findall(piece)).casefold()
    for spelling in spellings():
        key = spelling.of(key)
    return key


def number_of(run: tuple[str, ...]) -> int:
    """A number for some words on end, by which they are looked up."""
    return crc32("\t".join(run).encode("utf-8", "surrogatepass"))


def changes(
    was: tuple[QuotedWord, ...], now: tuple[QuotedWord, ...], was_text: str, now_text: str, longer: bool = True
) -> tuple[Change, ...]:
    """How the words of one quotation became those of the other; the texts are the documents'. Words that only one has at an end
    are no change; unless `longer`, those are that the second has: a machine's copy quotes no more than its original."""
    left, right = [w.key for w in was], [w.key for w in now]
    if left == right:
        return ()
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        edge = (i == 0 and k == 0) or (j == len(left) and m == len(right))
        excerpt = edge and (tag == "delete" or (longer and tag == "insert"))
        if tag == "equal" or excerpt or _edited(left[i:j], right[k:m]):
            continue
        kind: ChangeKind = "replaced" if tag == "replace" else "left out" if tag == "delete" else "added"
        was_span, now_span = _span(was[i:j]), _span(now[k:m])
        found.append(Change(kind, _of(was_span, was_text), _of(now_span, now_text), was_span, now_span))
    return tuple(found)


def _edited(left: list[str], right: list[str]) -> bool:
    """Is it the journalist's doing: a gap on one side, or the same letters parted otherwise?"""
    plain = [[key for key in side if key != GAP] for side in (left, right)]
    if (GAP in left and not plain[0]) or (GAP in right and not plain[1]):
        return True
    return "".join(left) == "".join(right)


def _span(words: tuple[QuotedWord, ...]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None


def _of(span: Span | None, text: str) -> str:
    return " ".join(span.of(text).split()) if span else ""
