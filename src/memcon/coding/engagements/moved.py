"""What was put off and has another day: "was postponed until May 30", "moved from March 10 to March 17", "the new date is March 3",
"first foreseen for May 3, will now take place on May 30", "was to arrive today but will now come on Sunday".

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same, and behind the phrase of what was put off
one of what stands in its stead: its people and place, the other day, planned. It cites the words of that day. Refuses a day that no
words tell ("until next notice"), one that is only possible ("may be moved to May"), and an earlier one: what is brought forward is one
occasion still.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.events_again import became
from memcon.coding.engagements.nearest_times import nearest_time
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.places import own_tokens
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clause, Factuality, Form, Polarity, Relation
from memcon.model.kinds import can_be_one
from memcon.model.resolved import Resolved, Time
from memcon.model.status import CALLED_OFF, DATED_PLANS, UNDONE, Status
from memcon.registers.engagements import cue_of, verb_at, words

SETTLED = frozenset((Factuality.HAPPENED, Factuality.SCHEDULED, Factuality.UNDONE))
PLANNED_ANEW = Verdict(Status.PLANNED, Rule.SCHEDULED, "has another day", stands=True)
BACK = 3  # sentences from the words of the new day to those of what was put off


def with_new_days(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, with those of what stands in for what was put off. What "was to have been held" and has another day was put off."""
    found = list(_with_those_in_its_stead(r, phrases))
    replaced = {p.replaces for p in found}
    for p in found:
        unfulfilled = p.verdict.status == Status.CANCELLED and p.verdict.rule is Rule.UNFULFILLED
        off = Verdict(Status.POSTPONED, Rule.GIVEN_UP, "has another day")
        yield replace(p, verdict=off) if unfulfilled and p.token in replaced and p.replaces is None else p


