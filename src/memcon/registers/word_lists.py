"""Lists of words that decide in the reading of pages, in copies, in descriptions and in names of venues.

Comes in: data/page_words.toml, copy_words.toml, function_words.toml, venue_words.toml, each list with its use, an example and a source.
Goes out: `page_words(name)`, `copy_words(name)`, `function_words(name)` and `venue_words(name)`, and `any_of`, a regular expression of
their words. Refuses a list of another name than those here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, TypeVar

from memcon.registers.cells import KEY
from memcon.registers.tables import Table

PageWord = Literal["editors", "reporters", "contributed", "not_authors", "beside_dates", "more", "final_credits"]
CopyWord = Literal["weekday", "det", "be", "have", "modal", "subject", "demonym", "small", "real_forms"]
FunctionWord = Literal[
    "be", "prepositions", "before_cues", "by_report", "joint_verbs", "only_past", "two_objects", "adding", "names_too"
]

VenueWord = Literal["nouns", "in_front", "vessels", "aboard", "at", "particles", "abroad", "towns", "matters"]


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words: what it is for, and a text in whose reading it decides."""

    name: Annotated[str, KEY]
    use: str
    example: str
    source: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageWordList(WordList):
    name: Annotated[PageWord, KEY]


@dataclass(frozen=True, slots=True)
class CopyWordList(WordList):
    name: Annotated[CopyWord, KEY]


@dataclass(frozen=True, slots=True)
class FunctionWordList(WordList):
    name: Annotated[FunctionWord, KEY]


@dataclass(frozen=True, slots=True)
class VenueWordList(WordList):
    name: Annotated[VenueWord, KEY]


PAGE_WORDS = Table("page_words.toml", PageWordList, named="name")
COPY_WORDS = Table("copy_words.toml", CopyWordList, named="name")
FUNCTION_WORDS = Table("function_words.toml", FunctionWordList, named="name")
VENUE_WORDS = Table("venue_words.toml", VenueWordList, named="name")
L = TypeVar("L", bound=WordList)


@cache
def page_words(name: PageWord) -> tuple[str, ...]:
    return _words(PAGE_WORDS.rows, name)


@cache
def venue_words(name: VenueWord) -> frozenset[str]:
    return frozenset(_words(VENUE_WORDS.rows, name))


@cache
def copy_words(name: CopyWord) -> tuple[str, ...]:
    return _words(COPY_WORDS.rows, name)


@cache
def function_words(name: FunctionWord) -> frozenset[str]:
    return frozenset(_words(FUNCTION_WORDS.rows, name))


def _words(lists: Iterable[WordList], name: str) -> tuple[str, ...]:
    return next(made.words for made in lists if made.name == name)


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
