"""What machine translation into English leaves in a text.

Comes in: data/translationese.csv, one mark a line. Goes out: `Calque`s, where they stand. The
table is of what the grammar and the set words of other languages become, not of any one text. Its columns:

group    credit (an agency's set words come back as others), name (spelled by ear), office and body (as another language names
         them), phrase, noun
first    the words that the pattern can begin with, small, parted by `|`, one or two with what is no word between them: only
         there is it tried, which costs the reading nothing
pattern  what must stand there; case does not matter but inside `(?-i:...)`
weight   1 nobody writes it so in English, .5 hardly anybody, .25 foreign editions do
tongues  ISO 639-1 codes of languages known to leave it
example  a sentence with it
source   the words behind it, or what English has instead
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Annotated, Literal

from memcon.registers.cells import Column, Parted, Reads
from memcon.registers.tables import Table

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


Group = Literal["credit", "name", "office", "body", "phrase", "noun"]


def _any_case(words: str) -> re.Pattern[str]:
    return re.compile(f"(?i:{words})")


@dataclass(frozen=True, slots=True)
class Calque:
    """One line of the table."""

    group: Group
    pattern: Annotated[re.Pattern[str], Reads(_any_case)]
    firsts: Annotated[tuple[str, ...], Column("first"), Parted("|")]
    weight: float
    tongues: Annotated[tuple[str, ...], Parted(" ")]
    example: str
    source: str

    @property
    def name(self) -> str:
        return f"{self.group}: {self.source}"


@dataclass(frozen=True, slots=True)
class Found:
    """text[start:end] is such a mark."""

    start: int
    end: int
    rule: Calque


CALQUES = Table("translationese.csv", Calque)


def calques() -> tuple[Calque, ...]:
    """The table, in its order."""
    return CALQUES.rows


@cache
def _by_first() -> dict[str, tuple[Calque, ...]]:
    found: dict[str, list[Calque]] = {}
    for rule in calques():
        for first in rule.firsts:
            found.setdefault(first, []).append(rule)
    return {first: tuple(some) for first, some in found.items()}


@cache
def _openers() -> frozenset[str]:
    return frozenset(first.split()[0] for first in _by_first())


def translation_marks(text: str, groups: Sequence[str] = ()) -> Iterator[Found]:
    """The marks in a text, in its order; of `groups` alone, where given."""
    table, openers = _by_first(), _openers()
    words = [word.lower() for word in WORD.findall(text)]
    likely = []
    for at, (word, following) in enumerate(zip_longest(words, words[1:], fillvalue="")):
        if word in openers:
            rules = (*table.get(word, ()), *table.get(f"{word} {following}", ()))
            if rules:
                likely.append((at, rules))
    places = [word.start() for word in WORD.finditer(text)] if likely else []
    for at, rules in likely:
        for rule in rules:
            if not groups or rule.group in groups:
                match = rule.pattern.match(text, places[at])
                if match:
                    yield Found(places[at], match.end(), rule)
