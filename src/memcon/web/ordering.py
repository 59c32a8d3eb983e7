"""Long lists in the order in which a page shows them.

Comes in: engagements in order of time. Goes out: what has a day, the last first; then, under headings of their own, the plans without a
day and what no day is told of, which are neither new nor old.
"""

from collections.abc import Sequence

from memcon.model.life import has_day, no_day_yet
from memcon.model.record import Engagement

Group = tuple[str, list[Engagement]]  # a heading, empty above what has a day


def last_first(some: Sequence[Engagement], most: int) -> list[Group]:
    """At most so many of each group; groups that are empty are left out."""
    dated: list[Engagement] = []
    plans: list[Engagement] = []
    others: list[Engagement] = []
    for e in some:
        (dated if has_day(e.date) else plans if no_day_yet(e) else others).append(e)
    groups = (("", dated[::-1][:most]), ("No day yet", plans[:most]), ("No day told", others[:most]))
    return [(heading, shown) for heading, shown in groups if shown]
