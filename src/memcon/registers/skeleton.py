"""The words that outlive a spinner or a translation: small words and the calendar. The table is `data/skeleton.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SkeletonWords:
    """Both in lower case."""

    function: frozenset[str]
    calendar: frozenset[str]


@cache
def skeleton_words() -> SkeletonWords:
    table = tomllib.loads(files("memcon.registers").joinpath("data/skeleton.toml").read_text(encoding="utf-8"))
    return SkeletonWords(frozenset(table["function"]), frozenset(table["calendar"]))
