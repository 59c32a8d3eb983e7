"""The frame of day and place that runs through a text: who is said to be abroad met there whom he met in those days.

Comes in: a resolved document and its phrases in the order of the text, each with what its own clause and its journey give it. Goes
out: the same, with the place, and the days, that the last `Stand` of one of their people gives, else with the place of the dateline.
Nothing that a phrase says itself is changed. None is given to what is recalled ("had met"), to a day outside the stay, to one whom
somebody of a third state receives, to a call, and to what stands too far below. A stand ends where another of the same person begins.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, takewhile

from memcon.coding.engagements.beside import beside_what
from memcon.coding.engagements.dateline_places import at_dateline, of_dateline
from memcon.coding.engagements.phrase import Phrase, before_coming, brought_about, recalled
from memcon.coding.engagements.times import date_of_noun
from memcon.coding.engagements.whereabouts import EVENTS, Stand, told_by, told_in_clauses
from memcon.model.clauses import Aspect
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import IN_PERSON, MEETINGS, EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import nouns, verb_at
from memcon.registers.states import states

REACH = 5  # paragraphs below the stand, or below what was last told of it
BEHIND = 30  # phrases behind one in its sentence, among which the visit is that it was on
RECENT = 60  # stands; further back none is looked for
STAY = timedelta(days=7)  # who is said to be somewhere, or on his way, is there for a week at most
BESIDE = timedelta(days=1)  # from a meeting abroad, within which somebody of that state met the same guest in that state
RECEIVING = frozenset(("person", "summons", "credentials", "audience"))
FRAMED = IN_PERSON - {EngagementKind.VISIT} | {EngagementKind.CEREMONY, EngagementKind.SPEECH}


def with_frames(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, each with what the stand of its people gives it."""
    waiting, told = deque(told_in_clauses(r)), list(phrases)
    stands: deque[Stand] = deque(maxlen=RECENT)
    used: dict[int, int] = {}  # token of a stand -> the last paragraph that told of it
    for n, phrase in enumerate(told):
        phrase = _beside(r, phrase)
        while waiting and waiting[0].token < phrase.token:
            stands.append(waiting.popleft())
        stand = _stand_of(r, phrase, stands, used) or _told_behind(r, phrase, (told[k] for k in range(n + 1, len(told))))
        elsewhere = _stands_elsewhere(r, phrase, stands) or _placed_below(r, phrase, told[n + 1 : n + 1 + REACH])
        line = phrase if elsewhere else at_dateline(r, phrase)
        if stand is not None:
            used[stand.token] = _paragraph(r, phrase.token)
        phrase = line if stand is None or _is_nearer(line, stand) else _framed(r, phrase, stand)
        if (stand is None or not stand.left) and (own := told_by(r, phrase)) is not None:
            stands.append(own)  # but not where he was before he came to where he is
        yield phrase


def _stand_of(r: Resolved, phrase: Phrase, stands: deque[Stand], used: dict[int, int]) -> Stand | None:
    """The last stand of one of its people, where the phrase can belong to it."""
    arguments = phrase.arguments
    if (
        phrase.kind not in FRAMED
        or phrase.titled
        or phrase.generic
        or (arguments.place is not None and arguments.date is not None)
    ):
        return None
    keys = {p.actor for p in arguments.people if p.actor}
    own = [s for s in reversed(stands) if keys & s.keys]
    here = list(takewhile(lambda s: s.place.can_be(own[0].place) or (s.left and s.token == own[0].token), own))
    return next((s for s in here if _belongs(r, phrase, s, used)), None)


def _beside(r: Resolved, phrase: Phrase) -> Phrase:
    """ "Will meet on the sidelines of the summit to be held in Lima on 4 May": on the days of what it is beside."""
    a = r.annotated
    if phrase.arguments.date is not None or phrase.titled or phrase.kind not in FRAMED:
        return phrase
    what = beside_what(a, phrase.token)
    day = date_of_noun(r, what.i) if what is not None and what.lemma in nouns() else None
    if what is None or day is None or not day.date.bounded or day.date.exact:
        return phrase
    return replace(phrase, arguments=replace(phrase.arguments, date=day), follows=what.i)


def _is_nearer(line: Phrase, stand: Stand) -> bool:
    """Does the dateline name the town, where of the days only a meeting in that state is told?"""
    place = line.arguments.place
    return place is not None and not stand.stays and place.country == stand.place.country


