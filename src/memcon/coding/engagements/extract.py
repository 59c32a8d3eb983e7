"""Resolved -> the occasions that a document tells of, with the status of each mention as of writing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.coding.engagements.by_days import by_days
from memcon.coding.engagements.coreference import gather
from memcon.coding.engagements.credentials import with_receivers
from memcon.coding.engagements.delegations import with_leaders
from memcon.coding.engagements.destinations import by_destination
from memcon.coding.engagements.distributive import by_company
from memcon.coding.engagements.events_again import with_events_again
from memcon.coding.engagements.falls_with_it import Fallen, fall
from memcon.coding.engagements.frames import with_frames
from memcon.coding.engagements.guests import with_guests
from memcon.coding.engagements.home_again import with_way_home
from memcon.coding.engagements.hosts import host_place
from memcon.coding.engagements.in_turn import with_those_in_turn
from memcon.coding.engagements.journeys import with_journeys
from memcon.coding.engagements.lead_ins import with_lead_ins
from memcon.coding.engagements.made_visits import with_made_visits
from memcon.coding.engagements.members import with_members
from memcon.coding.engagements.mention_status import status_of
from memcon.coding.engagements.moved import with_new_days
from memcon.coding.engagements.naming import named_by_place, ordinal_of
from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.other_side import with_other_side
from memcon.coding.engagements.participants import Party, is_joint, is_occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.places_left import with_places_left
from memcon.coding.engagements.programme import with_programme
from memcon.coding.engagements.ranks import leads, rank_of
from memcon.coding.engagements.relations import link
from memcon.coding.engagements.session_days import with_session_days
from memcon.coding.engagements.signatories import with_signatories
from memcon.coding.engagements.stay_days import days_of_programme, days_of_whole
from memcon.coding.engagements.stay_length import days_of_length
from memcon.coding.engagements.told_below import with_told_below
from memcon.coding.engagements.told_once import with_told_once
from memcon.coding.engagements.traits import nameless
from memcon.coding.engagements.triggers import find_phrases
from memcon.coding.engagements.unnamed_parts import as_at_the_whole, nobody_named
from memcon.coding.engagements.venues import with_venues
from memcon.coding.engagements.verdict import Rule
from memcon.coding.news import news_days, told_as_news
from memcon.model.annotated import Annotated
from memcon.model.dates import UNKNOWN_DATE, Basis, BasisKind, DateRange, Reference
from memcon.model.findings import EngagementMention, LocalEngagement, Participant
from memcon.model.kinds import FOR_THE_PRESS, ORGANISED, EngagementKind
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.model.status import CALLED_OFF, Status
from memcon.registers.engagements import words

ON_THE_DAY = ORGANISED | {EngagementKind.VISIT, EngagementKind.MEETING}  # talks that go on can pause for weeks
SOON = timedelta(days=7)  # who "is travelling" somewhere is there within a week
ASIDES = frozenset(("advcl", "acl", "prep", "pcomp"))  # "appearing at a news conference, he said"


@dataclass(frozen=True, slots=True)
class Rest:
    """What the rest of the report says of each mention: the occasion that the title of an official paper names, whether it tells
    of talks that go on, what was called off, and what fell with it."""

    about: Occasion | None
    standing: bool
    given_up: Mapping[int, Status]
    fallen: Fallen


def find_engagements(resolved: Resolved) -> Sequence[LocalEngagement]:
    """The occasions, in the order in which the text first names them."""
    occasions = gather(resolved, told_phrases(resolved))
    fallen = fall(resolved, occasions)
    links = link(resolved, occasions)
    about = next((o for o in occasions if o.phrases[0].titled), None)
    rest = Rest(about, talks_go_on(occasions), given_up(occasions), fallen)
    by_host = {o.number: place for o in occasions if (place := host_place(resolved, o, occasions)) is not None}
    with_made_visits(occasions, by_host, lambda o: news_days(resolved) if told_now(resolved, o) else None)
    for visit in occasions:
        if visit.kind is EngagementKind.VISIT and visit.date is None:
            visit.date = days_of_programme(visit, (o for o in occasions if links[o.number][0] == visit.number))
        visit.date = days_of_length(resolved, visit) or visit.date
    by_number = {o.number: o for o in occasions}
    for part in occasions:
        at = links[part.number][0]
        if at is not None and nobody_named(resolved, part):
            as_at_the_whole(resolved, part, by_number[at])
        if at is not None:
            part.date = days_of_whole(part, by_number[at]) or part.date
    return [_engagement(resolved, o, links, rest, by_host.get(o.number)) for o in occasions]


def told_phrases(resolved: Resolved) -> Iterable[Phrase]:
    """Every phrase, with what its journey, its setting and the words that name it again give it."""
    once = _cited_once(_taken_apart(resolved))
    framed = with_frames(resolved, with_told_once(resolved, with_programme(resolved, once)))
    sessions = with_session_days(resolved, with_events_again(resolved, with_venues(resolved, framed)))
    return with_way_home(resolved, sessions)


def _cited_once(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those that cite the words of one before left out: two journeys told in one sentence can claim the same stop."""
    cited = set()
    for phrase in phrases:
        if (words_and_kind := (phrase.first, phrase.last, phrase.kind)) not in cited:
            cited.add(words_and_kind)
            yield phrase


