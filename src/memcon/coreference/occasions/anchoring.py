"""The day of what is told without one: a plan is the next occasion of its people, a memory the last.

Comes in: two clusters, one of them without a day. Goes out: how near the day of the other is, and whether it cannot be its day. Both
say something of the two clusters alone, so that the join of a part needs nothing from beside it.
"""

from datetime import date

from memcon.model.cluster import Cluster, is_dated
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import LocalEngagement
from memcon.model.life import PLANNED
from memcon.model.status import DONE, INTENDED

RECALLED = 60  # days
POSTED = 2  # days; what is told on a day can be posted so much later
NARROW = 7  # days; of a wider date nobody can say that it is the next
ANCHOR = 0.5  # what it weighs at the edge of its reach; as much again at its day


def anchored(undated: Cluster, dated: Cluster) -> float:
    """How much it tells that a plan was told before the day of the other, or a memory after it: the nearest day tells most."""
    if undated.dates or undated.windows:
        return 0.0
    statuses = undated.statuses
    if not statuses or not (statuses <= INTENDED or statuses <= DONE):
        return 0.0
    ahead = statuses <= INTENDED
    reach = PLANNED if ahead else RECALLED
    gaps = [
        (first - told if ahead else told - last).days
        for told in _told(undated.locals)
        for first, last in _narrow(dated.dates)
    ]
    return max(
        (ANCHOR * (2 - max(gap, 0) / reach) for gap in gaps if (-POSTED if ahead else 0) <= gap <= reach), default=0.0
    )


def told_at_odds(undated: Cluster, dated: Cluster) -> bool:
    """Is something in one a plan that was told after the day of the other, which took place, or told as held before that?"""
    if dated.statuses.isdisjoint(DONE) or not (dated.dates or dated.windows):
        return False
    for document, local in undated.locals:
        if (
            is_dated(local)
            or not local.date.told
            or document.published.earliest is None
            or document.published.latest is None
        ):
            continue
        said = {mention.status for mention in local.mentions}
        for first, last in _narrow(dated.dates) + _news(dated.windows):
            if said <= INTENDED and (document.published.earliest - last).days > POSTED:
                return True
            if said <= DONE and (first - document.published.latest).days > POSTED:
                return True
    return False


def _told(locals_: tuple[tuple[Document, LocalEngagement], ...]) -> list[date]:
    return [d.published.earliest for d, _ in locals_ if d.published.earliest]


def _news(windows: tuple[DateRange, ...]) -> list[tuple[date, date]]:
    """The days in which what is told as news lies, and those of a stay."""
    return [(d.earliest, d.latest) for d in windows if d.earliest and d.latest]


def _narrow(dates: tuple[DateRange, ...]) -> list[tuple[date, date]]:
    return [(d.earliest, d.latest) for d in dates if d.earliest and d.latest and (d.days or 0) <= NARROW]
