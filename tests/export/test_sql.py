"""SQL finds in a record what is in it, fetches nothing, and says what is wrong with a question."""

from pathlib import Path

import pytest

import records
from memcon.export.parquet import write_parquet
from memcon.export.sql import ask_folder, ask_record
from memcon.model.errors import StoreError

pytest.importorskip("duckdb", reason="needs DuckDB: memcon[analysis]")
pytest.importorskip("pyarrow", reason="needs pyarrow: memcon[analysis]")

RECORD = records.full_record(records.document())


def found(question: str) -> list[tuple[object, ...]]:
    with ask_record(question, RECORD) as answer:
        return list(answer.rows)


def test_tables_are_joined() -> None:
    question = "SELECT e.id, p.name FROM engagements e JOIN participants p ON p.engagement = e.id ORDER BY ALL"
    names = {a.id: a.name for a in RECORD.actors}
    assert found(question) == sorted((e.id, names[p.actor]) for e in RECORD.engagements for p in e.participants)


def test_a_record_and_its_exported_tables_give_the_same_answer(tmp_path: Path) -> None:
    write_parquet(RECORD, tmp_path)
    question = "SELECT id, year, status FROM Engagements ORDER BY id"
    with ask_folder(question, tmp_path) as answer:
        assert list(answer.rows) == found(question)
        assert answer.columns == ("id", "year", "status")


def test_a_table_without_rows_is_empty_rather_than_absent() -> None:
    from memcon.model.record import Record

    nothing = Record(*(() for _ in Record.__dataclass_fields__))
    with ask_record("SELECT count(*) FROM events", nothing) as answer:
        assert list(answer.rows) == [(0,)]


def test_a_question_to_a_table_that_is_not_there_is_told_which_there_are() -> None:
    with pytest.raises(StoreError, match="the tables are documents, actors"), ask_record("FROM meetings", RECORD):
        pass


def test_words_that_are_no_sql_and_values_that_do_not_fit_are_told() -> None:
    with pytest.raises(StoreError, match="Parser Error"), ask_record("who met whom?", RECORD):
        pass
    with pytest.raises(StoreError, match="Conversion Error"):
        found("SELECT CAST(id AS INTEGER) FROM engagements")


def test_a_file_of_ones_own_is_joined_and_nothing_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("id,grade\n" + "".join(f"{e.id},3\n" for e in RECORD.engagements))
    question = f"SELECT sum(grade) FROM engagements JOIN '{tmp_path}/own.csv' USING (id)"
    assert found(question) == [(3 * len(RECORD.engagements),)]
    with pytest.raises(StoreError, match="httpfs"):
        found("SELECT * FROM 'https://example.org/visits.parquet'")


def test_a_folder_without_tables_is_told_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="memcon export --format parquet"), ask_folder("SELECT 1", tmp_path):
        pass
