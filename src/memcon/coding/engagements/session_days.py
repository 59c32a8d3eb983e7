"""The days of a session by its beginning and its end: "the Council, which began yesterday, ends its work tomorrow".

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same; of a meeting or a gathering whose first and last
day are told, in one sentence or in one behind the other ("The summit opened on Monday. It closes on Thursday"), each phrase has the days
from the one to the other, and it goes on where the report was written in between. Refused: what may begin or end, and days that are
more than some weeks apart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.headlines import in_headline
from memcon.coding.engagements.occasion import from_to
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.places import own_tokens
from memcon.coding.engagements.verdict import SILENT, Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.clauses import Clause, Condition, Factuality
from memcon.model.dates import DateRange
from memcon.model.kinds import MEETINGS, ORGANISED, can_be_one
from memcon.model.resolved import Resolved, Time
from memcon.model.status import DONE, Status
from memcon.registers.engagements import words

SESSIONS = MEETINGS | ORGANISED
LONGEST = timedelta(days=28)  # a session of a month; what ends later than that began as something else
BACK = 3  # sentences between the session and its end
BEGUN = frozenset((Factuality.HAPPENED, Factuality.UNDER_WAY))
TOLD = BEGUN | {Factuality.SCHEDULED}


@dataclass(frozen=True, slots=True)
class Edge:
    """A day on which a session begins or ends, with its words and whether it has."""

    time: Time
    done: bool


def with_session_days(r: Resolved, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases, those of sessions with their days from the first to the last."""
    told = list(phrases)
    for n, phrase in enumerate(told):
        if phrase.kind not in SESSIONS or phrase.plural or phrase.generic or phrase.titled:
            continue
        first, last = _edge(r, phrase, "beginning"), _edge(r, phrase, "closing")
        if last is None:
            continue
        if first is not None:
            told[n] = _from_to(r, phrase, first, last)
        elif (at := _of_which(r, told, n)) is not None:
            _end(r, told, at, n, last)
    for it in (t for t in r.annotated.tokens if t.lower == "it" and t.dep == "nsubj"):
        _ends_later(r, told, it)
    return told


def _ends_later(r: Resolved, told: list[Phrase], it: Token) -> None:
    """ "The summit opened on Monday. It ends on Thursday"."""
    a = r.annotated
    near = [n for n, p in enumerate(told) if p.token < it.i and 0 < it.sentence - a.tokens[p.token].sentence <= 1]
    last = _edge_of(r, a.head(it.i), "closing") if near else None
    before = told[near[0]] if near else None
    if last is None or before is None or before.kind not in SESSIONS or before.verdict.status not in DONE:
        return
    days = _up_to(r, before, last)
    if days is not None:
        time = replace(before.arguments.date or last.time, date=days, occasion=None)
        told[near[0]] = replace(
            before, arguments=_on(before.arguments, time), verdict=verdict_between(r, days) or before.verdict
        )


def _edge(r: Resolved, phrase: Phrase, which: str) -> Edge | None:
    """The day of the first verb of beginning, or of ending, that tells of the session."""
    return next((edge for verb in _verbs(r, phrase) if (edge := _edge_of(r, verb, which)) is not None), None)


def _edge_of(r: Resolved, verb: Token, which: str) -> Edge | None:
    clause = r.clauses.at(verb.i)
    if verb.lemma not in words(which) or clause is None or not is_told(clause):
        return None
    day = only_day(r, verb)
    return Edge(day, clause.factuality in BEGUN) if day is not None else None


def only_day(r: Resolved, verb: Token) -> Time | None:
    """The one day that a verb's own words tell; None where they tell none, or several."""
    times = {t.first: t for x in own_tokens(r.annotated, verb.i) if (t := r.time_at(x.i)) is not None}
    days = [t for t in times.values() if t.date.exact and t.kind not in ("duration", "set")]
    return days[0] if len(days) == 1 else None


def is_told(clause: Clause) -> bool:
    return clause.factuality in TOLD and clause.condition is Condition.NONE


def _verbs(r: Resolved, phrase: Phrase) -> Iterator[Token]:
    """The verbs whose subject the session is, with those joined to them, and those of the clauses behind its noun."""
    a, token = r.annotated, r.annotated.tokens[phrase.token]
    noun = a.child(token.i, "nsubj", "nsubjpass") if phrase.verbal else token
    verb = token if phrase.verbal else a.head(token.i) if token.dep in ("nsubj", "nsubjpass") else None
    if verb is not None:
        yield verb
        yield from (t for t in a.children(verb.i) if t.dep == "conj" and a.child(t.i, "nsubj", "nsubjpass") is None)
    if noun is not None:
        yield from (t for t in a.children(noun.i) if t.dep == "relcl")


def _of_which(r: Resolved, told: list[Phrase], n: int) -> int | None:
    """The session, told some sentences before, that "the meeting" of phrase n is."""
    a, phrase = r.annotated, told[n]
    if not phrase.definite or phrase.arguments.people:
        return None
    for at in range(n - 1, -1, -1):
        before = told[at]
        gap = a.tokens[phrase.token].sentence - a.tokens[before.token].sentence
        if gap > BACK or before.titled:
            return None
        if gap and before.kind in SESSIONS and not before.plural and not in_headline(r, before):
            return at if can_be_one(before.kind, phrase.kind) and before.verdict.status in DONE else None
    return None


def _end(r: Resolved, told: list[Phrase], at: int, n: int, last: Edge) -> None:
    """Give the session told at `at`, and the phrase n that tells its end, the days up to that."""
    before = told[at]
    days = _up_to(r, before, last)
    if days is None:
        return
    time = replace(before.arguments.date or last.time, date=days, occasion=None)
    told[at] = replace(before, arguments=_on(before.arguments, time))
    verdict = told[n].verdict if last.done else verdict_between(r, days) or SILENT
    told[n] = replace(told[n], arguments=_on(told[n].arguments, time), verdict=verdict, same_as=before.token)


def _up_to(r: Resolved, before: Phrase, last: Edge) -> DateRange | None:
    """From the day told of it, or from that of the report where it is under way, to its last."""
    own, published = before.arguments.date, r.annotated.document.published
    begun = own.date if own is not None else published if before.verdict.status is Status.ONGOING else None
    return days_between(begun, last.time.date) if begun is not None else None


def _from_to(r: Resolved, phrase: Phrase, first: Edge, last: Edge) -> Phrase:
    days = days_between(first.time.date, last.time.date)
    if days is None:
        return phrase
    time = replace(first.time, date=days, occasion=None)
    verdict = verdict_between(r, days) if first.done and not last.done else None
    return replace(phrase, arguments=_on(phrase.arguments, time), verdict=verdict or phrase.verdict)


def _on(arguments: Arguments, time: Time) -> Arguments:
    return replace(arguments, date=time)


def days_between(first: DateRange, last: DateRange) -> DateRange | None:
    """From the first day to the last, where these can be of one session."""
    if first.earliest is None or last.latest is None or not first.earliest <= last.latest <= first.earliest + LONGEST:
        return None
    return from_to(first, last) if first.earliest != last.latest else first


def verdict_between(r: Resolved, days: DateRange) -> Verdict | None:
    """It goes on, where the report was written between its first day and its last."""
    written = r.annotated.document.published
    inside = written.earliest is not None and written.latest is not None and _inside(days, written.earliest, written.latest)
    return Verdict(Status.ONGOING, Rule.UNDER_WAY, "between its first day and its last") if inside else None


def _inside(days: DateRange, first: date, last: date) -> bool:
    return days.earliest is not None and days.latest is not None and days.earliest <= first and last <= days.latest