def _taken_apart(resolved: Resolved) -> Iterable[Phrase]:
    """A phrase for each occasion: of a journey to several states, of meetings with several one by one."""
    found = with_other_side(resolved, with_lead_ins(resolved, find_phrases(resolved)))
    phrases = with_those_in_turn(resolved, with_guests(resolved, found))
    stops = with_places_left(resolved, by_destination(resolved, phrases))
    several = with_told_below(resolved, by_days(resolved, by_company(resolved, stops)))
    members = with_signatories(resolved, with_members(resolved, with_journeys(resolved, several)))
    return with_new_days(resolved, with_leaders(resolved, with_receivers(resolved, members)))


def _engagement(
    r: Resolved,
    occasion: Occasion,
    links: dict[int, tuple[int | None, int | None]],
    rest: Rest,
    by_host: Place | None,
) -> LocalEngagement:
    part_of, rescheduled_as = links.get(occasion.number, (None, None))
    mentions = tuple(_mention(r, occasion, phrase, rest) for phrase in occasion.phrases)
    day = _days(occasion, rest.about) or _day_of_writing(r, occasion, mentions)
    if day is None and told_now(r, occasion):
        day = news_days(r)
    return LocalEngagement(
        key=f"e{occasion.number}",
        kind=occasion.kind,
        mentions=mentions,
        participants=_participants(r, (*occasion.inherited, *_parties(r, occasion))),
        place=None if occasion.kind == "call" else place_of(occasion, by_host),
        date=day or UNKNOWN_DATE,
        part_of=None if part_of is None else f"e{part_of}",
        rescheduled_as=None if rescheduled_as is None else f"e{rescheduled_as}",
        official=occasion.phrases[0].titled and not occasion.phrases[0].plural,
        several=not (day and day.known) and occasion.status == Status.HELD and all(p.plural for p in occasion.phrases),
        generic=occasion.generic,
        another=occasion.phrases[0].further,
        ordinal=next((n for p in occasion.phrases if not p.verbal and (n := ordinal_of(r, p.token))), None),
        called=next((x for p in occasion.phrases if not p.verbal and (x := named_by_place(r, p.token))), None),
    )


def place_of(occasion: Occasion, by_host: Place | None) -> Place | None:
    """Where it is: what the words tell; a venue of which they do not tell the country is in that of who receives."""
    if by_host is None or occasion.place is None:
        return occasion.place or by_host
    return occasion.place.inside(by_host)


