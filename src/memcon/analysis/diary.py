"""What stands in a desk's diary on a day: what is planned next, and what became of plans.

Comes in: engagements, actors, a day. Goes out: a `Diary`: what is planned by day, on one of some days, on no day yet; what moved, was
called off, awaits a report or lapsed in silence. Everything is as of that day: what was said later is left out. Day, place and names are
those that the record knows now. What has no place in a list of diplomacy (`wording/listing.py`) is left out unless all is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.model.dates import DateRange
from memcon.model.life import HORIZON, as_of, days_of_change, has_day, lasting, turning_points
from memcon.model.moves import moves
from memcon.model.record import Actor, Engagement, HistoryStep
from memcon.model.status import AHEAD, DONE, INTENDED, UNDONE, Status
from memcon.wording.listing import tells
from memcon.wording.support import Source, latest, of_mention, shown_elsewhere

# Days for which a report that something was held is waited for: of 7,671 engagements with a day of their own, 98.5 in a hundred were first
# reported within three.
GRACE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """An engagement in a diary, with the words that put it there, the earliest first.

    was  of what moved: the days of before
    now  of what was put off: what stands in for it
    """

    engagement: Engagement
    sources: tuple[Source, ...]
    was: DateRange | None = None
    now: Engagement | None = None

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields that reports tell differently."""
        return tuple(sorted({a.field for a in self.engagement.accounts if a.verdict == "differs"}))


@dataclass(frozen=True, slots=True)
class Diary:
    """A diary as of a day, `day`, which looks ahead to `until` and back to `since`; both days are within.

    days        what has its day, by day; what goes on for several stands on its first, or on `day` where it has begun
    some_day    on one of some days, which reach into these
    no_day      planned, and no day is told
    moved, called_off  since; what is called off also where its day is still to come
    awaiting    its days passed no longer than GRACE days ago, and no report says whether it was
    lapsed      as these, longer ago; or a plan without a day of which nobody spoke for so long that it is none any more
    later       how many are planned for days after `until`
    undated     how many plans without a day are left out, of which only reports without a day tell: nobody knows how old they are
    """

    day: date
    until: date
    since: date
    days: tuple[tuple[date, tuple[Entry, ...]], ...]
    some_day: tuple[Entry, ...]
    no_day: tuple[Entry, ...]
    moved: tuple[Entry, ...]
    called_off: tuple[Entry, ...]
    awaiting: tuple[Entry, ...]
    lapsed: tuple[Entry, ...]
    later: int
    undated: int = 0

    @property
    def entries(self) -> Iterator[Entry]:
        """All of them, in the order of the sections."""
        for _, some in self.days:
            yield from some
        for section in (self.some_day, self.no_day, self.moved, self.called_off, self.awaiting, self.lapsed):
            yield from section

    @property
    def documents(self) -> set[str]:
        """The documents whose words it cites."""
        return {source.document for entry in self.entries for source in entry.sources}

    @property
    def actors(self) -> set[str]:
        """Those who take part in what stands in it."""
        told = [e for entry in self.entries for e in (entry.engagement, entry.now) if e]
        return {p.actor for e in told for p in e.participants}


def diary(
    engagements: Iterable[Engagement],
    actors: Mapping[str, Actor],
    day: date,
    days: int = 14,
    since: date | None = None,
    every: bool = False,
) -> Diary:
    """The diary of a day: the `days` to come, the day itself the first of them, and what changed `since` (as many days before)."""
    until, since = day + timedelta(days=days - 1), since or day - timedelta(days=days)
    stood = sorted((e for one in engagements if (e := as_of(one, day))), key=_order)
    by_id = {e.id: e for e in stood}
    known = [e for e in stood if _concerned(e, by_id, since, day) and (every or tells(e, actors))]
    ahead = [e for e in known if e.status in AHEAD | DONE and not _over(e, day)]
    plans = [e for e in ahead if e.status in AHEAD]
    open_ = [e for e in plans if e.status in INTENDED and not has_day(e.date)]
    unheard = [e for e in known if e.status == Status.UNCONFIRMED]
    passed = [(e, end) for e in unheard if (end := _ended(e))]
    recent = day - timedelta(days=GRACE)
    moved = [e for one in known for e in _moved(one, by_id, since, day)]
    replaced = {e.engagement.id for e in moved if e.now}
    return Diary(
        day,
        until,
        since,
        days=_by_day((e for e in ahead if lasting(e)), day, until),
        some_day=tuple(map(_entry, (e for e in ahead if _on_one_of(e) and _begins(e) <= until))),
        no_day=tuple(_entry(e) for e in open_ if _ended(e)),
        moved=tuple(moved),
        called_off=tuple(_entry(e) for e in known if e.id not in replaced and _called_off(e, since, day)),
        awaiting=tuple(_entry(e) for e, end in passed if e.date.latest and max(recent, since) <= end),
        lapsed=tuple(_entry(e) for e, end in passed if since <= end and not (e.date.latest and recent <= end)),
        later=sum(has_day(e.date) and _begins(e) > until for e in plans),
        undated=sum(_ended(e) is None for e in open_),
    )


