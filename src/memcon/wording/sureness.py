"""How sure a value is, in words for people: the figure, what it means, and on what it rests.

Comes in: an engagement or a statement of the record. Goes out: `Sure`s.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.confidence import features, scorer
from memcon.confidence.grounds import Ground, Of
from memcon.model.findings import Statement
from memcon.model.record import Actor, Engagement

LINKS = "in news fewer, in official papers more: nothing here tells which"  # 7 of 12 and 28 of 30, docs/confidence.md
MOST = 4  # grounds that are told on either side


@dataclass(frozen=True, slots=True)
class Sure:
    """One figure. `of`: what it is of; `rests_on`: what speaks for it and against."""

    of: str
    probability: float
    rests_on: str

    @property
    def figure(self) -> str:
        return f"{self.probability:.2f}"

    @property
    def means(self) -> str:
        """of 100 such about 84 were right on annotated texts"""
        if self.probability >= scorer.DECIDED:
            return "a person decided it"
        return f"of 100 such about {round(100 * self.probability)} were right on annotated texts"


def of_engagement(e: Engagement, actors: Mapping[str, Actor]) -> list[Sure]:
    """Its status, its place, its links: those that it has."""
    sure = scorer.confidence(e, actors)
    made = [_sure("status", sure.status, Of.STATUS, features.of_status(e, actors))]
    if sure.place is not None:
        made.append(_sure("place", sure.place, Of.PLACE, features.of_place(e)))
    if sure.part_of is not None:
        made.append(_sure("part of", sure.part_of, Of.LINK, features.of_link(e, successor=False)))
    if sure.rescheduled_as is not None:
        made.append(_sure("rescheduled as", sure.rescheduled_as, Of.LINK, features.of_link(e, successor=True)))
    return made


def of_speaker(s: Statement) -> Sure:
    return _sure("speaker", scorer.speaker(s), Of.SPEAKER, features.of_speaker(s))


def _sure(of: str, probability: float, kind: Of, grounds: Mapping[Ground, float]) -> Sure:
    if probability >= scorer.DECIDED:
        return Sure(of, probability, "")
    speaks_for, against = scorer.reasons(kind, {g: value for g, value in grounds.items() if g is not Ground.BASE})
    told = [
        f"{side}: {', '.join(g.value for g in some[:MOST])}"
        for side, some in (("for it", speaks_for), ("against", against))
        if some
    ]
    return Sure(of, probability, "; ".join([LINKS] if kind is Of.LINK else told))
