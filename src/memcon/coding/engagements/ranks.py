"""How high the office is that a document gives somebody: "President Addo" 4, "Trade Minister Addo" 2, "spokesman" 1, no office 0.

Comes in: somebody of one document. Goes out: a number, by which the reports together tell who would be named first.
"""

from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.engagements import words
from memcon.registers.offices import Rank, noun_of

HEAD, DEPUTY, MINISTER, OTHER, NONE = 4, 3, 2, 1, 0
HEIGHT: dict[Rank, int] = {"head": HEAD, "deputy": DEPUTY, "minister": MINISTER, "counterpart": MINISTER, "relation": NONE}


def rank_of(actor: LocalActor) -> int:
    """The rank of the highest office that somebody holds."""
    return max((_height(role.title) for role in actor.roles if not role.past), default=NONE)


def leads(r: Resolved, i: int) -> bool:
    """Is he told as the one at the head of a delegation or mission: "the mission, led by Ada Ruiz"?"""
    a = r.annotated
    by = a.head(i)
    return by.lower == "by" and a.head(by.i).lemma in words("at_the_head")


def _height(title: str) -> int:
    """By the noun of the title: "Secretary to the President" is no head."""
    noun = noun_of(title)
    return OTHER if noun is None else HEIGHT.get(noun.rank, OTHER)
