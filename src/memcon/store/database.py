"""Opening a database: a file or a server's, its settings, its version.

A database that does not exist is made; an older one is migrated; a newer one, or one that is not of ours,
is refused with the remedy. `read_only` writes nothing but such a migration, and opens where nothing may be written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect, text

from memcon.model.errors import StoreError
from memcon.store import server, sqlite
from memcon.store.address import Address, Server
from memcon.store.errors import explained
from memcon.store.schema import HEAD, metadata
from memcon.store.turns import WRITES, Waiting


def open_engine(place: Address, read_only: bool = False, waiting: Waiting | None = None) -> Engine:
    """An engine on the database, at the newest version. `waiting` is told when a writer has to wait for another."""
    if not isinstance(place, Server):
        sqlite.check_place(place, read_only)
    engine = _engine(place, read_only, waiting)
    with explained(str(place)):
        version = _version(engine, place)
        if version != HEAD:
            if read_only and isinstance(place, Server) and version is None:
                raise StoreError(f"{place}: there is no record yet; read some reports first: memcon read PATH --db {place}")
            _bring_up(engine if not read_only else _engine(place, False, waiting), place)
    return engine


@contextmanager
def empty_database() -> Iterator[Connection]:
    """The tables with nothing in them, in memory: what a join finds where nothing was joined."""
    with _nothing().connect() as db:
        yield db


@cache
def _nothing() -> Engine:
    """Each connection has tables of its own: copies of some that are made once, which takes 15 ms, as long as reading a short text."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as db:
        raw = db.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        tables = raw.serialize()
    engine.dispose()

    def copied() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(tables)
        return connection

    return create_engine("sqlite://", creator=copied, poolclass=NullPool)


def _engine(place: Address, read_only: bool, waiting: Waiting | None = None) -> Engine:
    if isinstance(place, Server):
        return server.engine_on(place, waiting)
    return sqlite.engine_on(place, read_only, waiting)


def _version(engine: Engine, place: Address) -> str | None:
    with engine.connect() as connection:
        return _version_of(connection, place)


def _version_of(db: Connection, place: Address) -> str | None:
    """The migration at which the database is; None for an empty one."""
    tables = inspect(db).get_table_names()
    if "alembic_version" in tables:
        version = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(version) if version else None
    if tables:
        raise StoreError(f"{place}: a database, but not one of memcon's; give another with --db")
    return None


def _bring_up(engine: Engine, place: Address) -> None:
    # Alembic takes 0.1 s to import: only a database that needs it pays.
    from memcon.store.migrate import known_versions, make, upgrade

    with engine.execution_options(**{WRITES: True}).begin() as db:
        version = _version_of(db, place)  # another program may have brought it up meanwhile
        if version is not None and version not in known_versions():
            raise StoreError(
                f"{place}: written by a newer memcon (version {version}, this one knows up to {HEAD}); "
                "install the newest: pip install --upgrade memcon"
            )
        if version is None:
            make(db)
        elif version != HEAD:
            upgrade(db)
