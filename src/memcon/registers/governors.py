"""The words and verb forms that decide whether what a clause tells happened, is planned, is only possible, or is denied.

Comes in: data/governors.csv. Goes out: `Governor`s by frame and word, first those that ask for a particle. Refuses, beside
what every table refuses, an example that marks no [predicate].

A governor is the word that an engagement, or any other predicate, depends on for whether it happened: "balked at meeting", "plans to
meet", "scrapped the visit". A verb that says that something did not happen is a line with factuality "undone".

Columns: `word` (lemma; lower case), `particle` (a word that must stand with it: "off", "in", "place"; of a noun "singular", where only
its singular governs), `frame` (`Frame`), `modality` (`model.clauses.Modality`) and `factuality` that it gives ("own": those of its own
clause), `negated` (the factuality where the word itself is denied; empty: "own", or what `NEGATED` says), `example` with the predicate in
[brackets], `source`.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated

from memcon.model.annotated import Token
from memcon.model.clauses import Factuality, Modality
from memcon.registers.cells import BLANK, KEY, Reads
from memcon.registers.checks import lower, marked
from memcon.registers.tables import Table


class Frame(StrEnum):
    """Where the predicate stands to the word that governs it."""

    FORM = "form"  # the predicate's own form; the word is the name of the form
    AUX = "aux"  # the word is an auxiliary of the predicate: "may meet", "is to meet"
    TO = "to"  # it governs an infinitive: "plans to meet", "due to meet"
    ING = "ing"  # a gerund: "avoided meeting", "ruled out meeting", "accused of meeting"
    THAT = "that"  # a finite clause: "denied that they met", "unclear whether they met"
    LIGHT = "light"  # the predicate is its object, and the tense of the word counts: "held talks"
    OBJECT = "object"  # the predicate is what it acts on: "cancelled a visit", "a visit planned for May"
    SUBJECT = "subject"  # the predicate is its subject: "the visit took place", "the talks collapsed"
    PREDICATE = "predicate"  # the predicate is the subject, the word stands behind a copula: "the visit is off"
    NOUN = "noun"  # a noun that governs it: "plans for a visit", "rumours that they met"
    MODIFIER = "modifier"  # an adjective or participle before it: "a planned visit"
    ADVERB = "adverb"  # an adverb in its clause: "allegedly met"
    PREPOSITION = "preposition"  # a preposition before it: "amid talks", "without meeting"
    TIME = "time"  # a conjunction of time: "when they meet", of what is to come where the main clause is
    MARK = "mark"  # a conjunction that opens its clause: "if they meet"
    DENIAL = "denial"  # a word that denies the verb whose subject or object it is: "nobody met"
    HABIT = "habit"  # an adverb of what is done often: "usually meets"
    UNREAL = "unreal"  # a noun whose content did not happen: "a film in which they meet"


NEGATED = {
    Factuality.HAPPENED: Factuality.UNDONE,
    Factuality.UNDER_WAY: Factuality.UNDONE,
    Factuality.SCHEDULED: Factuality.UNDONE,
    Factuality.POSSIBLE: Factuality.POSSIBLE,
    Factuality.UNDONE: Factuality.POSSIBLE,
    Factuality.DENIED: Factuality.UNKNOWN,
    Factuality.UNKNOWN: Factuality.UNKNOWN,
}


OWN = "own"
SINGULAR = frozenset(["singular"])


def _unless_own(words: str) -> Factuality | None:
    if words == OWN:
        return None
    if words not in (known := [f.value for f in Factuality]):
        raise ValueError(f"no such factuality: {words!r}; one of {', '.join((OWN, *known))}")
    return Factuality(words)


@dataclass(frozen=True, slots=True)
class Governor:
    """One line of the table. `factuality` None: that of its own clause, which `negated` None then means too."""

    word: Annotated[str, Reads(lower), KEY]
    particle: Annotated[str, BLANK, KEY]
    frame: Annotated[Frame, KEY]
    modality: Modality
    factuality: Annotated[Factuality | None, Reads(_unless_own)]
    negated: Factuality | None
    example: Annotated[str, Reads(marked)]
    source: str

    @property
    def name(self) -> str:
        """The name of the rule: "to: plan", "object: call off"."""
        name = self.frame + ": " + self.word  # an f-string formats the member of the enum, which takes four times as long
        return name + " " + self.particle if self.particle else name

    @property
    def denied(self) -> Factuality | None:
        """What becomes of the predicate where the word itself is denied."""
        return self.negated or (NEGATED[self.factuality] if self.factuality else None)


GOVERNORS = Table("governors.csv", Governor)


def governors() -> tuple[Governor, ...]:
    """Every line of the table."""
    return GOVERNORS.rows


@cache
def _table() -> dict[Frame, dict[str, tuple[Governor, ...]]]:
    found: dict[Frame, dict[str, tuple[Governor, ...]]] = {frame: {} for frame in Frame}
    for rule in sorted(governors(), key=lambda rule: not rule.particle):
        known = found[rule.frame].get(rule.word, ())
        found[rule.frame][rule.word] = (*known, rule)
    return found


def governing(frame: Frame) -> dict[str, tuple[Governor, ...]]:
    """The words of one frame."""
    return _table()[frame]


@cache
def last_words(frame: Frame) -> frozenset[str]:
    """The last word of each entry of a frame ("vain" of "in vain"), by which a text that has none is told quickly."""
    return frozenset(word.rpartition(" ")[2] for word in governing(frame))


def governor_of(frame: Frame, word: str, with_it: frozenset[str] = frozenset()) -> Governor | None:
    """The rule of a word in a frame, given the particles, prepositions and bare objects that stand with it."""
    for rule in _table()[frame].get(word, ()):
        if not rule.particle or rule.particle in with_it:
            return rule
    return None


def noun_rule(noun: Token) -> Governor | None:
    """The rule of a noun that governs a clause or an event; "talk" of it is hearsay, "talks" are not."""
    return governor_of(Frame.NOUN, noun.lemma.lower(), SINGULAR if noun.tag == "NN" else frozenset())
