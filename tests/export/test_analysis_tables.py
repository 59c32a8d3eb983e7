"""The tables for analysis have the columns that they promise, the record's values, and the same bytes each time."""

import re
from datetime import date
from pathlib import Path

import pytest

import records
from memcon.export.columns import Sheets, Type, year_of
from memcon.export.exporters import EXPORTERS, exporter_named
from memcon.export.parquet import write_parquet
from memcon.export.tables import TABLES
from memcon.model.dates import DateRange
from memcon.model.errors import UnknownName
from memcon.store.store import Store

D = records.document()
RECORD = records.full_record(D)
DOCS = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
KINDS = {Type.TEXT: str, Type.TEXTS: list, Type.DAY: date, Type.WHOLE: int, Type.REAL: float, Type.TRUTH: bool}


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_of_their_table_and_values_of_their_types(name: str) -> None:
    table = TABLES[name]
    rows = list(table.rows(Sheets(RECORD)))
    assert rows, "the record of this test has none"
    for row in rows:
        assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            value = row[column.name]
            assert value is None or isinstance(value, KINDS[column.type]), column.name


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented_with_its_type(name: str) -> None:
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL)
    assert found
    told = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", found[1], re.MULTILINE)
    assert told == [(column.name, str(column.type), column.what) for column in TABLES[name].columns]


def test_words_of_statements_are_those_of_the_document() -> None:
    rows = {row["id"]: row for row in TABLES["statements"].rows(Sheets(RECORD))}
    for statement in RECORD.statements:
        assert rows[statement.id]["words"] == statement.span.of(D.text)


def test_a_year_is_told_where_both_days_lie_in_it() -> None:
    assert year_of(DateRange(date(2018, 1, 1), date(2018, 12, 31))) == 2018
    assert year_of(DateRange(date(2018, 12, 30), date(2019, 1, 2))) is None
    assert year_of(DateRange(None, date(2018, 1, 1))) is None
    assert year_of(None) is None


def test_an_unknown_format_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UnknownName, match="json, csv, parquet"):
        exporter_named("xlsx")
    assert {name for name, exporter in EXPORTERS.items() if exporter.takes_filters} == {"ics", "superdesk", "atom"}
    assert {name for name, exporter in EXPORTERS.items() if exporter.makes_folder} == {"parquet", "superdesk"}


def test_a_folder_of_tables_is_read_back_with_years_and_names(tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset", reason="needs pyarrow: memcon[analysis]")
    write_parquet(RECORD, tmp_path)
    for name, table in TABLES.items():
        found = dataset.dataset(tmp_path / name, partitioning="hive").to_table().to_pylist()
        expected = list(table.rows(Sheets(RECORD)))
        assert len(found) == len(expected)
        if name == "engagements":
            assert {row["id"]: row["participants"] for row in found} == {r["id"]: r["participants"] for r in expected}
            assert {row["id"]: row["year"] for row in found} == {r["id"]: r["year"] for r in expected}


def test_the_same_record_gives_the_same_files_from_memory_and_from_a_database(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs pyarrow: memcon[analysis]")
    first, second = tmp_path / "first", tmp_path / "second"
    write_parquet(RECORD, first)
    with Store(tmp_path / "record.db") as store:
        store.add(D, records.found_in(D), "key")
        store.put_record(RECORD, {}, "stamp")
        with store.record() as stored:
            write_parquet(stored, second)
    files = sorted(path.relative_to(first) for path in first.rglob("*.parquet"))
    assert files == sorted(path.relative_to(second) for path in second.rglob("*.parquet"))
    assert all((first / path).read_bytes() == (second / path).read_bytes() for path in files)