def _stands_elsewhere(r: Resolved, phrase: Phrase, stands: deque[Stand]) -> bool:
    """Is one of its people said to be in another state than the dateline's?"""
    home = of_dateline(r) if stands else None
    keys = {p.actor for p in phrase.arguments.people if p.actor}
    return home is not None and any(keys & s.keys and s.place.country != home.country for s in stands)


def _placed_below(r: Resolved, phrase: Phrase, behind: Sequence[Phrase]) -> bool:
    """Do the next sentences name it again with its place: "At the meeting held in Kigali"?"""
    a = r.annotated
    here, mine = a.sentence_of(phrase.token).index, {r.actors[p.actor].state for p in phrase.arguments.people if p.actor}
    for p in behind if phrase.kind in MEETINGS and phrase.arguments.place is None else ():
        theirs = {r.actors[x.actor].state for x in p.arguments.people if x.actor}
        near = 0 < a.sentence_of(p.token).index - here <= REACH
        again = p.kind in MEETINGS and p.definite and not p.verbal and theirs <= mine and p.verdict.status in DONE
        if near and again and p.arguments.place is not None and p.arguments.date is None:
            return True
    return False


def _told_behind(r: Resolved, phrase: Phrase, behind: Iterator[Phrase]) -> Stand | None:
    """ "A meeting with the king, who came to Oman for a visit", "met during his visit to Peru": the visit that its sentence goes on to."""
    if phrase.kind not in FRAMED or phrase.titled or phrase.generic or phrase.arguments.place is not None:
        return None
    sentence = r.annotated.sentence_of(phrase.token).index
    near = takewhile(lambda p: r.annotated.sentence_of(p.token).index == sentence, islice(behind, BEHIND))
    visits = (
        s for p in near if p.kind == EngagementKind.VISIT and _hangs_on(r, p, phrase) and (s := told_by(r, p)) is not None
    )
    keys = {p.actor for p in phrase.arguments.people if p.actor}
    stand = next((s for s in visits if keys & s.keys), None)
    return stand if stand is not None and not stand.away and _belongs(r, phrase, stand, {}) else None


def _hangs_on(r: Resolved, visit: Phrase, phrase: Phrase) -> bool:
    """Does no other verb stand between them, as in "discussed what had been agreed during his visit to Peru"?"""
    a = r.annotated
    token = a.tokens[phrase.token]
    own = {phrase.token} if phrase.verbal else {phrase.token, token.head}
    verb = next((t.i for t in a.ancestors(visit.token) if t.pos in ("VERB", "AUX") or t.i == phrase.token), None)
    return verb in own


def _belongs(r: Resolved, phrase: Phrase, stand: Stand, used: dict[int, int]) -> bool:
    below = _paragraph(r, phrase.token) - used.get(stand.token, _paragraph(r, stand.token))
    if (
        below > REACH
        or recalled(r, phrase)
        or before_coming(r, phrase, stand.place)
        or brought_about(r, phrase)
        or _received_elsewhere(r, phrase, stand)
    ):
        return False
    return _can_be(r, phrase, stand)


def _paragraph(r: Resolved, i: int) -> int:
    return r.annotated.sentence_of(i).paragraph


def _received_elsewhere(r: Resolved, phrase: Phrase, stand: Stand) -> bool:
    """Does somebody of a third state receive him, as one does at home?"""
    trigger = verb_at(r.annotated.tokens[phrase.token].lemma) if phrase.verbal else None
    if trigger is None or trigger.needs not in RECEIVING:
        return False
    hosts = [r.actors[p.actor] for p in phrase.arguments.subjects if p.actor]
    return not any(host.key in stand.keys or host.state in (None, stand.place.country) for host in hosts)


def _can_be(r: Resolved, phrase: Phrase, stand: Stand) -> bool:
    """Do status, place and days of the phrase allow that it was there?"""
    said, here = phrase.verdict.status, phrase.arguments.place
    if here is not None and not here.can_be(stand.place):
        return False
    if said in DONE and stand.status in DONE:
        there = (
            not stand.left or phrase.arguments.date is None or _same_day(phrase, stand) or _of_the_place(r, phrase, stand)
        )
        return there and _in_time(r, phrase, stand)
    onward = stand.status is Status.ONGOING or stand.status in AHEAD or stand.away or _same_day(phrase, stand)
    return (
        said in AHEAD
        and onward
        and not stand.left
        and (stand.stays or _same_day(phrase, stand))
        and _in_time(r, phrase, stand)
    )


