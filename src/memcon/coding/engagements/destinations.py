"""A journey to several states is several visits: "travels to Japan and Korea, and then to Fiji".

Comes in: the phrases of a document. Goes out: the same, with one more phrase for each further state that a visit goes to. Each
is a part of its own (the words that cite it are the name of the place), with the traveller, the status and, as far as the
sentence gives it, the time of the journey. A visit has no host but the state that it goes to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.days_in_turn import days_in_turn
from memcon.coding.engagements.itineraries import Itinerary, Stop, itinerary
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.status import verdict_at
from memcon.coding.engagements.undoing import of_inviting, of_undoing
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.clauses import Tense
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import words

ON_THE_WAY = Verdict(Status.PLANNED, Rule.SCHEDULED, "he was on the way there", weak=True)


def by_destination(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, a visit to several states taken apart."""
    before: Phrase | None = None
    for phrase in phrases:
        if phrase.kind != EngagementKind.VISIT or phrase.titled:
            yield phrase
            continue
        if _at_home(r, phrase):
            continue
        visits = list(_visits(r, _in_turn(r, _of_who_travels(phrase, before), before)))
        yield from visits
        before = visits[-1]


def _visits(r: Resolved, phrase: Phrase) -> Iterator[Phrase]:
    """The visits of one journey: its own phrase for the first state, and one for each further."""
    told = itinerary(r, phrase.token, phrase.arguments.place)
    stops = _one_in_each_state(r, phrase, told.stops)
    if not stops:
        yield _hosted(r, phrase, phrase.arguments.place)
        return
    verdict = _verdict(r, phrase, told)
    phrase = _to_go_on(r, phrase) if verdict.status in AHEAD and phrase.verdict.status in DONE else phrase
    times = _times(stops, phrase, r)
    own = phrase.arguments.place
    place = own if own is not None and own.country is not None else stops[0].place.place
    phrase = replace(phrase, verdict=verdict)
    if verdict.status == Status.INVITED:
        times = [None if of_inviting(r, time) else time for time in times]
    yield _hosted(r, phrase, place, times[0])
    for stop, time in zip(stops[1:], times[1:], strict=True):
        leg = replace(phrase, first=stop.place.first, last=stop.place.last, leg=True, stop=False)
        if stop.ahead and phrase.verdict.status in DONE:
            leg = replace(leg, verdict=ON_THE_WAY)
        yield _hosted(r, leg, stop.place.place, time)


