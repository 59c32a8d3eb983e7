"""Quotation marks of every make: paragraphs in, `Quotation`s out, in the order of the text.

Curly, straight, low-high, guillemets, doubled single marks and single marks, nested or not; what opens in one paragraph
and goes on in the next under a repeated mark `continues` it. Refuses apostrophes, possessives, inches and feet, and a mark
that never finds its partner although others after it do.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.model.annotated import Annotated, Paragraph, Quotation
from memcon.model.text import Span

MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»\"‘’'‚‹›]")
CURLY, STRAIGHT, ANGLE, SINGLE, SMALL_ANGLE = "curly", "straight", "angle", "single", "small angle"
MAKE = {
    "“": CURLY, "”": CURLY, "„": CURLY, "‟": CURLY, "‘‘": CURLY, "’’": CURLY, "``": CURLY, "''": CURLY,
    '"': STRAIGHT, "«": ANGLE, "»": ANGLE, "‘": SINGLE, "’": SINGLE, "'": SINGLE, "‚": SINGLE, "‹": SMALL_ANGLE, "›": SMALL_ANGLE,
}  # fmt: skip
OPENS, CLOSES = frozenset(["„", "‟", "‘‘", "``", "«", "‚", "‹", "“", "‘"]), frozenset(["”", "’’", "»", "›"])
LOW = frozenset("„‚")  # closed by what elsewhere opens
OPENERS = frozenset("([{—–-/“„«‘\"'‹:")  # a mark after one of these, or after a space, can open
POSSESSIVE = re.compile(r"[sS][’'] [a-z]")
CLIPPED = re.compile(r"(?:\d0s|em|tis|twas|til|till|cause|n|bout|round)\b", re.IGNORECASE)  # '90s, 'em, 'til


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    make: str
    opens: bool
    closes: bool
    low: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Marks at text[start:inner_start] and text[inner_end:end]; they are empty where the closing one is missing."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    make: str
    depth: int
    closed: bool = True


def find_quotations(annotated: Annotated) -> Sequence[Quotation]:
    """Every stretch inside quotation marks, in the order of the text."""
    found: list[Quotation] = []
    running: tuple[int, str] | None = None  # a quotation left open at the end of the paragraph before
    words = _tokens_by_paragraph(annotated)
    for n, paragraph in enumerate(annotated.paragraphs):
        pairs = paired(paragraph.text)
        first_at = len(paragraph.text) - len(paragraph.text.lstrip())
        following = running
        running = None
        for pair in pairs:
            quotation = _quotation(len(found), pair, n, paragraph, words[n])
            if quotation is None:
                continue
            if following and pair.start == first_at and pair.make == following[1]:
                before = found[following[0]]
                found[before.index] = replace(before, closed=True)
                quotation = replace(quotation, continues=before.index)
            if not pair.closed:
                running = (quotation.index, pair.make)
            found.append(quotation)
    return found


def paired(text: str) -> list[Pair]:
    """The quotations of one paragraph, outer before inner. One without a closing mark runs to the end, and only if no
    other of its make follows it."""
    marks = [*_marks(text)]
    open_marks: list[Mark] = []
    pairs: list[Pair] = []
    for n, mark in enumerate(marks):
        partner = next((m for m in reversed(open_marks) if m.make == mark.make), None) or _mixed(open_marks, mark)
        if partner and _closes(text, mark, partner, marks[n + 1 :]):
            del open_marks[open_marks.index(partner) :]
            pairs.append(Pair(partner.start, partner.end, mark.start, mark.end, mark.make, len(open_marks)))
        elif mark.opens and _may_open(text, mark, marks[n + 1 :], partner):
            if partner and not _nests(mark, marks[n + 1 :]):
                del open_marks[open_marks.index(partner) :]
            open_marks.append(mark)
    if open_marks and open_marks[0].make != SINGLE and _runs_on(open_marks[0], pairs):
        last = open_marks[0]
        end = len(text.rstrip())
        inner = [replace(p, depth=p.depth) for p in pairs]
        pairs = [*inner, Pair(last.start, last.end, end, end, last.make, 0, closed=False)] if end > last.end else inner
    return _with_depths([p for p in pairs if text[p.inner_start : p.inner_end].strip()])


def _mixed(open_marks: list[Mark], mark: Mark) -> Mark | None:
    """A curly mark closed by a straight one, or the other way round, as pages that mix them do."""
    if mark.closes and not mark.opens and mark.make in (CURLY, STRAIGHT):
        return next((m for m in reversed(open_marks) if m.make in (CURLY, STRAIGHT)), None)
    return None


def _closes(text: str, mark: Mark, partner: Mark, later: list[Mark]) -> bool:
    """Is this the other end of `partner`? A possessive's apostrophe is not, if a better mark follows."""
    if not mark.closes or (mark.opens and mark.make == CURLY and not partner.low):
        return False
    if mark.make == SINGLE and POSSESSIVE.match(text, mark.start - 1):
        following = next((m for m in later if m.make == SINGLE), None)
        return following is None or not following.closes
    return True


