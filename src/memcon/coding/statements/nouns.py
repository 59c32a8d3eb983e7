"""Nouns and adverbs that report: "his claim that", "attacks on the plan by the union", "has reportedly left".

Comes in: an annotated document. Goes out: a report for each noun of the table with its content behind it; its speaker is the possessor,
the by-phrase, the name before it, or who makes it ("made no mention of"). Refuses nouns in quotation marks, and those of nobody.
"""

from collections.abc import Iterator

from memcon.coding.statements.frames import trim
from memcon.coding.statements.grammar import SUBJECTS, Phrase, can_speak, phrase, subject_of
from memcon.coding.statements.report import Report
from memcon.model.annotated import Annotated, Token
from memcon.registers.cues import CueNoun, attribution, cue_nouns

CLAUSES = frozenset(["acl", "ccomp", "relcl"])


def find_nouns(annotated: Annotated) -> Iterator[Report]:
    """What the nouns of attribution and the adverbs of hearsay report."""
    for token in annotated.tokens:
        if annotated.quotation_at(token.i):
            continue
        noun = cue_nouns().get(token.lemma.lower()) if token.pos == "NOUN" else None
        report = _report(annotated, token, noun) if noun else None
        if token.lower in attribution().hearsay:
            report = _hearsay(annotated, token)
        if report:
            yield report


def _report(annotated: Annotated, token: Token, noun: CueNoun) -> Report | None:
    content = _content(annotated, token, noun)
    speaker = _speaker(annotated, token, content) if content else None
    if content is None or speaker is None:
        return None
    first = speaker.first if speaker.last <= token.i <= speaker.last + 4 else token.i
    return Report(
        content[0], content[1], token.i, Phrase(token.i, first, token.i + 1), speaker, None, "asserts", False,
        f"noun: {noun.lemma}",
    )  # fmt: skip


def _content(annotated: Annotated, token: Token, noun: CueNoun) -> tuple[int, int] | None:
    """The clause or the object of the noun's own preposition behind it."""
    for child in annotated.children(token.i):
        if child.i < token.i:
            continue
        if child.dep in CLAUSES and _opener(annotated, child) in noun.links:
            first, last = annotated.edges(child.i)
            return _words(annotated, max(first, token.i + 1), last)
        if child.dep == "prep" and child.lower in noun.links:
            inner = annotated.child(child.i, "pobj", "pcomp")
            if inner is not None:
                return _words(annotated, *annotated.edges(inner.i))
    return None


def _words(annotated: Annotated, first: int, last: int) -> tuple[int, int] | None:
    first, last = trim(annotated, first, last)
    alone = last - first == 1 and annotated.tokens[first].pos == "PRON"
    return (first, last) if first < last and not alone else None


def _opener(annotated: Annotated, clause: Token) -> str:
    """The word that opens the clause: "that", "to", "whether"."""
    marks = [c for c in annotated.children(clause.i) if c.dep in ("mark", "aux") and c.i < clause.i]
    return marks[0].lower if marks and marks[0].lower in ("that", "to", "whether") else ""


def _speaker(annotated: Annotated, token: Token, content: tuple[int, int]) -> Phrase | None:
    """Whose word it is: the possessor, the by-phrase, the name before it, who makes it."""
    owner = annotated.child(token.i, "poss")
    if owner is not None:
        return phrase(annotated, owner.i)
    for link in annotated.children(token.i):
        inner = (
            annotated.child(link.i, "pobj")
            if link.dep in ("prep", "agent") and link.lower in attribution().sources
            else None
        )
        if inner is not None and not content[0] <= inner.i < content[1] and can_speak(annotated, inner.i):
            return phrase(annotated, inner.i)
    for name in annotated.children(token.i):
        if name.dep in ("amod", "compound") and name.i < token.i and name.entity and can_speak(annotated, name.i):
            return phrase(annotated, name.i)
    return _maker(annotated, token)


def _maker(annotated: Annotated, token: Token) -> Phrase | None:
    """made no mention of it; has a plan to stay: the subject of the verb whose object the noun is."""
    verb = annotated.head(token.i)
    if token.dep != "dobj" or verb.lemma not in attribution().making:
        return None
    return subject_of(annotated, verb.i)


def _hearsay(annotated: Annotated, token: Token) -> Report | None:
    """The envoy has reportedly left: the clause around the adverb."""
    verb = annotated.head(token.i)
    if token.dep != "advmod" or verb.pos not in ("VERB", "AUX") or annotated.child(verb.i, *SUBJECTS) is None:
        return None
    first, last = trim(annotated, *annotated.edges(verb.i))
    return Report(
        first, last, token.i, Phrase(token.i, token.i, token.i + 1), None, None, "asserts", False,
        f"hearsay: {token.lower}",
    )  # fmt: skip
