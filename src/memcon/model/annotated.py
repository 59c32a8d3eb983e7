"""A document with its grammar: paragraphs as read, tokens, sentences, quotation marks, time expressions.

Rules read `Paragraph.text` and `Token.text`: the document's words, with a spinner's substitutions undone
("State Division" reads "State Department"). Offsets of tokens and spans are always those of the document's own text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from memcon.model.document import Document
from memcon.model.text import Span, ZoneName

# What a label makes of its turn: a question; the words of whom it names; of whom the paper is about; the chair's.
TurnLabel = Literal["question", "answer", "unnamed", "chair"]


@dataclass(frozen=True, slots=True)
class Swap:
    """Words undone for reading: text[read.start:read.end] of the paragraph stands for `source` in the document."""

    read: Span
    source: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the rules read it. Without swaps it is the document's own words."""

    start: int
    end: int
    text: str
    zone: ZoneName
    swaps: tuple[Swap, ...] = ()
    label: TurnLabel | None = None  # it is the label of a turn: "MR. KIRBY:"
    listed: bool = False  # the mark of a list stands before it

    def place(self, start: int, end: int) -> Span:
        """The stretch of the document behind text[start:end]; a swapped word stands for the whole of its source."""
        if not self.swaps:
            return Span(start + self.start, end + self.start)
        return Span(self._before(start), self._after(end))

    def _before(self, at: int) -> int:
        before = bisect_right(self.swaps, at, key=lambda swap: swap.read.start)
        if before == 0:
            return at + self.start
        swap = self.swaps[before - 1]
        return swap.source.start if at < swap.read.end else at + swap.source.end - swap.read.end

    def _after(self, at: int) -> int:
        before = bisect_left(self.swaps, at, key=lambda swap: swap.read.start)
        if before == 0:
            return at + self.start
        swap = self.swaps[before - 1]
        return swap.source.end if at <= swap.read.end else at + swap.source.end - swap.read.end


@dataclass(slots=True)
class Token:
    """A word with its grammar. `i`, `head` and sentence indices count in the whole document."""

    i: int
    text: str
    start: int  # in the document
    end: int
    read: int  # where it begins in its paragraph's text
    lemma: str
    pos: str  # Universal part of speech
    tag: str  # Penn tag
    dep: str  # dependency label (CLEAR, as spaCy's English models give it)
    head: int  # index of its head; its own where it is a root
    entity: str  # "", or the label of the name that it is part of
    entity_start: bool
    sentence: int
    spaced: bool  # is it followed by white space?
    lower: str = field(init=False)  # its text in lower case, which every rule asks for

    def __post_init__(self) -> None:
        self.lower = self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """tokens[first:last], in one paragraph."""

    index: int
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch inside quotation marks. `inner` excludes the marks; `continues` names the quotation before it that it
    carries on over a paragraph's end; `closed` is false where the closing mark is missing."""

    index: int
    outer: Span
    inner: Span
    paragraph: int
    first: int  # tokens[first:last] are inside the marks
    last: int
    depth: int = 0
    continues: int | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class When:
    """What the words of a time expression say, in parts; what they leave open is None.

    form      which reading dates it: calendar, iso, numeric, quarter, half, fiscal, decade, century, weekday, day, unit, span, ago,
              later, same, duration, ahead, set, holiday, nth, term, night, reference
    weekday   1 (Monday) to 7
    quarter   of a year; of the form "half", which half; of "nth", which weekday
    season    SP, SU, FA, WI
    unit      Y, Q, M, W, D, WE (weekend), FN (fortnight), DE (decade), CE (century), H, MIN
    low, high how many units; they differ in "a few"; both None in "months". Of "11/03/2021" the two numbers
    shift     -1 for the one before, 0 for this one, 1 for the next; of "ago" and "later" the direction
    part      MO, AF, EV, NI
    position  early, mid, late; earlier, later, so far; of a month H1, H2, W1 to W5 (its last week)
    clock     15:00
    name      of a holiday, a term of office or a reference (PRESENT_REF); of "11.03.2021" that the day comes first
    end       the other end of a range
    """

    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    shift: int | None = None
    part: str | None = None
    position: str | None = None
    clock: str | None = None
    name: str | None = None
    end: "When | None" = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression before it is dated. `value` is TIMEX3 with X for what the context must give; `rule` names the
    line of the table that read it. `preposition` ("by", "since", "until") changes its bounds."""

    span: Span
    text: str
    kind: str  # date, week, month, season, quarter, year, interval, duration, fuzzy, set
    value: str
    first: int  # tokens
    last: int
    paragraph: int
    preposition: str | None = None
    rule: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Paragraphs [first, last) are one speaker's turn in a transcript; `label` is the paragraph that names him, if any."""

    label: int | None
    first: int
    last: int
    kind: TurnLabel


