"""A sentence that tells several meetings: "met A in Ankara on Monday and B in Athens on Tuesday", "separate calls with A and B".

Comes in: the phrases of a document. Goes out: the same; where the words tell one meeting with each of several, one phrase for
each, with those who take part in it, its own day and its own place. Parses break on such rows, so they are read by their words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.companions import Companion, beside_them, companions_of, included, those_before
from memcon.coding.engagements.days_in_turn import days_in_turn
from memcon.coding.engagements.each_or_all import Told, told_how
from memcon.coding.engagements.listed_below import heads_hours
from memcon.coding.engagements.one_by_one import same_office, told_of_each
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import Status
from memcon.registers.engagements import words

KINDS = frozenset((EngagementKind.MEETING, EngagementKind.TALKS, EngagementKind.CALL, EngagementKind.DINNER))
LINKS = frozenset(("with", "by"))


@dataclass(frozen=True, slots=True)
class Row:
    """One of the meetings that a phrase tells: with whom, and what the words around them give as its times and places."""

    companions: tuple[Companion, ...]
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()


def by_company(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those of several meetings taken apart."""
    about: Phrase | None = None
    before: Phrase | None = None
    for phrase in map(partial(_with_included, r), phrases):
        if phrase.titled and not phrase.plural and phrase.kind in KINDS:
            about = phrase
        there = _there_before(r, before, phrase)
        before = phrase
        rows = _all_rows(r, phrase, about, there) if phrase.kind in KINDS and not phrase.titled else []
        if len(rows) < 2:
            yield phrase
            continue
        phrase = replace(phrase, verdict=_of_hours(r, phrase))
        for n, row in enumerate(rows):
            yield _meeting(r, phrase, row, rows, n)


def _of_hours(r: Resolved, phrase: Phrase) -> Verdict:
    """The verdict; what a heading without a verb puts over names at their hours is planned, unless its day is over."""
    verdict, time = phrase.verdict, phrase.arguments.date
    if phrase.verbal or verdict.status is not None or verdict.barred or not heads_hours(r.annotated, phrase.token):
        return verdict
    published = r.annotated.document.published.earliest
    past = time is not None and published is not None and time.date.latest is not None and time.date.latest < published
    return replace(verdict, status=Status.HELD if past else Status.PLANNED, rule=Rule.DAY_PAST if past else Rule.SCHEDULED)