def _with_those_in_its_stead(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    told: list[Phrase] = []
    for phrase in _with_their_days(r, phrases):
        told.append(phrase)
        off = _put_off_before(r, phrase, told) if phrase.replaces is None and not phrase.verbal else None
        yield _anew(r, phrase, off) if off is not None else phrase
    off_before = [p for p in told if p.verdict.status in CALLED_OFF]
    yield from _told_of_dates(r, off_before)
    yield from _told_of_it(r, told, off_before)


def _with_their_days(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    moving = [clause for clause in r.clauses.all if _puts_off(r.annotated, clause)]
    for phrase in phrases:
        verb, day = _moving(r, phrase, moving)
        if verb is None:
            verb, day = _now_on(r, phrase)
        if verb is None or day is None:
            yield _to_an_open_day(r, phrase, moving)
            continue
        old = _told_off(r, phrase, verb, day)
        yield old
        yield _in_its_stead(old, day)


def _moving(r: Resolved, phrase: Phrase, moving: Sequence[Clause]) -> tuple[Token | None, Time | None]:
    """The verb that gives the engagement another day, and that day."""
    if not phrase.verbal and not phrase.plural:
        for clause in moving:
            verb = r.annotated.tokens[clause.predicate]
            day = _day_behind(r, verb) if phrase.token in clause.patients else None
            if day is not None and _later(r, phrase, verb, day):
                return verb, day
    return None, None


def _now_on(r: Resolved, phrase: Phrase) -> tuple[Token | None, Time | None]:
    """The verb that tells on which later day it is to be, of what a clause beside it had set for another."""
    a, old = r.annotated, phrase.arguments.date
    if phrase.plural or old is None or (phrase.verdict.status is not None and not phrase.verdict.status.ahead):
        return None, None
    had = r.clauses.around(old.first)
    if had is None:
        return None, None
    for verb in a.tokens[max(old.last, phrase.token) + 1 : a.sentence_of(phrase.token).last]:
        clause = r.clauses.at(verb.i)
        if (
            clause is None
            or clause == had
            or clause.form is not Form.FINITE
            or clause.factuality is not Factuality.SCHEDULED
        ):
            continue
        if verb.lemma in words("closing") or a.tokens[had.predicate].lemma in words("beginning"):
            continue  # "which began yesterday, ends tomorrow": it is not put off, it lasts
        if not (_comes_instead(r, phrase, clause) if phrase.verbal else _is_its_own(r, phrase, had, clause)):
            continue
        reach = [x for t in (verb, *(t for t in a.children(verb.i) if t.dep == "xcomp")) for x in own_tokens(a, t.i)]
        day = nearest_time(r, verb.i, [t for t in reach if t.i > old.last and t.lower != "now"])
        if day is not None and _known(day) and not old.date.can_be(day.date) and _later(r, phrase, verb, day):
            return verb, day
    return None, None


def _is_its_own(r: Resolved, phrase: Phrase, had: Clause, clause: Clause) -> bool:
    """ "The visit, first foreseen for May 3, will now take place": what is set in the aside is what the verb is said of."""
    aside = had.relation is Relation.RELATIVE or r.annotated.tokens[had.predicate].lemma in words("setting")
    said_of = phrase.token in (*clause.agents, *clause.patients, *clause.subjects)
    return aside and said_of and had.predicate > phrase.token


def _comes_instead(r: Resolved, phrase: Phrase, clause: Clause) -> bool:
    """ "Was to arrive today, will now come on Sunday": a past plan, and "now" beside what they are to do."""
    if phrase.verdict.stands or not any(t.lower == "now" for t in r.annotated.children(clause.predicate)):
        return False
    trigger = verb_at(r.annotated.tokens[clause.predicate].lemma, particles(r.annotated, clause.predicate))
    return trigger is None or can_be_one(trigger.kind, phrase.kind)


def _known(day: Time) -> bool:
    return day.date.earliest is not None and not day.date.presumed


def _to_an_open_day(r: Resolved, phrase: Phrase, moving: Sequence[Clause]) -> Phrase:
    """ "Was moved to a later date", "set for May 3, will be held at a later date": put off, to no day that the words tell."""
    a, status = r.annotated, phrase.verdict.status
    if phrase.verbal or phrase.plural or (status is not None and not status.ahead):
        return phrase
    verbs = [
        c.predicate for c in moving if phrase.token in c.patients and _open_day_behind(a, c.predicate, "to_another_day")
    ]
    token = a.tokens[phrase.token]
    if phrase.arguments.date is not None and token.dep in ("nsubj", "nsubjpass"):
        verbs += [token.head] if _open_day_behind(a, token.head, "on_a_day") else []
    return replace(phrase, verdict=Verdict(Status.POSTPONED, Rule.GIVEN_UP, "has no day now")) if verbs else phrase


def _open_day_behind(a: Annotated, verb: int, links: str) -> bool:
    """Is it to "a later date", "another day", "a date to be agreed"?"""
    inside = (x for t in a.children(verb) if t.i > verb and t.lower in words(links) and (x := a.child(t.i, "pobj")))
    return any(
        x.lemma in words("dates")
        and any(t.lower in words("open_dates") or t.tag == "VB" or t.dep in ("relcl", "acl") for t in a.children(x.i))
        for x in inside
    )


def _puts_off(a: Annotated, clause: Clause) -> bool:
    """Does a clause tell as settled that something is put off or moved?"""
    if clause.form is Form.NOMINAL or clause.factuality not in SETTLED or clause.polarity is not Polarity.POSITIVE:
        return False
    lemma = a.tokens[clause.predicate].lemma
    cue = cue_of("object", lemma, particles(a, clause.predicate))
    return lemma in words("moving_days") or (cue is not None and cue.status == Status.POSTPONED)


def _day_behind(r: Resolved, verb: Token) -> Time | None:
    """May 30 of "put off until May 30", as a day or a month that the words tell."""
    a = r.annotated
    links = [t for t in a.children(verb.i) if t.i > verb.i and t.lower in words("to_another_day")]
    links += [t for link in links for t in a.children(link.i) if t.lower in words("to_another_day")]
    return next((day for link in links if (day := _time_at(r, link.i + 1)) is not None), None)


def _time_at(r: Resolved, i: int) -> Time | None:
    found = next((t for t in r.times if t.first <= i < t.last or t.first == i + 1), None)
    return found if found is not None and found.date.earliest is not None and not found.date.presumed else None


def _later(r: Resolved, phrase: Phrase, verb: Token, day: Time) -> bool:
    old = _old_day(r, phrase, verb, day)
    if old is None or old.date.latest is None or day.date.earliest is None:
        return True
    return day.date.earliest > old.date.latest


def _old_day(r: Resolved, phrase: Phrase, verb: Token, day: Time) -> Time | None:
    """March 10 of "moved from March 10 to March 17", else the day that the phrase has by itself."""
    a = r.annotated
    come = next((t for t in a.children(verb.i) if t.lower in words("from_a_day")), None)
    if come is not None and (found := _time_at(r, come.i + 1)) is not None and found != day:
        return found
    own = phrase.arguments.date
    if own is not None and (own.first, own.last) != (day.first, day.last):
        return own
    inside = (t for t in r.times if phrase.token < t.first < verb.i and t.date.earliest is not None and not t.date.presumed)
    return next(inside, None) if phrase.token < verb.i else None


def _told_off(r: Resolved, phrase: Phrase, verb: Token, day: Time) -> Phrase:
    """The phrase as what was put off, on its old day."""
    old = _old_day(r, phrase, verb, day)
    verdict = phrase.verdict
    if verdict.status not in CALLED_OFF or verdict.rule is Rule.UNFULFILLED:
        verdict = Verdict(Status.POSTPONED, Rule.GIVEN_UP, "has another day")
    return replace(phrase, verdict=verdict, arguments=replace(phrase.arguments, date=old))


def _in_its_stead(old: Phrase, day: Time, verdict: Verdict = PLANNED_ANEW) -> Phrase:
    return replace(
        old,
        first=day.first,
        last=day.last,
        definite=False,
        verdict=verdict,
        arguments=replace(old.arguments, date=day),
        replaces=old.token,
        follows=old.token,
    )


def _put_off_before(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> Phrase | None:
    """What was called off a little before, which "the postponed visit" names again."""
    a = r.annotated
    if not any(t.lower in words("put_off_before") and t.i < phrase.token for t in a.children(phrase.token)):
        return None
    here = a.tokens[phrase.token].sentence
    near = (p for p in reversed(told) if p.token < phrase.token and here - a.tokens[p.token].sentence <= BACK)
    return next((p for p in near if p.verdict.status in CALLED_OFF and can_be_one(p.kind, phrase.kind)), None)


def _anew(r: Resolved, phrase: Phrase, off: Phrase) -> Phrase:
    """ "The postponed visit will now take place on May 30": another than was put off, of the same people."""
    status = became(r, r.annotated.tokens[phrase.token])
    if status is None or status in UNDONE or phrase.arguments.date is None:
        return phrase
    own = phrase.arguments
    same = replace(off.arguments, date=own.date, place=own.place or off.arguments.place)
    verdict = Verdict(status, Rule.OCCASION, "has another day")
    return replace(phrase, arguments=same, verdict=verdict, definite=False, replaces=off.token, follows=off.token)


def _told_of_dates(r: Resolved, off: Sequence[Phrase]) -> Iterator[Phrase]:
    """ "The new date is March 3", of what was called off a little before."""
    a = r.annotated
    for t in a.tokens if off else ():
        if t.lemma not in words("dates") or not any(x.lower in words("new_dates") for x in a.children(t.i)):
            continue
        clause = r.clauses.around(t.i)
        day = next((x for x in r.times if x.first > t.i and a.tokens[x.first].sentence == t.sentence), None)
        before = [p for p in off if 0 <= t.sentence - a.tokens[p.token].sentence <= BACK]
        told = day is not None and day.date.earliest is not None and a.head(t.i).lemma in words("setting_dates")
        if day is not None and told and before and clause is not None and clause.polarity is Polarity.POSITIVE:
            yield _in_its_stead(before[-1], day)


def _told_of_it(r: Resolved, told: Sequence[Phrase], off: Sequence[Phrase]) -> Iterator[Phrase]:
    """ "They will now begin on March 19", "it will be held in June instead": said right behind what was called off, and of nothing else."""
    a = r.annotated
    for t in a.tokens if off else ():
        if t.dep not in ("nsubj", "nsubjpass") or t.lower not in words("it_and_they"):
            continue
        before = [p for p in told if p.token < t.i and 0 <= t.sentence - a.tokens[p.token].sentence <= 1 and not p.verbal]
        last = max(before, key=lambda p: p.token, default=None)
        status = became(r, t)
        if last is None or last not in off or status not in DATED_PLANS or last.replaces is not None:
            continue
        day = nearest_time(r, t.head, list(own_tokens(a, t.head)))
        day = day or next(
            (x for c in a.children(t.head) if c.dep == "xcomp" for y in own_tokens(a, c.i) if (x := r.time_at(y.i))), None
        )
        old = last.arguments.date
        new = day is not None and day.date.earliest is not None and not day.date.presumed
        if day is not None and new and (old is None or not old.date.can_be(day.date)):
            yield _in_its_stead(last, day)
