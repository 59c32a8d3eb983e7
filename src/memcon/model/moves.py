"""Days that a plan was moved from and to, as its reports tell them one after the other.

Comes in: an engagement. Goes out: its `Move`s, in the order in which they were told. What was postponed and then planned anew is two
engagements of the record (`rescheduled_as`) and none of these.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.model.dates import DateRange
from memcon.model.life import has_day
from memcon.model.record import CitedMention, Engagement
from memcon.model.status import AHEAD


@dataclass(frozen=True, slots=True)
class Move:
    """A day that no report had told before, of an engagement that had another; the words that tell it first."""

    before: DateRange
    after: DateRange
    said_on: DateRange
    mention: CitedMention


def moves(engagement: Engagement) -> list[Move]:
    """What reports that follow each other tell of its day. A report that repeats a day of before moves nothing, nor does one that tells
    the same day more exactly; days that no words tell, of the journey or the news, move nothing either."""
    stood: list[DateRange] = []
    found: list[Move] = []
    for said_on, when, mention in _told(engagement):
        known = next((n for n in reversed(range(len(stood))) if when.can_be(stood[n])), None)
        if known is not None:
            stood[known] = min(stood[known], when, key=_width)
            continue
        if stood:
            found.append(Move(stood[-1], when, said_on, mention))
        stood.append(when)
    return found


def _width(when: DateRange) -> int:
    return when.days or 0


def _told(engagement: Engagement) -> Iterator[tuple[DateRange, DateRange, CitedMention]]:
    """The days that its reports tell of it as of what is to come, in the order in which they were said: one origin once."""
    said = {e.document: step.said_on for step in engagement.history for e in step.evidence if step.said_on.latest}
    dated = [
        (said[m.document], m.mention.date, m)
        for m in engagement.mentions
        if m.document in said and m.mention.status in AHEAD and _tells_day(m.mention.date)
    ]
    for said_on, when, mention in sorted(dated, key=lambda d: (str(d[0].latest), d[2].document, d[2].mention.span)):
        if when is not None:
            yield said_on, when, mention


def _tells_day(when: DateRange | None) -> bool:
    return when is not None and when.known and not when.presumed and has_day(when)
