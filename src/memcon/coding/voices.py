"""Inside a quotation or a turn of a transcript, "I" is its speaker; in a paper headed "Statement by X", outside them, X.

Comes in: a resolved document and its statements. Goes out: the document with the first-person pronouns of each
made out: "I", "me", "my" as the speaker, "we", "our" as the state or body he speaks for where he speaks for one.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.model.findings import Statement
from memcon.model.resolved import ActorMention, Resolved
from memcon.model.text import Span
from memcon.registers.cues import attribution

HEADING = 4  # sentences and lines in which a heading stands
OPENS = 4  # words of "Opening Statement", and of "Statement to Parliament by"


def with_voices(resolved: Resolved, statements: Iterable[Statement]) -> Resolved:
    """The document with its first persons made out."""
    said = [(words, s.speaker) for s in statements if s.speaker for words in _own_words(s)]
    said.sort(
        key=lambda pair: (pair[0].start - pair[0].end, pair[0])
    )  # what is said inside another's words comes later and wins
    found = {m.first: m for m in _of_author(resolved)}
    found |= {m.first: m for q, speaker in said for m in _first_persons(resolved, q.start, q.end, speaker)}
    if not found:
        return resolved
    kept = [m for m in resolved.mentions if m.first not in found or m.last > m.first + 1]
    return replace(resolved, mentions=tuple(sorted([*kept, *found.values()], key=lambda m: (m.first, m.last))))


def _own_words(statement: Statement) -> tuple[Span, ...]:
    """Where its speaker says "I": between the marks, or, of a turn or a signed post, everywhere."""
    return statement.quotes or ((statement.span,) if statement.kind == "direct" else ())


def _first_persons(resolved: Resolved, start: int, end: int, speaker: str) -> Iterator[ActorMention]:
    tokens, words = resolved.annotated.tokens, attribution()
    for token in tokens[bisect_left(tokens, start, key=lambda t: t.start) :]:
        if token.start >= end:
            break
        if token.pos != "PRON":
            continue
        actor = speaker if token.lower in words.mine else _side(resolved, speaker) if token.lower in words.ours else None
        if actor is not None:
            span = resolved.annotated.span(token.i, token.i + 1)
            yield ActorMention(token.i, token.i + 1, token.i, span, token.text, "pronoun", actor, reason="first person")


def _side(resolved: Resolved, speaker: str) -> str | None:
    """Whom "we" means: the state that the speaker serves, where the document names it."""
    state = resolved.actors[speaker].state
    return state if state in resolved.actors else None


def _of_author(resolved: Resolved) -> Iterator[ActorMention]:
    """The "I" of a paper whose heading says by whom it is: "Statement by the Minister, Ada Lund"."""
    author = _author(resolved)
    if author is None:
        return
    a = resolved.annotated
    for m in _first_persons(resolved, author.span.end, len(a.document.text), str(author.actor)):
        if a.tokens[m.first].lower in attribution().mine and not a.quotation_at(m.first) and not a.turn_at(m.first):
            yield m


def _author(resolved: Resolved) -> ActorMention | None:
    """The first named person behind the "by" of a heading that calls the paper somebody's words."""
    a = resolved.annotated
    for sentence in a.sentences[:HEADING]:
        words = a.tokens[sentence.first : sentence.last]
        called = next((t.i for t in words[:OPENS] if t.lower in attribution().spoken), None)
        if called is None or words[-1].text == ".":
            continue
        by = next((t.i for t in words if called < t.i <= called + OPENS and t.lower == "by"), None)
        named = (m for m in resolved.mentions if by is not None and by < m.first < sentence.last and m.how == "name")
        first = next((m for m in named if m.actor and resolved.actors[m.actor].kind == "person"), None)
        if first is not None:
            return first
    return None
