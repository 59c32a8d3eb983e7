"""A release tells all that its columns can hold, loses nothing in CSV, is the same twice, and its metadata pass their own libraries."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

import records
from memcon.api import closed_lists
from memcon.export.columns import Sheets, Type
from memcon.export.release import values
from memcon.export.release.about import About, Lists
from memcon.export.release.csv_tables import cell_of, rows_of, write_csv_table
from memcon.export.release.release import RELEASED, write_release
from memcon.export.release.summaries import COUNTS, COVERAGE
from memcon.export.tables import TABLES
from memcon.model import findings, record, resolved
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.record import Copy, Family
from memcon.model.resolved import PlaceBasis
from memcon.model.status import Status

pytest.importorskip("pyarrow", reason="pyarrow is not installed: memcon[analysis]")

D = records.document()
RECORD = records.full_record(D)
ABOUT = About("Weimar & others", ("A. Scholar",), "CC-BY-4.0", "2024-05-01", "1", "https://example.org/weimar", "0.1.0")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release with the lists that users' releases have."""
    folder = tmp_path_factory.mktemp("release")
    write_release(RECORD, folder, ABOUT, closed_lists())
    return folder


def test_the_hashes_are_those_of_every_file(released: Path) -> None:
    lines = (released / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = dict(reversed(line.split("  ")) for line in lines)
    there = {p.relative_to(released).as_posix() for p in released.rglob("*") if p.is_file()}
    assert set(sums) == there - {"SHA256SUMS"}
    assert all(hashlib.sha256((released / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())


def test_the_same_record_gives_the_same_release(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        write_release(RECORD, tmp_path / name, ABOUT, Lists())
    assert (tmp_path / "a" / "SHA256SUMS").read_bytes() == (tmp_path / "b" / "SHA256SUMS").read_bytes()


def test_every_column_and_every_value_stand_in_the_codebook(released: Path) -> None:
    book = (released / "codebook.md").read_text(encoding="utf-8")
    for table in RELEASED.values():
        section = book.partition(f"## {table.name}\n")[2]
        assert all(f"| `{column.name}` |" in section for column in table.columns)
    lists = closed_lists()
    words = (*Status, *lists.types, *(m for modes in lists.types.values() for m in modes), *lists.contexts, *lists.issues)
    assert [word for word in words if f"| `{word}` |" not in book] == []


def test_the_lists_of_values_are_those_of_the_model() -> None:
    assert list(values.STATUS) == list(Status)
    assert list(values.BASIS) == list(PlaceBasis)
    for told, literal in (
        (values.ACTOR, resolved.ActorKind), (values.GAP, resolved.StateGap), (values.PART, findings.Part),
        (values.RELATION, record.Relation), (values.SAID, findings.StatementKind), (values.POLARITY, findings.Polarity),
        (values.TENSE, findings.Tense), (values.HOW, resolved.How),
    ):  # fmt: skip
        assert set(told) == set(get_args(literal))


@pytest.mark.parametrize("name", RELEASED)
def test_csv_loses_nothing(name: str, tmp_path: Path) -> None:
    table, sheets = RELEASED[name], Sheets(RECORD)
    write_csv_table(table, sheets, tmp_path / "t.csv")
    types = {column.name: column.type for column in table.columns}
    rows = list(table.rows(sheets))
    read = list(rows_of(table, tmp_path / "t.csv"))
    assert len(rows) == len(read)
    for row, found in zip(rows, read, strict=True):
        for column, value in row.items():
            told = str(value) if types[column] is Type.TEXT and value is not None else cell_of(value) or None
            assert found[column] == told


def test_a_hostile_title_is_no_formula_and_comes_back(tmp_path: Path) -> None:
    title = '=HYPERLINK("http://a.org","x")'
    changed = replace(RECORD, documents=(replace(D, title=title),))
    write_csv_table(TABLES["documents"], Sheets(changed), tmp_path / "t.csv")
    assert "'=HYPERLINK" in (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert next(rows_of(TABLES["documents"], tmp_path / "t.csv"))["title"] == title


def test_copies_are_counted_beside_origins_and_an_unknown_month_is_told() -> None:
    copy = replace(D, id="document-copy", outlet=None)
    undated = replace(D, id="document-undated", published=UNKNOWN_DATE)
    family = Family("family-1", D.id, (Copy(copy.id, "exact", 1.0),))
    made = replace(RECORD, documents=(D, copy, undated), families=(family,))
    rows = {row["month"]: row for row in COVERAGE.rows(Sheets(made))}
    assert (rows["2021-12"]["reports"], rows["2021-12"]["origins"], rows["2021-12"]["without_outlet"]) == (2, 1, 1)
    assert rows[None]["reports"] == 1
    counts = {(row["of"], row["by"]): row for row in COUNTS.rows(Sheets(made)) if row["by"] == "all"}
    assert (counts["documents", "all"]["with_copies"], counts["documents", "all"]["without_copies"]) == (3, 2)


def test_without_a_licence_none_is_made_up(tmp_path: Path) -> None:
    write_release(RECORD, tmp_path, About(), Lists())
    assert "No licence is stated" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "licenses" not in json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert "year" not in (tmp_path / "CITATION.bib").read_text(encoding="utf-8")


def test_frictionless_finds_nothing_wrong(released: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed: .ci/run installs it")
    report = frictionless.validate(str(released / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])[:5]


def test_croissant_finds_nothing_wrong_and_reads_the_rows(released: Path) -> None:
    croissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed: .ci/run installs it")
    dataset = croissant.Dataset(str(released / "croissant.json"))
    assert not dataset.metadata.issues.errors
    for name, table in RELEASED.items():
        assert len(list(dataset.records(name))) == len(list(table.rows(Sheets(RECORD))))
