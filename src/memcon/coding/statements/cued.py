"""What attributes a quotation from its own sentence: a cue with its speaker behind the closing mark, or before the opening one.

Comes in: an annotated document and a quotation. Goes out: the attribution, or None. Refuses cues that report something else, and
speakers that cannot speak.
"""

from memcon.coding.statements.around import Around
from memcon.coding.statements.beside import (
    DASHES,
    apposed_behind,
    inverted_behind,
    issued_before,
    signature,
    verb_before,
    verb_behind,
)
from memcon.coding.statements.grammar import SUBJECTS, Phrase, can_speak, is_text, phrase, subject_of
from memcon.coding.statements.quoted import Attributed
from memcon.coding.statements.reports import addressee_of, cue_at, cue_phrase, speaks
from memcon.model.annotated import Quotation, Token
from memcon.registers.cues import attribution


class Cued(Around):
    """The cues beside the quotations of one document."""

    def behind(self, quotation: Quotation) -> Attributed | None:
        """“The road is open,” the mayor said."""
        start = self.after(quotation)
        end = self.closing(quotation)
        comma = self.ends(quotation) == "," or (start < end and self.tokens[start].lower in (",", *DASHES))
        if not comma and self.ends(quotation) not in ("?", "!", "—"):
            return self._behind_stop(quotation, start, end)
        if beside := signature(self.annotated, start, end) or inverted_behind(self.annotated, start, end):
            return beside
        marked = next((i for i in range(start, end) if self.annotated.quotation_at(i)), end)
        for i in range(start, marked):
            by = self.cue(i, "quote behind")
            if by and by.speaker and by.speaker.head >= start:
                return None if self._has_own_content(i) else by
            if i + 1 < end and self.tokens[i].lower == "according" and (noun := self.annotated.child(i + 1, "pobj")):
                return Attributed(i, None, Phrase(noun.i, i + 2, noun.i + 1), None, "quote behind: according to")
        if named := apposed_behind(self.annotated, start, end):
            return named
        outside = self.words(self.opening(quotation), quotation.first)
        return None if outside or marked < end else verb_behind(self.annotated, start, end)

    def _behind_stop(self, quotation: Quotation, start: int, end: int) -> Attributed | None:
        """“The road is open.” Lind said on Monday. A full stop where a comma belongs: the sentence behind says nothing else."""
        if self.ends(quotation) != "." or self.words(self.opening(quotation), quotation.first):
            return None
        by = next((by for i in range(start, end) if (by := self.cue(i, "quote behind"))), None)
        if by is None or by.verb is None or by.speaker is None or not start <= by.speaker.first <= start + 1:
            return None
        told = [
            c for c in self.annotated.children(by.verb) if c.i > by.verb and c.dep in ("dobj", "ccomp", "xcomp", "advcl")
        ]
        said = any(c.i != by.addressee for c in told) or any(self.annotated.quotation_at(i) for i in range(start, end))
        return by if by.speaker.last == by.verb and not said and self.tokens[end - 1].text != ":" else None

    def cue(self, verb: int, rule: str) -> Attributed | None:
        """A verb that can stand beside a quotation, with its speaker where that can speak."""
        if self.tokens[verb].pos != "VERB":
            return None
        for cue in cue_at(self.annotated, verb):
            if "quote" not in cue.frames:
                continue
            speaker = subject_of(self.annotated, verb)
            if speaker and not speaks(self.annotated, speaker, cue):
                speaker = None
            words = cue_phrase(self.annotated, verb, speaker)
            return Attributed(verb, words, speaker, addressee_of(self.annotated, verb, cue), f"{rule}: {cue.lemma}")
        return None

    def before_mark(self, first: int, mark: int) -> Attributed | None:
        """Lind left no doubt: “...” From the report: “...” The office issued a statement, “...”"""
        if by := issued_before(self.annotated, first, mark):
            return by
        if self.tokens[mark].lower != ":":
            return None
        return verb_before(self.annotated, first, mark) or self._from_whom(range(first, mark), mark)

    def _has_own_content(self, verb: int) -> bool:
        """In his book “Ways to Peace,” he suggested that we wait: the clause behind the verb is what it reports."""
        after = (c for c in self.annotated.children(verb) if c.dep in ("ccomp", "xcomp") and c.i > verb)
        after = (c for c in after if c.pos in ("VERB", "AUX") or self.annotated.child(c.i, *SUBJECTS))
        after = (c for c in after if self.tokens[self.annotated.edges(c.i)[0]].lower != "who")  # "told a man who stood by"
        return any(not any(self.annotated.quotation_at(i) for i in range(verb, c.i + 1)) for c in after)

    def announced(self, colon: Token) -> Attributed | None:
        """The mayor wrote on Friday: and a paragraph that is one quotation. Or: And from the mayor:"""
        sentence = self.annotated.sentence_of(colon.i)
        for token in reversed(self.annotated.sentence_tokens(sentence)):
            by = self.cue(token.i, "quote ahead")
            if by and by.speaker:
                return by
        by = verb_before(self.annotated, sentence.first, colon.i)
        return by or self._from_whom(range(sentence.first, colon.i), colon.i)

    def _from_whom(self, inside: range, colon: int) -> Attributed | None:
        """And from the mayor: “...” From the report: “...”"""
        for token in (self.tokens[i] for i in inside):
            if token.dep != "pobj" or self.annotated.head(token.i).lower not in attribution().announcing:
                continue
            source = can_speak(self.annotated, token.i) or is_text(self.annotated, token.i)
            if source and self.annotated.edges(token.i)[1] == colon:
                speaker = phrase(self.annotated, token.i)
                return Attributed(token.i, speaker, speaker, None, "quote ahead: from")
        return None
