"""Where somebody is said to be, beside his own visits: "is carrying out a programme in Senegal", "are both in Geneva this week",
"met him in Vienna on Monday".

Comes in: a resolved document, or one of its phrases. Goes out: `Stand`s, who is in which state or town abroad and on which days, in
the order of the text. Refused: a place in somebody's own state, what is denied, asked or only possible, and what is done elsewhere
about a place ("is following events in Haiti"): the clause says that he is there, or names a programme of his.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.coding.engagements.leaving import place_left
from memcon.coding.engagements.noun_needs import is_sent_to
from memcon.coding.engagements.participants import party_tokens
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase, recalled
from memcon.coding.engagements.times import date_of_verb
from memcon.model.annotated import Sentence
from memcon.model.clauses import Clause, Condition, Factuality, Polarity, Tense
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import IN_PERSON, SAME_ROOM, EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import nouns, verb_at, words

TOLD = {Factuality.HAPPENED: Status.HELD, Factuality.UNDER_WAY: Status.ONGOING, Factuality.SCHEDULED: Status.PLANNED}

WEEK = timedelta(days=6)  # with the day of the return
LINE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT"))  # parts of speech of a title with a name
EVENTS = frozenset((EngagementKind.SUMMIT, EngagementKind.CONFERENCE, EngagementKind.CEREMONY, EngagementKind.SPEECH))
THERE = IN_PERSON | SAME_ROOM | {EngagementKind.SPEECH}  # kinds of what one is there for


@dataclass(frozen=True, slots=True)
class Stand:
    """Who is where, from when to when as far as that is told. `stays`: he is said to be there, or at an event there, not only to
    have met somebody."""

    token: int
    keys: frozenset[str]
    place: Place
    status: Status
    time: Time | None
    stays: bool
    first: date | None = None  # of his arrival, where another clause tells it
    away: bool = False  # he left for it
    recalled: bool = False  # he had been there: no day but a told one is known
    left: bool = False  # it is told only that he left it: since when he was there is open
    event: bool = False  # he takes part in a summit, a conference there: what else he does there is another occasion


def told_in_clauses(r: Resolved) -> list[Stand]:
    """The stands that clauses tell which name no engagement, and lines such as "Foreign Minister Duarte in Lima"."""
    clauses = [stand for clause in r.clauses.all if (stand := _of_clause(r, clause)) is not None]
    lines = [stand for line in r.annotated.sentences if (stand := _of_line(r, line)) is not None]
    return sorted((*clauses, *lines), key=lambda stand: stand.token)


def _of_line(r: Resolved, line: Sentence) -> Stand | None:
    """The stand of somebody whom a line names with a place, and perhaps the days, and says nothing else of."""
    a = r.annotated
    tokens = a.tokens[line.first : line.last]
    link = next((t.i for t in tokens if t.lower == "in"), None)
    place = r.place_at(link + 1) if link is not None else None
    who = r.mention_at(link - 1) if link is not None and link > line.first else None
    if link is None or place is None or who is None or not who.actor:
        return None
    if any(
        x.paragraph == line.paragraph
        for x in (*a.sentences[line.index - 1 : line.index], *a.sentences[line.index + 1 : line.index + 2])
    ):
        return None
    named = all(t.pos in LINE or t.lower in ("of", "for") for t in a.tokens[line.first : link])
    if not named or any(t.lemma.lower() in nouns() for t in tokens):
        return None
    keys, rest = _abroad(r, (who.actor,), place.place), a.tokens[place.last : line.last]
    times = [time for t in rest if (time := r.time_at(t.i)) is not None]
    if not keys or any(r.time_at(t.i) is None and t.pos not in ("PUNCT", "ADP") for t in rest):
        return None
    return Stand(link, keys, place.place, Status.HELD, times[0] if times else None, True)


def told_by(r: Resolved, phrase: Phrase) -> Stand | None:
    """The stand of those who are abroad where an engagement is."""
    place, status = phrase.arguments.place, phrase.verdict.status
    if place is None or phrase.titled or (phrase.plural and phrase.generic) or phrase.kind not in THERE:
        return None
    if (status not in DONE and status not in AHEAD) or phrase.verdict.barred:
        return None
    keys = _abroad(r, (p.actor for p in phrase.arguments.people), place)
    if status is None or not keys or is_sent_to(r.annotated, r.annotated.tokens[phrase.token]):
        return None  # "left leading a delegation to the session in Lima": he is not there yet
    visit, event = phrase.kind == EngagementKind.VISIT, phrase.kind in EVENTS
    verb = r.annotated.tokens[phrase.token].lemma if phrase.verbal else None
    trigger = verb_at(verb, particles(r.annotated, phrase.token)) if verb is not None else None
    away = visit and (phrase.goes or (trigger is not None and trigger.needs == "departure"))
    back = trigger is not None and trigger.needs == "origin"
    left = visit and phrase.verbal and phrase.leg and _is_left(r, phrase, place)
    time = _up_to(phrase.arguments.date) if back or left else phrase.arguments.date
    away = away and not left
    return Stand(
        phrase.token,
        keys,
        place,
        status,
        time,
        visit or event,
        away=away,
        recalled=recalled(r, phrase),
        left=left,
        event=event,
    )


def _is_left(r: Resolved, phrase: Phrase, place: Place) -> bool:
    """ "Flew here from Ankara": is it the place from which the verb leads?"""
    found = place_left(r, r.annotated.tokens[phrase.token])
    return found is not None and found.place == place


def _up_to(time: Time | None) -> Time | None:
    """Of who "returned on Thursday" the week up to then: on which of its days he did what he did there, nothing tells."""
    if time is None or not time.date.exact or time.date.earliest is None:
        return time
    basis = Basis(BasisKind.STAY, reason="in the days before the return", of=time.date.basis)
    return replace(time, date=DateRange(time.date.earliest - WEEK, time.date.latest, None, basis))


def _of_clause(r: Resolved, clause: Clause) -> Stand | None:
    status = Status.ONGOING if clause.tense is Tense.PRESENT else TOLD.get(clause.factuality)
    if (
        clause.factuality not in TOLD
        or status is None
        or clause.polarity is Polarity.NEGATIVE
        or clause.condition is not Condition.NONE
    ):
        return None
    place = _place_in(r, clause) if _is_there(r, clause) else None
    if place is None:
        return None
    keys = _abroad(r, (p.actor for i in clause.agents for p in party_tokens(r, i)), place)
    if not keys:
        return None
    time = date_of_verb(r, clause.predicate)
    arrived = None if time is not None else _arrival(r, clause)
    return Stand(clause.predicate, keys, place, status, time, True, arrived)


def _is_there(r: Resolved, clause: Clause) -> bool:
    """Does it say that somebody is in a place, or that he has a programme there?"""
    a = r.annotated
    if a.tokens[clause.predicate].lemma == "be":
        return not any(t.dep in ("attr", "acomp") for t in a.children(clause.predicate))
    return any(a.tokens[i].lemma.lower() in words("programmes") for i in clause.patients)


def _place_in(r: Resolved, clause: Clause) -> Place | None:
    a = r.annotated
    objects = [i for phrase in clause.prepositional if phrase.word in ("in", "at") for i in phrase.objects]
    inside = [t for i in clause.patients for t in a.children(i) if t.dep == "prep" and t.lower == "in"]
    objects += [x.i for t in inside if (x := a.child(t.i, "pobj")) is not None]
    return next((found.place for i in objects if (found := r.place_at(i)) is not None), None)


def _abroad(r: Resolved, keys: Iterable[str | None], place: Place) -> frozenset[str]:
    """The named persons among them who are of another state than the place's."""
    actors = [r.actors[key] for key in keys if key]
    return frozenset(
        a.key
        for a in actors
        if a.kind == "person" and a.named and a.state is not None and place.country not in (None, a.state)
    )


def _arrival(r: Resolved, clause: Clause) -> date | None:
    """ "Having landed there on Monday": the day of it."""
    for t in _there(r, clause):
        verb = r.annotated.head(t)
        trigger = verb_at(verb.lemma, particles(r.annotated, verb.i)) if verb.pos == "VERB" else None
        time = date_of_verb(r, verb.i) if trigger is not None and trigger.kind == EngagementKind.VISIT else None
        if time is not None and time.date.exact:
            return time.date.earliest
    return None


def _there(r: Resolved, clause: Clause) -> Iterator[int]:
    sentence = r.annotated.sentence_of(clause.predicate)
    return (t.i for t in r.annotated.tokens[clause.predicate : sentence.last] if t.lower == "there" and t.pos == "ADV")