def settled_since(engagement: Engagement) -> date | None:
    """The day from which on no diary tells of it, however far it looks: it was held and is over, or is only considered and has no day;
    and no report can have moved it. None where there is no such day."""
    planned = {
        (when.earliest, when.latest)
        for m in engagement.mentions
        if (when := m.mention.date) is not None and m.mention.status in AHEAD
    }
    if len(planned) > 1:
        return None
    since = None
    for day in reversed(days_of_change(engagement)):
        stood = as_of(engagement, day)
        if stood is None or not ((stood.status in DONE and _over(stood, day)) or _only_talk(stood)):
            break
        since = day
    return since


def _only_talk(e: Engagement) -> bool:
    return e.status == Status.CONSIDERED and not has_day(e.date)


def _concerned(e: Engagement, by_id: Mapping[str, Engagement], since: date, day: date) -> bool:
    """Can it stand in a diary? What was held and is over does only where it was moved."""
    return e.status not in DONE or not _over(e, day) or any(_moved(e, by_id, since, day))


def _order(e: Engagement) -> tuple[str, str, str]:
    return str(e.date.earliest or e.date.latest or "9999"), str(e.date.latest or "9999"), e.id


def _over(e: Engagement, day: date) -> bool:
    """Has its last day passed? What was held is over where that is open."""
    return e.date.latest < day if e.date.latest else e.status in DONE


def _begins(e: Engagement) -> date:
    return e.date.earliest or e.date.latest or date.max


def _on_one_of(e: Engagement) -> bool:
    """Is it on one of some days, and still to come?"""
    return e.status in AHEAD and has_day(e.date) and lasting(e) is None


def _by_day(some: Iterable[Engagement], day: date, until: date) -> tuple[tuple[date, tuple[Entry, ...]], ...]:
    found: dict[date, list[Entry]] = {}
    for e in some:
        first = max(_begins(e), day)
        if first <= until:
            found.setdefault(first, []).append(_entry(e))
    return tuple((d, tuple(found[d])) for d in sorted(found))


def _entry(e: Engagement) -> Entry:
    """With the words of every origin that says its status: the last turning point of its life, and what only repeats it."""
    last = turning_points(e.history)[-1]
    shown = shown_elsewhere(e)
    return Entry(e, (*latest(e, (last.first, *last.repeated)), *((shown,) if shown else ())))


def _moved(e: Engagement, by_id: Mapping[str, Engagement], since: date, day: date) -> Iterator[Entry]:
    """That it was put off to another day, or is told for another, where that was said in these days."""
    after = by_id.get(e.rescheduled_as or "")
    if after is not None and e.status in UNDONE:
        off, on = turning_points(e.history)[-1].first, after.history[0]
        if any(_said(step, since, day) for step in (off, on)):
            yield Entry(e, (*latest(e, [off]), *latest(after, [on])), e.date, after)
    elif e.status not in UNDONE:
        found = moves(e)
        if found and found[-1].after.can_be(e.date) and _within(found[-1].said_on, since, day):
            yield Entry(e, (of_mention(found[-1].mention, found[-1].said_on),), found[-1].before)


def _called_off(e: Engagement, since: date, day: date) -> bool:
    if e.status not in UNDONE:
        return False
    to_come = e.date.latest is not None and e.date.latest >= day
    return to_come or _said(turning_points(e.history)[-1].first, since, day)


def _ended(e: Engagement) -> date | None:
    """The day after which it was unheard of: its last day; of a plan without one, the end of the time for which it could be to come."""
    if e.date.latest is not None:
        return e.date.latest
    spoken = [d for step in e.history for d in (step.said_on.latest, e.date.earliest) if d]
    return max(spoken) + HORIZON if spoken else None


def _said(step: HistoryStep, since: date, day: date) -> bool:
    return _within(step.said_on, since, day)


def _within(said: DateRange, since: date, day: date) -> bool:
    """Was it said for the first time then? Of a report whose day is open nobody knows."""
    return said.earliest is not None and said.latest is not None and since <= said.latest and said.earliest <= day
