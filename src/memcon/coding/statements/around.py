"""The sentence and the paragraph around a quotation, where its marks would mislead the parse.

Comes in: an annotated document. Goes out: token indices. A sentence here ends at a stop outside quotation marks, or at one
that closes a quotation.
"""

from memcon.model.annotated import Annotated, Quotation

STOPS = (".", "?", "!", "…")
LEAST_WORDS = 3  # of a quotation that is a sentence of its own


class Around:
    """What stands around the quotations of one document."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens

    def opening(self, quotation: Quotation) -> int:
        """Where the sentence that holds the opening mark begins."""
        first = self.paragraph_first(quotation)
        at = quotation.first - 1
        while at > first:
            before = self.tokens[at - 1]
            if before.lower in STOPS and not self.annotated.quotation_at(before.i):
                return at
            if before.pos == "PUNCT" and (inside := self.annotated.quotation_at(at - 2)) and self.ends(inside) in STOPS:
                return at
            at -= 1
        return first

    def closing(self, quotation: Quotation) -> int:
        """Where the sentence that holds the closing mark ends."""
        at = self.after(quotation)
        end = self.paragraph_last(quotation)
        while at < end:
            if self.tokens[at].lower in STOPS and not self.annotated.quotation_at(at):
                return at
            at += 1
        return end

    def after(self, quotation: Quotation) -> int:
        """The first token behind the closing mark."""
        at = quotation.last
        while at < len(self.tokens) and self.tokens[at].start < quotation.outer.end:
            at += 1
        return at

    def paragraph_first(self, quotation: Quotation) -> int:
        i = self.annotated.sentence_of(quotation.first).index
        while i and self.annotated.sentences[i - 1].paragraph == quotation.paragraph:
            i -= 1
        return self.annotated.sentences[i].first

    def paragraph_last(self, quotation: Quotation) -> int:
        i = self.annotated.sentence_of(quotation.last - 1).index
        sentences = self.annotated.sentences
        while i + 1 < len(sentences) and sentences[i + 1].paragraph == quotation.paragraph:
            i += 1
        return sentences[i].last

    def ends(self, quotation: Quotation) -> str:
        return self.tokens[quotation.last - 1].lower[-1]

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
