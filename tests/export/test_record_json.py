"""The exported record is the contract, whole and exact."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

import records
from memcon.export import contract
from memcon.export.record_csv import csv_lines, write_csv
from memcon.export.record_json import json_lines, sections, to_json
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.store.store import Store

D = records.document()
RECORD = records.full_record(D)


def test_a_full_record_keeps_the_contract() -> None:
    msgspec.json.decode(to_json(RECORD), type=contract.Record)


def test_an_export_has_the_fields_of_the_contract_and_no_others() -> None:
    """Types are checked by mypy; this finds what a TypedDict lets pass: nothing extra, nothing left out."""
    said = json.loads(to_json(RECORD))
    lists = contract.Record.__annotations__
    assert said.keys() == lists.keys()
    for name, kind in lists.items():
        if name != "memcon":
            (item,) = kind.__args__
            assert said[name], f"the test record has no {name}"
            assert all(entry.keys() == item.__annotations__.keys() for entry in said[name]), name


def test_every_citation_says_what_the_text_says() -> None:
    said = json.loads(to_json(RECORD))

    def cited(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if "quote" in value else []
            return own + [c for part in value.values() for c in cited(part)]
        return [c for part in value for c in cited(part)] if isinstance(value, list) else []

    found = cited(said)
    assert len(found) > 5
    assert all(D.text[c["start"] : c["end"]] == c["quote"] for c in found)  # type: ignore[misc]


def test_the_store_exports_the_same_bytes_as_memory(tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        store.add(D, records.found_in(D), "key")
        store.put_record(RECORD, {}, "stamp")
        store.set_aside(RECORD.rejects[0])
        with store.record() as stored:
            assert b"".join(json_lines(stored)).decode() == to_json(RECORD)


def test_an_empty_record_is_a_record() -> None:
    empty = type(RECORD)(*[() for _ in RECORD.__dataclass_fields__])
    said = json.loads(to_json(empty))
    assert said["memcon"] == "1" and said["engagements"] == []


def test_an_open_bound_is_null_and_never_a_word() -> None:
    undated = replace(
        D,
        published=DateRange(
            None, None, "XXXX-WXX-3", Basis(BasisKind.WEEKDAY, reason="Wednesday of a week that nothing dates")
        ),
    )
    said = json.loads(to_json(replace(RECORD, documents=(undated,))))["documents"][0]["published"]
    assert (said["earliest"], said["latest"], said["value"]) == (None, None, "XXXX-WXX-3")


def test_the_schema_names_every_list_and_every_definition() -> None:
    schema = contract.json_schema()
    record = schema["$defs"]["Record"]
    assert set(record["required"]) == set(contract.Record.__annotations__)
    assert {"Engagement", "Statement", "Actor", "Cited"} <= schema["$defs"].keys()


@pytest.fixture
def tables() -> dict[str, list[dict[str, str]]]:
    out = io.BytesIO()
    write_csv(RECORD, out)
    with ZipFile(out) as archive:
        return {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }


def test_the_tables_are_the_lists_of_the_record(tables: dict[str, list[dict[str, str]]]) -> None:
    assert set(tables) == set(sections(RECORD))
    for name, items in sections(RECORD).items():
        assert len(tables[name]) == len(list(items)), name


def test_a_date_is_four_columns_and_a_place_five(tables: dict[str, list[dict[str, str]]]) -> None:
    rows = {row["status"]: row for row in tables["engagements"]}
    assert rows["held"]["date_earliest"] == "2021-12-10"
    assert rows["held"]["place_country"] == "CHE"
    assert rows["planned"]["place_name"] == ""
    assert json.loads(rows["held"]["participants"])[0]["part"] == "principal"


def test_the_same_record_gives_the_same_tables() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_csv(RECORD, first)
    write_csv(RECORD, second)
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1+1", "@SUM(1)", "\t=1"])
def test_no_cell_is_a_formula_and_numbers_stay_numbers(title: str) -> None:
    (line,) = csv_lines([{"title": title, "latitude": -6.2, "words": [title], "none": None, "=x": ""}])
    header, row = csv.reader(io.StringIO(line))
    assert header == ["title", "latitude", "words", "none", "'=x"]
    assert row == [f"'{title}", "-6.2", f"'{title}", "", ""]


def test_a_cell_with_line_breaks_and_marks_survives() -> None:
    lines = "".join(csv_lines([{"source": 'a "b",\nc', "reason": None}]))
    assert list(csv.DictReader(io.StringIO(lines, newline=""))) == [{"source": 'a "b",\nc', "reason": ""}]
