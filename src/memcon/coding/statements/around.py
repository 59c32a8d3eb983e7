"""The sentence and the paragraph around a quotation, where its marks would mislead the parse.

Comes in: an annotated document. Goes out: token indices. A sentence here ends at a stop outside quotation marks, or at one
that closes a quotation.
"""

from functools import cached_property

from memcon.model.annotated import Annotated, Quotation, Token

STOPS = (".", "?", "!", "…")
MARKS = ("``", "''")  # tags of quotation marks
LEAST_WORDS = 3  # of a quotation that is a sentence of its own


class Around:
    """What stands around the quotations of one document."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens

    @cached_property
    def _openings(self) -> list[int]:
        """For each token the last at or before it that begins a sentence outside quotation marks."""
        found, begins = [], 0
        for token in self.tokens:
            i = token.i
            if i and self._stops(self.tokens[i - 1]):
                begins = i
            found.append(begins)
        return found

    def _stops(self, token: Token) -> bool:
        if token.lower in STOPS and not self.annotated.quotation_at(token.i):
            return True
        inside = self.annotated.quotation_at(token.i - 1) if token.pos == "PUNCT" and token.i else None
        return inside is not None and self.ends(inside) in STOPS

    @cached_property
    def _closings(self) -> list[int]:
        """For each token the first stop outside quotation marks at or behind it."""
        found, stop = [0] * len(self.tokens), len(self.tokens)
        for token in reversed(self.tokens):
            if token.lower in STOPS and not self.annotated.quotation_at(token.i):
                stop = token.i
            found[token.i] = stop
        return found

    def opening(self, quotation: Quotation) -> int:
        """Where the sentence that holds the opening mark begins."""
        first = self.paragraph_first(quotation)
        return max(first, self._openings[max(quotation.first - 1, first)])

    def closing(self, quotation: Quotation) -> int:
        """Where the sentence that holds the closing mark ends."""
        at, end = self.after(quotation), self.paragraph_last(quotation)
        return min(end, self._closings[at]) if at < end else end

    def after(self, quotation: Quotation) -> int:
        """The first token behind the closing mark."""
        at = quotation.last
        while at < len(self.tokens) and self.tokens[at].start < quotation.outer.end:
            at += 1
        return at

    @cached_property
    def _bounds(self) -> dict[int, tuple[int, int]]:
        return paragraph_bounds(self.annotated)

    def paragraph_first(self, quotation: Quotation) -> int:
        return self._bounds[quotation.paragraph][0]

    def paragraph_last(self, quotation: Quotation) -> int:
        return self._bounds[quotation.paragraph][1]

    def ends(self, quotation: Quotation) -> str:
        """The last character inside, marks of a quotation within it apart: “I said, ‘Come,’”"""
        last = quotation.last - 1
        while last > quotation.first and self.tokens[last].tag in MARKS:
            last -= 1
        return self.tokens[last].lower[-1]

    def words(self, first: int, last: int) -> list[int]:
        """The words of tokens[first:last] outside quotation marks, links apart."""
        inside = range(first, last)
        return [
            i for i in inside
            if self.tokens[i].pos != "PUNCT" and self.tokens[i].dep != "cc" and not self.annotated.quotation_at(i)
            and not (self.tokens[i].dep == "mark" and self.tokens[i].lower == "that")
        ]  # fmt: skip

    def has_verb(self, first: int, last: int) -> bool:
        return any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in self.tokens[first:last])

    def sentence_like(self, quotation: Quotation) -> bool:
        tokens = self.tokens[quotation.first : quotation.last]
        ends = tokens[-1].lower[-1] in STOPS or (
            self.after(quotation) < len(self.tokens) and self.tokens[self.after(quotation)].lower in STOPS
        )
        words = sum(t.pos != "PUNCT" for t in tokens)
        finite = self.has_verb(quotation.first, quotation.last)
        first = next((t.text for t in tokens if t.text[0].isalpha()), "")
        return first[:1].isupper() and ((ends and words >= LEAST_WORDS) or (finite and words >= 2 * LEAST_WORDS))


def paragraph_bounds(annotated: Annotated) -> dict[int, tuple[int, int]]:
    """The tokens [first, last) of each paragraph that has any."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in annotated.sentences:
        first, _ = bounds.get(sentence.paragraph, (sentence.first, sentence.last))
        bounds[sentence.paragraph] = (first, sentence.last)
    return bounds
