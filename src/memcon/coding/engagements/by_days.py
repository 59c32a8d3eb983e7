"""A sentence that tells of the same people on several days: "met in Cotonou on Monday and in Lima on Thursday".

Comes in: the phrases of a document. Goes out: the same; where the words give several days, one after the other, one phrase for each
with its day and its place. Days that lie close together, in one place, are those of one session, unless words tell several
("twice", "again", "two rounds").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from memcon.coding.engagements.days_in_turn import FROM_TO
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Token
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import AHEAD, UNDONE
from memcon.registers.engagements import words

KINDS = frozenset(
    (EngagementKind.MEETING, EngagementKind.TALKS, EngagementKind.CALL, EngagementKind.DINNER, EngagementKind.VISIT)
)
NO_DAYS = frozenset(("duration", "set"))
SESSION = timedelta(days=7)  # what lies further apart is not one session
NAME = 4  # tokens behind the last day, in which an office and a name stand
BETWEEN = frozenset(("and", ",", "again", "then", "in", "on", "at", "during", "once", "more"))


@dataclass(frozen=True, slots=True)
class Day:
    """A day, week or month that the words give, and the place before it."""

    time: Time
    place: Place | None


def by_days(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those of several days taken apart."""
    for phrase in phrases:
        days = _days(r, phrase) if phrase.kind in KINDS and not phrase.titled and not phrase.generic else []
        if len(days) < 2 or phrase.verdict.status in UNDONE or _misread(r, phrase, days) or not _several(r, phrase, days):
            yield phrase
            continue
        for n, day in enumerate(days):
            arguments = replace(phrase.arguments, date=day.time, place=day.place or phrase.arguments.place)
            of_day = replace(phrase, arguments=arguments, plural=False)
            if n:
                of_day = replace(of_day, first=day.time.first, last=day.time.last, follows=phrase.token, definite=False)
            yield of_day


def _days(r: Resolved, phrase: Phrase) -> list[Day]:
    """The days behind the word for it, as far as nothing but places and "and" stands between them."""
    tokens, own = r.annotated.tokens, phrase.arguments.date
    if own is None or own.first < phrase.token or not own.date.known or tokens[own.first - 1].lower in FROM_TO:
        return []
    end = r.annotated.sentence_of(phrase.token).last
    before = (t for i in range(phrase.token + 1, own.first) if (t := r.time_at(i)) is not None and t.kind not in NO_DAYS)
    first = next((t for t in before if t.date.known and _hangs_on(r, t, phrase)), own)
    found = [Day(first, _place_between(r, phrase.token + 1, first.first))]
    i = first.last
    while i < end:
        time = r.time_at(i)
        if time is not None and time.first == i:
            between = tokens[found[-1].time.last : i]
            if not _hangs_on(r, time, phrase) or not any(t.lower in ("and", ",") for t in between):
                break
            joint = next(t.i for t in between if t.lower in ("and", ","))
            found[-1] = _with_place(r, found[-1], joint)
            found.append(Day(time, _place_between(r, joint, i)))
            i = time.last
        elif tokens[i].lower in BETWEEN or (r.place_at(i) is not None and not _is_reached(r, phrase, i)):
            i += 1
        else:
            break
    found[-1] = _with_place(r, found[-1], i)
    if all(day.time.first != own.first for day in found) or any(p.token > first.first for p in phrase.arguments.people):
        return []  # "met X in Bali on Monday and in Bangkok on Friday Y"
    if len(found) > 1 and any(
        (x := r.actor_at(n)) is not None and x.kind == "person" for n in range(i, min(i + NAME, end))
    ):
        return []  # "met X on 3 May and, on 7 June, President Y"
    if len(found) > 1 and not _ends_there(tokens, found[-1].time.last, i, end):
        found = found[:-1]  # "met on Monday and on Tuesday flew home", "and in Lima on Tuesday a fire broke out"
    return found if len(found) > 1 else _two_ends(r, first, found[0].place)


def _ends_there(tokens: Sequence[Token], last: int, i: int, end: int) -> bool:
    """Does the clause end behind the last day and its place, so that they are its own: at the end of the sentence or at a comma behind
    which no verb goes on?"""
    if i >= end or tokens[i].pos == "PUNCT":
        return True
    comma = i > last and tokens[i - 1].text == ","
    return (comma and tokens[i].pos not in ("VERB", "AUX")) or tokens[i].lower in ("to", "for")


