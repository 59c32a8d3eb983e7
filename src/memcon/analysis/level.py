"""At what level two sides met: that of the lower of both, by the offices that those present held then."""

from collections.abc import Iterable, Mapping
from typing import Literal

from memcon.model.record import Actor, Engagement, Tenure
from memcon.registers.offices import role_nouns
from memcon.registers.phrases import split

Level = Literal["leaders", "ministers", "officials", "states"]
LEVELS: tuple[Level, ...] = ("leaders", "ministers", "officials", "states")
RANKS: Mapping[str, Level] = {"head": "leaders", "deputy": "leaders", "minister": "ministers"}


def level(engagement: Engagement, actors: Mapping[str, Actor], left: str, right: str) -> Level:
    """The level of an engagement of two states; "states" where one of them has no person in it."""
    present = [actors[p.actor] for p in engagement.participants if p.actor in actors]
    return max((_highest(a for a in present if a.state == side) for side in (left, right)), key=LEVELS.index)


def level_of(one: Actor, other: Actor) -> Level:
    """The level of two persons who met: that of the lower."""
    return max((_highest([one]), _highest([other])), key=LEVELS.index)


def _highest(side: Iterable[Actor]) -> Level:
    found: list[Level] = [_of(role) for a in side if a.kind == "person" for role in a.roles if role.until is None]
    return min(found, key=LEVELS.index, default="states")


def _of(role: Tenure) -> Level:
    words = split(role.title.lower())
    ranks = [hit[1].rank for at in range(len(words)) if (hit := role_nouns().at(words, at))]
    if "vice" in words or "deputy" in words:
        return "ministers" if "head" in ranks else "officials"
    return RANKS.get(ranks[0], "officials") if ranks else "officials"
