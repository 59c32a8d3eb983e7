"""Languages by their commonest words or their script. The table is `data/languages.toml`."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY, Parted
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is known by its commonest words."""

    code: Annotated[str, KEY]
    name: str
    words: Annotated[tuple[str, ...], Parted(" ")]


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A script, by the first and last code points of its blocks. `share`: from what share of the letters it tells the language."""

    name: Annotated[str, KEY]
    ranges: tuple[tuple[int, ...], ...]
    share: float = 0.4


LANGUAGES = Table("languages.toml", Language, at="language", beside=("script",))
SCRIPTS = Table("languages.toml", ScriptRow, at="script", beside=("language",))


@dataclass(frozen=True, slots=True)
class Script:
    """A script that tells the language, its code points as a regular expression's class, and the share of letters that is enough."""

    name: str
    characters: str
    share: float


@cache
def language_names() -> dict[str, str]:
    """Code (ISO 639-1) -> name, of the languages known by their words."""
    return {line.code: line.name for line in LANGUAGES.rows}


@cache
def languages_of_word() -> dict[str, tuple[str, ...]]:
    """A common word -> the codes of the languages in which it is common. English keeps its words to itself, but for
    those that another language uses as often ("a", "in", "as")."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in LANGUAGES.rows:
        for word in line.words:
            found[word].append(line.code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def scripts() -> tuple[Script, ...]:
    """Scripts other than Latin. Kana and Hangul come before Han, which Japanese and Korean use too."""
    return tuple(
        Script(line.name, "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in line.ranges), line.share)
        for line in SCRIPTS.rows
    )
