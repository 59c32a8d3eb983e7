"""Can two names be one person's? Names as written in, yes or no out.

Case, diacritics, full stops and suffixes do not count; an initial stands for a name, a nickname for its first name, a
missing middle name for any. Different first names are different persons.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from memcon.registers.names import family_places, given_names, name_words, nicknames
from memcon.registers.offices import heads, leaders, monarchs, registered

LATIN = re.compile("[A-Za-z]")
DOUBLES = str.maketrans("аеорсухіјАВЕКМНОРСТХІЈ", "aeopcyxijABEKMHOPCTXIJ")  # Unicode TR 39, confusables
ARTICLES = ("al-", "el-")  # one Arabic article
NAMES_KEPT = 50_000  # names whose folded words are kept in memory
SLAVIC_ENDING = re.compile(r"(?:iy|yy|ij|yi|i|y)$")


@cache
def fold(word: str) -> str:
    """A word without case, marks and full stop; a Cyrillic letter that stands for its Latin double is that."""
    plain = unicodedata.normalize("NFKD", word)
    if plain.isascii():
        return plain.casefold().rstrip(".")
    plain = plain.translate(DOUBLES) if LATIN.search(plain) else plain
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("’", "'").rstrip(".")


def folded_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, folded; "Al-Thani" is "Al Thani", and "El-Sisi" is "Al Sisi"."""
    return _folded(tuple(parts))


@lru_cache(NAMES_KEPT)
def _folded(parts: tuple[str, ...]) -> tuple[str, ...]:
    words = (fold(p) for p in parts if p not in name_words().suffixes)
    return tuple(part for w in words for part in (("al", w[3:]) if w.startswith(ARTICLES) and len(w) > 3 else (w,)))


def likely_same(parts: Sequence[str]) -> set[str]:
    """What the names of one person have in common, one of two: their first or their last words, as far as spelling goes."""
    words = folded_parts(parts)
    return {one_spelling(words[0]), one_spelling(words[-1])} if words else set()


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Can two full names be one person's: "Antony J. Blinken" and "Tony Blinken"; not two with other first names."""
    x, y = folded_parts(a), folded_parts(b)
    if x == y or _without_hyphens(x) == _without_hyphens(y):
        return True
    short, long = sorted((x, y), key=len)
    if 1 < len(short) < len(long) and long[-len(short) :] == short and short[0] not in given_names():
        return True  # "bin Salman", "López Obrador"
    if min(len(x), len(y)) < 2 or set(family_places(tuple(x))) != set(family_places(tuple(y))):
        return False
    family = -1 if -1 in family_places(tuple(x)) else 0
    if one_spelling(x[family]) != one_spelling(y[family]):
        return _within(x, y)
    first, second = (x[:-1], y[:-1]) if family == -1 else (x[1:], y[1:])
    if family == 0:
        return "".join(first).replace("-", "") == "".join(second).replace("-", "")
    return _same_first(first[0], second[0]) and _same_middle(first[1:], second[1:])


def _without_hyphens(words: tuple[str, ...]) -> list[str]:
    """ "Park Min-ho" is "Park Min Ho"."""
    return [part for word in words for part in word.split("-")]


@cache
def one_spelling(word: str) -> str:
    """One of the ways to write a Slavic ending: Zelensky, Zelenskyy, Zelenskiy."""
    return SLAVIC_ENDING.sub("y", word) if len(word) > 4 else word


def _within(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """A long name of many parts, and its shorter form: "Mohammed bin Salman (Al Saud)"."""
    short, long = sorted((x, y), key=len)
    return len(short) >= 3 and long[: len(short)] == short


def _same_first(a: str, b: str) -> bool:
    if one_spelling(a) == one_spelling(b) or b in nicknames().get(a, ()):
        return True
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _same_middle(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or a == b or (len(a) == len(b) and all(x[0] == y[0] for x, y in zip(a, b, strict=True)))


def leader_state(parts: Sequence[str], alone: bool) -> str | None:
    """The state that a person of the register of leaders serves: by full name, or, where `alone` allows it, by a family
    name that leaders of one state only bear."""
    names = folded_parts(parts)
    if len(names) > 1:
        by_name = _leaders_by_name()
        return by_name.get(" ".join(names)) or by_name.get(f"{names[0]} {names[-1]}")
    states = _leaders_by_family().get(names[0], frozenset())
    return next(iter(states)) if alone and len(states) == 1 else None


def registered_state(parts: Sequence[str]) -> str | None:
    """The state that the register gives a head or minister of this full name; a middle name may be missing or more."""
    names = folded_parts(parts)
    by_name = _registered_by_name()
    return (by_name.get(" ".join(names)) or by_name.get(f"{names[0]} {names[-1]}")) if len(names) > 1 else None


def monarch_states(parts: Sequence[str]) -> tuple[str, ...]:
    """The states that monarchs of the register with this name reign over: by the name as written, else without its numeral."""
    written, plain = " ".join(parts).lower(), " ".join(folded_parts(parts))
    return monarchs().get(written) or monarchs().get(plain) or ()


def is_registered_head(state: str, names: tuple[str, ...]) -> bool:
    """Does the register of leaders know somebody of this name who serves this state?"""
    if len(names) > 1:
        return state in (_leaders_by_name().get(" ".join(names)), _leaders_by_name().get(f"{names[0]} {names[-1]}"))
    return state in _leaders_by_family().get(names[0], frozenset())


def is_leader(family: str) -> bool:
    """Is this the family name of somebody in the register of leaders?"""
    return fold(family) in _leaders_by_family()


def is_head(parts: Sequence[str]) -> bool | None:
    """Is this a head of state or government of the register? None where the register does not know, or knows both."""
    names = folded_parts(parts)
    told = _heads_by_name().get(" ".join(names) if len(names) > 1 else names[0])
    return next(iter(told)) if told and len(told) == 1 else None


@cache
def _heads_by_name() -> dict[str, frozenset[bool]]:
    """Full names and family names with what the register says of their bearers."""
    out: dict[str, set[bool]] = {}
    for name in leaders():
        parts = folded_parts(name.title().split())
        for key in {" ".join(parts), *(parts[place] for place in family_places(parts))}:
            out.setdefault(key, set()).add(name in heads())
    return {key: frozenset(told) for key, told in out.items()}


@cache
def _registered_by_name() -> dict[str, str]:
    return {" ".join(folded_parts(name.split())): state for name, state in registered().items()}


@cache
def _leaders_by_name() -> dict[str, str]:
    out = {}
    for name, state in leaders().items():
        parts = folded_parts(name.split())
        out[" ".join(parts)] = out[" ".join(parts).replace("-", " ")] = state  # "Kim Dae-jung", "Kim Dae Jung"
        if len(parts) == 3 and family_places(tuple(name.split())) == (-1,):
            out[f"{parts[0]} {parts[-1]}"] = state
    return out


@cache
def _leaders_by_family() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for name, state in leaders().items():
        parts = name.title().split()
        for place in family_places(tuple(parts)):
            out.setdefault(fold(parts[place]), set()).add(state)
    return {family: frozenset(states) for family, states in out.items()}
