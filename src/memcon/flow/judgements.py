"""Why the mentions of an engagement are one, and why others of the same people are not: from what the last join kept.

Comes in: the store's connection and an engagement's id. Goes out: `Judgements`. Nothing is joined: the decisions are those of the
record; what was left out is compared with the engagement as it is now.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import reduce

from sqlalchemy import Connection

from memcon.coreference.occasions.objections import in_one_report, objection
from memcon.flow.keeping import blocks_in
from memcon.flow.singles import member_of, singles_of
from memcon.model.cluster import Cluster
from memcon.model.judgements import Judgements, Objection, Told
from memcon.model.kept import KeptEngagement
from memcon.registers.states import states
from memcon.store import kept, queries

FEW = 5  # left out, as they are shown
FAR = 31  # days; who met a month before is not asked for
FAR_WITHOUT_DAY = 100


def judgements_of(db: Connection, engagement: str, left_out: bool = True) -> Judgements:
    """What was decided of an engagement; nothing where the record was joined by an older memcon that kept nothing. `left_out`: also what
    was not made one with it, which takes a second where its people meet every week."""
    rows = kept.engagements(db, "engagement", [engagement])
    if not rows:
        return Judgements()
    words = {"#".join(member_of(row)): Told(row.document, row.local.mentions[0]) for row in rows}
    decisions = tuple(d for d in queries.decisions_by_label(db, words) if d.right in words)
    return Judgements(decisions, words, _left_out(db, engagement, rows) if left_out else ())


def _left_out(db: Connection, engagement: str, rows: list[KeptEngagement]) -> tuple[tuple[str, Objection], ...]:
    """Engagements of the same people, of its days or of no day, each with what keeps it apart; the nearest first."""
    singles = singles_of(db, rows)
    near = kept.near(db, {block for single in singles.values() for block in blocks_in(single)})
    there = kept.engagements(db, "document", {d for d, _ in near})
    beside = kept.engagements(db, "engagement", {r.id for r in there if member_of(r) in near} - {engagement})
    others: dict[str, list[Cluster]] = defaultdict(list)
    compared = singles_of(db, beside)
    for row in beside:
        others[row.id].append(compared[member_of(row)])
    mine = _whole(singles.values())
    found = []
    for other in sorted(others):
        theirs = _whole(others[other])
        distance = _apart(mine, theirs)
        if distance is not None and _same_people(mine, theirs):
            found.append((distance, other, _why_not(mine, theirs)))
    return tuple((other, why) for _, other, why in sorted(found)[:FEW])


def _why_not(mine: Cluster, theirs: Cluster) -> Objection:
    """Why the two are not one."""
    return objection(mine, theirs) or (Objection.ONE_REPORT if in_one_report(mine, theirs) else Objection.LITTLE)


def _whole(singles: Iterable[Cluster]) -> Cluster:
    return reduce(Cluster.with_, sorted(singles, key=lambda c: c.members))


def _same_people(a: Cluster, b: Cluster) -> bool:
    """Do both name a person of one state, and somebody of another?"""
    shared = [s for s in a.people.keys() & b.people.keys() if s in states()]
    return len(shared) > 1 and any(a.people[s] & b.people[s] for s in shared)


def _apart(a: Cluster, b: Cluster) -> int | None:
    """The days between two; None where they are too far from each other. Of one without a day, that of its report counts."""
    days, reach = zip(*(_days(c) for c in (a, b)), strict=True)
    gaps = [abs((x - y).days) for x in days[0] for y in days[1]]
    return min((gap for gap in gaps if gap <= max(reach)), default=None)


def _days(cluster: Cluster) -> tuple[list[date], int]:
    told = [d for when in cluster.dates for d in (when.earliest, when.latest) if d]
    if told:
        return told, FAR
    return [d.published.earliest for d, _ in cluster.locals if d.published.earliest], FAR_WITHOUT_DAY