def _parties(r: Resolved, occasion: Occasion) -> list[Party]:
    """Those whom its phrases name; of a visit the state too that is visited, where the document names it.

    Nobody's officials, whom a visitor is to meet, are none of those who travel.
    """
    nobody = {k for k, actor in occasion.actors.items() if occasion.kind == EngagementKind.VISIT and nameless(actor)}
    told = [(x, p) for x in occasion.phrases for p in x.arguments.parties]
    found = [p for x, p in told if p.actor not in nobody or x.kind == EngagementKind.VISIT]
    country = occasion.place.country if occasion.place is not None and occasion.kind == EngagementKind.VISIT else None
    guests = {r.actors[p.actor].state for p in found if p.actor and p.part != "host"}
    if country in r.actors and country not in guests and found and guests:
        found.append(Party(occasion.phrases[0].token, country, "host"))
    return found


def told_now(r: Resolved, occasion: Occasion) -> bool:
    """Was one occasion held, as far as the words say, of which a phrase tells as news? Of one for the press, where words are told as said
    at it, though nothing says that it was held."""
    if occasion.kind in FOR_THE_PRESS and occasion.status in (None, Status.HELD) and not occasion.generic:
        return any(
            told_as_news(r, _verb_telling(r.annotated, p.token)) for p in occasion.phrases if not p.plural and not p.titled
        )
    if occasion.status != Status.HELD or not occasion.strong or occasion.generic:
        return False
    told = [p for p in occasion.phrases if p.verdict.status == Status.HELD and not p.plural and not p.generic]
    return any(told_as_news(r, p.token) for p in told)


def _verb_telling(a: Annotated, i: int) -> int:
    """The verb of the clause in which a noun stands: "said" of "said at a news conference"; of an aside the verb above it."""
    token = a.tokens[i]
    while token.head != token.i and not (token.pos == "VERB" and token.dep not in ASIDES):
        token = a.head(token.i)
    return token.i


def _days(occasion: Occasion, about: Occasion | None) -> DateRange | None:
    """When it is. A paper on one engagement bounds no other that it recalls, with "recently" or without, by its own day."""
    day = occasion.date
    if about is None or about is occasion:
        return day
    if day is None and occasion.status == Status.HELD:
        return DateRange(
            value=Reference.PAST, basis=Basis(BasisKind.RECALLED, reason="recalled in a paper on another engagement")
        )
    return DateRange(value=day.value, basis=day.basis) if day and day.reference else day


def _day_of_writing(r: Resolved, occasion: Occasion, mentions: Sequence[EngagementMention]) -> DateRange | None:
    """A visit or a session that goes on as the report is written is on that day, whatever other days it takes.

    Who "is travelling to Oslo" is on his way or about to leave: he is there in the days from then on.
    """
    published = r.annotated.document.published
    if (
        occasion.kind not in ON_THE_DAY
        or published.earliest is None
        or not any(m.status == Status.ONGOING for m in mentions)
    ):
        return None
    under_way = [p for p in occasion.phrases if p.verdict.status == Status.ONGOING]
    if occasion.kind is not EngagementKind.VISIT and all(came_for_it(r, p) for p in under_way):
        return None  # "has come for the conference": which can open tomorrow
    if not under_way or not all(p.goes and p.verdict.moving for p in under_way):
        return replace(
            published, basis=Basis(BasisKind.PUBLISHED, reason="under way when it was published", of=published.basis)
        )
    latest = published.latest + SOON if published.latest else None
    return DateRange(
        published.earliest,
        latest,
        None,
        Basis(BasisKind.BOUNDED, reason=f"on the way, or about to leave, on {published.earliest.isoformat()}"),
    )


def came_for_it(r: Resolved, phrase: Phrase) -> bool:
    """Is it told only as what somebody has come for?"""
    return phrase.verdict.weak and r.annotated.head(phrase.token).lower == "for"


