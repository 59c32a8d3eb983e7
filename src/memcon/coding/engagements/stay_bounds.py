"""How long somebody stays where he is said to be: "will stay until Thursday", "has been in Oslo since Monday".

Comes in: a resolved document and the verb of a stay. Goes out: the days, which the word before the time bounds on one side and the report
on the other; and whether he is still there. Refused: a stay that was over before the report ("had been there since May").
"""

from dataclasses import replace

from memcon.coding.engagements.places import own_tokens
from memcon.model.clauses import Aspect, Tense
from memcon.model.resolved import Resolved, Signal, Time

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


def has_been(r: Resolved, i: int) -> bool:
    """ "Has been in Oslo since Monday": he is still there."""
    clause = r.clauses.at(i)
    return clause is not None and clause.tense is Tense.PRESENT and clause.aspect is Aspect.COMPLETED
