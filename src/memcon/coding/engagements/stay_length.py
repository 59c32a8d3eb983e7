"""The days of a visit or sitting of which its length and one end are told: "a four-day visit from Sunday", "ended three days of talks".

Comes in: a resolved document and an occasion that is a visit, or talks, a conference, a summit, with the days told so far. Goes out: its
days from the first to the last; None where no length is told, or not whether the day is the first or the last. Refused: lengths in
hours, weeks on end, and days to come of what is said to be over.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from memcon.coding.engagements.leaving import left_after, place_left
from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.sittings import SITTINGS, holders
from memcon.coding.engagements.stay_bounds import days_long
from memcon.model.annotated import Token
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import verb_at, words

COMING = frozenset(("arrival", "reached", "destination", "departure"))


def days_of_length(r: Resolved, visit: Occasion) -> DateRange | None:
    """The days of the visit by its length."""
    day = visit.date
    sits = visit.kind in SITTINGS
    if not (sits or visit.kind is EngagementKind.VISIT) or day is None or day.presumed or day.earliest is None:
        return None
    lengths = {n for p in visit.phrases if not p.verbal for n in _lengths(r, p.token)}
    if len(lengths) != 1 or not (day.exact or (day.latest is None and not sits)):
        return None
    rest = timedelta(days=lengths.pop() - 1)
    if sits:
        first_told, last_told = visit.told.opened, visit.told.closed
    else:
        first_told = day.latest is None or any(_opens(r, p) for p in visit.phrases)
        last_told = day.latest is not None and any(_closes(r, p) for p in visit.phrases)
    if first_told == last_told:
        return None
    first, last = (day.earliest, day.earliest + rest) if first_told else (day.earliest - rest, day.earliest)
    published = r.annotated.document.published.latest
    if visit.status is Status.HELD and (published is None or last > published):
        return None
    return _from_to(first, last, day)


def _from_to(first: date, last: date, day: DateRange) -> DateRange:
    basis = Basis(BasisKind.CONTEXT, reason="as many days as its length tells", of=day.basis)
    return DateRange(first, last, f"{first.isoformat()}/{last.isoformat()}", basis)


def _lengths(r: Resolved, i: int) -> Iterator[int]:
    """Three of "a three-day visit", "three days of talks", "a three-day round of talks"."""
    a = r.annotated
    stand = holders(a, i)
    before = [x for t in stand for child in a.children(t.i) if child.i < t.i for x in a.subtree(child.i)]
    for t in (*before, *stand[1:]):
        days = days_long(r.time_at(t.i))
        if days is not None and days > 1:
            yield days


def _over(r: Resolved, phrase: Phrase) -> Token:
    """The verb that tells of it: "began a visit", "arrived for a visit"."""
    a, over = r.annotated, r.annotated.head(phrase.token)
    return a.head(over.i) if over.pos == "ADP" else over


def _opens(r: Resolved, phrase: Phrase) -> bool:
    """Is its day the first: of who begins it, or comes for it?"""
    if not phrase.verbal and left_after(r.annotated, phrase.token) is not None:
        return False
    verb = r.annotated.tokens[phrase.token] if phrase.verbal else _over(r, phrase)
    beside = particles(r.annotated, verb.i)
    if verb.pos != "VERB" or "on" in beside:  # "travels on to Rio": on a visit that has begun
        return False
    trigger = verb_at(verb.lemma, beside)
    comes = trigger is not None and trigger.kind is EngagementKind.VISIT and trigger.needs in COMING
    left = place_left(r, verb)
    away = left is not None and phrase.arguments.place is not None and left.place.can_be(phrase.arguments.place)
    return (comes and not away) or verb.lemma in words("beginning")


def _closes(r: Resolved, phrase: Phrase) -> bool:
    """Is its day the last: of who ends it, or leaves after it?"""
    if phrase.verbal:
        left = place_left(r, r.annotated.tokens[phrase.token])
        return left is not None and phrase.arguments.place is not None and left.place.can_be(phrase.arguments.place)
    return left_after(r.annotated, phrase.token) is not None or _over(r, phrase).lemma in words("ending_a_visit")
