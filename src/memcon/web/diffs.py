"""Two wordings as a sequence of stretches that both have, that only the first has, or only the second."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

KEEP = 12  # words that both have, shown beside a change
LONG = 60  # words of a change that are shown


@dataclass(frozen=True, slots=True)
class Stretch:
    kind: Literal["same", "left out", "added"]
    words: str


def changes(before: str, after: str) -> list[Stretch]:
    """What was left out and added, with the words around; nothing where both are the same."""
    old, new = before.split(), after.split()
    found: list[Stretch] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Stretch("same", _around(old[a:b], a == 0, b == len(old))))
            continue
        if b > a:
            found.append(Stretch("left out", _cut(old[a:b])))
        if d > c:
            found.append(Stretch("added", _cut(new[c:d])))
    return found if any(s.kind != "same" for s in found) else []


def _around(words: list[str], first: bool, last: bool) -> str:
    if len(words) <= 2 * KEEP + 2:
        return " ".join(words)
    left, right = ([] if first else words[:KEEP]), ([] if last else words[-KEEP:])
    return " ".join([*left, "…", *right])


def _cut(words: list[str]) -> str:
    return " ".join(words if len(words) <= LONG else [*words[:LONG], f"… ({len(words) - LONG} more words)"])
