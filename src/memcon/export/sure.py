"""A record without what is less sure than somebody wants it.

Comes in: a record, or a store's stream of one, and a probability. Goes out: the same lists, without the engagements whose status and
the statements whose speaker is less sure (`memcon.confidence`); what remains names nothing that went. Everything else stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from memcon.confidence import scorer
from memcon.export.view import RecordView
from memcon.model.document import Document
from memcon.model.findings import Event, IssueMention, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.record import Actor, Decision, Engagement, Family, Reject
from memcon.model.variants import QuotationVariants


@dataclass(frozen=True, slots=True)
class SureRecord:
    """A view of a record: what is at least so sure. The ids that stay are looked for once; lists are read when they are asked for."""

    record: RecordView
    least: float
    _engagements: frozenset[str] = field(init=False)
    _statements: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        known = {a.id: replace(a, aliases=(), roles=(), grounds=()) for a in self.record.actors}
        sure = frozenset(e.id for e in self.record.engagements if scorer.status(e, known) >= self.least)
        said = frozenset(s.id for s in self.record.statements if scorer.speaker(s) >= self.least)
        object.__setattr__(self, "_engagements", sure)
        object.__setattr__(self, "_statements", said)

    @property
    def engagements(self) -> Iterator[Engagement]:
        """Links to what went are left out."""
        for e in self.record.engagements:
            if e.id in self._engagements:
                yield replace(e, part_of=self._kept(e.part_of), rescheduled_as=self._kept(e.rescheduled_as))

    @property
    def statements(self) -> Iterator[Statement]:
        for s in self.record.statements:
            if s.id in self._statements:
                variants = tuple(v for v in s.variants if v in self._statements)
                yield replace(s, variants=variants, retells=s.retells if s.retells in self._statements else None)

    @property
    def quotations(self) -> Iterator[QuotationVariants]:
        """The words of a quotation stay; whose they are said to be goes with the statement."""
        for q in self.record.quotations:
            yield replace(
                q,
                variants=tuple(v if v.statement in self._statements else replace(v, statement=None) for v in q.variants),
            )

    @property
    def outlook(self) -> Iterator[Outlook]:
        return (replace(o, about=self._kept(o.about)) for o in self.record.outlook)

    @property
    def documents(self) -> Iterable[Document]:
        return self.record.documents

    @property
    def families(self) -> Iterable[Family]:
        return self.record.families

    @property
    def actors(self) -> Iterable[Actor]:
        return self.record.actors

    @property
    def mentions(self) -> Iterable[tuple[str, NameMention]]:
        return self.record.mentions

    @property
    def times(self) -> Iterable[tuple[str, TimeMention]]:
        return self.record.times

    @property
    def places(self) -> Iterable[tuple[str, NamedPlace]]:
        return self.record.places

    @property
    def events(self) -> Iterable[Event]:
        return self.record.events

    @property
    def issues(self) -> Iterable[tuple[str, IssueMention]]:
        return self.record.issues

    @property
    def decisions(self) -> Iterable[Decision]:
        return self.record.decisions

    @property
    def rejects(self) -> Iterable[Reject]:
        return self.record.rejects

    def _kept(self, engagement: str | None) -> str | None:
        return engagement if engagement in self._engagements else None