def _same_day(phrase: Phrase, stand: Stand) -> bool:
    """ "Laid a wreath there today; tonight she will attend a dinner": is it to be on the day on which he is told to be there?"""
    own, days = phrase.arguments.date, stand.time
    if own is None or days is None or not own.date.exact or not days.date.exact:
        return False
    return own.date.earliest == days.date.earliest


def _in_time(r: Resolved, phrase: Phrase, stand: Stand) -> bool:
    own = phrase.arguments.date.date if phrase.arguments.date is not None else None
    days = _days(r, phrase, stand)
    if stand.stays:
        return own is None or (own.bounded and days is not None and own.can_be(days))
    if own is None or days is None:
        if _perfect(r, phrase):
            return False
        same = _paragraph(r, phrase.token) == _paragraph(r, stand.token)
        return own is None and (same or _of_the_place(r, phrase, stand))
    if not own.bounded:
        return False
    return own.can_be(days) or (_of_the_place(r, phrase, stand) and own.can_be(_widened(days)))


def _perfect(r: Resolved, phrase: Phrase) -> bool:
    """ "Has met": some time before, and not with what is told beside it."""
    i = phrase.token if phrase.verbal else r.annotated.tokens[phrase.token].head
    clause = r.clauses.at(i)
    return clause is not None and clause.aspect is Aspect.COMPLETED


def _of_the_place(r: Resolved, phrase: Phrase, stand: Stand) -> bool:
    """Does somebody of the state take part where the guest is?"""
    return any(r.actors[p.actor].state == stand.place.country for p in phrase.arguments.people if p.actor)


def _widened(days: DateRange) -> DateRange:
    if days.earliest is None or days.latest is None:
        return days
    return replace(days, earliest=days.earliest - BESIDE, latest=days.latest + BESIDE)


def _days(r: Resolved, phrase: Phrase, stand: Stand) -> DateRange | None:
    """The days of the stand on which the phrase can be: up to the report what was held, from then on what is planned."""
    published = r.annotated.document.published
    now = published.latest if published.exact else None
    told = stand.time.date if stand.time is not None and stand.time.date.bounded else None
    if stand.recalled:
        return told
    if stand.status is Status.HELD and not stand.away:
        return told or (_range(now - STAY, now) if now else None)
    first, last = (told.earliest, told.latest) if told is not None else (stand.first, None)
    if now is None or stand.status in AHEAD:
        return told
    if phrase.verdict.status in DONE:
        return _range(first if first and first <= now and now - first <= STAY else now - STAY, now)
    if stand.away and (first is None or now - first > STAY):
        return None
    return _range(max(first or now, now), last if last and last > now else now + STAY)


def _range(first: date, last: date) -> DateRange:
    return DateRange(first, last, None, Basis(BasisKind.STAY, reason="in the days in which somebody is said to be there"))


def _place_on(phrase: Phrase, stand: Stand) -> Place:
    """The place of the stand; of a meeting on the day before or after, only the state."""
    own, days = phrase.arguments.date, stand.time
    if stand.stays or own is None or days is None or own.date.can_be(days.date):
        return stand.place
    state = states().get(stand.place.country or "")
    return Place(state.name, state.alpha3, geonames=state.geonames) if state is not None else stand.place


def _framed(r: Resolved, phrase: Phrase, stand: Stand) -> Phrase:
    arguments = phrase.arguments
    place, date_ = arguments.place or _place_on(phrase, stand), arguments.date
    days = _days(r, phrase, stand) if date_ is None and stand.stays else None
    if days is not None and days.bounded and (stand.status is not Status.HELD or stand.away or stand.time is not None):
        span = stand.time.span if stand.time is not None else r.annotated.span(stand.token, stand.token + 1)
        date_ = Time(phrase.token, phrase.token + 1, span, days, "interval")
    follows = stand.token if stand.event and phrase.kind not in EVENTS else phrase.follows
    return replace(phrase, arguments=replace(arguments, place=place, date=date_), follows=follows)
