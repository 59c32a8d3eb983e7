"""Names of persons: honorifics, first names by gender, forms of one first name, cultures that put the family name first.

Comes in: data/honorifics.csv, given_names.csv, nicknames.csv, family_first.csv. Goes out: typed look-ups.
A first name that both men and women bear is in neither list, so its gender stays unknown.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Parted
from memcon.registers.tables import Table

Gender = Literal["f", "m"]
Names = Annotated[tuple[str, ...], Parted(" ")]

# What can follow a family name that stands first: Chinese, Korean, Vietnamese or Khmer syllables, joined or hyphenated.
_INITIAL = (
    r"(?:zh|ch|sh|hs|ts|sz|ng|nh|th|tr|ph|kh|gh|gi|qu|kw|hy|by|my|py|hw|gw|b|c|d|f|g|h|j|k|l|m|n|p|q|r|s|t|v|w|x|y|z)"
)
_RHYME = r"(?:[aeiouy]{1,3}(?:ng|nh|ch|n|m|p|t|k|c|l|r|h)?)"
EAST_ASIAN = re.compile(rf"(?:{_INITIAL}?{_RHYME}-?){{1,3}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word before a name; `before` "given" where a given name can follow alone ("Father Daniel"), "style" where another follows."""

    word: Annotated[str, KEY]
    gender: Gender | None
    before: Literal["given", "style"] | None
    example: str


@dataclass(frozen=True, slots=True)
class GivenNames:
    """First names of one gender."""

    gender: Annotated[Gender, KEY]
    names: Names


@dataclass(frozen=True, slots=True)
class Nicknames:
    """Forms of one first name; the example has two names of one person, with " = " between them."""

    forms: Annotated[tuple[str, ...], Parted(" "), KEY]
    example: str


@dataclass(frozen=True, slots=True)
class FamilyFirst:
    """Family names that a culture puts first."""

    culture: Annotated[str, KEY]
    names: Names


HONORIFICS = Table("honorifics.csv", Honorific)
GIVEN_NAMES = Table("given_names.csv", GivenNames)
NICKNAMES = Table("nicknames.csv", Nicknames)
FAMILY_FIRST = Table("family_first.csv", FamilyFirst)


@cache
def honorifics() -> dict[str, Gender | None]:
    """Word -> gender."""
    return {r.word: r.gender for r in HONORIFICS.rows}


@cache
def honorific_of(word: str) -> str | None:
    """The honorific of the table that a word is, also in capitals ("MR.", "SECRETARY") and where its full stop is parted off."""
    forms = (word, f"{word}.", word.capitalize(), f"{word.capitalize()}.") if word.isupper() else (word, f"{word}.")
    shouted = len(word) == 1  # "M" of initials is none
    return None if shouted else next((form for form in forms if form in honorifics()), None)


def is_honorific(word: str) -> bool:
    """Is it an honorific, as it stands, in capitals, or without its full stop?"""
    return honorific_of(word) is not None


@cache
def style_words() -> frozenset[str]:
    """Honorifics that tell nothing unless another follows: "Royal" of "Royal Highness"."""
    return frozenset(r.word for r in HONORIFICS.rows if r.before == "style")


@cache
def given_honorifics() -> frozenset[str]:
    """Those that stand before a given name alone: "Father Daniel", "Pastor Rick"."""
    return frozenset(r.word for r in HONORIFICS.rows if r.before == "given")


@cache
def given_names() -> dict[str, Gender]:
    """First name in lower case -> f or m; names of both are left out."""
    genders: dict[str, set[Gender]] = defaultdict(set)
    for r in GIVEN_NAMES.rows:
        for name in r.names:
            genders[name.lower()].add(r.gender)
    return {name: next(iter(g)) for name, g in genders.items() if len(g) == 1}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """First name in lower case -> the forms that can stand for it."""
    forms: dict[str, set[str]] = defaultdict(set)
    for r in NICKNAMES.rows:
        family = [form.lower() for form in r.forms]
        for name in family:
            forms[name].update(family)
    return {name: frozenset(same) for name, same in forms.items()}


@cache
def family_first() -> dict[str, str]:
    """Family name in lower case -> the culture that puts it first."""
    return {name.lower(): r.culture for r in FAMILY_FIRST.rows for name in r.names}


def family_places(parts: tuple[str, ...]) -> tuple[int, ...]:
    """Where the family name can stand: (0,) for "Xi Jinping" and "Moon Jae-in", (-1,) for "Tony Kim".

    Where both ends can be family names ("Yun Sun", "Wang Yi") it is (0, -1), and the bare name that the text goes on
    with decides.
    """
    if not 2 <= len(parts) <= 4 or parts[0].lower() not in family_first():
        return (-1,)
    rest = parts[1:]
    if rest[0].lower() in given_names() or not all(EAST_ASIAN.fullmatch(p) for p in rest):
        return (-1,)
    if family_first()[parts[0].lower()] == "vietnamese":  # called by the last of the given names: "Minister Hieu"
        return (0, -1)
    return (0, -1) if len(rest) == 1 and rest[0].lower() in family_first() else (0,)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of data/name_words.toml."""

    particles: frozenset[str]
    fathers: frozenset[str]
    suffixes: frozenset[str]
    openers: frozenset[str]
    chiefs: frozenset[str]
    styles: frozenset[str]
    honours: frozenset[str]
    portfolios: frozenset[str]
    headline: frozenset[str]
    glued: frozenset[str]
    behind_apposed: frozenset[str]
    modals: frozenset[str]
    kin: frozenset[str]
    rulers: frozenset[str]
    never: frozenset[str]
    fields: frozenset[str]
    body: frozenset[str]
    body_surnames: frozenset[str]
    learned: frozenset[str]
    localities: frozenset[str]
    vessels: frozenset[str]
    governments: frozenset[str]
    between: frozenset[str]
    things: frozenset[str]
    ordinary: frozenset[str]


NAME_WORDS = Table("name_words.toml", NameWords)


def name_words() -> NameWords:
    return NAME_WORDS.rows[0]


@cache
def words_of_fields(portfolio: bool = False) -> frozenset[str]:
    """Words that are no name behind an office: of its field and, with `portfolio`, of bodies too."""
    words = name_words()
    known = words.fields | words.never
    return known | words.portfolios | words.body if portfolio else known
