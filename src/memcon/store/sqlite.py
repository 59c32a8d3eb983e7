"""A database in a file: its engine, its settings, how a writer takes its turn there.

Reading never waits: WAL shows every reader the state at which it began. Writing does, and asks for its turn at the beginning of
the transaction: a transaction that read first and then found another writer before it could only be given up.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from memcon.model.errors import StoreError
from memcon.store.turns import WRITES, Waiting, take_turn

BUSY_SECONDS = 20  # for what is over in no time, such as the end of a file's log
IN_MEMORY = Path(":memory:")
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def engine_on(path: Path, read_only: bool, waiting: Waiting | None = None) -> Engine:
    """An engine on a file; `waiting` is told when a writer has to wait."""
    if path == IN_MEMORY:
        engine = create_engine("sqlite://")
    elif read_only:
        engine = create_engine("sqlite://", creator=lambda: _connect_read_only(path), poolclass=NullPool)
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
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A database in WAL mode wants to write beside itself; where the folder forbids it, nobody else writes either.
        connection.close()
        connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, timeout=BUSY_SECONDS)
    return connection


def check_place(path: Path, read_only: bool) -> None:
    """Make the folder of a database that is to be written; raises StoreError where there is none to read."""
    if read_only:
        if not path.exists():
            raise StoreError(f"{path}: there is no database yet; read some reports first: memcon read PATH --db {path}")
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
