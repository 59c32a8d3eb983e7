"""Rows into a table, many at once.

Comes in: rows that all have the same columns. For SQLite the statement is compiled once, and the values of each row go to the driver
as they are: SQLAlchemy itself would make ready a statement for each row, which is a tenth of a join.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

from memcon.store.upserts import put_new

ROWS = 5000  # an insert: bounds memory, and more is no faster
Row = dict[str, Any]


def put_rows(db: Connection, table: Table, rows: Iterable[Row], new: bool = True) -> None:
    """Insert rows; unless they are `new`, those whose key stands there are passed over."""
    rows = iter(rows)
    for some in iter(lambda: list(islice(rows, ROWS)), []):
        if db.dialect.name == "sqlite":
            _to_driver(db, table, some, new)
        elif new:
            db.execute(insert(table), some)
        else:
            put_new(db, table, some)


def _to_driver(db: Connection, table: Table, rows: list[Row], new: bool) -> None:
    statement = sqlite.insert(table) if new else sqlite.insert(table).on_conflict_do_nothing()
    compiled = statement.compile(dialect=db.dialect, column_keys=list(rows[0]))
    columns = [(name, _made_ready(db, table, name)) for name in compiled.positiontup or ()]
    values = [tuple(ready(row[name]) if ready else row[name] for name, ready in columns) for row in rows]
    db.exec_driver_sql(str(compiled), values)


def _made_ready(db: Connection, table: Table, name: str) -> Callable[[Any], Any] | None:
    """What makes a value of the column what the driver takes; None where it takes it as it is."""
    kind = table.c[name].type.dialect_impl(db.dialect)
    found: Callable[[Any], Any] | None = kind.bind_processor(db.dialect)
    return found
