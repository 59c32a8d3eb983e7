"""Annotated -> its time expressions, undated.

Comes in: paragraphs as they read, with tokens. Goes out: `TimeExpression`s in the order of the text, none inside another,
each with what its words say (`When`). Refuses numbers that are no years, names that only look
like months, ages and sums of money. Words are searched first and rules only where one of their words stands, so that a
document costs a few milliseconds beside its parse.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.times.checks import Place, month_surnames, passes
from memcon.annotate.times.grammar import Compiled, read_match, rules_for, words_of
from memcon.annotate.times.symbols import kind_of, symbol
from memcon.model.annotated import Annotated, TimeExpression, When

PREPOSITION = re.compile(
    r"(?:^|(?<=\W))(on|in|at|by|since|until|till|before|after|during|over|for|from|between|within|through|throughout|about|of"
    r"|as of|ahead of|under|around)\s+$",
    re.IGNORECASE,
)
BACKWARD = re.compile(r"\b(?:first|only|last|never|not|no|least|most|worst|best|low|\w{2,}est)\b[^.;:]*$", re.IGNORECASE)
REACH = 90  # characters before an expression that its context is looked for in


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule: paragraph.text[start:end], tokens[first:last]."""

    start: int
    end: int
    first: int
    last: int
    compiled: Compiled
    when: When
    preposition: str | None


def find_times(annotated: Annotated) -> Sequence[TimeExpression]:
    """Every time expression, in the order of the text; none lies inside another."""
    found: list[TimeExpression] = []
    surnames = month_surnames(annotated)
    for n, (first, last) in enumerate(_token_ranges(annotated)):
        candidates = list(_candidates(annotated, n, first, last, surnames))
        found += [_expression(annotated, n, candidate) for candidate in longest(candidates)]
    return tuple(found)


def longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that remain when of any two that meet the longer is kept, or the one by the earlier rule."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.compiled.order, c.start)):
        if all(candidate.last <= k.first or k.last <= candidate.first for k in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _token_ranges(annotated: Annotated) -> list[tuple[int, int]]:
    ranges = [(0, 0)] * len(annotated.paragraphs)
    for sentence in annotated.sentences:
        first, _ = ranges[sentence.paragraph]
        ranges[sentence.paragraph] = (first if ranges[sentence.paragraph][1] else sentence.first, sentence.last)
    return ranges


def _candidates(annotated: Annotated, n: int, first: int, last: int, surnames: frozenset[str]) -> Iterator[Candidate]:
    text = annotated.paragraphs[n].text
    words = words_of(text)
    reads: list[int] | None = None
    for compiled in rules_for(words):
        for match in compiled.pattern.finditer(text):
            when = _in_context(compiled, text, match)
            if when is None:
                continue
            reads = reads if reads is not None else [t.read for t in annotated.tokens[first:last]]
            start, end = match.span()
            left = first + max(0, bisect_right(reads, start) - 1)
            right = first + bisect_left(reads, end)
            preposition = PREPOSITION.search(text, max(0, start - 12), start)
            word = preposition[1].lower() if preposition else None
            place = Place(annotated, left, right, word, surnames)
            if left < right and passes(place, compiled.rule.check, match):
                yield Candidate(start, end, left, right, compiled, when, word)


def _in_context(compiled: Compiled, text: str, match: re.Match[str]) -> When | None:
    before = text[max(0, match.start() - REACH) : match.start()]
    if compiled.after and not compiled.after.search(before):
        return None
    if compiled.not_after and compiled.not_after.search(before):
        return None
    if compiled.not_before and compiled.not_before.match(text, match.end()):
        return None
    when = read_match(compiled, match)
    if when and when.form in ("duration", "ahead") and re.search(r"\bin\s+$", before) and BACKWARD.search(before):
        return replace(when, form="span", shift=-1)  # "the first in five years" looks back
    return when


def _expression(annotated: Annotated, n: int, found: Candidate) -> TimeExpression:
    paragraph = annotated.paragraphs[n]
    return TimeExpression(
        span=paragraph.place(found.start, found.end),
        text=paragraph.text[found.start : found.end],
        kind=kind_of(found.when),
        value=symbol(found.when),
        first=found.first,
        last=found.last,
        paragraph=n,
        preposition=found.preposition,
        rule=found.compiled.rule.name,
        when=found.when,
    )
