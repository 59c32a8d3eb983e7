"""The frozen sentences that pin what a clause is: TOML in, typed samples out.

A missing key is None, which means that the sentence does not pin it. Unknown keys, unknown values and wrong types are
refused with the name of the file and the id of the entry. What the keys mean is told at the head of the TOML files.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path

from memcon.model.clauses import Aspect, Condition, Factuality, Form, Modality, Polarity, Tense

STATUSES = frozenset(
    {
        *("announced", "planned", "considered", "invited", "agreed", "held", "ongoing"),
        *("postponed", "cancelled", "declined", "ruled_out", "unconfirmed", "none"),
    }
)


class SampleError(ValueError):
    """An entry that cannot be read, with its file and id."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One predicate of one text, and what is sure of it."""

    id: str
    text: str
    published: date
    word: str
    status: str
    headline: bool = False
    form: Form | None = None
    passive: bool | None = None
    tense: Tense | None = None
    aspect: Aspect | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    condition: Condition | None = None
    factuality: Factuality | None = None
    agents: tuple[str, ...] | None = None
    patients: tuple[str, ...] | None = None
    holder: str | None = None  # "" is the report's own voice
    accept_status: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None

    @property
    def kind(self) -> str:
        return self.id.rpartition("-")[0]

    @property
    def statuses(self) -> frozenset[str]:
        """Every status that is right; announced and planned are one class."""
        right = {self.status, *self.accept_status}
        return frozenset(right | {"announced", "planned"} if right & {"announced", "planned"} else right)

    @property
    def span(self) -> tuple[int, int]:
        """Where the predicate's word stands in the text."""
        word, _, count = self.word.partition("@")
        found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", self.text)]
        wanted = int(count or 1)
        if not 1 <= wanted <= len(found):
            raise SampleError(f"{self.id}: {self.word!r} is not in the text")
        return found[wanted - 1]


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a string is wanted")
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is wanted")
    return value


def _day(value: object) -> date:
    if type(value) is not date:
        raise ValueError("a date is wanted")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of strings is wanted")
    return tuple(_string(item) for item in value)


def _status(value: object) -> str:
    if value not in STATUSES:
        raise ValueError("not a status")
    return _string(value)


def _statuses(value: object) -> tuple[str, ...]:
    return tuple(_status(item) for item in _strings(value))


def _member(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    return lambda value: kind(_string(value))


READERS: Mapping[str, Callable[[object], object]] = {
    "id": _string,
    "text": _string,
    "published": _day,
    "word": _string,
    "status": _status,
    "headline": _boolean,
    "form": _member(Form),
    "passive": _boolean,
    "tense": _member(Tense),
    "aspect": _member(Aspect),
    "modality": _member(Modality),
    "polarity": _member(Polarity),
    "condition": _member(Condition),
    "factuality": _member(Factuality),
    "agents": _strings,
    "patients": _strings,
    "holder": _string,
    "accept_status": _statuses,
    "earliest": _day,
    "latest": _day,
}
NEEDED = ("id", "text", "published", "word", "status")
assert {field.name for field in fields(Sample)} == set(READERS)


def _sample(entry: Mapping[str, object], where: str) -> Sample:
    if missing := [key for key in NEEDED if key not in entry]:
        raise SampleError(f"{where}: {', '.join(missing)} missing")
    values: dict[str, object] = {}
    for key, value in entry.items():
        if key not in READERS:
            raise SampleError(f"{where}: unknown key {key!r}")
        try:
            values[key] = READERS[key](value)
        except ValueError as error:
            raise SampleError(f"{where}: {key} = {value!r}: {error}") from error
    sample = Sample(**values)  # type: ignore[arg-type]
    if (sample.earliest is None) != (sample.latest is None):
        raise SampleError(f"{where}: earliest and latest go together")
    if sample.earliest and sample.latest and sample.earliest > sample.latest:
        raise SampleError(f"{where}: earliest is after latest")
    return sample


def load(path: Path) -> list[Sample]:
    """The samples of one file, in its order."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SampleError(f"{path.name}: {error}") from error
    entries = content.pop("clause", [])
    if content:
        raise SampleError(f"{path.name}: unknown table {next(iter(content))!r}")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SampleError(f"{path.name}: [[clause]] tables are wanted")
    return [_sample(entry, f"{path.name}: {entry.get('id', f'entry {number}')}") for number, entry in enumerate(entries, 1)]