def _with_place(r: Resolved, day: Day, end: int) -> Day:
    """ "On 3 May in Rabat and on 7 June": where no place stands before a day, the one behind it."""
    return day if day.place is not None else replace(day, place=_place_between(r, day.time.last, end))


def _is_reached(r: Resolved, phrase: Phrase, i: int) -> bool:
    """ "Will visit Benin in May and Togo in June": another place that is visited."""
    place = r.place_at(i)
    first = i if place is None else place.first  # "in New York"
    return phrase.kind is EngagementKind.VISIT and r.annotated.tokens[first - 1].lower not in ("in", "at")


def _two_ends(r: Resolved, time: Time, place: Place | None) -> list[Day]:
    """ "On 3 May and 7 June", which is read as one expression."""
    tokens = r.annotated.tokens
    inside = [t.lower for t in tokens[time.first : time.last]]
    if tokens[time.last].pos in ("VERB", "AUX") if time.last < len(tokens) else False:
        return []  # "met on 3 May and 7 June was the day of the vote"
    begin, end = time.date.earliest, time.date.latest
    if begin is None or end is None or inside.count("and") != 1 or "," in inside or FROM_TO & set(inside):
        return []
    if end - begin <= SESSION or not any(word[:1].isdigit() for word in inside):
        return []
    return [Day(replace(time, date=_on(time.date, day)), place) for day in (begin, end)]


def _on(range_: DateRange, day: date) -> DateRange:
    return replace(range_, earliest=day, latest=day, value=day.isoformat())


def _hangs_on(r: Resolved, time: Time, phrase: Phrase) -> bool:
    """Is it a day of what the phrase tells, or of the verb that tells it, rather than of another verb?"""
    a = r.annotated
    over = {phrase.token, a.head(phrase.token).i, a.head(a.head(phrase.token).i).i}
    token = a.tokens[time.first]
    while token.head != token.i:
        token = a.head(token.i)
        if token.i in over:
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return token.i in over


def _place_between(r: Resolved, first: int, last: int) -> Place | None:
    """The place behind "in" or "at" there."""
    tokens = r.annotated.tokens
    found = (m.place for t in tokens[first:last] if tokens[t.i - 1].lower in ("in", "at") and (m := r.place_at(t.i)))
    return next(found, None)


def _several(r: Resolved, phrase: Phrase, days: Sequence[Day]) -> bool:
    """Do places, words or the time between tell that they were several?"""
    if _told(r, phrase, days):
        return True
    return all(_elsewhere(x, y) or _far(x.time, y.time) for x, y in pairwise(days))


def _misread(r: Resolved, phrase: Phrase, days: Sequence[Day]) -> bool:
    """ "Agreed to meet in May and in September", of which the last September was read: a plan is not on a day that is past."""
    published = r.annotated.document.published.earliest
    if published is None or phrase.verdict.status not in AHEAD:
        return False
    return any(day.time.date.latest is not None and day.time.date.latest < published for day in days)


def _elsewhere(one: Day, other: Day) -> bool:
    return one.place is not None and other.place is not None and not one.place.can_be(other.place)


def _far(one: Time, other: Time) -> bool:
    end, begin = one.date.latest, other.date.earliest
    begun, ended = one.date.earliest, other.date.latest
    if end is None or begin is None or begun is None or ended is None:
        return False
    whole = (one.date.days or 0) > 1 and (other.date.days or 0) > 1  # "in September and in October"
    return begin - end > SESSION or begun - ended > SESSION or (whole and (begin > end or begun > ended))


def _told(r: Resolved, phrase: Phrase, days: Sequence[Day]) -> bool:
    """ "Twice", "again", "two rounds of talks"."""
    inside = r.annotated.tokens[min(phrase.first, phrase.token) : days[-1].time.last]
    before: Sequence[Token] = () if phrase.verbal else r.annotated.children(phrase.token)
    return any(t.lower in words("times_over") for t in inside) or (
        phrase.plural and len(days) == 2 and any(t.lower == "two" for t in before)
    )
