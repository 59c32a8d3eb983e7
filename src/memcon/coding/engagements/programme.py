"""What a report says once of a journey or a day holds for what is told under it: the programme of a visit.

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same phrases, with the place, the days and
the traveller that their own clause leaves out, taken from the journey told before ("While there, the minister will see ..."),
from the setting that opens the sentence ("In Vienna, ..."), from the heading above ("Tuesday") or from the dateline.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.captions import of_caption
from memcon.coding.engagements.dateline_places import here_of
from memcon.coding.engagements.diary import of_item
from memcon.coding.engagements.distributive import by_company
from memcon.coding.engagements.other_side import sides_of
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase, before_coming, brought_about
from memcon.coding.engagements.places_above import places_above, under_place
from memcon.coding.engagements.ties import goes_on, joined_to, opens
from memcon.coding.engagements.verdict import Rule
from memcon.model.dates import Basis, BasisKind, DateRange, Reference
from memcon.model.kinds import IN_PERSON, ORGANISED, TWO_SIDED, EngagementKind
from memcon.model.resolved import Place, Resolved, SettingKind, Time
from memcon.model.status import AHEAD, DONE, Status

PROGRAMME = IN_PERSON - {EngagementKind.VISIT} | {EngagementKind.CEREMONY, EngagementKind.CONFERENCE, EngagementKind.SPEECH}
FIRST_WORDS = 4  # tokens; a setting opens its sentence
BELOW = 3  # paragraphs below what is told of a journey, within which somebody's meetings are on it though no words say when
JOURNEY_DAYS = timedelta(days=7)  # who arrives on a day is there in the week from it


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody's way to a place, as the last phrase on it tells."""

    travellers: tuple[Party, ...]
    place: Place
    time: Time | None
    days: DateRange | None
    status: Status | None
    paragraph: int  # the last in which something of it is told
    sentence: int
    named: bool  # by a noun: "his visit on Thursday" is on that day, "he arrived on Thursday" from that day
    token: int  # of the word for it, which the stops of one journey share

    @property
    def keys(self) -> set[str]:
        return {p.actor for p in self.travellers if p.actor}


