"""How a copy differs from its canonical: sentences that were added, dropped or changed.

Comes in: the two texts as they are compared (`families.text_of_document`). Goes out: the stretches of both in the order of the
canonical. Two sentences that differ in marks and spaces alone do not differ.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.copies.families.relations import aligned
from memcon.model.text import Span

LEAST = 4  # words; a shorter stretch without a partner is a crumb that splitting left behind
EVERY = 10**9
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the copy without partner (added), of the canonical (dropped), or both (changed)."""

    kind: Literal["added", "dropped", "changed"]
    copy: Span | None
    canonical: Span | None


def differences(copy: str, canonical: str) -> tuple[Difference, ...]:
    """What was added to, dropped from and changed in the canonical."""
    found: list[Difference] = []
    mine = theirs = 0
    for pair in aligned(copy, canonical, EVERY):
        left, right = Span(*pair.left), Span(*pair.right)
        found += _alone(copy, mine, left.start, canonical, theirs, right.start)
        if _words(copy, left) != _words(canonical, right):
            found.append(Difference("changed", left, right))
        mine, theirs = left.end, right.end
    return (*found, *_alone(copy, mine, len(copy), canonical, theirs, len(canonical)))


def _alone(copy: str, a: int, b: int, canonical: str, c: int, d: int) -> Iterator[Difference]:
    """The stretches between two aligned sentences."""
    if (added := _trimmed(copy, a, b)) is not None:
        yield Difference("added", added, None)
    if (dropped := _trimmed(canonical, c, d)) is not None:
        yield Difference("dropped", None, dropped)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = list(WORD.finditer(text, start, end))
    if len(words) < LEAST:
        return None
    return Span(words[0].start(), min(words[-1].end() + 1, end))


def _words(text: str, span: Span) -> list[str]:
    return [w.lower() for w in WORD.findall(text, span.start, span.end)]
