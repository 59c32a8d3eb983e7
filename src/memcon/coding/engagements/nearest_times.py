"""Which of the days that stand within reach of an engagement is its own.

Comes in: a resolved document, the token that names the engagement, and the tokens within its reach. Goes out: the shortest time that is
known, the nearest of several; none that dates another noun ("Wednesday's vote") or stands behind "since" and the like.
"""

from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved, Time
from memcon.registers.engagements import words


def nearest_time(r: Resolved, i: int, reach: list[Token]) -> Time | None:
    times = {t.first: t for token in reach if (t := r.time_at(token.i)) and t.kind not in ("duration", "set")}
    times = {n: t for n, t in times.items() if not _owned_by_other(r.annotated, t, i)}
    times = {n: t for n, t in times.items() if n == 0 or r.annotated.tokens[n - 1].lower not in words("not_its_day")}
    times = {n: t for n, t in times.items() if t.date.reference is None} or times
    known = [t for t in times.values() if t.date.known] or list(times.values())
    return min(known, key=lambda t: (t.date.days or 10**6, abs(t.first - i)), default=None)


def _owned_by_other(a: Annotated, time: Time, i: int) -> bool:
    """ "Wednesday's vote", "the April 28 vote": it dates the vote."""
    inside = a.tokens[time.first : time.last]
    before = any(
        t.dep in ("compound", "nmod", "nummod") and time.last <= t.head != i and a.head(t.i).pos == "NOUN" for t in inside
    )
    return before or any(t.dep == "poss" and t.head != i for t in inside)
