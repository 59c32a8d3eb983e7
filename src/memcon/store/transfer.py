"""A whole record from one database into another, a file's or a server's: what was read, what people decided, what was joined.

Comes in: two open stores, the second one empty. Goes out: how many rows were copied. All of it is one transaction: a copy that is
broken off leaves the second database as empty as it was.
"""

from collections.abc import Callable

from sqlalchemy import Connection, Integer, Table, delete, func, insert, select
from sqlalchemy.types import BigInteger

from memcon.model.errors import StoreError
from memcon.store import schema
from memcon.store.kept import chunked
from memcon.store.reading import count
from memcon.store.search import put_words
from memcon.store.store import Store

ROWS = 500  # in memory at once: a document's findings can be a megabyte


def copy(source: Store, target: Store, tell: Callable[[str, int], None] | None = None) -> int:
    """Copy every row; `tell` hears of each table. Raises StoreError where the target holds documents already."""
    if source.place == target.place:
        raise StoreError(f"{source.place}: this is one database; give another to copy it into")
    with source.transaction() as old, target.writing() as new:
        if count(new)[0]:
            raise StoreError(f"{target.place}: it holds documents already; give a new database")
        copied = 0
        new.execute(delete(schema.ledger))
        for table in schema.metadata.sorted_tables:
            rows = _copy_table(old, new, table)
            copied += rows
            if tell:
                tell(table.name, rows)
    return copied


def _copy_table(old: Connection, new: Connection, table: Table) -> int:
    copied = 0
    rows = old.execution_options(yield_per=ROWS).execute(select(table).order_by(*table.primary_key)).mappings()
    for some in chunked((dict(row) for row in rows), ROWS):
        new.execute(insert(table), some)
        copied += len(some)
        if table is schema.texts:
            for row in some:
                put_words(new, row["document"], row["title"], row["text"])
    if copied and new.dialect.name == "postgresql":
        _count_on(new, table)
    return copied


def _count_on(new: Connection, table: Table) -> None:
    """Rows of a server that number themselves go on behind those that came with their numbers."""
    (key, *others) = table.primary_key
    if others or key.name != "number" or not isinstance(key.type, Integer | BigInteger):
        return
    sequence = func.pg_get_serial_sequence(table.name, key.name)
    new.execute(select(func.setval(sequence, select(func.max(key)).scalar_subquery())))