def _to_go_on(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase of a journey that has begun, for its stops to come: none is before the day on which it had."""
    begun = phrase.arguments.date
    later = _after(r, phrase, begun, ahead=True) if begun is not None else None
    return replace(phrase, arguments=replace(phrase.arguments, date=later))


def _one_in_each_state(r: Resolved, phrase: Phrase, stops: Sequence[Stop]) -> list[Stop]:
    """The first stop in each state, in the order of the text; none at home, unless the journey begins there."""
    home = {r.actors[p.actor].state for p in phrase.arguments.subjects if p.actor}
    found: dict[str, Stop] = {}
    for stop in stops:
        country = stop.place.place.country
        if country is not None and (country not in home or (not found and phrase.arguments.place is not None)):
            found.setdefault(country, stop)
    return list(found.values())


def _verdict(r: Resolved, phrase: Phrase, told: Itinerary) -> Verdict:
    """The status that the verb gives which tells the stops, where it says that they were made, or the journey's word says nothing."""
    if told.told is None:
        return phrase.verdict
    verb, clause = verdict_at(r, told.told), r.clauses.at(told.told)
    begun = phrase.verdict.status in DONE
    if begun and verb.status in AHEAD and clause is not None and clause.tense is Tense.FUTURE:
        return verb  # "arrived on the first leg of a tour that will take her to"
    made = verb.status in DONE and not verb.weak and not verb.habit
    return verb if made or (phrase.verdict.status is None and verb.status is not None) else phrase.verdict


def _hosted(r: Resolved, phrase: Phrase, place: Place | None, time: Time | None = None) -> Phrase:
    """The phrase at that place and time, with no host but the state of the place."""
    arguments = phrase.arguments
    if place is not None and place.country is not None:
        arguments = _without_hosts(r, arguments, place.country)
    return replace(phrase, arguments=replace(arguments, place=place, date=time or arguments.date))


def _without_hosts(r: Resolved, arguments: Arguments, country: str) -> Arguments:
    def stays(actor: str | None) -> bool:
        return actor is None or r.actors[actor].kind != "state" or r.actors[actor].state == country

    return replace(arguments, beside=tuple(p for p in arguments.beside if p.part != "host" or stays(p.actor)))


def _times(stops: Sequence[Stop], phrase: Phrase, r: Resolved) -> list[Time | None]:
    """When each stop is. One time behind them all is that of them all, as is one elsewhere in the clause; where several have
    their own, a stop without one shares the next ("Oslo and Bergen on Monday"), or is after the last."""
    journey = phrase.arguments.date
    own = [None if stop.time is None or of_undoing(r, phrase.token, stop.time) else stop.time for stop in stops]
    # "ends his visit to Oslo today": read off the same words, the journey has its days, from the report to its end
    own = [journey if time is not None and journey is not None and time.first == journey.first else time for time in own]
    known = [time for time in own if time is not None]
    whole = known[0] if len(known) == 1 and own[-1] is not None else journey if not known else None
    until_its_end = whole is not None and whole.date.basis.kind is BasisKind.STAY
    if whole is not None and not until_its_end and (each := days_in_turn(r, whole, len(stops))):
        return list(each)
    beside = journey is not None and any(time.first == journey.first for time in known)
    if not known or len(stops) == 1:
        return [journey or time for time in own]
    if len(known) == 1 and (own[-1] is not None or not known[0].date.exact):
        shared = journey if journey is not None and not beside else known[0]
        return [shared if time is None else time for time in own] if shared is journey else [shared] * len(own)
    found: list[Time | None] = []
    for n, stop in enumerate(stops):
        following = next((t for t in own[n:] if t is not None), None)
        found.append(following or _after(r, phrase, known[-1], stop.ahead))
    return found


def _after(r: Resolved, phrase: Phrase, time: Time, ahead: bool = False) -> Time | None:
    """No earlier than that time."""
    earliest, published = time.date.latest, r.annotated.document.published.latest
    if earliest is None:
        return None
    made = phrase.verdict.status in DONE and not ahead
    latest = published if made and published and published >= earliest else None
    basis = Basis(BasisKind.CONTEXT, reason="after another stop of the journey", of=time.date.basis)
    return replace(time, date=DateRange(earliest, latest, None, basis))


def _at_home(r: Resolved, phrase: Phrase) -> bool:
    """Do all who travel stay in the state that they act for? Such a visit is its own business, and no engagement of diplomacy.

    Of whom a visit to a state is told, or an official one, it is rather his state that was taken wrongly.
    """
    place = phrase.arguments.place
    travellers = [r.actors[p.actor] for p in phrase.arguments.subjects if p.actor]
    if place is None or place.country is None or place.is_country or len(travellers) != len(phrase.arguments.subjects):
        return False
    before = {t.lower for t in r.annotated.tokens[phrase.first : phrase.token]}
    official = bool(before & words("diplomatic")) and not phrase.verbal
    return bool(travellers) and not official and all(t.kind == "person" and t.state == place.country for t in travellers)


def _of_who_travels(phrase: Phrase, before: Phrase | None) -> Phrase:
    """ "The trip will end in Manila": of whom the journey was told before."""
    arguments = phrase.arguments
    if before is None or arguments.subjects or not phrase.definite or phrase.verbal or arguments.place is None:
        return phrase
    return replace(phrase, arguments=replace(arguments, subjects=before.arguments.subjects))


def _in_turn(r: Resolved, phrase: Phrase, before: Phrase | None) -> Phrase:
    """ "Visits Lima on Monday before heading to Quito", "and then flies to": no earlier than the stop told before it."""
    tokens, i = r.annotated.tokens, phrase.token
    time = before.arguments.date if before is not None else None
    if before is None or time is None or phrase.arguments.date is not None or not time.date.exact:
        return phrase
    linked = any(t.lower in ("before", "then") for t in tokens[max(i - 2, 0) : i])
    if not linked or tokens[before.token].sentence != tokens[i].sentence:
        return phrase
    return replace(phrase, arguments=replace(phrase.arguments, date=_after(r, phrase, time)))
