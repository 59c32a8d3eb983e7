"""Languages by their commonest words or their script. The table is `data/languages.toml`."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Script:
    """A script that tells the language, and its code points as a regular expression's class."""

    name: str
    characters: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("memcon.registers") / "data" / "languages.toml").read_text(encoding="utf-8"))


@cache
def language_names() -> dict[str, str]:
    """Code (ISO 639-1) -> name, of the languages known by their words."""
    return {line["code"]: line["name"] for line in _table()["language"]}


@cache
def languages_of_word() -> dict[str, tuple[str, ...]]:
    """A common word -> the codes of the languages in which it is common. English keeps its words to itself, but for
    those that another language uses as often ("a", "in", "as")."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in _table()["language"]:
        for word in line["words"].split():
            found[word].append(line["code"])
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def scripts() -> tuple[Script, ...]:
    """Scripts other than Latin. Kana and Hangul come before Han, which Japanese and Korean use too."""
    return tuple(
        Script(line["name"], "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in line["ranges"]))
        for line in _table()["script"]
    )
