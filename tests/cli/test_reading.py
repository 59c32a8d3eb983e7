"""memcon read: forced readers, mapped fields, and the count by reader."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from memcon.cli.app import app

TEXT = "The foreign minister of Norway met the envoy of Peru in Warsaw on Thursday. They talked for two hours, he said."


def read(*args: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["read", *map(str, args)])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--as", "jsonl"), "there is no reader 'jsonl'; there are csv, html, json, lines, parquet, text"),
        (("--map", "txt=story"), "there is no field 'txt'; there are text, title, published, outlet, url, id"),
        (("--map", "story"), "is not of the form text=FIELD"),
    ],
)
def test_a_slip_in_an_option_is_wrong_usage_and_tells_what_there_is(
    args: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    code, output = read(tmp_path, *args)
    assert code == 2
    assert words.split()[-1] in output


def test_a_mixed_folder_is_counted_by_reader_and_a_report_in_two_files_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps({"story": TEXT, "when": "2019-03-05"}, indent=2))
    (folder / "b.csv").write_text(f'story,when\n"{TEXT}",2019-03-05\nbroken,row,here\n')
    (folder / "c.json").write_text('{"name": "crawler"}')
    code, output = read(
        folder, "--map", "text=story", "--map", "published=when", "--db", tmp_path / "r.db", "--workers", "1"
    )
    assert code == 3
    assert "by reader      json 1, csv 1" in output
    assert "read           1" in output
    assert "the same       1" in output
    assert "b.csv#3: broken row: line 3: 3 values under 2 names" in output
    assert "c.json: no report in the JSON: it has name; the text is read from story" in output
