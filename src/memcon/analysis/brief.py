"""What changed in a period, for a desk's brief.

Comes in: engagements, actors, the first and the last day. Goes out: a `Brief`: `Turn`s, each a thing that became otherwise in these days
and the words that say so. Everything is as of the last day. What stayed as it was is not in it, nor what no list of diplomacy shows; what
lay more than a week before these days and was told in them for the first time is `recalled`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from memcon.model.dates import DateRange
from memcon.model.life import TurningPoint, as_of, turning_points
from memcon.model.moves import Move, moves
from memcon.model.record import Actor, Engagement
from memcon.model.status import AHEAD, DONE, UNDONE, Status
from memcon.wording.listing import tells
from memcon.wording.support import Source, of_mention, shown_elsewhere, sources

What = Literal["took place", "planned", "moved", "called off", "lapsed", "recalled"]
WHATS: tuple[What, ...] = ("took place", "planned", "moved", "called off", "lapsed", "recalled")

NEWS = timedelta(days=7)  # what took place so shortly before is no memory but news


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of an engagement, and the words for it.

    point   the turn of its life; of what moved or lapsed, the last before that
    before  how far it had come before these days; None of what was not told of then
    move    of what moved to another day by what reports say one after the other
    now     of what was put off: what stands in for it
    shown   that it took place, no words of its own say, but another engagement shows
    """

    what: What
    engagement: Engagement
    point: TurningPoint
    sources: tuple[Source, ...]
    before: TurningPoint | None = None
    move: Move | None = None
    now: Engagement | None = None
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What changed from `first` to `last`, both within, in the order of `WHATS` and of time."""

    first: date
    last: date
    turns: tuple[Turn, ...]

    def of(self, what: What) -> tuple[Turn, ...]:
        return tuple(t for t in self.turns if t.what == what)

    @property
    def reports(self) -> set[str]:
        """The documents that tell of what changed."""
        return {d for t in self.turns for d in t.engagement.reports}

    @property
    def documents(self) -> set[str]:
        """The documents whose words it cites."""
        return {s.document for t in self.turns for s in t.sources}

    @property
    def actors(self) -> set[str]:
        return {p.actor for t in self.turns for e in (t.engagement, t.now) if e for p in e.participants}


def brief(
    engagements: Iterable[Engagement], actors: Mapping[str, Actor], first: date, last: date, every: bool = False
) -> Brief:
    """What changed in some days. `every`: also of what no list shows."""
    stood = [e for one in engagements if (e := as_of(one, last))]
    by_id = {e.id: e for e in stood}
    found = [t for e in stood if every or tells(e, actors) for t in _turns(e, by_id, first, last)]
    return Brief(first, last, tuple(sorted(found, key=_order)))


def _order(t: Turn) -> tuple[int, str, str, str]:
    when = t.engagement.date
    return (
        WHATS.index(t.what),
        str(when.earliest or when.latest or "9999"),
        str(t.point.first.said_on.earliest),
        t.engagement.id,
    )


def _turns(e: Engagement, by_id: Mapping[str, Engagement], first: date, last: date) -> Iterator[Turn]:
    points = turning_points(e.history)
    new = [n for n, p in enumerate(points) if _within(p.first.said_on, first, last)]
    passed = e.date.latest + timedelta(days=1) if e.date.latest else None
    lapsed = e.status == Status.UNCONFIRMED and passed is not None and first <= passed <= last
    shown = shown_elsewhere(e)
    if shown and (new or (e.date.latest and first <= e.date.latest)):
        yield Turn("took place", e, points[-1], (shown, *sources(e, points[-1].first)), shown=True)
    elif new and not lapsed and (what := _what(e.status if "status" in e.corrected else points[new[-1]].status)):
        before = points[new[0] - 1] if new[0] else None
        past = what == "took place" and before is None and e.date.latest is not None and e.date.latest < first - NEWS
        yield _turn("recalled" if past else what, e, points[new[-1]], before, by_id)
    moved = [] if shown else [m for m in moves(e) if _within(m.said_on, first, last)]
    if moved and moved[-1].after.can_be(e.date) and e.status not in UNDONE:
        words = (of_mention(moved[-1].mention, moved[-1].said_on), *sources(e, points[-1].first))
        yield Turn("moved", e, points[-1], words, move=moved[-1])
    if lapsed:
        yield Turn("lapsed", e, points[-1], tuple(sources(e, points[-1].first)))


def _what(status: Status) -> What | None:
    if status in DONE:
        return "took place"
    return "called off" if status in UNDONE else "planned" if status in AHEAD else None


def _turn(
    what: What, e: Engagement, point: TurningPoint, before: TurningPoint | None, by_id: Mapping[str, Engagement]
) -> Turn:
    now = by_id.get(e.rescheduled_as or "") if what == "called off" else None
    words = list(sources(e, point.first))
    if before is not None:
        words += sources(e, before.first)[:1]
    if now is not None:
        words += sources(now, now.history[0])
    return Turn("moved" if now else what, e, point, tuple(dict.fromkeys(words)), before, None, now)


def _within(said: DateRange, first: date, last: date) -> bool:
    """Is it sure to have been said then?"""
    return said.earliest is not None and said.latest is not None and first <= said.earliest and said.latest <= last
