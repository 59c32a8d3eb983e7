"""What one side says was held and another denies: "The ministry denied that the two met in Oslo. According to Channel 10 they met there."

Comes in: a phrase and the occasions told before it. Goes out: the one that a denial of the report rules out and that the phrase, by the
word of somebody whom the report quotes, tells as held: it is one occasion, on which the accounts differ. Refuses one of other people, of
another country or of another day. So it is with a summit that was held, and of which the report goes on to tell that it was called off.
"""

from collections.abc import Sequence

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.traits import people
from memcon.model.kinds import EngagementKind, can_be_one
from memcon.model.resolved import Resolved
from memcon.model.status import DONE, Status


def denied_by_report(resolved: Resolved, phrase: Phrase, occasion: Occasion) -> bool:
    """Does somebody quoted tell as held what the report has denied in its own words?"""
    clause = resolved.clauses.around(phrase.token)
    quoted = clause is not None and clause.holder is not None
    return quoted and phrase.verdict.status in DONE and occasion.status == Status.RULED_OUT


def denied_already(resolved: Resolved, phrase: Phrase, occasions: Sequence[Occasion]) -> Occasion | None:
    """The occasion, denied in the report's own words, that somebody quoted tells as held."""
    mine = people(resolved.actors[p.actor] for p in phrase.arguments.people if p.actor)
    ruled_out = (o for o in occasions if denied_by_report(resolved, phrase, o) and can_be_one(phrase.kind, o.kind))
    return next((o for o in ruled_out if _of_the_same(phrase, o, mine)), None)


def broken_off(resolved: Resolved, phrase: Phrase, occasions: Sequence[Occasion]) -> Occasion | None:
    """ "A few hours later, the summit was called off": the only one of which a report tells, and tells that it was held, ended early."""
    a, own = resolved.annotated, phrase.arguments
    bare = not own.people and own.date is None and own.place is None
    bare = bare and all(t.dep in ("det", "punct") for t in a.children(phrase.token))
    off = phrase.definite and not phrase.verbal and phrase.verdict.status == Status.CANCELLED
    if not (bare and off and phrase.kind == EngagementKind.SUMMIT):
        return None
    summits = [o for o in occasions if o.kind == phrase.kind and o.status not in (None, Status.RULED_OUT)]
    one = summits[0] if len(summits) == 1 else None
    return one if one is not None and one.status == Status.HELD and one.strong and len(one.sides) > 1 else None


def _of_the_same(phrase: Phrase, occasion: Occasion, mine: dict[str, set[str]]) -> bool:
    theirs = occasion.sides
    if len(mine) < 2 or mine.keys() != theirs.keys():
        return False
    if any(mine[s] and theirs[s] and mine[s].isdisjoint(theirs[s]) for s in mine):
        return False
    here, there = phrase.arguments.place, occasion.place
    day, known = phrase.arguments.date, occasion.date
    if day is not None and known is not None and not day.date.can_be(known):
        return False
    return here is None or there is None or here.can_be(there)
