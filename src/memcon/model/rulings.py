"""What people decided about the record, ready for the join to obey.

Comes in: decisions made by persons. Goes out: for actors and engagements, which local ones belong together, which apart, which
are none, and which fields are set right; for statements, which are none, and whose the others are. A decision names its subject by
places in documents ("document-3f@120"), not by an id of the record: ids follow from what was joined, places stay when documents are
read again or added.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.model.findings import Findings
from memcon.model.record import Decision, Subject

Member = tuple[str, str]  # document, local key


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision with the local actors, engagements or statements that it is about; None where none stands at the place any more. Of the
    speaker of a statement, `right` is the local actor that is meant."""

    decision: Decision
    left: Member | None
    right: Member | None


class Rulings:
    """The decisions of persons on one kind of subject."""

    def __init__(self, about: Subject, decisions: Sequence[Decision], findings: Mapping[str, Findings]) -> None:
        at = {"actor": _actor_at, "engagement": _engagement_at, "statement": _statement_at}[about]
        beside = _actor_at if about == "statement" else at
        self.all = tuple(
            Ruling(d, at(d.left, findings), beside(d.right, findings) if d.right else None)
            for d in decisions
            if d.about == about
        )

    def pairs(self, verdict: str) -> Iterator[tuple[Member, Member]]:
        """The pairs that are ruled the same, or different."""
        for ruling in self.all:
            if ruling.decision.verdict == verdict and ruling.left and ruling.right:
                yield ruling.left, ruling.right

    def on(self, verdict: str) -> dict[Member, list[Decision]]:
        """The decisions with this verdict, by the one that they are about, in order of time."""
        return {member: [r.decision for r in rulings] for member, rulings in self.by_member(verdict).items()}

    def by_member(self, verdict: str) -> dict[Member, list[Ruling]]:
        """The same with what else they name."""
        found: dict[Member, list[Ruling]] = {}
        for ruling in sorted(self.all, key=lambda r: (r.decision.at or "", r.decision.field or "")):
            if ruling.decision.verdict == verdict and ruling.left:
                found.setdefault(ruling.left, []).append(ruling)
        return found

    def none(self) -> set[Member]:
        """Those that are none: the last that was decided of them is that."""
        last: dict[Member, Decision] = {}
        for ruling in sorted(self.all, key=lambda r: r.decision.at or ""):
            if ruling.left and ruling.decision.field is None and ruling.decision.verdict in ("rejected", "accepted"):
                last[ruling.left] = ruling.decision
        return {member for member, decision in last.items() if decision.verdict == "rejected"}

    def settled(self, ids: Mapping[Member, str]) -> tuple[Decision, ...]:
        """The decisions with the ids of the record's items that they now touch."""
        return tuple(
            replace(r.decision, items=tuple(ids[m] for m in (r.left, r.right) if m is not None and m in ids))
            for r in self.all
        )


def place(document: str, start: int) -> str:
    """A place in a document, as decisions name it."""
    return f"{document}@{start}"


def _parted(place_: str) -> tuple[str, int]:
    document, _, start = place_.rpartition("@")
    return (document, int(start)) if start.isdigit() else (place_, 0)


def _actor_at(place_: str, findings: Mapping[str, Findings]) -> Member | None:
    document, start = _parted(place_)
    said = findings.get(document)
    here = [m for m in said.mentions if m.span.start <= start < m.span.end and m.actor] if said else []
    return (document, here[0].actor) if here and here[0].actor else None


def _statement_at(place_: str, findings: Mapping[str, Findings]) -> Member | None:
    """The statement that begins there; else the one around the place that begins nearest."""
    document, start = _parted(place_)
    said = findings.get(document)
    near = [
        (abs(s.span.start - start), s.span.end, s.id)
        for s in (said.statements if said else ())
        if s.span.start <= start < s.span.end
    ]
    return (document, min(near)[2]) if near else None


def _engagement_at(place_: str, findings: Mapping[str, Findings]) -> Member | None:
    document, start = _parted(place_)
    said = findings.get(document)
    near = [
        (abs(m.span.start - start), e.key)
        for e in (said.engagements if said else ())
        for m in e.mentions
        if m.sentence.start <= start < m.sentence.end or m.span.start == start
    ]
    return (document, min(near)[1]) if near else None
