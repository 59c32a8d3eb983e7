"""Lines of credits -> the names in them: who wrote, reported and contributed. Editors and places are left out."""

import re
from collections.abc import Iterable
from functools import cache

from memcon.registers.names import name_words
from memcon.registers.word_lists import any_of, page_words

_PLACE = re.compile(r"\s+(?:in|from|at|for) [A-Z].*")
_POSSESSIVE_OUTLET = re.compile(r"^.{2,40}(?:['’]s|s['’]) (?=[A-Z])")
_PARTS = re.compile(r"[;,|]|\band\b|\bwith\b|/|&")
_WORD = r"[A-Z][\w.'’-]*"
_WRITERS = re.compile(r".*associated press writers?\s+", re.IGNORECASE)


@cache
def _edited() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(_cased(page_words('editors')))})\b.*")


@cache
def _role() -> re.Pattern[str]:
    worked = any_of(_cased(page_words("reporters")))
    return re.compile(rf"\(?\b(?:[Aa]dditional )?(?:{worked})(?: and (?:{worked}))?(?: by)?:?\s+")


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(page_words('contributed'))})\b.*")


@cache
def _not_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(page_words('not_authors'))})\b")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"{_WORD}(?: (?:{_WORD}|{any_of(name_words().particles)})){{1,4}}")


def _cased(words: Iterable[str]) -> set[str]:
    """Words with a capital, as they begin a credit, in small letters and in capitals alone."""
    return {form for word in words for form in (word, word[0].lower() + word[1:], word.upper())}


def names_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The persons that lines of credits name, each once, in order."""
    found = (name for line in lines for name in _names(line))
    return tuple(dict.fromkeys(found))


def _names(line: str) -> Iterable[str]:
    text = _contributed().sub("", _edited().sub("", line))
    text = _WRITERS.sub("", text)
    for part in _PARTS.split(_role().sub(" ; ", text)):
        name = _PLACE.sub("", _POSSESSIVE_OUTLET.sub("", part.strip(" \t().—–-*")))
        if name.isupper():
            name = name.title()
        if _name().fullmatch(name) and not _not_name().search(name):
            yield name
