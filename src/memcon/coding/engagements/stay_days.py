"""The days of a visit, by what is told of its beginning, its end and its programme; and of what is part of a summit.

Comes in: an occasion that is a visit, a phrase of a visit, or the occasions that are part of it. Goes out: whether two days are those
of one stay ("arrived on Monday", "ended her visit today"), the days from the one to the other, and for a visit of which no day is told
the days of its programme; for a meeting at a summit those of the summit.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.status import DONE

STAY = timedelta(days=7)  # from the arrival to the end of a visit


def one_stay(phrase: Phrase, known: Occasion) -> bool:
    """Can both be of one visit, though on two days: of the same traveller in the same place within a week, and both made?"""
    if phrase.kind is not EngagementKind.VISIT or known.kind is not EngagementKind.VISIT or phrase.further:
        return False
    if phrase.verdict.status not in DONE or known.status not in DONE or phrase.plural:
        return False
    mine, theirs = phrase.arguments, known.actors.keys()
    here, there = mine.place, known.place
    if here is None or there is None or not here.can_be(there) or not theirs & {p.actor for p in mine.people if p.actor}:
        return False
    return mine.date is not None and known.date is not None and _within_a_stay(mine.date.date, known.date)


def _within_a_stay(a: DateRange, b: DateRange) -> bool:
    if not (a.exact and b.exact) or a.earliest is None or b.earliest is None or a.presumed or b.presumed:
        return False
    return abs(a.earliest - b.earliest) <= STAY


def days_of_programme(visit: Occasion, parts: Iterable[Occasion]) -> DateRange | None:
    """The days from the first to the last of what is part of a visit, none of which says when it is."""
    days = [p.date for p in parts if p.date is not None and p.date.bounded and not p.date.presumed and _alike(p, visit)]
    if visit.date is not None or not days:
        return None
    first = min(d.earliest for d in days if d.earliest is not None)
    last = max(d.latest for d in days if d.latest is not None)
    if last - first > STAY and any(not d.exact for d in days):
        return None
    basis = Basis(BasisKind.STAY, reason="on the days of what is part of it", of=days[0].basis)
    return DateRange(first, last, None, basis)


def days_of_whole(part: Occasion, whole: Occasion) -> DateRange | None:
    """The days of the summit at which two met ("met at the summit last month"), where their own are not told."""
    days = whole.date
    if part.date is not None or whole.kind not in ORGANISED or days is None or not days.bounded or days.presumed:
        return None
    basis = Basis(BasisKind.INFERRED, reason="on the days of what it is part of", of=days.basis)
    return replace(days, basis=basis) if whole.status is None or _alike(part, whole) else None


def _alike(part: Occasion, visit: Occasion) -> bool:
    """Are both made, or both to come?"""
    return part.status is not None and visit.status is not None and (part.status in DONE) == (visit.status in DONE)
