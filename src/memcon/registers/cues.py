"""The words that attribute: cue verbs with the frames in which their content stands, and the nouns around them.

Comes in: data/cues.csv, attitudes.csv and attribution.toml. Goes out: `cues()` and `attitudes()`, verbs by lemma, and
`attribution()`, the nouns.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.model.findings import Polarity
from memcon.registers.cells import KEY, Column, Parted, Reads
from memcon.registers.checks import lower, marked
from memcon.registers.tables import Table

# Where the content of a cue stands:
Frame = Literal[
    "that",  # a finite clause: said (that) the border was open; asked whether
    "quote",  # it can stand beside a quotation: "The border is open," he said
    "to",  # an infinitive whose doer is the speaker: vowed to stay
    "obj-to",  # an infinitive whose doer is the addressee: urged him to stay
    "obj-of", "obj-for",  # object and preposition: accused him of theft, blamed him for it
    "obj-as",  # described the talks as a success
    "obj-is",  # called the talks a success
    "np",  # a bare object: condemned the raid
    "obj",  # the object of the cue's own preposition: called for calm
    "noun",  # a noun of speech with a clause: expressed hope that the truce would hold
    "prep:of", "prep:against", "prep:for",  # a preposition's object: warned of a flood
]  # fmt: skip
# What must stand in the content to count: a quotation, a verb of speech, or the frame "as" in place of it.
Need = Literal["", "quote", "speech", "as"]
Group = Literal[
    "accuse", "ask", "call", "decline", "deny", "describe", "express", "list", "mental", "praise", "say", "seem", "tell",
    "urge", "utter", "vow", "warn",
]  # fmt: skip
Addressee = Literal["", "object", "to"]  # where whom it is said to stands; "" where there is none
Speaker = Literal["animate", "any"]  # animate: only people and bodies say so; "the rise suggests" is no speech


@dataclass(frozen=True, slots=True)
class CueRow:
    """A line of cues.csv; the example has [brackets] around the content."""

    lemma: Annotated[str, Reads(lower), KEY]
    group: Annotated[Group, Column("class")]
    frames: Annotated[frozenset[Frame], Parted(" ")]
    addressee: Addressee
    polarity: Polarity
    speaker: Speaker
    needs: Annotated[Need, Column("needs", one="need")]
    example: Annotated[str, Reads(marked)]
    source: str

    def __post_init__(self) -> None:
        if not self.frames:
            raise ValueError("no frame is given: where does what is said stand?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: `particle` is the second word of "point out"; `needs` what must stand in the content to count."""

    lemma: str
    particle: str | None
    group: Group
    frames: frozenset[Frame]
    addressee: Addressee
    polarity: Polarity
    animate: bool
    needs: Need
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun that reports; `links` are the words that open its content, "" a clause or phrase without one."""

    lemma: Annotated[str, KEY]
    links: Annotated[frozenset[str], Parted(" ")]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Nouns and verbs around cues, as the comments in attribution.toml explain."""

    people: frozenset[str]
    texts: frozenset[str]
    utterances: frozenset[str]
    partners: frozenset[str]
    mine: frozenset[str]
    ours: frozenset[str]
    spoken: frozenset[str]
    announcing: frozenset[str]
    commenting: frozenset[str]
    comments: frozenset[str]
    contrasting: frozenset[str]
    explaining: frozenset[str]
    unsaid: frozenset[str]
    papers: frozenset[str]
    variations: frozenset[str]
    belongings: frozenset[str]
    counting: frozenset[str]
    inverted: frozenset[str]
    nobody: frozenset[str]
    personal: frozenset[str]
    declined: frozenset[str]
    personal_classes: frozenset[str]
    saying: frozenset[str]
    whether: frozenset[str]
    hearsay: frozenset[str]
    sources: frozenset[str]
    making: frozenset[str]


CUES = Table("cues.csv", CueRow)
ATTITUDES = Table("attitudes.csv", CueRow)
CUE_NOUNS = Table("cue_nouns.csv", CueNoun)
ATTRIBUTION = Table("attribution.toml", Attribution)


@cache
def all_cues() -> tuple[Cue, ...]:
    """Every row of the table."""
    return tuple(_cue(row) for row in CUES.rows)


@cache
def all_attitudes() -> tuple[Cue, ...]:
    """Verbs of belief, wish and intention, which report what somebody thinks and has not said."""
    return tuple(_cue(row) for row in ATTITUDES.rows)


@cache
def attitudes() -> dict[str, tuple[Cue, ...]]:
    """The rows of each lemma; those with a particle first."""
    return _by_lemma(all_attitudes())


@cache
def cue_nouns() -> dict[str, CueNoun]:
    """The nouns of attribution by lemma."""
    return {noun.lemma: noun for noun in CUE_NOUNS.rows}


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """The rows of each lemma; those with a particle first."""
    return _by_lemma(all_cues())


def _by_lemma(rows: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    by_lemma: dict[str, list[Cue]] = defaultdict(list)
    for cue in sorted(rows, key=lambda c: c.particle is None):
        by_lemma[cue.lemma].append(cue)
    return {lemma: tuple(rows) for lemma, rows in by_lemma.items()}


def attribution() -> Attribution:
    return ATTRIBUTION.rows[0]


def _cue(row: CueRow) -> Cue:
    lemma, _, particle = row.lemma.partition(" ")
    return Cue(
        lemma=lemma,
        particle=particle or None,
        group=row.group,
        frames=row.frames,
        addressee=row.addressee,
        polarity=row.polarity,
        animate=row.speaker == "animate",
        needs=row.needs,
        example=row.example,
        source=row.source,
    )
