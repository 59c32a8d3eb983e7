"""Occasions to be counted: a visit and the talks in it, a summit and the meetings within it, are one; and wholes with their parts below.

Comes in: engagements, some of them parts of others. Goes out: each that is part of none of them, with all its parts behind it. What
goes on for more than a month is no occasion but a process: its rounds count, each by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.model.life import MONTH
from memcon.model.record import Engagement

Occasion = tuple[Engagement, ...]  # the whole first


def occasions(engagements: Iterable[Engagement]) -> list[Occasion]:
    """One for each engagement whose whole is not among them. Those that are within each other, by a fault of a report, are one."""
    given = list(engagements)
    wholes = {e.part_of for e in given}
    given = [e for e in given if not (e.id in wholes and (e.date.days or 0) > MONTH)]
    by_id = {e.id: e for e in given}
    parts: dict[str, list[Engagement]] = {}
    for e in given:
        parts.setdefault(_whole(e, by_id), []).append(e)
    return [(by_id[i], *(e for e in some if e.id != i)) for i, some in parts.items()]


def _whole(engagement: Engagement, by_id: Mapping[str, Engagement]) -> str:
    """The id of the one that it is part of, directly or not; of a circle the one that comes first."""
    way = [engagement.id]
    while (above := by_id[way[-1]].part_of) in by_id:
        if above in way:
            return min(way[way.index(str(above)) :])
        way.append(str(above))
    return way[-1]


def below_wholes(found: Sequence[Engagement]) -> Iterator[tuple[Engagement, int]]:
    """Each engagement once, the parts of another right below it; and how deep it stands: below a visit on a tour 2."""
    ids = {e.id for e in found}
    parts: dict[str, list[Engagement]] = {}
    for e in found:
        if e.part_of in ids:
            parts.setdefault(str(e.part_of), []).append(e)
    seen: set[str] = set()
    # Those that are within each other, by a fault of a report, have no whole above them: they come last.
    for e in (*(e for e in found if e.part_of not in ids), *found):
        yield from _with_parts(e, parts, seen, 0)


def _with_parts(
    e: Engagement, parts: Mapping[str, Sequence[Engagement]], seen: set[str], depth: int
) -> Iterator[tuple[Engagement, int]]:
    """An engagement and all that is below it, as far as they were not seen."""
    if e.id not in seen:
        seen.add(e.id)
        yield e, depth
        for part in parts.get(e.id, ()):
            yield from _with_parts(part, parts, seen, depth + 1)
