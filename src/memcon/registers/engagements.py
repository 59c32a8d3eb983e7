"""The nouns and verbs that name an engagement, and the words that give it a status. The tables are in `data/`.

What a noun or verb `needs` before it counts: `company` (somebody it is with), `phone` (a word that tells it from other
calls), `plural`, `diplomatic` (an adjective of diplomacy), `travel` (a place it goes to), `speech` (somebody who speaks or
is spoken to), `person`, `caller` (a person called to be told something), `place`, `destination`, `arrival`, `departure`,
`origin`, `presence` (a place abroad and a time), `trip`, `audience`, `invitation`, `behind` (those met stand behind the particle:
"called on"), `sight` (an office-holder who is seen), `summons` (an envoy), `views` (an exchange of them), `topic` (a talk about
something with somebody), `signing`, `credentials`, `farewell`, `joint` (a commission of two), `attended` (somebody is there).

Frames of a status cue: `object` (the cue acts on the engagement), `complement` (on a clause that tells of it), `light`
(the engagement is the object and the verb's own tense counts), `subject` (the engagement is the subject, and likewise),
`modifier`, `noun` (a noun that governs it), `predicate`, `adverb`.
"""

import csv
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from memcon.model.kinds import EngagementKind
from memcon.model.status import Status

Frame = Literal["object", "complement", "light", "subject", "modifier", "noun", "infinitive", "predicate", "adverb"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A noun or verb that names an engagement."""

    lemma: str
    kind: EngagementKind
    needs: str
    example: str
    source: str
    particle: str = ""
    status: Status | None = None  # what the verb itself says of the engagement ("invite", "snub")


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that gives an engagement a status; `own` stands for the status that the verb's own tense gives."""

    cue: str
    particle: str
    frame: Frame
    status: Status | Literal["own"]
    example: str
    source: str


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a table in `data/`."""
    with (files("memcon.registers") / "data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def nouns() -> dict[str, Trigger]:
    return {
        r["lemma"]: Trigger(r["lemma"], EngagementKind(r["kind"]), r["needs"], r["example"], r["source"])
        for r in rows("engagement_nouns.csv")
    }


@cache
def all_verbs() -> tuple[Trigger, ...]:
    """Every line of the verbs, in the order of the table."""
    return tuple(
        Trigger(
            lemma=r["lemma"],
            kind=EngagementKind(r["kind"]),
            needs=r["needs"],
            example=r["example"],
            source=r["source"],
            particle=r["particle"],
            status=Status(r["status"]) if r["status"] else None,
        )
        for r in rows("engagement_verbs.csv")
    )


@cache
def verbs() -> dict[str, tuple[Trigger, ...]]:
    """Lemma -> its lines, first those that ask for a particle."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for trigger in sorted(all_verbs(), key=lambda t: not t.particle):
        found[trigger.lemma] = (*found.get(trigger.lemma, ()), trigger)
    return found


def verb_at(lemma: str, particles: Collection[str] = ()) -> Trigger | None:
    """The line of a verb with the particles and prepositions that stand with it."""
    return next((t for t in verbs().get(lemma, ()) if not t.particle or t.particle in particles), None)


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `data/engagement_words.toml`."""
    return frozenset(word_lists()[name]["words"])


@cache
def word_lists() -> dict[str, dict[str, Any]]:
    """Every word list with its use, example and source."""
    with (files("memcon.registers") / "data" / "engagement_words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def status_cues() -> tuple[StatusCue, ...]:
    return tuple(
        StatusCue(r["cue"], r["particle"], cast(Frame, r["frame"]), _given(r["status"]), r["example"], r["source"])
        for r in rows("status_cues.csv")
    )


def _given(status: str) -> Status | Literal["own"]:
    return "own" if status == "own" else Status(status)


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
