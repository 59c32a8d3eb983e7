"""memcon copies: a line for each text, whatever it came in, and nothing of the parser loaded."""

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import memcon
from memcon.cli.app import main

REPORT = """The presidents of Kenya and Somalia met in Nairobi on Friday and agreed to open the border posts at Mandera, Liboi and Kiunga,
which have been shut since 2011, their offices said in a statement after two hours of talks at State House.

President Hassan Sheikh Mohamud also asked for more fishing licences and for flights of khat to be allowed again, of which
Kenya stopped the trade in 2020. President Uhuru Kenyatta said that officials of both would meet in Mogadishu in August."""
OTHER = """Finland and Sweden handed their letters to Jens Stoltenberg in Brussels on Wednesday morning. Turkey held up the first vote
of the ambassadors on the same day, and spoke of people in Stockholm whom it wants handed over before it agrees."""


def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["memcon", "copies", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report, a page around it among JSON Lines, and another report."""
    (tmp_path / "report.txt").write_text(REPORT)
    lines = [
        {"id": "page", "text": f"Sign up for our newsletter.\n\n{REPORT}"},
        {"id": 7, "text": OTHER, "url": "https://example.org/7"},
    ]
    with gzip.open(tmp_path / "more.jsonl.gz", "wt") as file:
        file.write("".join(json.dumps(line) + "\n" for line in lines))
    return tmp_path


def test_every_text_has_a_line_in_the_order_of_reading(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(monkeypatch, capfd, folder)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and "copies     1 in 1 families" in err
    assert [row["id"] for row in rows] == ["page", "7", str(folder / "report.txt")]
    page, other, report = rows
    assert page["group"] == report["group"] != other["group"]
    assert (page["relation"], page["canonical"]) == ("reprint", False)
    assert (report["relation"], report["canonical"], other["canonical"]) == (None, True, True)
    assert 0.9 <= page["score"] <= 1.0


def test_csv_has_the_same_columns(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(monkeypatch, capfd, folder, "--csv", "-q")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 3 and list(rows[0]) == ["id", "group", "relation", "canonical", "score"]


def test_a_file_is_written_whole_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "copies.jsonl"
    code, out, _ = run(monkeypatch, capfd, folder, "--out", target)
    assert (code, out) == (0, "") and len(target.read_text().splitlines()) == 3
    code, _, err = run(monkeypatch, capfd, folder, "--out", folder / "nowhere" / "copies.jsonl")
    assert code == 1 and "--out" in err


def test_what_cannot_be_read_is_set_aside_with_its_reason_and_the_rest_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.jsonl").write_text('{"id": "x"}\n{"id": "page", "text": "Two words."}\nnot json\n')
    (folder / "empty.txt").write_text("")
    code, out, err = run(monkeypatch, capfd, folder, folder / "missing.txt")
    assert code == 3 and len(out.splitlines()) == 3
    for reason in ("no text in a JSON line", "broken JSON line", "id given twice", "empty file", "no such file"):
        assert reason in err


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts.parquet").write_bytes(b"PAR1 and so on")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    code, _, err = run(monkeypatch, capfd, tmp_path)
    assert code == 3 and "pip install 'memcon[parquet]'" in err


def test_parquet_is_read_by_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra memcon[parquet] is not installed")
    table = arrow.table({"id": ["a", "b", "c"], "text": [REPORT, REPORT, None], "likes": [1, 2, 3]})
    arrow.parquet = pytest.importorskip("pyarrow.parquet")
    arrow.parquet.write_table(table, tmp_path / "texts.parquet")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and so on")
    code, out, err = run(monkeypatch, capfd, tmp_path)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 3 and [row["id"] for row in rows] == ["a", "b"] and len({row["group"] for row in rows}) == 1
    assert "no text in a Parquet row" in err and "broken Parquet file" in err


def test_copies_of_texts_in_memory_are_found() -> None:
    first, second, third = memcon.find_copies({"a": REPORT, "b": OTHER, "c": REPORT})
    assert first.group == third.group != second.group
    assert [first.id, second.id, third.id] == ["a", "b", "c"] and {first.relation, third.relation} == {None, "exact"}


def test_the_parser_and_the_store_are_not_loaded(folder: Path) -> None:
    script = (
        "import sys, memcon; memcon.copies_in([sys.argv[1]]); "
        "print([m for m in ('spacy', 'sqlalchemy', 'trafilatura') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
