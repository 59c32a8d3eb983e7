"""The life of an engagement as of a day: what had been said of it by then, and what that makes of its status.

Comes in: an engagement or its history, and a day. Goes out: its status, or the engagement as it stood. Whether a plan is still
to come depends on the day on which that is asked, so nothing here is a property of the record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.model.dates import DateRange
from memcon.model.kinds import OF_ONE_DAY
from memcon.model.record import Account, Engagement, HistoryStep
from memcon.model.status import AHEAD, DONE, INTENDED, Status, can_follow, no_longer_ahead

MONTH = 31  # days; what goes on for longer is not over with them
PLANNED = 100  # days; of 92 announcements of the White House (2021-22) all came about within 85
WIDE = 45  # days; bounds further apart than this tell no day
# Days for which a plan without a day is still to come: more than twice the longest lead of the 92 announcements of one government
# (2021-22) whose day is known, which was 85; others may plan further ahead.
HORIZON = timedelta(days=200)


def status_as_of(history: Sequence[HistoryStep], when: DateRange, day: date | None) -> Status:
    """The last status that was said. What was under way on days that have passed was held; a plan whose day has passed without
    a report of it is unconfirmed. `history`: in the order of time, and not empty."""
    last = history[-1].status
    done = max((step.status for step in history if step.status in DONE), key=lambda s: s.weight, default=None)
    if done and not can_follow(done, last):
        last = done
    passed = bool(when.latest and day and when.latest < day)
    long_under_way = last == Status.ONGOING and (when.days or MONTH + 1) > MONTH
    return no_longer_ahead(last) if passed and not long_under_way else last


def as_of(engagement: Engagement, day: date) -> Engagement | None:
    """The engagement with what had been said of it by a day, and the reports that had; None where none had. Undated reports count as
    said before."""
    said = tuple(s for s in engagement.history if s.said_on.earliest is None or s.said_on.earliest <= day)
    if not said:
        return None
    if len(said) == len(engagement.history) and "status" in engagement.corrected:  # he decided on all that was said
        last = replace(said[-1], status=engagement.status)
        return replace(engagement, history=said, status=status_as_of((last,), engagement.date, day))
    status = status_as_of(said, engagement.date, day)
    if shown := _shown_by_another(engagement, day):
        status = Status(shown.value)
    elif status in INTENDED and is_stale(said, engagement.date, day):
        status = Status.UNCONFIRMED
    if len(said) < len(engagement.history):
        reports, origins = _told_by(said)
        return replace(engagement, history=said, status=status, reports=reports, origins=min(origins, engagement.origins))
    return engagement if status == engagement.status else replace(engagement, status=status)


def days_of_change(engagement: Engagement) -> list[date]:
    """The days, in order, on which it can stand otherwise (`as_of`) than on the day before: something was said of it, its days came or
    passed, or it was silent for so long that it is none to come any more."""
    when = engagement.date
    days = {step.said_on.earliest for step in engagement.history} | {when.earliest}
    if when.latest is not None:
        days.add(when.latest + timedelta(days=1))
    else:
        heard = {step.said_on.latest for step in engagement.history} | {when.earliest}
        days |= {day + HORIZON + timedelta(days=1) for day in heard if day}
    return sorted(day for day in days if day)


def _told_by(said: Sequence[HistoryStep]) -> tuple[tuple[str, ...], int]:
    """The reports that steps cite, and how many origins these are: a step is of one origin, and steps that share a report are."""
    origins: list[set[str]] = []
    for step in said:
        documents = {e.document for e in step.evidence}
        shared = [known for known in origins if known & documents]
        origins = [known for known in origins if known not in shared]
        origins.append(documents.union(*shared))
    return tuple(sorted(set().union(*origins))), len(origins)


def _shown_by_another(engagement: Engagement, day: date) -> Account | None:
    """What another engagement, of its days, shows of its status, once these days have come."""
    begun = engagement.date.earliest is not None and engagement.date.earliest <= day
    return next((a for a in engagement.accounts if a.field == "status" and begun), None)


def is_stale(history: Sequence[HistoryStep], when: DateRange, day: date) -> bool:
    """Has a plan without a last day been silent for so long that nobody can take it for still to come?"""
    if when.latest is not None:
        return False
    last = max((d for s in history for d in (s.said_on.latest, when.earliest) if d), default=None)
    return last is not None and last + HORIZON < day


def has_day(when: DateRange) -> bool:
    """Is it told to within some weeks when it was or will be?"""
    return when.days is not None and when.days <= WIDE


def lasting(engagement: Engagement) -> tuple[date, date] | None:
    """The first and the last of the days on which it takes place, where they are told; None where only days are told on one of which
    it is, or none."""
    when = engagement.date
    if when.earliest is None or when.latest is None:
        return None
    goes_on = when.from_to and engagement.kind not in OF_ONE_DAY and (when.days or 0) <= MONTH
    return (when.earliest, when.latest) if when.exact or goes_on else None


def no_day_yet(engagement: Engagement) -> bool:
    """Is it to come on a day that nobody has told?"""
    return engagement.status in AHEAD and not has_day(engagement.date)


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A status, the first step that says it after another, and the steps that only repeat it."""

    status: Status
    first: HistoryStep
    repeated: tuple[HistoryStep, ...]


def turning_points(history: Iterable[HistoryStep]) -> list[TurningPoint]:
    """The history, what only repeats or says less than the status before it folded. `history`: in the order of time."""
    found: list[TurningPoint] = []
    for step in _most_telling(history):
        if found and _only_repeats(found[-1].status, step.status):
            found[-1] = TurningPoint(found[-1].status, found[-1].first, (*found[-1].repeated, step))
        else:
            found.append(TurningPoint(step.status, step, ()))
    return found


def _most_telling(history: Iterable[HistoryStep]) -> list[HistoryStep]:
    """Of what one report says, the status that tells most, in the order of time."""
    by_report: dict[str, HistoryStep] = {}
    for step in history:
        known = by_report.get(report := step.evidence[0].document)
        if known is None or known.status.weight <= step.status.weight:
            by_report[report] = step
    return list(by_report.values())


def _only_repeats(now: Status, said: Status) -> bool:
    """Does a later report say nothing new: the same, less of a plan, or what can no longer come?"""
    weaker = now.ahead and said.ahead and said.weight < now.weight
    return now == said or weaker or not can_follow(now, said)
