"""What is new between two records: engagements that came, moved, were confirmed, called off, or are newly disputed.

Comes in: the engagements of both with the digests of their documents, so that databases made on two machines compare. Goes out:
`Difference`s. Two engagements are one when a mention of one is, in the same bytes at the same place, a mention of the other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.model.record import Engagement
from memcon.model.status import DONE, UNDONE

What = Literal["new", "confirmed", "called off", "moved", "newly disputed", "status changed", "gone"]
WHATS: tuple[What, ...] = ("new", "confirmed", "called off", "moved", "newly disputed", "status changed", "gone")


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one engagement. `before` is None for a new one, `after` for one that is gone; `told`: old -> new."""

    what: What
    before: Engagement | None
    after: Engagement | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records: its engagements, and the digest of each document's bytes."""

    engagements: tuple[Engagement, ...]
    digests: Mapping[str, str]

    def places(self, engagement: Engagement) -> set[tuple[str, int]]:
        """Where it is mentioned, whatever the documents are called."""
        return {(self.digests.get(m.document, m.document), m.mention.span.start) for m in engagement.mentions}


def differences(before: Side, after: Side) -> list[Difference]:
    """The differences, in the order of `WHATS` and of time."""
    at = {place: e for e in before.engagements for place in before.places(e)}
    seen: set[str] = set()
    found: list[Difference] = []
    for e in after.engagements:
        old = _partner(after.places(e), at)
        if old is None:
            found.append(Difference("new", None, e))
        else:
            seen.add(old.id)
            found += _changes(old, e)
    found += [Difference("gone", e, None) for e in before.engagements if e.id not in seen]
    return sorted(found, key=_order)


def _partner(places: Iterable[tuple[str, int]], at: Mapping[tuple[str, int], Engagement]) -> Engagement | None:
    """The engagement with which it shares most mentions."""
    shared = [at[place] for place in places if place in at]
    return min(shared, key=lambda e: (-sum(s.id == e.id for s in shared), e.id), default=None)


def _changes(old: Engagement, new: Engagement) -> Iterable[Difference]:
    if old.status != new.status:
        what: What = "confirmed" if new.status in DONE else "called off" if new.status in UNDONE else "status changed"
        yield Difference(what, old, new, f"{old.status} -> {new.status}")
    moves = [f"{a} -> {b}" for a, b in ((_day(old), _day(new)), (_place(old), _place(new))) if a != b and a]
    if moves:
        yield Difference("moved", old, new, "; ".join(moves))
    fresh = _disputed(new) - _disputed(old)
    if fresh:
        yield Difference("newly disputed", old, new, ", ".join(sorted(fresh)))


def _day(e: Engagement) -> str:
    return e.date.written or ""


def _place(e: Engagement) -> str:
    return e.place.name if e.place else ""


def _disputed(e: Engagement) -> set[str]:
    return {account.field for account in e.accounts if account.verdict == "differs"}


def _order(d: Difference) -> tuple[int, str, str]:
    e = d.after or d.before
    assert e is not None
    return WHATS.index(d.what), str(e.date.earliest or "9999"), e.id
