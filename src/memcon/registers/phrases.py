"""Phrases of a register, looked up on tokens: words in, the longest phrase that begins there out.

Comes in: pairs of phrase and value. Goes out: `Phrases.at(words, i)`. Phrases are split as the parser splits words
("U.S." and "G-20" are one, "Asia-Pacific" three). Refuses nothing; case is the caller's business, words are compared as given.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from memcon.registers.word_lists import function_words

T = TypeVar("T")
WORD = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z]?|\bNo\.|\bSt\.|\b(?:[Ss]en|[Rr]ep|[Gg]ov)s?\.|[A-Z]+[a-z]*\+|[A-Za-z]+-\d+\b|'s\b|’s\b|[\w]+(?:['’](?!s\b)\w+)*\.?(?=-$)|[\w]+(?:['’](?!s\b)\w+)*|[^\w\s]"
)


@lru_cache(maxsize=20_000)
def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the parser has them."""
    return tuple(part for word in phrase.split() for part in _parts(word))


def _parts(word: str) -> Sequence[str]:
    return (word,) if word.lower() in function_words("joint_verbs") else WORD.findall(word)


class Phrases(Generic[T]):
    """A set of phrases with a value each; the longest that begins at a word wins."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in pairs:
            words = split(phrase)
            if words:
                found[words[0]].append((words, value))
        self._by_first = {first: sorted(some, key=lambda r: -len(r[0])) for first, some in found.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """(how many words, value) of the longest phrase that begins at words[i]; behind the last word none does."""
        some = self._by_first.get(words[i]) if i < len(words) else None
        if some is None:
            return None
        for phrase, value in some:
            if tuple(words[i : i + len(phrase)]) == phrase:
                return len(phrase), value
        return None

    def get(self, phrase: str) -> T | None:
        """The value of exactly this phrase."""
        words = split(phrase)
        found = self.at(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else None
