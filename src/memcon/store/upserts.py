"""Rows that may stand there already: SQLite and PostgreSQL say it alike, but SQLAlchemy has a statement for each.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from memcon.store.schema import ledger


def put_new(db: Connection, table: Table, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
    """Insert what does not stand there."""
    if rows:
        db.execute(_insert(db, table).on_conflict_do_nothing(), rows)


def put_value(db: Connection, key: str, value: str) -> None:
    """A value of the ledger, in the place of the one that it had."""
    statement = _insert(db, ledger).values(key=key, value=value)
    db.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def _insert(db: Connection, table: Table) -> Any:
    if db.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)
