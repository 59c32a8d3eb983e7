"""The store: one object for one database. Each method is one transaction; what SQLite refuses comes out as StoreError."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from memcon.model.dates import DateRange
from memcon.model.document import Document, Supply
from memcon.model.findings import Findings
from memcon.model.record import Actor, Decision, Record, Reject
from memcon.store import changing, deciding, reading, schema, supplying, writing
from memcon.store.database import open_engine
from memcon.store.errors import explained
from memcon.store.queries import get
from memcon.store.record_view import StoredRecord

P = ParamSpec("P")
R = TypeVar("R")


class Store:
    """A database of documents, their findings and the record joined from them."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = open_engine(path, read_only)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together or not at all."""
        with explained(str(self.path)), self._engine.begin() as db:
            yield db

    def ask(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A query of `memcon.store.queries` or `memcon.store.search`, in a transaction of its own."""
        with self.transaction() as db:
            return query(db, *args, **kwargs)

    # ---- what was read ----

    def key_of(self, document: str) -> str | None:
        """The key of the findings that are kept for a document; None where it is not known."""
        return self.ask(reading.key_of, document)

    def keys(self) -> dict[str, str]:
        """The key of the findings of every document."""
        return self.ask(reading.keys)

    def supplies(self) -> list[Supply]:
        """Every source of every document."""
        return self.ask(supplying.supplies)

    def add(
        self, document: Document, found: Findings, key: str, supply: Supply | None = None, gone: Iterable[Supply] = ()
    ) -> None:
        """A document with its text and findings, and where it is found: all of it or nothing. `gone`: what it takes the place of."""
        with self.transaction() as db:
            reading.put_document(db, document, found, key, supply)
            _forget(db, gone, document.id)

    def supply(self, supply: Supply, gone: Iterable[Supply] = ()) -> None:
        """Another source of a document that is known."""
        with self.transaction() as db:
            supplying.put_supply(db, supply)
            _forget(db, gone, supply.document)

    def set_aside(self, reject: Reject, first: bool = True) -> None:
        self.ask(reading.put_reject, reject, first)

    def documents(self) -> list[Document]:
        """Every document as it was read, sorted by id."""
        with self.transaction() as db:
            return list(reading.all_documents(db))

    def findings(self) -> list[Findings]:
        """What each document says by itself, sorted by document."""
        with self.transaction() as db:
            return list(reading.all_findings(db))

    def documents_by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        return self.ask(reading.documents_by_id, sorted(set(ids)))

    def check_writable(self) -> None:
        """Write and take back; raises StoreError where that is refused."""
        self.ask(reading.touch)

    def count(self) -> tuple[int, int]:
        """Documents, words."""
        return self.ask(reading.count)

    # ---- the join ----

    def generation(self) -> str:
        """Changes whenever a document or its findings change."""
        return self.ask(reading.generation)

    def joined(self) -> str | None:
        """The stamp that the last join left."""
        return self.ask(reading.joined)

    def put_record(self, record: Record, dated: Mapping[str, DateRange], stamp: str) -> None:
        """The record in the place of the last one, with the days it gave to undated documents. What a join keeps is not known of it."""
        with self.transaction() as db:
            changing.forget(db)
            changing.put_rulings(db, ())
            writing.put_items(db, record)
            changing.put_days(db, dated)
            reading.set_joined(db, stamp)

    # ---- what people decided ----

    def decisions(self) -> list[Decision]:
        """What people decided, in order of time."""
        return self.ask(deciding.person_decisions)

    def decide(self, made: Iterable[Decision]) -> None:
        self.ask(deciding.put_decisions, list(made))

    def take_back(self, at: str) -> None:
        """Forget what was decided at that time."""
        self.ask(deciding.drop_decisions, at)

    # ---- the record ----

    @contextmanager
    def record(self) -> Iterator[StoredRecord]:
        """The record as a stream, consistent while it is read."""
        with self.transaction() as db:
            yield StoredRecord(db)

    def actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        return self.ask(get, schema.actors, Actor, ids)


def _forget(db: Connection, gone: Iterable[Supply], heir: str) -> None:
    """Sources that give something else now, and the documents that nothing else gives; what was decided about these holds for the
    one in their place."""
    went = supplying.drop_supplies(db, gone, heir)
    for document in went:
        deciding.hand_on(db, document, heir)
    if went:
        reading.count_change(db)
