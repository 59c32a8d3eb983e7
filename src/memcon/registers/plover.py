"""PLOVER: the types of events with their intensities, and the words that show them.

Comes in: data/plover.toml and data/plover_patterns.csv. Goes out: `types()` and `patterns()`, by part of speech and lemma.
Refuses a pattern of an unknown type or without an example. The columns of the patterns:

lemma      verbs or nouns, `|` between alternatives
object     lemmas one of which must stand in the verb's object ("impose" with "sanction"); empty: none is asked for
near       lemmas one of which must stand in the verb's clause
recipient  where to look for whom it is done to, the first that is there: obj, dative, poss (of the object), prep:X (of the verb or of
           its object), clause (the subject of the clause that it governs), within (the first name in what it governs)
example    a sentence with [the actor] and {the recipient}
"""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventType:
    name: str
    quad: int
    intensity: float
    modes: dict[str, float]

    def weigh(self, mode: str | None) -> float:
        """The intensity of the mode, or the type's own."""
        return self.modes.get(mode or "", self.intensity)


@dataclass(frozen=True, slots=True)
class EventPattern:
    lemmas: tuple[str, ...]
    objects: frozenset[str]
    near: frozenset[str]
    pos: str  # verb, noun or adj
    type: str
    mode: str | None
    recipient: tuple[str, ...]
    example: str
    source: str

    @property
    def name(self) -> str:
        return f"{self.type} {self.pos}: {self.lemmas[0]}{' ' + min(self.objects) if self.objects else ''}"


@cache
def types() -> dict[str, EventType]:
    table = tomllib.loads(files("memcon.registers").joinpath("data/plover.toml").read_text(encoding="utf-8"))
    return {name: EventType(name, t["quad"], t["intensity"], t.get("modes", {})) for name, t in table.items()}


@cache
def all_patterns() -> tuple[EventPattern, ...]:
    text = files("memcon.registers").joinpath("data/plover_patterns.csv").read_text(encoding="utf-8")
    return tuple(_pattern(row) for row in csv.DictReader(text.splitlines()))


def _pattern(row: dict[str, str]) -> EventPattern:
    if row["type"] not in types() or not row["example"] or not row["source"]:
        raise ValueError(f"event pattern {row['lemma']!r}: unknown type, no example or no source")
    return EventPattern(
        tuple(row["lemma"].split("|")),
        frozenset(filter(None, row["object"].split("|"))),
        frozenset(filter(None, row["near"].split("|"))),
        row["pos"],
        row["type"],
        row["mode"] or None,
        tuple(row["recipient"].split("|")),
        row["example"],
        row["source"],
    )


@cache
def patterns() -> dict[tuple[str, str], tuple[EventPattern, ...]]:
    """The patterns by part of speech and lemma, those that ask for most first."""
    found: dict[tuple[str, str], list[EventPattern]] = {}
    for pattern in all_patterns():
        for lemma in pattern.lemmas:
            found.setdefault((pattern.pos, lemma), []).append(pattern)
    return {key: tuple(sorted(some, key=lambda p: (not p.objects, not p.near))) for key, some in found.items()}
