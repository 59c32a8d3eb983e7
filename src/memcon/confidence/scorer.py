"""How surely a value is right: its grounds with their weights, added up, as a probability.

A value that a person decided is taken for right. What has no such value (no place, no link) has no probability.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from memcon.confidence.features import of_link, of_place, of_speaker, of_status
from memcon.confidence.grounds import Ground, Of, weights
from memcon.model.findings import Statement
from memcon.model.record import Actor, Engagement

DIGITS = 2
TOLD = 0.05  # what weighs less is not told to people
DECIDED = 1.0  # by a person
LEAST, MOST = 0.01, 0.99  # nothing that was only read is certain


@dataclass(frozen=True, slots=True)
class Confidence:
    """Of an engagement: the probability that each of these is right; None where it has none."""

    status: float
    place: float | None
    part_of: float | None
    rescheduled_as: float | None


def confidence(e: Engagement, actors: Mapping[str, Actor]) -> Confidence:
    """How sure the values of an engagement are. `actors`: those who take part, at least."""
    return Confidence(status(e, actors), place(e), part_of(e), rescheduled_as(e))


def status(e: Engagement, actors: Mapping[str, Actor]) -> float:
    """That there is such an engagement, and that it has this status."""
    return DECIDED if "status" in e.corrected else probability(Of.STATUS, of_status(e, actors))


def place(e: Engagement) -> float | None:
    """That it is the place, the engagement being right."""
    if e.place is None:
        return None
    return DECIDED if "place" in e.corrected else probability(Of.PLACE, of_place(e))


def part_of(e: Engagement) -> float | None:
    """That it is a part of that other, both being right."""
    return None if e.part_of is None else probability(Of.LINK, of_link(e, successor=False))


def rescheduled_as(e: Engagement) -> float | None:
    """That it was put off to that other, both being right."""
    return None if e.rescheduled_as is None else probability(Of.LINK, of_link(e, successor=True))


def speaker(s: Statement) -> float:
    """That somebody says this, and that it is he."""
    return DECIDED if "speaker" in s.corrected else probability(Of.SPEAKER, of_speaker(s))


def probability(of: Of, grounds: Mapping[Ground, float]) -> float:
    """The probability that some grounds give together: two digits, the same on every machine."""
    each = weights(of)
    odds = each[Ground.BASE] + sum(each[g] * value for g, value in sorted(grounds.items()) if g in each)
    return min(MOST, max(LEAST, round(1 / (1 + exp(-odds)), DIGITS)))


def reasons(of: Of, grounds: Mapping[Ground, float]) -> tuple[list[Ground], list[Ground]]:
    """What speaks for a value, and what against it, the weightiest first."""
    each = weights(of)
    found = {g: told for g, value in grounds.items() if abs(told := each.get(g, 0.0) * value) >= TOLD}
    ordered = sorted(found, key=lambda g: (-abs(found[g]), g))
    return [g for g in ordered if found[g] > 0], [g for g in ordered if found[g] < 0]
