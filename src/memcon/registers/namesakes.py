"""Can two names be one person's? Names as written in, yes or no out.

Case, diacritics, full stops and suffixes do not count; an initial stands for a name, a nickname for its first name, a
missing middle name for any. Different first names are different persons.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

from memcon.registers.names import family_places, name_words, nicknames


@cache
def fold(word: str) -> str:
    """A word without case, marks and full stop."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("’", "'").rstrip(".")


def folded_parts(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(p) for p in parts if p not in name_words().suffixes)


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Can two full names be one person's: "Antony J. Blinken" and "Tony Blinken"; not two with other first names."""
    x, y = folded_parts(a), folded_parts(b)
    if x == y:
        return True
    if min(len(x), len(y)) < 2 or set(family_places(tuple(x))) != set(family_places(tuple(y))):
        return False
    family = -1 if -1 in family_places(tuple(x)) else 0
    if x[family] != y[family]:
        return _within(x, y)
    first, second = (x[:-1], y[:-1]) if family == -1 else (x[1:], y[1:])
    if family == 0:
        return "".join(first).replace("-", "") == "".join(second).replace("-", "")
    return _same_first(first[0], second[0]) and _same_middle(first[1:], second[1:])


def _within(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """A long name of many parts, and its shorter form: "Mohammed bin Salman (Al Saud)"."""
    short, long = sorted((x, y), key=len)
    return len(short) >= 3 and long[: len(short)] == short


def _same_first(a: str, b: str) -> bool:
    if a == b or b in nicknames().get(a, ()):
        return True
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _same_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or a == b or (len(a) == len(b) and all(x[0] == y[0] for x, y in zip(a, b, strict=True)))
