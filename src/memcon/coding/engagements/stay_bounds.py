"""How long somebody stays where he is said to be: "will stay until Thursday", "has been in Oslo since Monday".

Comes in: a resolved document and the verb of a stay, or of the return from one ("returned from Oslo, where he had been for two days").
Goes out: the days, which the word before the time bounds on one side and the report on the other, or of which the return is the last;
and whether he is still there. Refused: a stay that was over before the report ("had been there since May").
"""

import re
from dataclasses import replace
from datetime import timedelta

from memcon.coding.engagements.places import own_tokens
from memcon.model.annotated import Token
from memcon.model.clauses import Aspect, Form, Tense
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.resolved import Resolved, Signal, Time
from memcon.registers.engagements import words

LENGTH = re.compile(r"P(\d+)([DW])")
LONGEST = 21  # days

BOUNDS = (Signal.UNTIL, Signal.SINCE)


def bounded_stay(r: Resolved, i: int) -> Time | None:
    """The days on which somebody stays until, or has been somewhere since, a day."""
    times = {t.first: t for x in own_tokens(r.annotated, i) if (t := r.time_at(x.i)) is not None and t.signal in BOUNDS}
    if len(times) != 1:
        return None
    ((_, time),) = times.items()
    published, days = r.annotated.document.published, time.occasion or time.date
    if time.signal is Signal.SINCE and days.earliest is not None and days.latest is None and has_been(r, i):
        days = replace(days, latest=published.latest)
    return replace(time, date=days) if days.bounded else None


def stay_before(r: Resolved, i: int, back: Time | None) -> Time | None:
    """ "Returned on Thursday from Oslo, where he had been for three days": the days up to his return."""
    a = r.annotated
    if back is None or not back.date.exact or back.date.earliest is None:
        return back
    links = (t for t in a.children(i) if t.dep == "prep" and t.lower == "from")
    places = (x for t in links if (x := a.child(t.i, "pobj")) is not None and r.place_at(x.i) is not None)
    clauses = (t for x in places for t in a.children(x.i) if t.dep == "relcl" and "where" in _words(r, t))
    lengths = {n for t in clauses for x in a.subtree(t.i) if (n := days_long(r.time_at(x.i))) is not None}
    if len(lengths) != 1:
        return back
    first = back.date.earliest - timedelta(days=lengths.pop())
    basis = Basis(BasisKind.CONTEXT, reason="as long before the return as the stay was", of=back.date.basis)
    return replace(back, date=DateRange(first, back.date.latest, None, basis))


def about_to_end(r: Resolved, token: Token, day: Time | None) -> Time | None:
    """ "Ends his visit today", "the visit ends tomorrow": the days from the report to its end, as it goes on when that is written."""
    a, published = r.annotated, r.annotated.document.published
    verb, clause = a.head(token.i), r.clauses.at(token.head)
    latest = day.date.latest if day is not None else None
    if day is None or latest is None or published.latest is None or published.earliest is None:
        return None
    told = clause is not None and clause.form is Form.FINITE and verb.tag in ("VBZ", "VBP")
    ends = told and token.dep in ("dobj", "nsubj") and verb.lemma in words("closing")
    if not ends or not published.latest <= latest <= published.latest + timedelta(days=1):
        return None
    basis = Basis(BasisKind.STAY, reason="it goes on until it ends", of=day.date.basis)
    first = min(day.date.earliest or published.earliest, published.earliest)
    return replace(day, date=DateRange(first, latest, None, basis))


def days_long(time: Time | None) -> int | None:
    """Three of "three days", seven of "a week"; None of hours, and of what is too long for a visit."""
    found = LENGTH.fullmatch(time.date.value or "") if time is not None and time.kind == "duration" else None
    days = int(found[1]) * (7 if found[2] == "W" else 1) if found is not None else 0
    return days if 0 < days <= LONGEST else None


def _words(r: Resolved, clause: Token) -> set[str]:
    return {t.lower for t in r.annotated.children(clause.i)}


def has_been(r: Resolved, i: int) -> bool:
    """ "Has been in Oslo since Monday": he is still there."""
    clause = r.clauses.at(i)
    return clause is not None and clause.tense is Tense.PRESENT and clause.aspect is Aspect.COMPLETED
