"""How the day of an engagement changed, as its reports tell it one after the other.

Comes in: an engagement. Goes out: its `Move`s, in the order in which they were told; how often what a calendar shows of it was changed.
What was postponed and then planned anew is two engagements of the record (`rescheduled_as`) and none of these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.life import has_day, turning_points
from memcon.model.record import CitedMention, Engagement
from memcon.model.status import AHEAD, INTENDED


@dataclass(frozen=True, slots=True)
class Move:
    """A day that no report had told before, of an engagement that had another; the words that tell it first."""

    before: DateRange
    after: DateRange
    said_on: DateRange
    mention: CitedMention


def moves(engagement: Engagement) -> list[Move]:
    """What reports that follow each other tell of the day of a plan. A report that repeats a day of before moves nothing, nor does one
    that tells the same day more exactly; days that no words tell, of the journey or the news, move nothing either. Of a visit one
    report tells the day of departure, another that of arrival."""
    plans = (t for t in _told(engagement) if t[2].mention.status in AHEAD)
    return _days_told(plans, slack=1 if engagement.kind == EngagementKind.VISIT else 0)[0]


def revisions(engagement: Engagement) -> int:
    """How often its status or its day became another: 0 while all is as it was told first. More reports never make it fewer, but
    where one comes late that stands between others."""
    points = turning_points(engagement.history)
    moved, exacter = _days_told(_told(engagement))
    lapses = sum(one.status in INTENDED and _after(other.first.said_on, engagement.date) for one, other in pairwise(points))
    if points and points[-1].status in INTENDED and engagement.status not in AHEAD:
        lapses += 1  # it lapsed, or another engagement shows that it came about
    corrected = len(engagement.corrected)
    return len(points) - 1 + len(moved) + exacter + lapses + corrected


def _after(said_on: DateRange, when: DateRange) -> bool:
    return bool(said_on.latest and when.latest and said_on.latest > when.latest)


def _days_told(told: Iterator[tuple[DateRange, DateRange, CitedMention]], slack: int = 0) -> tuple[list[Move], int]:
    """The moves of more than `slack` days, and how often a report told a day more exactly than those before it."""
    stood: list[DateRange] = []
    found: list[Move] = []
    exacter = 0
    for said_on, when, mention in told:
        known = next((n for n in reversed(range(len(stood))) if when.can_be(stood[n], slack)), None)
        if known is not None:
            exacter += _width(when) < _width(stood[known])
            stood[known] = min(stood[known], when, key=_width)
            continue
        if stood:
            found.append(Move(stood[-1], when, said_on, mention))
        stood.append(when)
    return found, exacter


def _width(when: DateRange) -> int:
    return when.days or 0


def _told(engagement: Engagement) -> Iterator[tuple[DateRange, DateRange, CitedMention]]:
    """The days that its reports tell of it, in the order in which they were said."""
    said = {e.document: step.said_on for step in engagement.history for e in step.evidence if step.said_on.latest}
    dated = [(said[m.document], m.mention.date, m) for m in engagement.mentions if m.document in said]
    for said_on, when, mention in sorted(dated, key=lambda d: (str(d[0].latest), d[2].document, d[2].mention.span)):
        if when is not None and when.known and not when.presumed and has_day(when):
            yield said_on, when, mention
