"""Two wordings as a sequence of stretches that both have, that only the first has, or only the second."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PLAIN = str.maketrans("‘’“”", "''\"\"")  # a typesetter's marks change no words


@dataclass(frozen=True, slots=True)
class Stretch:
    kind: Literal["same", "left out", "added"]
    words: str


def stretches(before: str, after: str, keep: int) -> Iterator[Stretch]:
    """The words of both, those that agree once; of a long run of these, `keep` words beside each change."""
    old, new = before.split(), after.split()
    keys = [[word.translate(PLAIN) for word in words] for words in (old, new)]
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch("same", _around(old[a:b], a == 0, b == len(old), keep))
            continue
        if b > a:
            yield Stretch("left out", " ".join(old[a:b]))
        if d > c:
            yield Stretch("added", " ".join(new[c:d]))


def _around(words: list[str], first: bool, last: bool, keep: int) -> str:
    """The words around the changes beside them."""
    if len(words) <= 2 * keep + 2:
        return " ".join(words)
    left, right = ([] if first else words[:keep]), ([] if last else words[-keep:])
    return " ".join([*left, "…", *right])
