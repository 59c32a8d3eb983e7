"""Statements in words for people: who spoke, how (the verb of the text), what between which marks.

Comes in: a statement and its document. Goes out: words on one line. They are the document's own; only marks are added,
where those of the text lie outside the stretch, and an interrupted quotation is shown as its pieces.
"""

from collections.abc import Mapping

from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.record import Actor
from memcon.model.text import Span
from memcon.registers.word_lists import function_words
from memcon.wording.words import actor, words

LONGEST_LINK = 60  # characters between the verb and what was said: "told reporters in the evening that"
MARKS = "“”\"„«»‘’'"


def speaker(statement: Statement, actors: Mapping[str, Actor]) -> str:
    found = actors.get(statement.speaker or "")
    return actor(found) if found else statement.speaker_text or "unknown"


def verb(statement: Statement, document: Document | None) -> str:
    """How it was said, in the words of the text: "said", "urged the North", "ruled out"; empty where no verb says it.

    Without it a content such as "the demilitarized zone" (ruled out) or "to come back" (urged) cannot be understood.
    """
    if document is None or statement.cue is None:
        return ""
    cue = words(document, statement.cue).split()
    if function_words("by_report") & {word.lower() for word in cue}:
        return ""
    mine = frozenset((statement.speaker_text or "").split())
    verbs = [at for at, word in enumerate(cue) if word.islower() and word not in mine]
    if not verbs:
        return ""
    # "said Ms. Hua, a spokeswoman" begins with its verb; "Ms. Hua, who also said" ends with it.
    at = 0 if verbs[0] == 0 and cue[0] not in function_words("before_cues") else verbs[-1]
    link = _link(document, statement.cue.end, statement.span.start) if at == len(cue) - 1 else ""
    return f"{cue[at].strip(',')} {link}".strip()


def _link(document: Document, end: int, start: int) -> str:
    """What stands between the verb and what was said, without the conjunction; nothing where a sentence ends between them."""
    if not 0 < start - end <= LONGEST_LINK:
        return ""
    text = words(document, Span(end, start)).rstrip(f" ,:—–-{MARKS}").removesuffix("that").strip(" ,")
    return "" if set(".!?;") & set(text) else text


def said(statement: Statement, document: Document | None) -> str:
    """The words of a statement; a direct one in its pieces, and marks that the stretch leaves outside put back."""
    if document is None:
        return ""
    text = words(document, statement.span)
    if statement.kind == "direct":
        pieces = [words(document, quote) for quote in statement.quotes] or [text.strip('“”"')]
        return " ... ".join(f"“{piece}”" for piece in pieces)
    if statement.quotes:
        first, last = statement.quotes[0], statement.quotes[-1]
        if first.start == statement.span.start > 0 and document.text[first.start - 1] in MARKS:
            text = document.text[first.start - 1] + text
        if last.end == statement.span.end and document.text[last.end : last.end + 1] in tuple(MARKS):
            text += document.text[last.end]
    return text


def line(statement: Statement, actors: Mapping[str, Actor], document: Document | None) -> tuple[str, str]:
    """Baek Tae-hyun (spokesman ...) urged the North | to come back to the table"""
    how = verb(statement, document)
    return speaker(statement, actors) + (f" {how}" if how else ""), said(statement, document)
