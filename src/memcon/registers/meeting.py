"""Words that put two sides across a table. The table is `data/meeting_words.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Verbs by lemma, nouns and prepositions in lower case."""

    objects: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    hosting: frozenset[str]
    stand_ins: frozenset[str]


@cache
def meeting_words() -> MeetingWords:
    text = (files("memcon.registers") / "data" / "meeting_words.toml").read_text(encoding="utf-8")
    return MeetingWords(**{key: frozenset(words) for key, words in tomllib.loads(text).items()})
