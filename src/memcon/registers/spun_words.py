"""Words that a spinner writes and people hardly do: finds that say "spun" without being undone.

Comes in: data/spun_words.csv, a word or a pair of words a line. Goes out: `OddWord`s, where they stand. Refuses a line without
plain words, since what a word stands for is the reason that it is odd. Its columns:

words   as the spinner writes them, in small letters: synonyms of another sense ("frailty president"), words of long ago
        ("twelvemonth"), endings put on by rote ("countrys", "talk overed"). A single word counts in small letters alone, as names
        look like many of them
plain   what they stand for
weight  1 nobody writes it so, .5 hardly anybody, .25 now and then somebody does
source  pairs (aligned spun copies of public-domain posts and their originals: in at least 4 of 250, a pair of words in 8, and in
        none of 5,900 texts that people wrote), grammar
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY
from memcon.registers.tables import Table
from memcon.registers.word_lists import copy_words

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
FORM = re.compile(
    r"[a-z]{2,}[b-df-hj-np-tvwxz](?:ys|yed)|[a-z]{4,}inged|[a-z]{3,}ismed|[a-z]{6,}nessed"
)  # countrys, supplyed
ENDINGS = ("ys", "yed", "inged", "ismed", "nessed")


@dataclass(frozen=True, slots=True)
class SpunWord:
    """One line of the table."""

    words: Annotated[str, KEY]
    plain: str
    weight: float
    source: Literal["pairs", "grammar"]


SPUN_WORDS = Table("spun_words.csv", SpunWord)
FORMED = SpunWord("an ending put on by rote", "the word's own form", 0.5, "grammar")


@dataclass(frozen=True, slots=True)
class OddWord:
    """text[start:end] is such a word or pair."""

    start: int
    end: int
    rule: SpunWord


@cache
def spun_words() -> dict[str, SpunWord]:
    """The table, by its words."""
    return {line.words: line for line in SPUN_WORDS.rows}


@cache
def _firsts() -> frozenset[str]:
    return frozenset(words.split()[0] for words in spun_words())


def odd_words(text: str) -> Iterator[OddWord]:
    """The words of the table in a text, in its order, pairs before single words."""
    table, firsts = spun_words(), _firsts()
    words = WORD.findall(text)
    likely: list[tuple[int, int, SpunWord]] = []
    for at, word in enumerate(words):
        if word in firsts or word.lower() in firsts:
            if at + 1 < len(words) and (pair := table.get(f"{word} {words[at + 1]}".lower())):
                likely.append((at, 2, pair))
            if one := table.get(word):
                likely.append((at, 1, one))
        elif word.endswith(ENDINGS) and FORM.fullmatch(word) and word not in copy_words("real_forms"):
            likely.append((at, 1, FORMED))
    places = list(WORD.finditer(text)) if likely else []
    after = 0
    for at, size, rule in likely:
        start, end = places[at].start(), places[at + size - 1].end()
        if start >= after and (size == 1 or text[places[at].end() : places[at + 1].start()].isspace()):
            after = end
            yield OddWord(start, end, rule)
