"""A visit that is only spoken of, by somebody who was received there: "Mr. Paz was received in Lima. His visit marks an anniversary".

Comes in: the occasions of a document, and the places of those whose host is at home. Goes out: the visits, of which no words tell whether
they are made, as made, on the day and in the place in which the report puts their traveller. Refuses a visit to another state or on other
days than the meeting, and one that is called possible, planned or off.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.dates import DateRange
from memcon.model.kinds import IN_PERSON, EngagementKind
from memcon.model.resolved import Place
from memcon.model.status import Status

MADE = Verdict(Status.HELD, Rule.OCCASION, "received there")


def with_made_visits(
    occasions: Sequence[Occasion], by_host: Mapping[int, Place], days_of: Callable[[Occasion], DateRange | None]
) -> None:
    """Set what is told of the visits on which somebody was received. `days_of`: the days of a meeting of which no words tell the day."""
    for visit in occasions:
        if visit.kind is not EngagementKind.VISIT or visit.status is not None or not all(map(_spoken_of, visit.phrases)):
            continue
        where = (
            (o, o.place or by_host.get(o.number)) for o in occasions if o.kind in IN_PERSON and o.status is Status.HELD
        )
        found = next(((o, place) for o, place in where if place is not None and _on_it(visit, o, place)), None)
        if found is not None:
            _made(visit, found[1], found[0].date or days_of(found[0]))


def _spoken_of(phrase: Phrase) -> bool:
    """ "His visit", "the visit of X": of one, of which the sentence does not say what became of it."""
    silent = phrase.verdict.status is None and not phrase.verdict.barred
    return silent and phrase.definite and not phrase.verbal and not phrase.plural and not phrase.generic


def _on_it(visit: Occasion, meeting: Occasion, place: Place) -> bool:
    """Was its one traveller met in the state to which it goes, on its days?"""
    travellers = [a for a in visit.actors.values() if a.kind == "person" and a.named]
    if meeting.kind is EngagementKind.VISIT or len(travellers) != 1 or travellers[0].key not in meeting.actors:
        return False
    home = travellers[0].state
    abroad = home is not None and place.country not in (None, home)
    there = visit.place is None or visit.place.can_be(place)
    return abroad and there and (visit.date is None or meeting.date is None or visit.date.can_be(meeting.date))


def _made(visit: Occasion, place: Place, days: DateRange | None) -> None:
    visit.phrases = [replace(p, verdict=MADE) for p in visit.phrases]
    visit.status, visit.told.outright[Status.HELD] = Status.HELD, None
    visit.place = visit.place or place
    if visit.date is None and days is not None and days.bounded:
        visit.date = days
