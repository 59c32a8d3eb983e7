"""A name of a person as it stands in the text: the type, its parts, the token it hangs on, and whether it is part of another name."""

import re
from dataclasses import dataclass, replace

from memcon.registers.names import name_words
from memcon.resolve.names.runs import BRACKETS
from memcon.resolve.page import Page

INITIALLED = re.compile(r"((?:[A-Z]\.)+)([A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*)")  # "A.Kazlauskas", glued
NUMERAL = re.compile("[IVX]+")


@dataclass(frozen=True, slots=True)
class Name:
    """tokens[first:last] name a person. `honorific` is the word before it; `strong` says that more than the parser's
    label speaks for a person; `embedded`: the name is part of a body's or two persons' name."""

    first: int
    last: int
    parts: tuple[str, ...]
    honorific: str | None
    strong: bool
    embedded: bool = False
    after_title: bool = False

    @property
    def span(self) -> range:
        return range(self.first, self.last)


def name_parts(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, hyphenated ones as one."""
    joined: list[str] = []
    for i in range(first, last):
        if page.words[i] in BRACKETS:
            continue
        glue = joined and (page.words[i] == "-" or (page.words[i - 1] == "-" and i > first))
        if glue:
            joined[-1] += page.words[i]
        else:
            joined.append(page.words[i])
    shouted = all(w.isupper() for w in joined) and max(map(len, joined)) > 3
    parts = tuple(w if NUMERAL.fullmatch(w) else w.title() for w in joined) if shouted else tuple(joined)
    return tuple(part for word in parts for part in _unglued(word))


def _unglued(word: str) -> tuple[str, ...]:
    """ "A.Kazlauskas" as its initials and the family name."""
    glued = INITIALLED.fullmatch(word)
    return glued.groups() if glued else (word,)


def head_of(page: Page, name: Name) -> int:
    """The token of the name that the rest of the sentence hangs on."""
    for i in name.span:
        if page.tokens[i].head not in name.span or page.tokens[i].head == i:
            return i
    return name.last - 1


def embedded(page: Page, name: Name) -> Name:
    """The name, marked where it is part of another: "the Carter administration", "the Nixon-Brezhnev talks"."""
    after = page.lowers[name.last] if name.last < len(page.lowers) else ""
    before = page.words[name.first - 1] if name.first else ""
    possessive = after in ("'s", "’s")
    follows = page.lowers[name.last + 1] if possessive and name.last + 1 < len(page.lowers) else after
    hyphen = (after == "-" and not page.tokens[name.last - 1].spaced) or (
        before == "-" and not page.tokens[name.first - 1].spaced
    )
    return replace(name, embedded=(follows in name_words().governments) or hyphen)
