"""A database on a PostgreSQL server: its engine, its transactions. Needs psycopg, which is an extra: memcon[postgres].

Who reads sees the state at which he began; who writes takes his turn, so that whatever he reads in his transaction stays as it is.
"""

from importlib.util import find_spec

from sqlalchemy import Connection, Engine, create_engine, event

from memcon.model.errors import MissingAsset, StoreError
from memcon.store.address import Server
from memcon.store.turns import WRITES, WRITING, Waiting, take_turn


def engine_on(server: Server, waiting: Waiting | None = None) -> Engine:
    """An engine on a server; `waiting` is told when a writer has to wait."""
    if find_spec("psycopg") is None:
        raise MissingAsset(f"{server}: for a PostgreSQL server, memcon needs psycopg: pip install 'memcon[postgres]'")
    try:
        engine = create_engine(
            server.url, pool_pre_ping=True, connect_args={"application_name": "memcon", "connect_timeout": 10}
        )
    except Exception as problem:  # what SQLAlchemy makes of an address that is none has no class of its own
        raise StoreError(f"{server}: not the address of a database; write postgresql://USER@HOST:PORT/NAME") from problem

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_isolation_level() == "AUTOCOMMIT":
            return
        if connection.get_execution_options().get(WRITES):
            take_turn(lambda: _lock(connection), str(server), waiting)
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def _lock(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({WRITING})").scalar())
