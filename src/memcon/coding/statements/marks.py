"""Who said what stands between quotation marks.

Comes in: an annotated document and its reports. Goes out: `Quoted`s, each a stretch of text with one or more quotations in
it and the report that attributes it, or none. Refuses scare quotes: fragments that no clause of speech holds.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.coding.statements.around import STOPS
from memcon.coding.statements.beside import (
    inverted,
)
from memcon.coding.statements.cued import Cued
from memcon.coding.statements.grammar import can_speak, subject_of
from memcon.coding.statements.quoted import Attributed, Quoted, going_on
from memcon.coding.statements.report import Report
from memcon.coding.statements.reports import cue_at
from memcon.coding.statements.tails import end_of_content
from memcon.model.annotated import Annotated, Quotation

MOST_TOGETHER = 12  # quotations that one cue behind them attributes


class Marks(Cued):
    """The quotations of one document that are not inside others, and the text around them."""

    def __init__(self, annotated: Annotated, reports: list[Report]) -> None:
        super().__init__(annotated)
        self.reports = reports
        self.outer = [q for q in annotated.quotations if q.depth == 0]

    def find(self) -> list[Quoted]:
        """Every attributed quotation, in the order of the text."""
        found: list[Quoted] = []
        done = -1
        for n, quotation in enumerate(self.outer):
            if quotation.first < done:
                continue
            following = self.outer[n + 1 : n + 1 + MOST_TOGETHER]
            last = found[-1] if found else None
            quoted = self._attributed_behind(quotation, following) or self._joined(quotation, last)
            if quoted is None:
                quoted = self._reported(quotation) or self._introduced(quotation) or self._free(quotation, last)
            if quoted is None:
                continue
            if last and quoted.quotations[0] is last.quotations[0]:
                found[-1] = quoted
            else:
                found.append(quoted)
            done = max(quoted.last, quoted.quotations[-1].last)
        return [*self._begun_before(found), *found]

    def _begun_before(self, found: list[Quoted]) -> Iterator[Quoted]:
        """Paragraphs that a quotation with its cue behind it carries on: they open with a mark that nothing closes."""
        told = {q.index: quoted for quoted in found for q in quoted.quotations}
        for quotation in reversed(self.outer):
            begun = quotation.continues
            if begun is None or begun in told or quotation.index not in told:
                continue
            before = self.annotated.quotations[begun]
            if self.words(self.opening(before), before.first):
                continue
            by = going_on(told[quotation.index].by, "goes on behind")
            told[begun] = Quoted(before.first, before.last, (before,), True, by)
            yield told[begun]

    def _attributed_behind(self, quotation: Quotation, following: list[Quotation]) -> Quoted | None:
        """“The road is open,” the mayor said."""
        together = [quotation]
        for other in following:
            far = other.paragraph != quotation.paragraph or other.first > self.closing(together[-1])
            if far or len(together) == MOST_TOGETHER:
                break
            if any(cue_at(self.annotated, i) for i in self.words(self.after(together[-1]), other.first)):
                break
            together.append(other)
        for count in range(len(together), 0, -1):
            last = together[count - 1]
            by = self.behind(last)
            if by is None:
                continue
            first = self.opening(quotation)
            outside = self.words(first, self.after(last))
            if any(self.tokens[i].pos == "VERB" and cue_at(self.annotated, i) for i in outside):
                return None
            first = first if outside else quotation.first
            return Quoted(first, last.last, tuple(together[:count]), not outside, by)
        return None

    def _joined(self, quotation: Quotation, before: Quoted | None) -> Quoted | None:
        """“The road is open,” the mayor said. “It was mined.” One quotation, interrupted."""
        if before is None or before.by.verb is None or before.quotations[-1].paragraph != quotation.paragraph:
            return None
        end = self.closing(before.quotations[-1])
        if before.by.verb < before.quotations[-1].last or not before.whole:
            return None
        gap = [t for t in self.tokens[end : quotation.first] if t.pos != "PUNCT"]
        inside = end > quotation.first and not self._content_between(before, quotation)
        own = self.sentence_like(quotation) or self._short(quotation)
        if gap or (end <= quotation.first and not own) or (end > quotation.first and not inside):
            return None
        return replace(before, last=quotation.last, quotations=(*before.quotations, quotation))

    def _short(self, quotation: Quotation) -> bool:
        """“...,” he said. “Big time.”"""
        return self.ends(quotation) in STOPS and self.tokens[quotation.first].text[:1].isupper()

    def _content_between(self, before: Quoted, quotation: Quotation) -> bool:
        """Does another cue, or the same one's content, stand between?"""
        start = self.after(before.quotations[-1])
        cued = [i for i in self.words(start, quotation.first) if self.tokens[i].pos == "VERB" and cue_at(self.annotated, i)]
        return len(cued) != 1 or self.tokens[quotation.first - 2].pos != "PUNCT"

    def _reported(self, quotation: Quotation) -> Quoted | None:
        """He said the road was “wide open” and “safe.”"""
        holding = [r for r in self.reports if r.first < quotation.last and quotation.first < r.last and r.verb is not None]
        if not holding:
            return None
        begun = (
            quotation.first
        )  # a relay behind the quotation yields to whoever begins it: "he said “...,” according to AFP"
        report = min(holding, key=lambda r: (r.needs_quote, not r.first <= begun < r.last, r.last - r.first, r.first))
        first, last = report.first, report.last
        inside = [q for q in self.outer if q.first < last and first < q.last]
        first, last = min(first, inside[0].first), max(last, inside[-1].last)
        if report.verb < first and not report.needs_quote:
            inside, last = self._to_the_end(inside, report, last)
        by = Attributed(report.verb, report.cue, report.speaker, report.addressee, report.rule)
        whole = not self.words(first, last)
        if whole and len(inside) == 1:
            first, last = inside[0].first, inside[0].last
        return Quoted(first, last, tuple(inside), whole and len(inside) == 1, by)

    def _to_the_end(self, inside: list[Quotation], report: Report, last: int) -> tuple[list[Quotation], int]:
        """He says there is a “long road ahead” but he is sure that they will “get there.” Parses stop at the mark."""
        behind, end = self.after(inside[-1]), self.closing(inside[-1])
        if last > behind or not self._goes_on(behind, end) or self._reporter_goes_on(behind, end, report):
            return inside, last
        further = [q for q in self.outer if behind <= q.first < end]
        end = max([self.closing(q) for q in further if self.closing(q) > end] or [end])
        end = end_of_content(self.annotated, report.verb, report.first, end)
        words = self.words(behind, end)
        spoken = (cue for i in words if self.tokens[i].pos == "VERB" for cue in cue_at(self.annotated, i))
        if not words or any(not cue.needs for cue in spoken):
            return inside, last
        inside = [*inside, *(q for q in further if q.first < end)]
        return inside, max(end, inside[-1].last)

    def _reporter_goes_on(self, at: int, end: int, report: Report) -> bool:
        """He called it “late,” | and his deputy left: a second clause beside the cue, not beside what it reports."""
        token = self.tokens[at]
        if token.dep != "cc" or not self.has_verb(at, end):
            return False
        above = {t.i for t in self.annotated.ancestors(report.verb)}
        return token.head in above or (token.head == report.verb and report.frame not in ("that", None))

    def _goes_on(self, at: int, end: int) -> bool:
        """Does the sentence go on behind a closing mark without a new start?"""
        if at >= end or self.tokens[at - 2].lower in STOPS or self.tokens[at].lower == "according":
            return False
        return self.tokens[at].dep in ("cc", "prep", "mark") or self.tokens[at].lower in (
            "and",
            "but",
            "or",
            "to",
            "for",
            "in",
            "of",
        )

    def _introduced(self, quotation: Quotation) -> Quoted | None:
        """The mayor said: “The road is open.” Also where the parse lost the way between verb and mark."""
        first = self.opening(quotation)
        for i in range(quotation.first - 1, first - 1, -1):
            if self.annotated.quotation_at(i):
                return None
            by = self.cue(i, "quote ahead")
            if by is None or by.speaker is None:
                continue
            words = self.words(i + 1, quotation.first)
            if by.addressee is not None and self._within(quotation, by.addressee):
                return None
            direct = not words or self.tokens[quotation.first - 2].lower in (":", ",")
            if not direct and not self.has_verb(words[0], quotation.last):
                return None
            start = quotation.first if direct else words[0]
            return Quoted(start, quotation.last, (quotation,), direct, by)
        by = inverted(self.annotated, first, quotation)
        if by is None and self.sentence_like(quotation):
            by = self.before_mark(first, quotation.first - 2)
        return Quoted(quotation.first, quotation.last, (quotation,), True, by) if by else None

    def _within(self, quotation: Quotation, head: int) -> bool:
        """Is the quotation a name inside this noun phrase, as of a programme or a book?"""
        first, last = self.annotated.edges(head)
        return first < quotation.first and quotation.last <= last + 1

    def _free(self, quotation: Quotation, before: Quoted | None) -> Quoted | None:
        """A quotation with a sentence of its own: the speaker before goes on, or the sentence before brings one."""
        if quotation.continues is not None and before and before.quotations[-1].index == quotation.continues:
            by: Attributed | None = going_on(before.by, "continued")
        elif before and quotation.first > before.last and not self.words(before.last, quotation.first):
            by = going_on(before.by, "and")
        elif not self.sentence_like(quotation) or self.words(self.opening(quotation), quotation.first):
            return None
        elif before and before.quotations[-1].paragraph == quotation.paragraph:
            by = self._between(quotation, before) or going_on(before.by, "same speaker goes on")
        elif quotation.first - self.paragraph_first(quotation) > 1:
            by = self._subject_before(quotation)
        else:
            by = self._paragraph_before(quotation, before)
        return Quoted(quotation.first, quotation.last, (quotation,), True, by) if by else None

    def _between(self, quotation: Quotation, before: Quoted) -> Attributed | None:
        """“...,” said Rao. Lin disagreed. “...”: a sentence between the two brings another speaker."""
        sentence = self.annotated.sentence_of(max(quotation.first - 2, 0))
        if sentence.first <= max(before.last, before.by.verb or 0):
            return None
        by = self._subject_before(quotation)
        return by if by and by.speaker and self.tokens[by.speaker.head].pos == "PROPN" else None

    def _paragraph_before(self, quotation: Quotation, before: Quoted | None) -> Attributed | None:
        """Whoever spoke last in the paragraph before, or is announced there by a colon at its end."""
        first = quotation.first - 1
        last = self.tokens[first - 1] if first > 0 else None
        if last is None or self.annotated.sentence_of(last.i).paragraph != quotation.paragraph - 1:
            return None
        if last.lower == ":":
            return self.announced(last)
        spoken = [r for r in self.reports if not r.needs_quote and self._paragraph(r.verb) == quotation.paragraph - 1]
        report = max(spoken, key=lambda r: r.verb, default=None)
        here = before is not None and before.quotations[-1].paragraph == quotation.paragraph - 1
        if before and here and (report is None or report.verb <= max(before.last, before.by.verb or 0)):
            return going_on(before.by, "paragraph before")
        if report is None or self.annotated.sentence_of(report.verb).last < last.i:
            return None
        return Attributed(None, None, report.speaker, report.addressee, "quote alone: paragraph before")

    def _paragraph(self, i: int) -> int:
        return self.annotated.sentence_of(i).paragraph

    def _subject_before(self, quotation: Quotation) -> Attributed | None:
        sentence = self.annotated.sentence_of(quotation.first - 2)
        root = next((t for t in self.annotated.sentence_tokens(sentence) if t.dep == "ROOT"), None)
        speaker = subject_of(self.annotated, root.i) if root else None
        if speaker is None or not can_speak(self.annotated, speaker.head):
            return None
        return Attributed(None, None, speaker, None, "quote alone: subject of the sentence before")
