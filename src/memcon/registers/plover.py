"""PLOVER: the types of events with their intensities, and the words that show them.

Comes in: data/plover.toml, plover_patterns.csv, plover_contexts.csv and plover_words.toml. Goes out: `types()`, `patterns()` by part of
speech and lemma, `contexts()` and `words()`. Refuses a pattern of an unknown type or mode. The columns of the patterns:

lemma      verbs or nouns, `|` between alternatives; a particle after a space ("roll back")
object     lemmas one of which must stand in the verb's object ("impose" with "sanction"); `*`: any; empty: none is asked for
near       lemmas one of which must stand in the verb's clause
not        lemmas none of which may hang on it: a preposition, an object, the first word of its clause
actor      where to look for who does it, the first that is there; empty: its grammatical agent (agent)
recipient  where to look for whom it is done to, the first that is there: obj, asked (the
           object of whom an infinitive says what to do), subj, dative, poss (of the object), prep:X (of the verb
           or of its object), clause (the subject of the clause that it governs), xcomp (the first name in the infinitive that it
           governs), within (the first name in what it governs)
example    a sentence with [the actor] and {the recipient}
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Column, Parted, Reads
from memcon.registers.issues import issues
from memcon.registers.tables import Table

Words = Annotated[tuple[str, ...], Parted("|")]
PLACES = ("agent", "obj", "asked", "subj", "dative", "poss", "clause", "xcomp", "within")
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

    @property
    def verbal(self) -> bool:
        """Is it done by words: PLOVER's verbal cooperation and verbal conflict?"""
        return self.quad in (1, 3)


TYPES = Table("plover.toml", EventType, named="name")


@cache
def types() -> dict[str, EventType]:
    return {t.name: t for t in TYPES.rows}


def _type(name: str) -> str:
    if name not in types():
        raise ValueError(f"no such type: {name!r}; one of {', '.join(types())}")
    return name


def _issue(name: str) -> str:
    if name not in issues():
        raise ValueError(f"no such issue: {name!r}")
    return name


def _place(words: str) -> str:
    """Where to look for an actor or a recipient."""
    if words not in PLACES and not words.startswith("prep:"):
        raise ValueError(f"no such place: {words!r}; one of {', '.join(PLACES)}, prep:X")
    return words


Places = Annotated[tuple[Annotated[str, Reads(_place)], ...], Parted("|")]


@dataclass(frozen=True, slots=True)
class EventPattern:
    lemmas: Annotated[Words, Column("lemma"), KEY]
    objects: Annotated[WordSet, Column("object"), KEY]
    near: Annotated[WordSet, KEY]
    unless: Annotated[WordSet, Column("not")]
    pos: Annotated[Literal["verb", "noun", "adj"], KEY]
    type: Annotated[str, Reads(_type)]
    mode: str | None
    recipient: Annotated[Places, KEY]
    example: str
    source: str
    actor: Places = ("agent",)

    def __post_init__(self) -> None:
        known = types()[self.type]
        if self.mode and self.mode not in (modes := (*known.modes, *sorted(known.unweighted))):
            raise ValueError(f"no such mode of {self.type}: {self.mode!r}; one of {', '.join(modes) or 'none'}")

    @property
    def any_object(self) -> bool:
        """Is an object asked for, whatever it is?"""
        return "*" in self.objects

    def particle(self, word: str) -> str | None:
        """The particle that this word needs: "back" of "roll back"; None where it stands alone."""
        if not any(" " in lemma for lemma in self.lemmas):
            return None
        pairs = (lemma.partition(" ") for lemma in self.lemmas)
        return next((rest for first, _, rest in pairs if first == word and rest), None)

    @property
    def name(self) -> str:
        """What `why` calls it: its type, its first verb with the object, word or preposition that it needs."""
        governed = [place.removeprefix("prep:") for place in self.recipient if place.startswith("prep:")]
        alone = governed[:1] if len(governed) == len(self.recipient) else []
        needs = [*sorted(self.objects)[:1], *sorted(self.near)[:1]] or alone
        return " ".join([self.type, f"{self.pos}:", self.lemmas[0], *needs])


PATTERNS = Table("plover_patterns.csv", EventPattern)


def all_patterns() -> tuple[EventPattern, ...]:
    return PATTERNS.rows


@cache
def patterns() -> dict[tuple[str, str], tuple[EventPattern, ...]]:
    """The patterns by part of speech and first word, those that ask for most first."""
    found: dict[tuple[str, str], list[EventPattern]] = {}
    for pattern in all_patterns():
        for lemma in pattern.lemmas:
            found.setdefault((pattern.pos, lemma.partition(" ")[0]), []).append(pattern)
    return {key: tuple(sorted(some, key=lambda p: _asks(p, key[1]))) for key, some in found.items()}


def _asks(pattern: EventPattern, word: str) -> tuple[bool, bool, bool]:
    return (pattern.particle(word) is None, not pattern.objects or pattern.any_object, not pattern.near)


@dataclass(frozen=True, slots=True)
class IssueContext:
    """An issue whose words show a context of PLOVER's."""

    issue: Annotated[str, Reads(_issue), KEY]
    context: Literal[
        "military", "diplomatic", "legal", "economic", "political", "terrorism", "election", "refugee", "resource", "cbrn", "rights",
        "government", "cyber",
    ]  # fmt: skip
    example: str
    source: str


CONTEXTS = Table("plover_contexts.csv", IssueContext)


@cache
def contexts() -> dict[str, str]:
    """Issue -> the context that its words show."""
    return {row.issue: row.context for row in CONTEXTS.rows}


@dataclass(frozen=True, slots=True)
class WordList:
    name: Annotated[str, KEY]
    words: frozenset[str]
    example: str
    source: str


WORDS = Table("plover_words.toml", WordList, named="name")


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    return {row.name: row.words for row in WORDS.rows}


def words(name: str) -> frozenset[str]:
    """One list of data/plover_words.toml."""
    return _word_lists()[name]
