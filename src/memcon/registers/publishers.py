"""Words by which a paper says whose it is. The table is `data/publishers.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PublisherWords:
    """The words of data/publishers.toml."""

    government: frozenset[str]
    agency: frozenset[str]
    heads: frozenset[str]
    linking: frozenset[str]
    about: frozenset[str]
    seats: frozenset[str]


@cache
def publisher_words() -> PublisherWords:
    text = (files("memcon.registers") / "data" / "publishers.toml").read_text(encoding="utf-8")
    return PublisherWords(**{key: frozenset(words) for key, words in tomllib.loads(text).items()})
