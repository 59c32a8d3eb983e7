"""The words that attribute: cue verbs with the frames in which their content stands, and the nouns around them.

Comes in: data/cues.csv and data/attribution.toml. Goes out: `cues()`, the verbs by lemma, and `attribution()`, the nouns.
Refuses a row with an unknown frame or without example and source.
"""

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from memcon.model.findings import Polarity

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
Need = Literal["", "quote", "speech", "as"]
FRAMES = frozenset(get_args(Frame))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: `particle` is the second word of "point out"; `needs` what must stand in the content to count."""

    lemma: str
    particle: str | None
    group: str
    frames: frozenset[Frame]
    addressee: str  # object, to, or "" where it takes none
    polarity: Polarity
    animate: bool  # only people and bodies say so; "the rise suggests" is no speech
    needs: Need
    example: str  # [brackets] around the content
    source: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Nouns and verbs around cues, as the comments in attribution.toml explain."""

    people: frozenset[str]
    texts: frozenset[str]
    utterances: frozenset[str]
    partners: frozenset[str]
    first_person: frozenset[str]
    announcing: frozenset[str]


@cache
def all_cues() -> tuple[Cue, ...]:
    """Every row of the table."""
    with files("memcon.registers").joinpath("data/cues.csv").open(encoding="utf-8") as file:
        return tuple(_cue(row) for row in csv.DictReader(file))


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """The rows of each lemma; those with a particle first."""
    by_lemma: dict[str, list[Cue]] = defaultdict(list)
    for cue in sorted(all_cues(), key=lambda c: c.particle is None):
        by_lemma[cue.lemma].append(cue)
    return {lemma: tuple(rows) for lemma, rows in by_lemma.items()}


@cache
def attribution() -> Attribution:
    table = tomllib.loads(files("memcon.registers").joinpath("data/attribution.toml").read_text(encoding="utf-8"))
    return Attribution(**{key: frozenset(words) for key, words in table.items()})


def _cue(row: dict[str, str]) -> Cue:
    lemma, _, particle = row["lemma"].partition(" ")
    frames = frozenset(row["frames"].split())
    if not frames or not frames <= FRAMES or not row["example"] or not row["source"]:
        raise ValueError(f"data/cues.csv: {row['lemma']}: a frame, example or source is missing or unknown")
    return Cue(
        lemma=lemma,
        particle=particle or None,
        group=row["class"],
        frames=frozenset(cast(Frame, frame) for frame in frames),
        addressee=row["addressee"],
        polarity=cast(Polarity, row["polarity"]),
        animate=row["speaker"] == "animate",
        needs=cast(Need, row["needs"]),
        example=row["example"],
        source=row["source"],
    )
