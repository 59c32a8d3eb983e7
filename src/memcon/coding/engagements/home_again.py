"""The last day of a visit, told by the way home: "arrived in Apia on Monday. He flies home this afternoon".

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same, a visit of which the first day is told with
the days up to the day on which the traveller goes home, or is expected back; it goes on where the report was written in between. Refused:
another traveller, a day that is no single one or lies weeks behind, and a return that is only possible.
"""

from collections.abc import Iterable
from dataclasses import replace

from memcon.coding.engagements.participants import party_tokens
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.session_days import days_between, is_told, only_day, verdict_between
from memcon.coding.engagements.subjects import subject_of
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved, Time
from memcon.model.status import AHEAD, DONE
from memcon.registers.engagements import words

BACK = 3  # sentences between the visit and the way home


def with_way_home(r: Resolved, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases, visits with their last day."""
    told = list(phrases)
    for verb in r.annotated.tokens:
        day = _day_of_return(r, verb) if verb.lemma in words("going_home") and verb.pos in ("VERB", "AUX") else None
        at = _visit_before(r, told, verb) if day is not None else None
        own = told[at].arguments.date if at is not None else None
        days = days_between(own.date, day.date) if own is not None and day is not None else None
        if at is None or own is None or days is None:
            continue
        visit = told[at]
        verdict = verdict_between(r, days) if visit.verdict.status in DONE else None
        arguments = replace(visit.arguments, date=replace(own, date=days, occasion=None))
        told[at] = replace(visit, arguments=arguments, verdict=verdict or visit.verdict)
    return told


def _day_of_return(r: Resolved, verb: Token) -> Time | None:
    """The one day of "flies home on Sunday", "is expected back on Friday", "returns to Lima, her capital, tomorrow"."""
    a, clause = r.annotated, r.clauses.at(verb.i)
    near = [
        *a.children(verb.i),
        *(x for t in a.children(verb.i) if t.dep in ("acomp", "prt", "xcomp") for x in a.children(t.i)),
    ]
    if clause is None or not is_told(clause) or not any(t.lower in words("homewards") for t in near):
        return None
    return only_day(r, verb)


def _visit_before(r: Resolved, told: list[Phrase], verb: Token) -> int | None:
    """The last visit abroad of who goes home, told just before."""
    subject = subject_of(r, verb.i)
    who = {p.actor for p in party_tokens(r, subject.i) if p.actor} if subject is not None else set()
    for at in range(len(told) - 1, -1, -1):
        visit = told[at]
        gap = verb.sentence - r.annotated.tokens[visit.token].sentence
        if visit.token >= verb.i or visit.kind is not EngagementKind.VISIT or gap > BACK:
            continue
        if who & {p.actor for p in visit.arguments.people}:
            return at if visit.verdict.status in DONE | AHEAD and visit.arguments.place is not None else None
    return None
