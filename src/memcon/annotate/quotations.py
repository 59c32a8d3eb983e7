"""Quotation marks of every make: paragraphs in, `Quotation`s out, in the order of the text.

Curly, straight, low-high, guillemets, doubled single marks and single marks, nested or not; what opens in one paragraph
and goes on in the next under a repeated mark `continues` it. Refuses apostrophes, possessives, inches and feet, and a mark
that never finds its partner although others after it do.
"""

import re
from bisect import bisect_left
from collections import defaultdict
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
DEEPEST = 6  # quotations within quotations; four are the most that real reports have
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
    other of its make follows it. Linear in the text."""
    marks = tuple(_marks(text))
    ahead = _Ahead(marks)
    standing = _Open()
    pairs: list[Pair] = []
    for n, mark in enumerate(marks):
        partner = standing.last(mark.make) or _mixed(standing, mark)
        if partner and _closes(text, mark, partner, ahead.following(n)):
            depth = standing.drop(partner)
            pairs.append(Pair(partner.start, partner.end, mark.start, mark.end, mark.make, depth))
        elif mark.opens and _may_open(mark, partner, ahead.closes_later(n)):
            if partner and (standing.deep() or not ahead.nests(n)):
                standing.drop(partner)
            standing.add(mark)
    first = standing.first()
    if first and first.make != SINGLE and not any(p.start > first.start and p.make == first.make for p in pairs):
        end = len(text.rstrip())
        if end > first.end:
            pairs.append(Pair(first.start, first.end, end, end, first.make, 0, closed=False))
    return _with_depths([p for p in pairs if text[p.inner_start : p.inner_end].strip()])


class _Open:
    """The marks that stand open, the last of each make at hand."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._places: dict[str, list[int]] = defaultdict(list)

    def first(self) -> Mark | None:
        return self._marks[0] if self._marks else None

    def last(self, make: str) -> Mark | None:
        places = self._places[make]
        return self._marks[places[-1]] if places else None

    def deep(self) -> bool:
        return len(self._marks) >= DEEPEST

    def add(self, mark: Mark) -> None:
        self._places[mark.make].append(len(self._marks))
        self._marks.append(mark)

    def drop(self, mark: Mark) -> int:
        """Close the last of its make and all that were opened in it; how many stay open."""
        place = self._places[mark.make][-1]
        while len(self._marks) > place:
            self._places[self._marks.pop().make].pop()
        return place


class _Ahead:
    """What follows each mark, looked up in constant time."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        balance: dict[str, int] = defaultdict(int)
        after: list[int] = []  # opening marks less closing ones of its make, up to each mark
        for mark in marks:
            balance[mark.make] += 1 if mark.opens else -1
            after.append(balance[mark.make])
        following: dict[str, int] = {}
        lowest: dict[str, int] = {}
        self._following: list[int | None] = [None] * len(marks)
        self._nests = [False] * len(marks)
        self._closing = [False] * len(marks)
        closing: set[str] = set()
        for n in range(len(marks) - 1, -1, -1):
            make = marks[n].make
            self._following[n] = following.get(make)
            self._closing[n] = make in closing
            # A second opening mark needs two closing ones: this one's and that of the one which stands open.
            self._nests[n] = make not in (STRAIGHT, SINGLE) and lowest.get(make, after[n]) <= after[n] - 2
            following[make] = n
            lowest[make] = min(lowest.get(make, after[n]), after[n])
            if marks[n].closes:
                closing.add(make)

    def following(self, n: int) -> Mark | None:
        """The next mark of the same make."""
        at = self._following[n]
        return None if at is None else self._marks[at]

    def closes_later(self, n: int) -> bool:
        """Does any mark of the same make that follows close?"""
        return self._closing[n]

    def nests(self, n: int) -> bool:
        """Are there closing marks for both, the one that is open and this one?"""
        return self._nests[n]


def _mixed(standing: _Open, mark: Mark) -> Mark | None:
    """A curly mark closed by a straight one, or the other way round, as pages that mix them do."""
    if mark.closes and not mark.opens and mark.make in (CURLY, STRAIGHT):
        return standing.last(STRAIGHT if mark.make == CURLY else CURLY)
    return None


def _closes(text: str, mark: Mark, partner: Mark, following: Mark | None) -> bool:
    """Is this the other end of `partner`? A possessive's apostrophe is not, if a better mark follows."""
    if not mark.closes or (mark.opens and mark.make == CURLY and not partner.low):
        return False
    if mark.make == SINGLE and POSSESSIVE.match(text, mark.start - 1):
        return following is None or not following.closes
    return True


def _with_depths(pairs: list[Pair]) -> list[Pair]:
    """Outer before inner, each with the number of quotations around it."""
    around: list[Pair] = []
    out = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        while around and around[-1].inner_end < pair.end:
            around.pop()
        out.append(replace(pair, depth=len(around)))
        around.append(pair)
    return out


def _marks(text: str) -> Iterator[Mark]:
    straight, seen = text.count('"'), 0
    for match in MARK.finditer(text):
        mark = match.group()
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        can_open = (before.isspace() or before in OPENERS) and not after.isspace()
        can_close = not before.isspace() and not (after.isalnum() and before.isalnum())
        make = MAKE[mark]
        if mark == '"':
            seen += 1
            inside = seen % 2 == 0 and (straight - seen) % 2 == 0
            if before.isdigit() and not inside:  # inches: 12" pipe, 6'2"; not a quotation that ends in a number
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


def _may_open(mark: Mark, partner: Mark | None, closed_later: bool) -> bool:
    if mark.make == SINGLE:
        return partner is None and closed_later
    if mark.make == CURLY and mark.closes:  # “ closes where a low mark stands open
        return partner is None or not partner.low
    return True


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
    inner_end = pair.inner_start + len(paragraph.text[pair.inner_start : pair.inner_end].rstrip())
    inner = paragraph.place(pair.inner_start, inner_end)
    outer = paragraph.place(pair.start, pair.end)
    return Quotation(
        index, Span(outer.start, outer.end), inner, number, base + first, base + last, pair.depth, None, pair.closed
    )
