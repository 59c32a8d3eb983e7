"""What is to come: clauses that somebody hopes, expects or holds possible.

Comes in: Resolved, with the document's statements and engagements. Goes out: `Outlook`s in the order of the text: the clause, its
hedge, who holds it (None: the report's own voice), the engagement that it speaks of. What is only asked for or refused is none, and
neither is what the sentence puts in the past.
"""

from collections.abc import Sequence

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Clauses, Condition, Factuality, Tense
from memcon.model.findings import LocalEngagement, Outlook, Statement
from memcon.model.ids import content_id
from memcon.model.resolved import Resolved
from memcon.model.text import Span
from memcon.registers.outlook import all_hedges, hedges

CLAUSES = ("xcomp", "ccomp", "acomp", "advcl")


def find_outlook(r: Resolved, statements: Sequence[Statement], engagements: Sequence[LocalEngagement]) -> Sequence[Outlook]:
    """Every one in the document, in the order of the text; of two hedges in one clause the first counts."""
    found: list[Outlook] = []
    for token in r.annotated.tokens:
        if not _hedges(r, token) or r.annotated.zone(token.i) == "credits":
            continue
        item = _outlook(r, token, statements, engagements)
        if not (found and found[-1].span.overlaps(item.span)):
            found.append(item)
    return found


def _hedges(r: Resolved, token: Token) -> bool:
    a, lemma = r.annotated, token.lemma.lower()
    if lemma not in all_hedges():
        return False
    if token.pos == "VERB" and lemma in hedges("verbs"):
        clause = r.clauses.at(token.i)
        told = clause is None or not (clause.tense is Tense.FUTURE or clause.factuality is Factuality.SCHEDULED)
        return told and any(t.dep in CLAUSES for t in a.children(token.i))
    if lemma in hedges("modals") and token.tag == "MD":
        return _open(r.clauses, token)
    return (
        lemma in hedges("adjectives")
        and (token.dep in ("acomp", "advmod") or token.tag == "VBN")
        and _looks_ahead(a, token)
    )


def _open(clauses: Clauses, modal: Token) -> bool:
    """Does the modal speak of what is to come: no "may have", and no condition?"""
    clause = clauses.at(modal.head)
    return clause is None or not (clause.aspect is Aspect.COMPLETED or (clause.condition is Condition.IF and clause.marker))


def _looks_ahead(a: Annotated, token: Token) -> bool:
    clause = any(t.dep in ("xcomp", "ccomp") for t in a.children(token.i))
    return clause or any(t.lower in hedges("ahead") for t in a.children(token.head))


def _outlook(r: Resolved, token: Token, statements: Sequence[Statement], engagements: Sequence[LocalEngagement]) -> Outlook:
    a = r.annotated
    head = token.head if token.dep in ("aux", "acomp", "advmod") else token.i
    first, last = a.edges(head)
    sentence = a.sentence_of(token.i)
    span = a.span(max(first, sentence.first), min(last, sentence.last))
    return Outlook(
        id=content_id("outlook", a.document.id, str(span.start), str(span.end)),
        document=a.document.id,
        span=span,
        holder=_holder(r, token, head, span, statements),
        about=next((e.key for e in engagements if any(span.overlaps(m.span) for m in e.mentions)), None),
        by=next((t.date for i in range(first, last) if (t := r.time_at(i))), None),
        hedge=a.document.text[token.start : token.end],
    )


def _holder(r: Resolved, token: Token, head: int, span: Span, statements: Sequence[Statement]) -> str | None:
    """Who hopes or expects; else the speaker of the statement that it stands in."""
    subject = r.annotated.child(head, "nsubj") if token.pos == "VERB" and token.lemma.lower() in hedges("verbs") else None
    actor = r.actor_at(subject.i) if subject else None
    if actor:
        return actor.key
    around = [s for s in statements if s.span.start < span.end and span.start < s.span.end]
    return around[0].speaker if around else None