def _with_included(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase with those who are named of several meetings ("including with A"), where no others are."""
    known = {p.actor for p in phrase.arguments.parties}
    told = [r.actors[p.actor] for p in phrase.arguments.beside if p.actor and p.token > phrase.token]
    if phrase.kind not in KINDS or any(actor.named or not phrase.verbal for actor in told):
        return phrase
    added = tuple(p for p in included(r, phrase) if p.actor not in known)
    if not added:
        return phrase
    others = tuple(p for p in phrase.arguments.beside if p.token < phrase.token)
    return replace(phrase, arguments=replace(phrase.arguments, beside=(*others, *added), with_somebody=True))


def _there_before(r: Resolved, before: Phrase | None, phrase: Phrase) -> Place | None:
    """The place of what the same sentence told just before of the same people, where the phrase has none of its own."""
    tokens = r.annotated.tokens
    if (
        phrase.arguments.place is not None
        or before is None
        or tokens[before.token].sentence != tokens[phrase.token].sentence
    ):
        return phrase.arguments.place
    same = {p.actor for p in before.arguments.people} & {p.actor for p in phrase.arguments.people if p.actor}
    return before.arguments.place if same else None


def _all_rows(r: Resolved, phrase: Phrase, about: Phrase | None, there: Place | None) -> list[Row]:
    """The meetings that a phrase tells, and those with whom the opening of its sentence names: "Besides X, she met Y"."""
    rows, more = _rows(r, phrase, about, there), beside_them(r, phrase)
    if more and not rows:
        rows = [Row(tuple(company))] if (company := companions_of(r, phrase)) else []
    return [*rows, *(Row((one,)) for one in more)] if rows else []


def _rows(r: Resolved, phrase: Phrase, about: Phrase | None, there: Place | None) -> list[Row]:
    company = companions_of(r, phrase)
    if len(company) == 1 and len(acting := those_before(r, phrase)) > 1:
        return _of_those_before(r, phrase, acting) if all(one.known for one in (*acting, *company)) else []
    if len(company) < 2 or not phrase.arguments.parties or not _common(phrase, company):
        return []
    turns = _days_before(r, phrase, company)
    each = bool(turns) or told_of_each(r, phrase, company, there, about)
    groups: list[list[Companion]] = [[company[0]]]
    for before, one in pairwise(company):
        apart = (
            each
            and one.known
            and not _own_side(r, phrase, one)
            and not same_office(r, before, one)
            and not _does(r, before, one)
        )
        if apart or _parted(r, phrase, before, one, company):
            groups.append([one])
        elif one.joined and (one.known or not each):
            groups[-1].append(one)
    if len(groups) < 2 or not all(any(one.known for one in group) for group in groups):
        return []
    rows = _with_days(r, phrase, groups)
    return [replace(row, times=(time,)) for row, time in zip(rows, turns, strict=True)] if len(turns) == len(rows) else rows


def _of_those_before(r: Resolved, phrase: Phrase, acting: Sequence[Companion]) -> list[Row]:
    """A meeting for each of several who stand before the trigger: "A and B separately met C", "A and, later, B were received by C"."""
    told = told_how(r, phrase, acting[0].first, acting[-1].last)
    between = (t for x, y in pairwise(acting) for t in r.annotated.tokens[x.last : y.first])
    later = told is None and any(t.lower in words("succeeding") for t in between)
    return [Row((one,)) for one in acting] if later or told is Told.EACH else []


def _days_before(r: Resolved, phrase: Phrase, company: Sequence[Companion]) -> list[Time]:
    """ "On 3 and 4 May respectively, she met X and Y": a day for each."""
    time, sentence = phrase.arguments.date, r.annotated.sentence_of(phrase.token)
    in_turn = any(t.lower == "respectively" for t in r.annotated.tokens[sentence.first : phrase.token])
    return days_in_turn(r, time, len(company)) if time is not None and in_turn else []


def _common(phrase: Phrase, company: Sequence[Companion]) -> bool:
    """Is somebody named before the verb or noun, or as whose meetings they are, beside those who were met?"""
    met = {p.actor for one in company for p in one.parties}
    return any(p.token < phrase.token or p.actor not in met for p in phrase.arguments.parties)


def _parted(r: Resolved, phrase: Phrase, before: Companion, one: Companion, company: Sequence[Companion]) -> bool:
    """Do the words between two say that they were met apart: "and then", "with A and with B", a day and a place for each?"""
    between = r.annotated.tokens[before.last : one.first]
    lower = {t.lower for t in between}
    if any(t.pos == "VERB" for t in between):
        return False
    if lower & words("succeeding") or (lower & LINKS and lower & {"and", ",", ";"}):
        return True
    if ";" in lower and phrase.verbal:
        return True
    if phrase.verbal and r.annotated.sentence_of(before.first).paragraph != r.annotated.sentence_of(one.first).paragraph:
        return True
    if lower & words("joining_companions") - {"and", ",", ";"}:
        return True  # "as well as", "in addition to"
    following = next((x.first for x in company if x.first > one.first), r.annotated.sentence_of(one.first).last)
    behind = r.annotated.tokens[one.last : following]
    return _set(r, between) and _set(r, behind)


def _own_side(r: Resolved, phrase: Phrase, one: Companion) -> bool:
    """Somebody without a name whose office would be of the visitor's own state: a title misread."""
    actor = r.actors[one.parties[0].actor or ""]
    own = {r.actors[p.actor].state for p in phrase.arguments.parties if p.actor and p.token < phrase.token}
    return actor.kind == "person" and not actor.named and actor.state in own


def _does(r: Resolved, before: Companion, one: Companion) -> bool:
    """Does a verb stand between two ("X, accompanied by Y")?"""
    return any(t.pos == "VERB" for t in r.annotated.tokens[before.last : one.first])


def _set(r: Resolved, tokens: Sequence[Token]) -> bool:
    """Is a day or a place told there?"""
    return any(r.time_at(t.i) is not None or _where(r, t) is not None for t in tokens)


def _where(r: Resolved, t: Token) -> Place | None:
    """The place behind "in" or "at"."""
    mention = r.place_at(t.i) if t.i > 0 and r.annotated.tokens[t.i - 1].lower in ("in", "at") else None
    return mention.place if mention is not None else None


def _with_days(r: Resolved, phrase: Phrase, groups: list[list[Companion]]) -> list[Row]:
    """The groups with the days and places that stand between them, each given to the one it belongs to."""
    tokens, rows = r.annotated.tokens, list[Row]()
    end = _end(r, phrase, groups)
    for n, group in enumerate(groups):
        start = phrase.token + 1 if n == 0 else _coordinator(r, groups[n - 1][-1].last, group[0].first)
        last = end if n + 1 == len(groups) else _coordinator(r, group[-1].last, groups[n + 1][0].first)
        inside = [t for t in tokens[start:last] if not any(c.first <= t.i < c.last for c in group)]
        times = {t.first: t for x in inside if (t := r.time_at(x.i)) and t.kind not in ("duration", "set")}
        places = [p for x in inside if (p := _where(r, x))]
        rows.append(Row(tuple(group), tuple(times.values()), tuple(places)))
    return _in_turn(r, rows)


def _end(r: Resolved, phrase: Phrase, groups: list[list[Companion]]) -> int:
    """Where what is said of the last one ends: at the next verb, or at the end of the sentence."""
    last = groups[-1][-1].last
    sentence = r.annotated.sentence_of(max(phrase.token, last - 1))
    tokens = r.annotated.tokens
    stops = (
        t.i for t in tokens[last : sentence.last] if t.pos in ("VERB", "AUX") or t.text == ";" or t.lower in words("topics")
    )
    return next(stops, sentence.last)


def _coordinator(r: Resolved, first: int, last: int) -> int:
    """The "and", comma or semicolon that parts what belongs to one from what belongs to the next."""
    tokens = r.annotated.tokens[first:last]
    return next(
        (t.i for t in reversed(tokens) if t.lower in ("and", ";")), next((t.i for t in tokens if t.text == ","), last)
    )


def _in_turn(r: Resolved, rows: list[Row]) -> list[Row]:
    """ "On 19 and 20 September respectively": as many days as meetings behind the last of them are theirs in turn."""
    if any(row.times for row in rows[:-1]):
        return rows
    told = rows[-1].times
    times = days_in_turn(r, told[0], len(rows)) if len(told) == 1 else list(told)
    if len(times) != len(rows):
        return rows
    return [replace(row, times=(time,)) for row, time in zip(rows, times, strict=True)]


def _meeting(r: Resolved, phrase: Phrase, row: Row, rows: Sequence[Row], n: int) -> Phrase:
    mine = {p.actor for c in row.companions for p in c.parties}
    others = {p.actor for x in rows for c in x.companions for p in c.parties} - mine
    old = phrase.arguments
    known = {p.actor for p in old.parties}
    added = tuple(p for c in row.companions for p in c.parties if p.actor not in known)
    begin, last = rows[0].companions[0].first, max(c.last for x in rows for c in x.companions)
    below = begin >= r.annotated.sentence_of(phrase.token).last  # of a list
    spread = range(begin if below else min(begin, phrase.token + 1), last)

    def kept(party: Party) -> bool:
        return party.actor in mine or (party.actor not in others and party.token not in spread)

    arguments = Arguments(
        subjects=tuple(p for p in old.subjects if kept(p)),
        beside=(*(p for p in old.beside if kept(p)), *added),
        subject_plural=old.subject_plural,
        subject_is_role=old.subject_is_role,
        with_somebody=True,
        place=_place(rows, n) or (old.place if not any(x.places for x in rows) else None),
        date=_time(rows, n) or (old.date if not any(x.times for x in rows) else None),
    )
    if n == 0:
        return replace(phrase, arguments=arguments)
    at = row.companions[0]
    return replace(phrase, first=at.first, last=at.last, arguments=arguments, follows=phrase.token, definite=False)


def _time(rows: Sequence[Row], n: int) -> Time | None:
    return next((x.times[0] for x in _near(rows, n) if x.times), None)


def _place(rows: Sequence[Row], n: int) -> Place | None:
    return next((x.places[0] for x in _near(rows, n) if x.places), None)


def _near(rows: Sequence[Row], n: int) -> list[Row]:
    """Itself, those after it, those before it from the nearest: "A, and B on Tuesday" is one day for both."""
    return [*rows[n:], *reversed(rows[:n])]