def with_programme(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, each with what the journey, the setting, the heading or the dateline gives it."""
    journeys: list[Journey] = []
    told: list[Phrase] = []
    above = places_above(r)
    for phrase in phrases:
        phrase = under_place(r, of_caption(r, of_item(r, phrase)), above)
        if phrase.titled:
            told.append(phrase)
            yield phrase
            continue
        if phrase.kind == EngagementKind.VISIT:
            phrase = here_of(r, phrase)
            if (journey := _journey(r, phrase)) is not None:
                journeys.append(_told_again(journey, journeys))
            yield phrase
            continue
        nobody_before = not any(p.token < phrase.token for p in phrase.arguments.parties)
        if phrase.kind in PROGRAMME:
            phrase = here_of(r, joined_to(r, _in_setting(r, phrase), told))
            stops = _stops_for(r, phrase, journeys, told)
            host = stops[-1] if stops else None
            phrase = goes_on(r, phrase, told) if host is None or host.days is None or not host.days.exact else phrase
            if host is not None and len(stops) == 1:
                phrase = _on_journey(r, phrase, host)
            elif host is not None and all(stop.days == host.days for stop in stops):
                phrase = replace(_on_journey(r, phrase, host), arguments=_without_place(r, phrase, host))
            journeys = [replace(j, paragraph=_where(r, phrase.token)[0]) if j in stops else j for j in journeys]
        for one in by_company(r, [phrase]) if nobody_before else [phrase]:
            told.append(one)
            yield one


def _where(r: Resolved, i: int) -> tuple[int, int]:
    sentence = r.annotated.sentence_of(i)
    return sentence.paragraph, sentence.index


def _journey(r: Resolved, phrase: Phrase) -> Journey | None:
    place, time = phrase.arguments.place, phrase.arguments.date
    travellers = tuple(p for p in phrase.arguments.people if p.actor)
    if place is None or not travellers:
        return None
    paragraph, sentence = _where(r, phrase.token)
    time = _from_arrival(r, phrase, time)
    days, status, named = time.date if time else None, phrase.verdict.status, not phrase.verbal
    return Journey(travellers, place, time, days, status, paragraph, sentence, named, phrase.token)


def _from_arrival(r: Resolved, phrase: Phrase, time: Time | None) -> Time | None:
    """ "Arrived on Monday for a visit": what was done on it was done from that day on, up to the report."""
    first, now = time.date.earliest if time is not None else None, r.annotated.document.published
    arrives = phrase.same_as is not None and not phrase.verbal
    held = phrase.verdict.status is Status.HELD and arrives
    if time is None or first is None or not time.date.exact or not held or now.latest is None or now.latest < first:
        return time
    basis = Basis(BasisKind.STAY, reason="from the day of the arrival on", of=time.date.basis)
    return replace(time, date=DateRange(first, min(first + JOURNEY_DAYS, now.latest), None, basis))


def _told_again(journey: Journey, before: Sequence[Journey]) -> Journey:
    """ "The visit to Chile is at the invitation of": on the days of the journey to that place that was told before."""
    if journey.time is not None:
        return journey
    same = (j for j in reversed(before) if j.keys & journey.keys and j.place.country == journey.place.country)
    last = next(same, None)
    if last is None or last.time is None or journey.status not in (None, last.status):
        return journey
    return replace(journey, time=last.time, days=last.days, status=last.status)


def _without_place(r: Resolved, phrase: Phrase, journey: Journey) -> Arguments:
    """What a journey of several stops gives where nothing tells the stop."""
    return replace(_on_journey(r, phrase, journey).arguments, place=phrase.arguments.place)


def _stops_for(r: Resolved, phrase: Phrase, journeys: Sequence[Journey], told: Sequence[Phrase]) -> list[Journey]:
    """The stops of the last journey that it can be part of: the one where its people are at home, or where what it is added to
    was ("He will also meet"), where there is one, else all."""
    fitting = [j for j in reversed(journeys) if _belongs(r, phrase, j)]
    told_of = (j for j in fitting if j.status is not None)  # before one of which nothing says that it was made
    last = (next(told_of, None) if phrase.verdict.status in DONE else None) or next(iter(fitting), None)
    stops = [j for j in journeys if last is not None and j.token == last.token and _belongs(r, phrase, j)]
    at_home = {r.actors[p.actor].state for p in phrase.arguments.people if p.actor and last and p.actor not in last.keys}
    here = phrase.arguments.place
    at_home |= (
        {told[-1].arguments.place.country} if told and told[-1].arguments.place and opens(r, phrase, "adding") else set()
    )
    named = [j for j in stops if j.place.country in (at_home if here is None else {here.country})]
    return named[-1:] or stops


def _belongs(r: Resolved, phrase: Phrase, journey: Journey) -> bool:
    """Is it part of the journey: by its people or its nearness, its status, its place and its days?"""
    said, meant = phrase.verdict.status, journey.status
    elsewhere = before_coming(r, phrase, journey.place) or brought_about(r, phrase)
    if elsewhere or _of_another_day(r, phrase, journey):
        return False
    to_come = _in_present_of_plan(r, phrase, journey)
    if said is not None and meant is not None and not _one_class(said, meant) and not to_come:
        return False
    here, there = phrase.arguments.place, journey.place
    if here is not None and not here.can_be(there):
        return False
    own = phrase.arguments.date.date if phrase.arguments.date else None
    days = _span(r, journey)
    if own is not None and own.known and days is not None and not own.can_be(days):
        return False
    paragraph, sentence = _where(r, phrase.token)
    people = {p.actor for p in phrase.arguments.people if p.actor}
    if people & journey.keys:
        unsure = said is None or phrase.verdict.weak  # "who is he speaking with right now?", asked pages below the journey
        return not unsure or paragraph - journey.paragraph <= BELOW
    host = any(r.actors[k].state == there.country for k in people) or here is not None
    one_side = _lacks_a_side(r, phrase)
    told_there = not phrase.definite and (host or phrase.verdict.status is None or phrase.verdict.status in AHEAD)
    near = sentence == journey.sentence or (paragraph - journey.paragraph <= 1 and told_there)
    unsaid = said is None and phrase.kind in ORGANISED  # "details of the summit": nothing says that it was on the journey
    return one_side and near and phrase.kind in TWO_SIDED and not unsaid


def _of_another_day(r: Resolved, phrase: Phrase, journey: Journey) -> bool:
    """ "Wednesday: visit to Oslo", "Friday: lunch with the envoy": items of a diary under other days."""
    here, there = r.setting_of(phrase.token), r.setting_of(journey.token)
    if here is None or there is None or here.day is None or there.day is None or not there.day.exact:
        return False
    items = here.kind is SettingKind.HEADING and there.kind is SettingKind.HEADING and there.dates_items
    return items and here.day != there.day and journey.days == there.day


def _in_present_of_plan(r: Resolved, phrase: Phrase, journey: Journey) -> bool:
    """ "Will travel to Oslo tomorrow. In the Norwegian capital she meets her host": the present of what is to be done there."""
    himself = any(p.actor in journey.keys for p in phrase.arguments.people)
    present = phrase.verbal and phrase.verdict.habit and phrase.verdict.status == Status.HELD
    return present and himself and journey.status in AHEAD and r.annotated.zone(phrase.token) == "body"


def _one_class(one: Status, other: Status) -> bool:
    return (
        (one in AHEAD and other in AHEAD)
        or (one in DONE and other in DONE)
        or (one.undone and other.undone)
        or (other == Status.ONGOING and one in AHEAD)
    )


def _lacks_a_side(r: Resolved, phrase: Phrase) -> bool:
    return len(sides_of(r, phrase.arguments.people)) < 2


def _span(r: Resolved, journey: Journey) -> DateRange | None:
    """The days of the journey; from one day on which somebody arrives or leaves, the week after."""
    days, now = journey.days, r.annotated.document.published
    present = days is None or days.value == Reference.PRESENT  # "is currently in Hanoi": since when is not told
    if present and journey.status == Status.ONGOING and now.earliest is not None and now.latest is not None and now.exact:
        return DateRange(now.earliest - JOURNEY_DAYS, now.latest + JOURNEY_DAYS, None, now.basis)
    if days is None or present or not days.exact or days.earliest is None or journey.status == Status.HELD:
        return days
    return DateRange(days.earliest, days.earliest + JOURNEY_DAYS, None, days.basis)


def _days_on(r: Resolved, phrase: Phrase, journey: Journey) -> Time | None:
    """When what is told of a journey is or was: on its days; of one that goes on, up to the report or from then on."""
    published, days, said = r.annotated.document.published, journey.days, phrase.verdict.status
    on_it = journey.named and said in DONE and days is not None and days.exact
    if on_it and _where(r, phrase.token)[1] == journey.sentence:
        return journey.time  # "during a visit on Thursday she met"
    if journey.status != Status.ONGOING:
        return journey.time if days is not None and days.bounded else None
    if not published.exact or published.latest is None:
        return journey.time if days is not None and days.exact else None
    told = days is not None and days.bounded and days.value != Reference.PRESENT
    earliest = days.earliest if days is not None and told else None
    if said in DONE:
        first, last = earliest or published.latest - JOURNEY_DAYS, published.latest
    elif said in AHEAD:
        ends = days.latest if days is not None and told and not days.exact else None
        first, last = max(earliest or published.latest, published.latest), published.latest + JOURNEY_DAYS
        last = ends if ends is not None and ends >= first else last
    else:
        return None
    if first > last:
        return None
    basis = Basis(BasisKind.STAY, reason=f"on the journey told of on {published.latest.isoformat()}")
    i = phrase.token
    return Time(i, i + 1, r.annotated.span(i, i + 1), DateRange(first, last, None, basis), "interval")


def _on_journey(r: Resolved, phrase: Phrase, journey: Journey) -> Phrase:
    arguments, status = phrase.arguments, phrase.verdict.status
    place = arguments.place or journey.place
    if arguments.place is not None and arguments.place.is_country and not journey.place.is_country:
        place = journey.place
    date = arguments.date or _days_on(r, phrase, journey)
    beside = arguments.beside
    people = {p.actor for p in arguments.people if p.actor}
    if not people & journey.keys and phrase.kind in TWO_SIDED and _lacks_a_side(r, phrase):
        beside = (*beside, *journey.travellers)
    verdict = phrase.verdict
    if _in_present_of_plan(r, phrase, journey):
        verdict = replace(verdict, status=Status.PLANNED, rule=Rule.SCHEDULED, weak=True, habit=False)
    if status is None and not verdict.barred and journey.status in (Status.PLANNED, Status.ANNOUNCED, Status.AGREED):
        verdict = replace(verdict, status=Status.PLANNED, weak=True)
    if status is None and not verdict.barred and journey.status in DONE and _is_purpose(r, phrase):
        over = journey.days is not None and _is_before(journey.days, r.annotated.document.published)
        verdict = verdict if over else replace(verdict, status=Status.PLANNED, weak=True)
    return replace(phrase, arguments=replace(arguments, place=place, date=date, beside=beside), verdict=verdict)


def _is_purpose(r: Resolved, phrase: Phrase) -> bool:
    """ "Left for Oslo for a meeting": what somebody goes for is still to come as he goes."""
    a = r.annotated
    link = a.head(phrase.token)
    return a.tokens[phrase.token].dep == "pobj" and link.lower == "for" and a.head(link.i).pos == "VERB"


def _is_before(day: DateRange, published: DateRange) -> bool:
    return bool(day.latest and published.earliest and day.latest < published.earliest)


def _in_setting(r: Resolved, phrase: Phrase) -> Phrase:
    """ "In Vienna, the minister will see ...": the place that opens the sentence."""
    arguments = phrase.arguments
    if arguments.place is not None:
        return phrase
    a = r.annotated
    first = a.sentence_of(phrase.token).first
    for t in a.tokens[first : min(first + FIRST_WORDS, phrase.token)]:
        if t.pos in ("VERB", "AUX"):
            return phrase
        if t.lower in ("in", "at") and (inner := a.child(t.i, "pobj")) and (found := r.place_at(inner.i)):
            return replace(phrase, arguments=replace(arguments, place=found.place))
    return phrase
