"""PLOVER: the types of events with their intensities, and the words that show them.

Comes in: data/plover.toml and data/plover_patterns.csv. Goes out: `types()` and `patterns()`, by part of speech and lemma.
Refuses a pattern of an unknown type or mode. The columns of the patterns:

lemma      verbs or nouns, `|` between alternatives
object     lemmas one of which must stand in the verb's object ("impose" with "sanction"); empty: none is asked for
near       lemmas one of which must stand in the verb's clause
recipient  where to look for whom it is done to, the first that is there: obj, dative, poss (of the object), prep:X (of the verb or of
           its object), clause (the subject of the clause that it governs), within (the first name in what it governs)
example    a sentence with [the actor] and {the recipient}
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Column, Parted, Reads
from memcon.registers.tables import Table

Words = Annotated[tuple[str, ...], Parted("|")]
WordSet = Annotated[frozenset[str], Parted("|")]


@dataclass(frozen=True, slots=True)
class EventType:
    name: Annotated[str, KEY]
    quad: Literal[1, 2, 3, 4]
    intensity: float
    modes: dict[str, float] = field(default_factory=dict)
    unweighted: frozenset[str] = frozenset()  # modes that have the intensity of the type

    def weigh(self, mode: str | None) -> float:
        """The intensity of the mode, or the type's own."""
        return self.modes.get(mode or "", self.intensity)


TYPES = Table("plover.toml", EventType, named="name")


@cache
def types() -> dict[str, EventType]:
    return {t.name: t for t in TYPES.rows}


def _type(name: str) -> str:
    if name not in types():
        raise ValueError(f"no such type: {name!r}; one of {', '.join(types())}")
    return name


def _recipient(words: str) -> str:
    """Where to look for a recipient."""
    if words not in ("obj", "dative", "poss", "clause", "within") and not words.startswith("prep:"):
        raise ValueError(f"no such recipient: {words!r}; one of obj, dative, poss, clause, within, prep:X")
    return words


@dataclass(frozen=True, slots=True)
class EventPattern:
    lemmas: Annotated[Words, Column("lemma"), KEY]
    objects: Annotated[WordSet, Column("object"), KEY]
    near: Annotated[WordSet, KEY]
    pos: Annotated[Literal["verb", "noun", "adj"], KEY]
    type: Annotated[str, Reads(_type)]
    mode: str | None
    recipient: Annotated[tuple[Annotated[str, Reads(_recipient)], ...], Parted("|"), KEY]
    example: str
    source: str

    def __post_init__(self) -> None:
        known = types()[self.type]
        if self.mode and self.mode not in (modes := (*known.modes, *sorted(known.unweighted))):
            raise ValueError(f"no such mode of {self.type}: {self.mode!r}; one of {', '.join(modes) or 'none'}")

    @property
    def name(self) -> str:
        return f"{self.type} {self.pos}: {self.lemmas[0]}{' ' + min(self.objects) if self.objects else ''}"


PATTERNS = Table("plover_patterns.csv", EventPattern)


def all_patterns() -> tuple[EventPattern, ...]:
    return PATTERNS.rows


@cache
def patterns() -> dict[tuple[str, str], tuple[EventPattern, ...]]:
    """The patterns by part of speech and lemma, those that ask for most first."""
    found: dict[tuple[str, str], list[EventPattern]] = {}
    for pattern in all_patterns():
        for lemma in pattern.lemmas:
            found.setdefault((pattern.pos, lemma), []).append(pattern)
    return {key: tuple(sorted(some, key=lambda p: (not p.objects, not p.near))) for key, some in found.items()}
