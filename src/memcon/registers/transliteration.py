"""Is one name another's transliteration? Names as folded words in, yes or no out.

What differs between two ways to write a name of another alphabet is mostly its vowels, doubled letters and h: "Fayssal" and
"Faysal", "Mohammed" and "Muhammad", "Qadhafi" and "Gaddafi" share the consonants that remain. Source: ALA-LC romanization tables
(Arabic, Persian, Cyrillic, Hindi), BGN/PCGN, and the spellings in the registers of leaders.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from memcon.registers.names import family_places, name_words

ALIKE = (("ph", "f"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("q", "k"), ("g", "k"), ("ck", "k"), ("x", "ks"))
FLOATING = re.compile("[aeiouyhwj'’-]")  # written or not, or as each other, by the same name
LETTERS = 5  # of each of two words that differ: below it, Tim and Tom, Dina and Dana meet
SHARED = 0.6  # of the letters of two words that differ
SKELETON = 4  # consonants of a whole name


@cache
def skeleton(word: str) -> str:
    """The consonants of a word, one way: "Faysal", "Fayssal" and "Faisal" are "fsl"."""
    for several, one in ALIKE:
        word = word.replace(several, one)
    bare = FLOATING.sub("", word)
    return bare[:1] + "".join(b for a, b in pairwise(bare) if a != b)


def told_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without its particles."""
    return tuple(p for p in parts if p not in name_words().particles)


def sound_block(parts: tuple[str, ...]) -> str | None:
    """Names that can be transliterations of one have the same; None for a name that has none."""
    told = told_parts(parts)
    if len(told) < 2 or 0 in family_places(parts):
        return None
    return f"{skeleton(told[0])} {skeleton(told[1])}"


def sound_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Can one full name be the other in another transliteration, or its beginning: "Mohamed bin Zayed (Al Nahyan)", "Marcelo
    Ebrard (Casaubon)"?"""
    x, y = told_parts(a), told_parts(b)
    if x == y:
        return len(x) > 1
    if len(x) != len(y):
        short, long = sorted((x, y), key=len)
        x, y = short, long[: len(short)]
        if len(long) - len(short) > 1 or (x != y and not set(a) & set(b) & name_words().particles):
            return False
    if len(x) < 2 or len("".join(map(skeleton, x))) < SKELETON:
        return False
    return all(map(_one_word, x, y))


def _one_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < LETTERS or skeleton(a) != skeleton(b):
        return False
    return OSA.normalized_similarity(a, b) >= SHARED