def _mention(r: Resolved, occasion: Occasion, phrase: Phrase, rest: Rest) -> EngagementMention:
    a = r.annotated
    sentence = a.sentence_of(phrase.token)
    status, rule = status_of(phrase, occasion.gathered.get(phrase.token, occasion), a.document.published, rest.standing)
    if status.ahead and not phrase.verdict.stands and (venue := _venue_given_up(a, phrase, rest)) is not None:
        status, rule = venue, Rule.OCCASION
    if status.ahead and (fell := rest.fallen.of(occasion, a.sentence_of(phrase.token).paragraph)) is not None:
        status, rule = fell, Rule.OCCASION
    return EngagementMention(
        span=a.span(phrase.first, phrase.last),
        kind=phrase.kind,
        status=status,
        sentence=a.span(sentence.first, sentence.last),
        participants=_participants(r, phrase.arguments.parties),
        place=phrase.arguments.place,
        date=phrase.arguments.date.date if phrase.arguments.date else None,
        rule=rule,
        why=f"{a.tokens[phrase.token].lemma.lower()}: {rule} ({phrase.verdict.why})"
        if phrase.verdict.why
        else f"{a.tokens[phrase.token].lemma.lower()}: {rule}",
    )


def given_up(occasions: Sequence[Occasion]) -> dict[int, Status]:
    """The tokens of what was called off or put off, with that."""
    return {p.token: o.status for o in occasions if o.status in CALLED_OFF for p in o.phrases}


def _venue_given_up(a: Annotated, phrase: Phrase, rest: Rest) -> Status | None:
    """ "Were due to meet at the summit in Lima, but the summit was cancelled": with it what was to be done there."""
    links = (t for t in a.children(phrase.token) if t.dep == "prep" and t.lower in words("happening_there"))
    places = (inner.i for t in links if (inner := a.child(t.i, "pobj")) is not None)
    return next((rest.given_up[i] for i in places if i in rest.given_up), None)


def talks_go_on(occasions: Sequence[Occasion]) -> bool:
    """Does the report tell of talks that go on?"""
    phrases = (p for o in occasions for p in o.phrases)
    return any(p.kind == EngagementKind.TALKS and p.verdict.status == Status.ONGOING for p in phrases)


def _participants(r: Resolved, parties: Sequence[Party]) -> tuple[Participant, ...]:
    """Everybody once, with the words that name him first; a state is left out where somebody acts for it."""
    found: dict[str, Participant] = {}
    for party in parties:
        if party.actor and party.actor not in found and not _of_those_told(r, party, parties):
            mention = r.mention_at(party.token)
            span = mention.span if mention else r.annotated.span(party.token, party.token + 1)
            rank = rank_of(r.actors[party.actor])
            found[party.actor] = Participant(party.actor, party.part, span, rank, leads(r, party.token))
    persons = {r.actors[k].state for k in found if r.actors[k].kind == "person" and r.actors[k].named}
    sides = {r.actors[k].state or k for k in found if not is_occasion(r.actors[k]) and not is_joint(r.actors[k])}
    return tuple(
        p
        for k, p in found.items()
        if _adds(r.actors[k], persons) and not is_occasion(r.actors[k]) and not (is_joint(r.actors[k]) and len(sides) > 1)
    )


def _of_those_told(r: Resolved, party: Party, parties: Sequence[Party]) -> bool:
    """Is it a pronoun for several whose states are told: "the ministers of X and Y will hold their second meeting"?"""
    actor = r.actors[party.actor] if party.actor else None
    if actor is None or actor.named or actor.state or not actor.plural or r.annotated.tokens[party.token].pos != "PRON":
        return False
    return len({r.actors[p.actor].state for p in parties if p.actor and r.actors[p.actor].state}) > 1


def _adds(actor: LocalActor, persons: set[str | None]) -> bool:
    """Does somebody add to the persons named: is he one of them, or is nobody named for his state?"""
    return (actor.kind == "person" and actor.named) or actor.state is None or actor.state not in persons
