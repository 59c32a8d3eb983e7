"""Opening a database: the file, its settings, its version.

A database that does not exist is made; an older one is migrated; a newer one, or a file that is no database of ours,
is refused with the remedy. `read_only` writes nothing but such a migration, and opens where nothing may be written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.pool import NullPool

from memcon.model.errors import StoreError
from memcon.store.errors import explained
from memcon.store.schema import HEAD, metadata

BUSY_SECONDS = 20
IN_MEMORY = Path(":memory:")


def open_engine(path: Path, read_only: bool = False) -> Engine:
    """An engine on the database at `path`, at the newest version."""
    if not read_only and path != IN_MEMORY:
        _make_folder(path)
    if read_only and not path.exists():
        raise StoreError(f"{path}: there is no database yet; read some reports first: memcon read PATH --db {path}")
    engine = _engine(path, read_only)
    with explained(str(path)):
        version = _version(engine)
        if version != HEAD:
            _bring_up(engine, path, version, read_only)
    return engine


@contextmanager
def empty_database() -> Iterator[Connection]:
    """The tables with nothing in them, in memory: what a join finds where nothing was joined."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as db:
        yield db
    engine.dispose()


def _make_folder(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; give the file of the database with --db")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(
            f"{path}: its folder cannot be made ({problem.strerror}); give another place with --db"
        ) from problem


def _engine(path: Path, read_only: bool) -> Engine:
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
        if not read_only:
            # WAL with NORMAL: a killed process loses nothing that was committed; only a power cut can lose the last
            # transactions, and then whole ones. 4 times the commits a second of the default.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.isolation_level = None  # Python's own BEGIN leaves reads and DDL outside the transaction

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


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


def _version(engine: Engine) -> str | None:
    """The migration at which the database is; None for an empty one."""
    tables = inspect(engine).get_table_names()
    if "alembic_version" in tables:
        with engine.connect() as connection:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return str(version) if version else None
    if tables:
        raise StoreError(f"{engine.url.database}: a database, but not one of memcon's; give another with --db")
    return None


def _bring_up(engine: Engine, path: Path, version: str | None, read_only: bool) -> None:
    # Alembic takes 0.1 s to import: only a database that needs it pays.
    from memcon.store.migrate import known_versions, upgrade

    if version is not None and version not in known_versions():
        raise StoreError(
            f"{path}: written by a newer memcon (version {version}, this one knows up to {HEAD}); "
            "install the newest: pip install --upgrade memcon"
        )
    upgrade(_engine(path, read_only=False) if read_only else engine)
