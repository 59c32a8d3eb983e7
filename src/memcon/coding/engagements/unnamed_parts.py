"""What is told of a summit without anybody's name: "A few hours later the summit broke up. The signing ceremony was cancelled."

Comes in: a resolved document and its occasions. Goes out: the gathering that such a ceremony, meal or press conference is part of: the one
summit or conference that is told within a few sentences of it; of what was called off, else the one meeting or visit of two sides there.
What was called off has the place and the days of the gathering then, and a ceremony or a meal its people. Refused: what names anybody, or
a place or a day of its own that does not agree; what was held at a gathering that was not; several gatherings of which it can be part.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.engagements.occasion import Occasion
from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import FOR_THE_PRESS, MEETINGS, ORGANISED, EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import AHEAD, DONE, UNDONE
from memcon.registers.engagements import words

NEAR = 3  # sentences between the two
OF_ITS_OWN = frozenset(("for", "of", "to", "with"))  # "a ceremony for the dead", "the ceremony of handing over"
SHARED = frozenset((EngagementKind.CEREMONY, EngagementKind.DINNER))
OF_TWO = MEETINGS | {EngagementKind.VISIT}
SIDES = 3  # of more, nobody can say who signed


def unnamed_whole(r: Resolved, part: Occasion, occasions: Sequence[Occasion]) -> Occasion | None:
    """The gathering that it is part of, where nobody and nothing of its own is told of it."""
    if not nobody_named(r, part) or part.generic:
        return None
    near = [o for o in occasions if o is not part and _near(r, part, o) and _can_hold(part, o)]
    gatherings = [o for o in near if o.kind in ORGANISED]
    of_two = [o for o in near if o.kind in OF_TWO and len(o.sides) > 1 and not nobody_named(r, o)]
    found = gatherings or (of_two if part.status in UNDONE else [])  # what was held then can have been held by others
    return found[0] if len(found) == 1 else None


def nobody_named(r: Resolved, part: Occasion) -> bool:
    """Is it a ceremony, a meal or a press conference that is told by its noun alone?"""
    tokens = r.annotated.tokens
    meal = all(not p.verbal and tokens[p.token].lemma.lower() in words("meals") for p in part.phrases)
    kind = part.kind in SHARED or part.kind in FOR_THE_PRESS or meal
    if any(_of_its_own(r, p.token) for p in part.phrases):
        return False
    return kind and not part.actors and not any(p.arguments.people or p.verbal for p in part.phrases)


def _of_its_own(r: Resolved, i: int) -> bool:
    """Do the words behind the noun tell whose or what for it is: other than the paper that two sign?"""
    a = r.annotated
    links = [t for t in a.children(i) if t.i > i and (t.lower in OF_ITS_OWN or t.dep in ("acl", "relcl"))]
    inner = [a.child(t.i, "pobj") for t in links]
    return any(x is None or x.lemma.lower() not in words("papers") for x in inner)


def as_at_the_whole(r: Resolved, part: Occasion, whole: Occasion) -> None:
    """Give what was called off the place and the days of the gathering, and who came to that; of what is only to come, who will be
    there is not told."""
    if part.status not in UNDONE:
        return
    part.place = part.place or whole.place
    if part.kind is EngagementKind.MEETING:
        part.kind = EngagementKind.DINNER  # "the meal left untouched": a meal beside the talks, and not the talks
    days = whole.date
    if part.date is None and days is not None and days.bounded and not days.presumed:
        part.date = replace(
            days, basis=Basis(BasisKind.INFERRED, reason="on the days of what it is part of", of=days.basis)
        )
    organised = any(p.part == "organiser" for phrase in whole.phrases for p in phrase.arguments.parties)
    if part.kind in FOR_THE_PRESS or organised or not 1 < len(whole.sides) <= SIDES:
        return
    part.inherited = (*whole.inherited, *(p for phrase in whole.phrases for p in phrase.arguments.people if p.actor))


def _near(r: Resolved, part: Occasion, whole: Occasion) -> bool:
    sentences = [[r.annotated.sentence_of(p.token).index for p in o.phrases] for o in (part, whole)]
    return any(abs(a - b) <= NEAR for a in sentences[0] for b in sentences[1])


def _can_hold(part: Occasion, whole: Occasion) -> bool:
    if part.place is not None and (whole.place is None or not part.place.can_be(whole.place)):
        return False
    if part.date is not None and (whole.date is None or not part.date.can_be(whole.date)):
        return False
    if part.status in DONE:
        return whole.status in DONE
    return part.status is None or part.status in UNDONE or part.status in AHEAD
