"""How well a phrase fits an occasion that was told before: may they be one, does anything tie them, how much speaks for it?

Comes in: a `Pair`. Goes out: its likeness, 0 where they cannot be one.
"""

from memcon.coding.engagements.objections import (
    days_and_places_agree,
    kinds_agree,
    met_beside_talks,
    sides_agree,
    statuses_agree,
)
from memcon.coding.engagements.occasion import given_up
from memcon.coding.engagements.pair import Pair
from memcon.coding.engagements.tied import FAR_BACK, tied
from memcon.model.kinds import MEETINGS, ORGANISED
from memcon.model.status import AHEAD, Status


def likeness(pair: Pair) -> float:
    """How well they fit; 0 where they cannot be one, or nothing makes them one."""
    two = pair.whole_and_stop or pair.another or pair.sitting or met_beside_talks(pair)
    if two or not days_and_places_agree(pair) or not statuses_agree(pair):
        return 0.0
    on_visit = _programme(pair)
    if not on_visit and not (kinds_agree(pair) and sides_agree(pair) and tied(pair)):
        return 0.0
    phrase, occasion = pair.phrase, pair.occasion
    near = max(0.0, 1.0 - (pair.sentence - occasion.last_sentence) / FAR_BACK)
    parts = (
        2.0,
        _number(pair),
        len(pair.shared),
        pair.same_day,
        pair.same_place,
        near * (4 if phrase.predicate else 1),
        1.0 * pair.called_so,
        0.5 * (phrase.kind == occasion.kind),
        0.1 * min(len(occasion.phrases), 8),
        1.5 * on_visit,
        -0.5 * (occasion.told.all_legs and not pair.same_place),
        -2.0 * given_up(phrase, occasion),
    )
    return max(0.1, sum(parts))


def _programme(pair: Pair) -> bool:
    """Is one the visit, the other meetings on it of which nothing is told but that they are to come ("in Oslo for talks")?"""
    phrase, kinds = pair.phrase, {pair.phrase.kind, pair.occasion.kind}
    if "visit" not in kinds or not kinds & (MEETINGS - ORGANISED) or (phrase.verdict.status or Status.PLANNED) not in AHEAD:
        return False
    others = {p.actor for p in phrase.arguments.parties if p.actor} - pair.occasion.actors.keys()
    unnamed = (phrase.plural or bool(others)) and others <= pair.said.nobody
    if not unnamed or pair.occasion.kind != "visit" or phrase.further or pair.occasion.status == Status.HELD:
        return False
    return pair.same_place or (not phrase.arguments.place and pair.sentence - pair.occasion.last_sentence <= 2)


def _number(pair: Pair) -> float:
    """ "The visits" are rather several than one. Talks have no singular."""
    if pair.phrase.kind == "talks":
        return 0.0
    many = 2 * pair.occasion.told.plurals > len(pair.occasion.phrases)
    return 1.0 if many == pair.phrase.plural else -1.0