def _runs_on(mark: Mark, pairs: list[Pair]) -> bool:
    """Does nothing of the same make follow a mark that was never closed?"""
    return not any(p.start > mark.start and p.make == mark.make for p in pairs)


def _with_depths(pairs: list[Pair]) -> list[Pair]:
    """Outer before inner, each with the number of quotations around it."""
    ordered = sorted(pairs, key=lambda p: (p.start, -p.end))
    return [
        replace(p, depth=sum(q.inner_start <= p.start and p.end <= q.inner_end for q in ordered if q is not p))
        for p in ordered
    ]


def _marks(text: str) -> Iterator[Mark]:
    for match in MARK.finditer(text):
        mark = match.group()
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        can_open = (before.isspace() or before in OPENERS) and not after.isspace()
        can_close = not before.isspace() and not (after.isalnum() and before.isalnum())
        make = MAKE[mark]
        if mark == '"':
            if _is_measure(text, match.start(), match.end()):
                continue
            opens, closes = can_open or (not can_close and not after.isspace()), can_close or not can_open
        elif make == SINGLE:
            opens = can_open and mark in "‘'‚" and not CLIPPED.match(text, match.end())
            closes = can_close and mark in "’'‘" and not after.isalnum()
        elif mark == "''":
            opens, closes = can_open, not can_open
        else:
            turned = make in (ANGLE, SMALL_ANGLE)  # »so«, as well as «so»
            opens = mark in OPENS or (turned and can_open)
            closes = mark in CLOSES or mark == "“" or (turned and can_close)
        if opens or closes:
            yield Mark(match.start(), match.end(), make, opens, closes, mark in LOW)


def _is_measure(text: str, start: int, end: int) -> bool:
    """Inches: 12" pipe, 6'2", 5" x 7". Not where the mark closes a quotation that ends in a number."""
    if not start or not text[start - 1].isdigit():
        return False
    around = text[:start].count('"') % 2 == 1 and text[end:].count('"') % 2 == 0
    return not around


def _may_open(text: str, mark: Mark, later: list[Mark], partner: Mark | None) -> bool:
    if mark.make == SINGLE:
        return partner is None and any(m.make == SINGLE and m.closes for m in later)
    if mark.make == CURLY and mark.closes:  # “ closes where a low mark stands open
        return partner is None or not partner.low
    return True


def _nests(mark: Mark, later: list[Mark]) -> bool:
    """Are there closing marks for both, the one that is open and this one?"""
    if mark.make in (STRAIGHT, SINGLE):
        return False
    balance = 1
    for other in later:
        if other.make == mark.make:
            balance += 1 if other.opens else -1
            if balance < 0:
                return True
    return False


def _tokens_by_paragraph(annotated: Annotated) -> list[tuple[int, list[int]]]:
    """For each paragraph the index of its first token and where its tokens begin."""
    first = [0] * len(annotated.paragraphs)
    starts: list[list[int]] = [[] for _ in annotated.paragraphs]
    for sentence in annotated.sentences:
        if not starts[sentence.paragraph]:
            first[sentence.paragraph] = sentence.first
        starts[sentence.paragraph] += [t.read for t in annotated.tokens[sentence.first : sentence.last]]
    return list(zip(first, starts, strict=True))


def _quotation(index: int, pair: Pair, number: int, paragraph: Paragraph, words: tuple[int, list[int]]) -> Quotation | None:
    base, starts = words
    first, last = bisect_left(starts, pair.inner_start), bisect_left(starts, pair.inner_end)
    if last <= first:
        return None
    inner_end = pair.inner_end - (len(paragraph.text[: pair.inner_end]) - len(paragraph.text[: pair.inner_end].rstrip()))
    inner = paragraph.place(pair.inner_start, inner_end)
    outer = paragraph.place(pair.start, pair.end)
    return Quotation(
        index, Span(outer.start, outer.end), inner, number, base + first, base + last, pair.depth, None, pair.closed
    )
