"""A text and the canonical of its family -> how it came from it, and the sentences that show it.

Comes in: two texts and their likeness. Goes out: a `Relation`, and `Aligned` sentences. Only here are texts looked at as texts:
what one has beyond the other is an update where it is prose, and a reprint where it is the page around it.
"""

from dataclasses import dataclass

import numpy as np

from memcon.copies.families.alignment import Prepared, prepare, verbatim
from memcon.copies.families.likeness import Likeness
from memcon.copies.index.keys import ngrams
from memcon.copies.index.words import I64, words_of
from memcon.model.record import Relation
from memcon.registers.boilerplate import Where, rule_set

PROSE = 8  # words beyond the other text, and not of the page, that make an update
PARAGRAPH = 8  # words; a shorter one is a headline, a link, a credit
WHOLE = 0.9
SHOWN = 3  # sentences cited for a member


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of one text and the one of the other that it copies: offsets in each."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Read:
    """One text with its words and their offsets."""

    text: str
    prepared: Prepared
    starts: I64
    ends: I64


def relation(member: str, canonical: str, like: Likeness) -> Relation:
    """How `member` (the left of `like`) came from `canonical` (the right)."""
    if like.translated and like.reworded:
        return "back_translated"
    if like.verbatim < 0.95 or like.intact < 0.6:
        return "spun"
    held = like.right.verbatim / max(like.right.words, 1)  # of the canonical in the member
    more = like.left.words - like.left.verbatim >= PROSE  # else the texts need not be looked at
    if more and prose_beyond(member, canonical) >= PROSE:
        return "update" if held >= 0.5 else "excerpt"
    if held < WHOLE:
        return "excerpt"
    return "update" if like.numbers_changed else "reprint"


def prose_beyond(text: str, other: str) -> int:
    """Words of a text's paragraphs that the other text has not, and that are no part of the page around the report."""
    read, ready = _read(text), prepare(words_of([other]).codes)
    alike = verbatim(np.isin(ngrams(read.prepared.codes, 5), ngrams(ready.codes, 5)), len(read.prepared.codes))
    words = 0
    for start, end in _paragraphs(text):
        first, last = np.searchsorted(read.starts, (start, end)).tolist()
        if last - first >= PARAGRAPH and 2 * int(alike[first:last].sum()) < last - first:
            words += 0 if _of_the_page(" ".join(text[start:end].split())) else last - first
    return words


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            found.append((at, at + len(part)))
        at += len(part) + 2
    return found


def _of_the_page(paragraph: str) -> bool:
    wheres: tuple[Where, ...] = ("whole", "start", "inside")
    return any(
        rule_set(where).find(paragraph) is not None for where in wheres if where != "inside" or len(paragraph) <= 400
    )


def aligned(left: str, right: str, most: int = SHOWN) -> tuple[Aligned, ...]:
    """The sentences of two texts that correspond, in order; the longest `most` of them.

    A sentence corresponds to the one with which it shares the greatest part of its words' pairs, in the order of both texts.
    """
    one, other = _read(left), _read(right)
    matches = _monotone(_shared(one, other))
    chosen = sorted(matches, key=lambda m: (-m[2], m[0]))[:most]
    return tuple(Aligned(_span(one, m[0]), _span(other, m[1])) for m in sorted(chosen))


def _read(text: str) -> _Read:
    words = words_of([text])
    return _Read(text, prepare(words.codes), words.starts, words.ends)


def _shared(one: _Read, other: _Read) -> list[tuple[int, int, int]]:
    """Pairs of sentences with the words that two- and three-word runs tie together; each sentence with its best."""
    counts: dict[tuple[int, int], int] = {}
    for n in (1, 2, 3):
        places: dict[int, int] = {}
        for at, key in enumerate(ngrams(other.prepared.codes, n).tolist()):
            places[key] = -1 if key in places else at
        for at, key in enumerate(ngrams(one.prepared.codes, n).tolist()):
            found = places.get(key, -1)
            if found >= 0:
                pair = int(one.prepared.sentence[at]), int(other.prepared.sentence[found])
                counts[pair] = counts.get(pair, 0) + 1
    best: dict[int, tuple[int, int]] = {}
    for (left, right), count in counts.items():
        if count >= 3 and count > best.get(left, (0, 0))[0]:
            best[left] = (count, right)
    return [(left, right, count) for left, (count, right) in sorted(best.items())]


def _monotone(pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The heaviest run of pairs in which both sides ascend."""
    weight: list[int] = []
    before: list[int] = []
    for i, (_, right, count) in enumerate(pairs):
        choice = max((j for j in range(max(0, i - 200), i) if pairs[j][1] < right), key=lambda j: weight[j], default=-1)
        before.append(choice)
        weight.append(count + (weight[choice] if choice >= 0 else 0))
    at = max(range(len(pairs)), key=lambda i: weight[i], default=-1)
    run = []
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _span(read: _Read, sentence: int) -> tuple[int, int]:
    """The offsets of a sentence, with its closing marks."""
    inside = np.flatnonzero(read.prepared.sentence == sentence)
    start, end = int(read.starts[inside[0]]), int(read.ends[inside[-1]])
    while end < len(read.text) and read.text[end] in '.!?…"”’)':
        end += 1
    while start and read.text[start - 1] in '"“‘(':
        start -= 1
    return start, end
