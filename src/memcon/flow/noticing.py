"""A join -> what it changed in the record: announced, moved, called off, confirmed, lapsed, newly disputed.

Comes in: what was found by the join, and the record as it still stands. Goes out: `Change`s. Only the engagements that the join made
anew are compared, not the record.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection

from memcon.analysis.changes import Difference, Side, differences
from memcon.flow.joining.joined import Joined
from memcon.model.changes import Change, ChangeKind
from memcon.model.record import Engagement
from memcon.model.status import AHEAD, UNDONE, Status
from memcon.store import changing, noting, schema


def noticed(db: Connection, now: Joined) -> list[Change]:
    """What the join changes; to be asked before it is written."""
    met = now.met
    before = changing.rows(db, schema.engagements, Engagement, "id", met.remade | met.gone)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    came = set(now.changed.documents)
    return [_change(d, at, came) for d in differences(Side(tuple(before), {}), Side(met.engagements, {}))]


def renamed(db: Connection, now: Joined, on: bool) -> dict[str, str]:
    """Engagements that have another id than before, by what is mentioned where: the id now -> the one before, which nobody has now.

    `on`: the join made anew what it touched; else all of the record. To be asked before it is written.
    """
    met = now.met
    before = noting.places(db, met.remade | met.gone if on else None)
    after = {e.id: {(m.document, m.mention.span.start) for m in e.mentions} for e in met.engagements}
    at = {place: i for i in before.keys() - after.keys() for place in before[i]}
    shared: Counter[tuple[str, str]] = Counter()
    for i in after.keys() - before.keys():
        shared.update((i, at[place]) for place in after[i] if place in at)
    found: dict[str, str] = {}
    for (new, old), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _change(d: Difference, at: str, came: set[str]) -> Change:
    shown = d.after or d.before
    assert shown is not None
    told = {m.document for e in (d.before, d.after) if e for m in e.mentions}
    return Change(at, _kind(d), d.told, shown, tuple(sorted(told & came)))


def _kind(d: Difference) -> ChangeKind:
    """What it is called: that a plan is new is an announcement, that its day passed in silence a lapse."""
    now = d.after.status if d.after else None
    match d.what:
        case "new" | "called off" if now in UNDONE:
            return "postponed" if now == Status.POSTPONED else "called off"
        case "new":
            return "announced" if now in AHEAD else "reported"
        case "status changed" if now == Status.UNCONFIRMED:
            return "lapsed"
        case kind:
            return kind


def kinds_of(changes: Iterable[Change]) -> dict[ChangeKind, int]:
    """How many there are of each kind."""
    counts: dict[ChangeKind, int] = {}
    for change in changes:
        counts[change.what] = counts.get(change.what, 0) + 1
    return counts
