from datetime import date

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from memcon.store import kept_tables
from memcon.store.bulk import put_rows
from memcon.store.database import empty_database


def _document(name: str, last: date | None) -> dict[str, object]:
    return {"document": name, "key": "k", "second_hand": False, "datable": True, "last": last, "prints": b"[]"}


def test_rows_written_many_at_once_are_those_that_the_library_would_write() -> None:
    table = kept_tables.kept_documents
    rows = [_document("a", date(2021, 5, 4)), _document("b", None)]
    with empty_database() as one, empty_database() as other:
        put_rows(one, table, iter(rows))
        other.execute(insert(table), rows)
        assert one.execute(select(table)).all() == other.execute(select(table)).all()
        assert (
            one.exec_driver_sql("SELECT * FROM kept_documents").all()
            == other.exec_driver_sql("SELECT * FROM kept_documents").all()
        )


def test_a_row_that_stands_there_is_passed_over_where_that_is_wanted() -> None:
    table = kept_tables.kept_documents
    with empty_database() as db:
        put_rows(db, table, [_document("a", date(2021, 5, 4))])
        put_rows(db, table, [_document("a", None), _document("b", None)], new=False)
        put_rows(db, table, [])
        assert [tuple(r) for r in db.execute(select(table.c.document, table.c.last).order_by(table.c.document))] == [
            ("a", date(2021, 5, 4)),
            ("b", None),
        ]
        with pytest.raises(IntegrityError):
            put_rows(db, table, [_document("a", None)])
