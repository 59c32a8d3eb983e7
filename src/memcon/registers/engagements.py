"""The nouns and verbs that name an engagement, and the words that give it a status. The tables are in `data/`.

What a noun or verb `needs` before it counts: `company` (somebody it is with), `phone` (a word that tells it from other calls),
`plural`, `diplomatic` (an adjective of diplomacy), `travel` (a place it goes to), `speech` (somebody who speaks or is spoken to),
`person`, `caller` (a person called to be told something), `place`, `reached` (a place as its object), `destination`, `arrival`,
`departure`, `origin`, `escort` (to a place abroad of both), `sent` (somebody by name, to a place), `passage` (of somebody, to a place
abroad), `presence` (a place abroad and a time), `trip`, `audience`, `invitation`, `behind` (those met stand behind the particle:
"called on"), `sight` (an office-holder who is seen), `summons` (an envoy), `views` (an exchange of them), `topic` (a talk about
something with somebody), `signing`, `credentials`, `joint` (a commission of two), `attended` (somebody is there), `doer` (a person
does it), `floor` (a person, before a body), `handing` (somebody to whom a paper is handed), `errand` (a journey that somebody is sent
on, and no body that is stationed), `parting` (somebody of whom leave is taken), `phoned` (somebody reached by telephone, whatever is
done by it), `hosted` (a person as the guest of another), `sitting` (an organ of several states that begins or ends its
work), `pressed` (a word of the press before it: "a press point").

Frames of a status cue: `object` (the cue acts on the engagement), `complement` (on a clause that tells of it), `light`
(the engagement is the object and the verb's own tense counts), `subject` (the engagement is the subject, and likewise),
`modifier`, `noun` (a noun that governs it), `predicate`, `label` (it opens the title or the line that tells of it).
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.model.kinds import EngagementKind
from memcon.model.status import Status
from memcon.registers.cells import BLANK, KEY, Column, Reads
from memcon.registers.checks import one_word
from memcon.registers.tables import Table

Frame = Literal["object", "visit", "complement", "light", "subject", "modifier", "noun", "infinitive", "predicate", "label"]
Need = Literal[
    "", "company", "phone", "plural", "diplomatic", "travel", "speech", "person", "caller", "place", "destination", "arrival", "reached",
    "departure", "origin", "escort", "sent", "passage", "presence", "trip", "audience", "invitation", "behind", "sight", "summons",
    "views", "topic", "signing", "credentials", "joint", "attended", "doer", "floor", "handing", "errand", "parting", "phoned",
    "hosted", "sitting", "pressed",
]  # fmt: skip
Needs = Annotated[Need, Column("needs", one="need")]


@dataclass(frozen=True, slots=True)
class NounRow:
    """A line of engagement_nouns.csv."""

    lemma: Annotated[str, Reads(one_word), KEY]
    kind: EngagementKind
    needs: Needs
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A noun or verb that names an engagement; a line of engagement_verbs.csv."""

    lemma: Annotated[str, Reads(one_word), KEY]
    kind: EngagementKind
    needs: Annotated[Need, Column("needs", one="need"), KEY]
    example: str
    source: str
    particle: Annotated[str, BLANK, KEY] = ""
    status: Status | None = None  # what the verb itself says of the engagement ("invite", "snub")


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that gives an engagement a status; `own` stands for the status that the verb's own tense gives."""

    cue: Annotated[str, KEY]
    particle: Annotated[str, BLANK, KEY]
    frame: Annotated[Frame, KEY]
    status: Status | Literal["own"]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words: what it is for, and a text in whose reading it decides."""

    name: Annotated[str, KEY]
    use: str
    example: str
    source: str
    words: frozenset[str]


NOUNS = Table("engagement_nouns.csv", NounRow)
VERBS = Table("engagement_verbs.csv", Trigger)
STATUS_CUES = Table("status_cues.csv", StatusCue)
WORD_LISTS = Table("engagement_words.toml", WordList, named="name")


@cache
def nouns() -> dict[str, Trigger]:
    return {r.lemma: Trigger(r.lemma, r.kind, r.needs, r.example, r.source) for r in NOUNS.rows}


@cache
def verbs() -> dict[str, tuple[Trigger, ...]]:
    """Lemma -> its lines, first those that ask for a particle."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for trigger in sorted(VERBS.rows, key=lambda t: not t.particle):
        found[trigger.lemma] = (*found.get(trigger.lemma, ()), trigger)
    return found


def verbs_at(lemma: str, particles: Collection[str] = ()) -> tuple[Trigger, ...]:
    """The lines of a verb that fit the particles, prepositions and objects that stand with it, those that ask for one first."""
    return tuple(t for t in verbs().get(lemma, ()) if not t.particle or t.particle in particles)


def verb_at(lemma: str, particles: Collection[str] = ()) -> Trigger | None:
    """The first of them."""
    return next(iter(verbs_at(lemma, particles)), None)


@cache
def phoning() -> tuple[Trigger, ...]:
    """The lines for whatever is done by telephone."""
    return tuple(t for t in VERBS.rows if t.needs == "phoned")


@cache
def word_lists() -> dict[str, WordList]:
    """Every word list by its name."""
    return {made.name: made for made in WORD_LISTS.rows}


def words(name: str) -> frozenset[str]:
    """A word list of `data/engagement_words.toml`."""
    return word_lists()[name].words


def status_cues() -> tuple[StatusCue, ...]:
    return STATUS_CUES.rows


@cache
def _by_frame(frame: Frame) -> dict[str, tuple[StatusCue, ...]]:
    found: dict[str, tuple[StatusCue, ...]] = {}
    for cue in status_cues():
        if cue.frame == frame:
            found[cue.cue] = (*found.get(cue.cue, ()), cue)
    return found


def cue_of(frame: Frame, word: str, particles: frozenset[str] = frozenset()) -> StatusCue | None:
    """The cue that a lemma is in a frame, given the particles and objects that stand with it."""
    for cue in _by_frame(frame).get(word, ()):
        if not cue.particle or cue.particle in particles:
            return cue
    return None
