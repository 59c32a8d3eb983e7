"""A database in a file: its engine, its settings, how a writer takes its turn there.

Reading never waits: WAL shows every reader the state at which it began. Writing does, and asks for its turn at the beginning of
the transaction: a transaction that read first and then found another writer before it could only be given up.

A connection that reads is used again: whoever is the first to open a file must look through its whole log, which after a large join took
longer than any question. It is given up where another file stands under the name.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import QueuePool

from memcon.model.errors import StoreError, Unavailable
from memcon.store.turns import WRITES, Waiting, take_turn

BUSY_SECONDS = 20  # for what is over in no time, such as the end of a file's log
IN_MEMORY = Path(":memory:")
CLOSING_SECONDS = 2  # for readers of the log that is to be emptied
OPEN, MORE = 8, 56  # connections that read: kept, and besides
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def engine_on(path: Path, read_only: bool, waiting: Waiting | None = None) -> Engine:
    """An engine on a file; `waiting` is told when a writer has to wait."""
    if path == IN_MEMORY:
        engine = create_engine("sqlite://")
    elif read_only:
        engine = create_engine(
            "sqlite://", creator=lambda: _connect_read_only(path), poolclass=QueuePool, pool_size=OPEN, max_overflow=MORE,
            pool_use_lifo=True,
        )  # fmt: skip
        _look_at_the_file(engine, path)
    else:
        engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def settings(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.isolation_level = None  # Python's own BEGIN leaves reads and DDL outside the transaction
        if not read_only:
            # WAL with NORMAL: a killed process loses nothing that was committed; only a power cut can lose the last
            # transactions, and then whole ones. 4 times the commits a second of the default.
            take_turn(lambda: _done(connection, "PRAGMA journal_mode = WAL"), str(path), None)
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(WRITES):
            connection.exec_driver_sql("BEGIN")
            return
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            take_turn(lambda: _done(raw, "BEGIN IMMEDIATE"), str(path), waiting)
        finally:
            raw.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")

    return engine


def _look_at_the_file(engine: Engine, path: Path) -> None:
    """A connection is used again only while the file that it opened stands there."""

    @event.listens_for(engine, "connect")
    def opened(_: sqlite3.Connection, record: Any) -> None:
        record.info["file"] = _file(path)

    @event.listens_for(engine, "checkout")
    def used(_: sqlite3.Connection, record: Any, __: Any) -> None:
        if record.info.get("file") != _file(path):
            raise DisconnectionError("another file has its name")


def _file(path: Path) -> tuple[int, ...]:
    """Which file it is; where nothing may be written beside it, also in which state: such a connection sees no change."""
    try:
        now = path.stat()
    except OSError:
        return ()
    kept = () if os.access(path.parent, os.W_OK) else (now.st_mtime_ns, now.st_size)
    return (now.st_dev, now.st_ino, *kept)


def empty_log(engine: Engine) -> None:
    """Bring what was written from the log into the file itself, where nobody reads just then; what is left there stays valid."""
    with suppress(DBAPIError, sqlite3.Error):
        connection = engine.raw_connection()
        try:
            raw = connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute(f"PRAGMA busy_timeout = {CLOSING_SECONDS * 1000}")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()


def _done(connection: sqlite3.Connection, statement: str) -> bool:
    """Carry a statement out; False where another process has the file."""
    try:
        connection.execute(statement)
    except sqlite3.OperationalError as problem:
        if getattr(problem, "sqlite_errorcode", 0) & 0xFF in BUSY:
            return False
        raise
    return True


def _connect_read_only(path: Path) -> sqlite3.Connection:
    check_place(path, read_only=True)
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A database in WAL mode wants to write beside itself; where the folder forbids it, nobody else writes either.
        connection.close()
        connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
    return connection


def check_place(path: Path, read_only: bool) -> None:
    """Make the folder of a database that is to be written; raises StoreError where there is none to read."""
    if read_only:
        if not path.exists():
            raise Unavailable(f"{path}: there is no database yet; read some reports first: memcon read PATH --db {path}")
        return
    if path == IN_MEMORY:
        return
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; give the file of the database with --db")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(
            f"{path}: its folder cannot be made ({problem.strerror}); give another place with --db"
        ) from problem
