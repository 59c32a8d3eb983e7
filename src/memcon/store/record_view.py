"""The stored record, read as a stream: the same names as `memcon.model.record.Record`, item by item.

An exporter takes either. The connection stays open while an iterator is used.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, select

from memcon.model.document import Document
from memcon.model.findings import Event, IssueMention, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.record import Actor, Decision, Engagement, Family, Reject
from memcon.model.variants import QuotationVariants
from memcon.store import queries, reading, schema
from memcon.store.codec import unpack

T = TypeVar("T")


class StoredRecord:
    """Each attribute is a fresh iterator in the order that the record promises."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    @property
    def documents(self) -> Iterator[Document]:
        return reading.recorded_documents(self._db)

    @property
    def families(self) -> Iterator[Family]:
        return self._by_id(schema.families, Family)

    @property
    def actors(self) -> Iterator[Actor]:
        return self._by_id(schema.actors, Actor)

    @property
    def mentions(self) -> Iterator[tuple[str, NameMention]]:
        return self._by_place(schema.mentions, NameMention)

    @property
    def times(self) -> Iterator[tuple[str, TimeMention]]:
        return self._by_place(schema.times, TimeMention)

    @property
    def places(self) -> Iterator[tuple[str, NamedPlace]]:
        return self._by_place(schema.places, NamedPlace)

    @property
    def statements(self) -> Iterator[Statement]:
        return self._by_id(schema.statements, Statement)

    @property
    def quotations(self) -> Iterator[QuotationVariants]:
        return self._by_id(schema.quotations, QuotationVariants)

    @property
    def engagements(self) -> Iterator[Engagement]:
        return self._by_id(schema.engagements, Engagement)

    @property
    def events(self) -> Iterator[Event]:
        return self._by_id(schema.events, Event)

    @property
    def issues(self) -> Iterator[tuple[str, IssueMention]]:
        return self._by_place(schema.issues, IssueMention)

    @property
    def outlook(self) -> Iterator[Outlook]:
        return map(queries.expected, self._rows(queries.outlook_rows().order_by(schema.outlook.c.id)))

    @property
    def decisions(self) -> Iterator[Decision]:
        table = schema.decisions
        query = select(table.c.body).order_by(table.c.left, table.c.right, table.c.by, table.c.number)
        return (unpack(body, Decision) for body in self._rows(query).scalars())

    @property
    def rejects(self) -> Iterator[Reject]:
        return reading.all_rejects(self._db)

    def _by_id(self, table: Table, kind: type[T]) -> Iterator[T]:
        return (unpack(body, kind) for body in self._rows(select(table.c.body).order_by(table.c.id)).scalars())

    def _by_place(self, table: Table, kind: type[T]) -> Iterator[tuple[str, T]]:
        query = select(table.c.document, table.c.body).order_by(table.c.document, table.c.start, table.c.number)
        return ((document, unpack(body, kind)) for document, body in self._rows(query))

    def _rows(self, query: Select[Any]) -> Any:
        return self._db.execution_options(yield_per=1000).execute(query)
