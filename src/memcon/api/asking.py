"""A database open for questions: what all questions share.

Comes in: a database, filters as plain values. Goes out: items by their ids, engagements as they stood on a day, from memory where they were
asked for before. Raises `MemconError`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from types import TracebackType
from typing import Self

from memcon.at_hand import AtHand
from memcon.confidence import scorer
from memcon.model import life
from memcon.model.document import Document
from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.model.record import Actor, Engagement
from memcon.parties import party
from memcon.store import lists, queries, reading, schema
from memcon.store.address import Address, Place, address
from memcon.store.filters import Filter
from memcon.store.overview import overview, overview_of
from memcon.store.store import Store

Day = date | str


class Asking:
    """A database open for questions, and what was asked before."""

    def __init__(self, db: Place) -> None:
        self.path = address(db)
        self.joined_now = _bring_up(self.path)
        self._store = Store(self.path, read_only=True)
        self.at_hand = AtHand()

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def stamp(self) -> str | None:
        """A word that is another one whenever the record was joined anew."""
        return self.at_hand.stamp(self._store.joined)

    def count(self) -> tuple[int, int]:
        """Documents, words."""
        return self.at_hand.one(self.stamp(), "count", self._store.count)

    def last_published(self) -> date | None:
        """The day on which the last of the documents appeared, as far as it is known."""
        return self.at_hand.one(self.stamp(), "last published", lambda: self._store.ask(reading.last_published))

    def actors_by_id(self, ids: Iterable[str | None]) -> dict[str, Actor]:
        return self.at_hand.some(self.stamp(), {i for i in ids if i}, self._store.actors)

    def engagements_by_id(self, ids: Iterable[str | None]) -> list[Engagement]:
        return list(self._engagements_at_hand(sorted({i for i in ids if i})).values())

    def statements_by_id(self, ids: Iterable[str | None]) -> dict[str, Statement]:
        return self._store.ask(queries.get, schema.statements, Statement, {i for i in ids if i})

    def documents_by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        return self._store.documents_by_id(ids)

    @staticmethod
    def _least(confidence: float) -> float:
        """A least probability; raises ValueError for what is none."""
        if not 0.0 <= confidence <= 1.0:
            raise ValueError(f"min_confidence is a probability from 0 to 1, not {confidence}")
        return confidence

    def _sure(self, some: list[Engagement], least: float) -> list[Engagement]:
        """Those whose status is at least so sure."""
        if not self._least(least):
            return some
        actors = self.actors_by_id(p.actor for e in some for p in e.participants)
        return [e for e in some if scorer.status(e, actors) >= least]

    def _now(self, engagements: Iterable[Engagement]) -> list[Engagement]:
        """Engagements with the status of the day of the last report."""
        some, last = list(engagements), self.last_published()
        if last is None:
            return some
        stood = {e.id: e for e in self._as_of(some, last)}
        return [stood.get(e.id, e) for e in some]

    def _as_of(self, engagements: Sequence[Engagement], day: date) -> list[Engagement]:
        """Those that had been told of by a day, as they stood then; of the day of the last report they are at hand."""
        if day != self.last_published():
            return [e for one in engagements if (e := life.as_of(one, day))]
        by_id = {e.id: e for e in engagements}

        def look(ids: Iterable[str]) -> dict[str, Engagement | None]:
            return {i: life.as_of(by_id[i], day) for i in ids}

        stood = self.at_hand.some(self.stamp(), by_id, look, "as of the last report")
        return [e for i in by_id if (e := stood[i])]

    def _engagements(self, kept: Filter) -> list[Engagement]:
        """The engagements that a filter keeps, in order of time: what was asked before is not looked for again."""
        stamp, ask = self.stamp(), self._store.ask
        known = self.at_hand.whole(stamp, "overview", lambda: ask(overview))
        looked = [(("with", p), partial(ask, lists.engagements_with, p)) for p in kept.parties]
        looked += [(("person", p), partial(ask, lists.engagements_with, None, p)) for p in kept.persons]
        looked += [(("on", kept.issue), partial(ask, lists.engagements_on, kept.issue))] if kept.issue else []
        among = [self.at_hand.one(stamp, question, look) for question, look in looked]
        if known is None:  # of what reports of some days tell, all have to be looked at
            known = ask(overview_of, frozenset.intersection(*among) if among and not kept.news else None)
        ids = known.kept(kept, among)
        found = self._engagements_at_hand(ids)
        return [found[i] for i in ids if i in found]

    def _engagements_at_hand(self, ids: Iterable[str]) -> dict[str, Engagement]:
        def look(some: list[str]) -> dict[str, Engagement]:
            return self._store.ask(queries.get, schema.engagements, Engagement, some)

        return self.at_hand.some(self.stamp(), ids, look, "engagements")


def filter_of(
    with_: str | Sequence[str] = (),
    person: str | Sequence[str] = (),
    status: str | Sequence[str] = (),
    since: Day | None = None,
    until: Day | None = None,
    issue: str | None = None,
    kind: str | None = None,
    copies: bool = True,
) -> Filter:
    """The filter that plain values mean."""
    parties = tuple(party(p) for p in several(with_))
    return Filter(parties, several(person), several(status), as_day(since), as_day(until), issue, kind, copies)


def several(values: str | Sequence[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def as_day(day: Day | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _bring_up(path: Address) -> bool:
    """Join the record where documents changed since the last join, as after a killed run. True where it had to be."""
    from memcon.flow.ledger import join_stamp

    with Store(path, read_only=True) as store:
        if store.joined() == join_stamp(store.generation()) or store.generation() == "0":
            return False
    from memcon.annotate.parser import Parser
    from memcon.flow.join import join

    try:
        with Store(path) as store:
            return join(store, Parser())
    except StoreError:
        return False  # a read-only database shows the record it has
