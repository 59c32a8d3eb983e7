"""The store: one object for one database. Each method is one transaction; what the database refuses comes out as StoreError."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import sleep
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from memcon.model.dates import DateRange
from memcon.model.document import Document, Supply
from memcon.model.findings import Findings
from memcon.model.record import Actor, Decision, Record, Reject
from memcon.store import changing, deciding, reading, schema, sqlite, supplying, writing
from memcon.store.address import Place, Server, address
from memcon.store.database import open_engine
from memcon.store.errors import explained, went_away
from memcon.store.queries import get
from memcon.store.record_view import StoredRecord
from memcon.store.turns import WRITES, Readers, Waiting, readers

P = ParamSpec("P")
R = TypeVar("R")
PAUSES = (0.5, 1, 2, 4, 8, 15)  # seconds before the same is tried again on a server that went away: a restart takes less


class Store:
    """A database of documents, their findings and the record joined from them: a file, or the address of a server.

    waiting  told, in words, that a writer has to wait for another program
    """

    def __init__(self, place: Place, read_only: bool = False, waiting: Waiting | None = None) -> None:
        self.place = address(place)
        self.read_only = read_only
        self._engine = open_engine(self.place, read_only, waiting)
        self._writer: Engine = self._engine.execution_options(**{WRITES: True})

    def close(self) -> None:
        if not self.read_only and not isinstance(self.place, Server):
            sqlite.empty_log(self._engine)
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection that sees one state of the database and changes nothing."""
        with explained(str(self.place)), self._engine.begin() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together or not at all; it has waited for its turn."""
        with explained(str(self.place)), self._writer.begin() as db:
            yield db

    def ask(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A query of `memcon.store.queries` or `memcon.store.search`, in a transaction of its own."""
        return self._tried(self._engine, lambda db: query(db, *args, **kwargs))

    def change(self, what: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A change that may be made twice, in a transaction of its own."""
        return self._tried(self._writer, lambda db: what(db, *args, **kwargs))

    def _tried(self, engine: Engine, what: Callable[[Connection], R]) -> R:
        """The same again where a server went away in the middle: whether it kept the change or not, it stands there once."""
        with explained(str(self.place)):
            for pause in PAUSES if isinstance(self.place, Server) else ():
                try:
                    with engine.begin() as db:
                        return what(db)
                except DBAPIError as problem:
                    if not went_away(problem):
                        raise
                    sleep(pause)
            with engine.begin() as db:
                return what(db)

    @contextmanager
    def being_read(self) -> Iterator[Readers]:
        """While reports are read into the database: others who do so know of it."""
        file = None if isinstance(self.place, Server) else self.place
        with explained(str(self.place)), readers(self._engine, file) as known:
            yield known

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
        self.change(_add, document, found, key, supply, list(gone))

    def supply(self, supply: Supply, gone: Iterable[Supply] = ()) -> None:
        """Another source of a document that is known."""
        self.change(_supply, supply, list(gone))

    def set_aside(self, reject: Reject, first: bool = True) -> None:
        self.change(reading.put_reject, reject, first)

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
        self.change(reading.touch)

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
        with self.writing() as db:
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
        with self.writing() as db:  # not tried again: it would be decided twice
            deciding.put_decisions(db, made)

    def take_back(self, at: str) -> None:
        """Forget what was decided at that time."""
        self.change(deciding.drop_decisions, at)

    # ---- the record ----

    @contextmanager
    def record(self) -> Iterator[StoredRecord]:
        """The record as a stream, consistent while it is read."""
        with self.transaction() as db:
            yield StoredRecord(db)

    def actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        return self.ask(get, schema.actors, Actor, ids)


def _add(
    db: Connection, document: Document, found: Findings, key: str, supply: Supply | None, gone: Iterable[Supply]
) -> None:
    reading.put_document(db, document, found, key, supply)
    _forget(db, gone, document.id)


def _supply(db: Connection, supply: Supply, gone: Iterable[Supply]) -> None:
    supplying.put_supply(db, supply)
    _forget(db, gone, supply.document)


def _forget(db: Connection, gone: Iterable[Supply], heir: str) -> None:
    """Sources that give something else now, and the documents that nothing else gives; what was decided about these holds for the
    one in their place."""
    went = supplying.drop_supplies(db, gone, heir)
    for document in went:
        deciding.hand_on(db, document, heir)
    if went:
        reading.count_change(db)