@dataclass
class Annotated:
    """A document with tokens, sentences, quotations and time expressions. Treated as frozen once made."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    turns: tuple[Turn, ...] = ()

    @cached_property
    def _children(self) -> dict[int, list[Token]]:
        """Of each token on which others hang, these; most have none."""
        children: dict[int, list[Token]] = {}
        for token in self.tokens:
            head = token.head
            if head == token.i:
                continue
            if head in children:
                children[head].append(token)
            else:
                children[head] = [token]
        return children

    def children(self, i: int) -> Sequence[Token]:
        """The tokens that hang on token i, in the order of the text."""
        return self._children.get(i, ())

    def child(self, i: int, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        for token in self._children.get(i, ()):
            if token.dep in deps:
                return token
        return None

    def subtree(self, i: int) -> Iterator[Token]:
        """Token i and everything that hangs on it, in no set order."""
        stack, children = [self.tokens[i]], self._children
        while stack:
            token = stack.pop()
            yield token
            if token.i in children:
                stack += children[token.i]

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        first, last = list(range(len(self.tokens))), list(range(1, len(self.tokens) + 1))
        for root in (t.i for t in self.tokens if t.head == t.i):
            order = [t.i for t in self.subtree(root)]  # heads before what hangs on them
            for i in reversed(order):
                head = self.tokens[i].head
                first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        return list(zip(first, last, strict=True))

    def edges(self, i: int) -> tuple[int, int]:
        """The token range [first, last) that the subtree of token i spans."""
        return self._edges[i]

    def ancestors(self, i: int) -> Iterator[Token]:
        """Its head, the head of that, and so on up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def head(self, i: int) -> Token:
        return self.tokens[self.tokens[i].head]

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def paragraph_of(self, i: int) -> Paragraph:
        return self.paragraphs[self.sentence_of(i).paragraph]

    @cached_property
    def _turn_of(self) -> dict[int, Turn]:
        return {n: turn for turn in self.turns for n in range(turn.first, turn.last)}

    def turn_at(self, i: int) -> Turn | None:
        """The turn of a transcript in which token i is spoken."""
        return self._turn_of.get(self.sentence_of(i).paragraph)

    def in_question(self, i: int) -> bool:
        """Is token i spoken by whoever asks the questions of a transcript, so that nobody vouches for it?"""
        turn = self.turn_at(i)
        return turn is not None and turn.kind == "question"

    def span(self, first: int, last: int) -> Span:
        """The stretch of the document that tokens[first:last] cover."""
        return Span(self.tokens[first].start, self.tokens[min(last, len(self.tokens)) - 1].end)

    def read(self, first: int, last: int) -> str:
        """tokens[first:last] as they read, with a spinner's words undone."""
        if last <= first:
            return ""
        words = [t.text + " " * t.spaced for t in self.tokens[first : last - 1]]
        return "".join([*words, self.tokens[last - 1].text])

    def whole_word(self, i: int) -> tuple[int, int]:
        """The tokens [first, last) of the hyphenated word that token i is part of; of a plain one just itself."""
        first, last = i, i + 1
        while first > 1 and self.tokens[first - 1].text == "-" and not self.tokens[first - 2].spaced:
            first -= 2
        while last + 1 < len(self.tokens) and self.tokens[last].text == "-" and not self.tokens[last].spaced:
            last += 2
        return first, last

    def zone(self, i: int) -> ZoneName:
        return self.paragraphs[self.sentences[self.tokens[i].sentence].paragraph].zone

    @cached_property
    def _quotation_at(self) -> dict[int, int]:
        return {i: q.index for q in self.quotations for i in range(q.first, q.last)}

    def quotation_at(self, i: int) -> Quotation | None:
        """The innermost quotation that holds token i."""
        at = self._quotation_at.get(i)
        return None if at is None else self.quotations[at]
