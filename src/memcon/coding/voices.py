"""Inside a quotation or a turn of a transcript, "I" is its speaker.

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


def with_voices(resolved: Resolved, statements: Iterable[Statement]) -> Resolved:
    """The document with its first persons made out."""
    said = [(words, s.speaker) for s in statements if s.speaker for words in _own_words(s)]
    said.sort(
        key=lambda pair: (pair[0].start - pair[0].end, pair[0])
    )  # what is said inside another's words comes later and wins
    found = {m.first: m for q, speaker in said for m in _first_persons(resolved, q.start, q.end, speaker)}
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
