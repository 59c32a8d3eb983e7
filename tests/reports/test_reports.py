"""Each short report and transcript is read as its lines say; what is not yet read rightly is named in known.toml, with the reason.

The held-out files are only looked at for their form: nothing here reads their reports.
"""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from checks import Reading, failures, holds
from reading import Entry, entries, read

from memcon.annotate.parser import Parser
from memcon.model.record import Record

HERE = Path(__file__).parent
DEVELOPMENT = ("headlines.toml", "transcripts.toml")
HELD_OUT = (
    "held_headlines.toml",
    "held_transcripts.toml",
    "held_status_of_a_sentence.toml",
    "held_status_in_other_words.toml",
)
REPORTS: list[Entry] = [entry for name in DEVELOPMENT for entry in entries(HERE / name)]
KNOWN: dict[str, str] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))


def _report(entry: Entry) -> Any:
    reason = KNOWN.get(entry["id"])
    return pytest.param(entry, id=entry["id"], marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("entry", [_report(entry) for entry in REPORTS])
def test_a_short_report_is_read_as_it_says(entry: Entry, parser: Parser) -> None:
    assert failures(entry["expect"], read(entry, parser)) == []


@pytest.mark.parametrize("name", [*DEVELOPMENT, *HELD_OUT])
def test_every_report_begins_with_its_title_and_expects_lines_of_a_known_form(name: str) -> None:
    nothing = Reading(Record(**{field.name: () for field in fields(Record)}), [])
    for entry in entries(HERE / name):
        assert entry["text"].startswith(entry.get("title", ""))
        assert entry["expect"]
        for line in entry["expect"]:
            assert holds(line, nothing) in (True, False)


def test_no_two_reports_have_one_id() -> None:
    ids = [entry["id"] for name in (*DEVELOPMENT, *HELD_OUT) for entry in entries(HERE / name)]
    assert len(ids) == len(set(ids))


def test_every_known_gap_is_one_of_the_reports() -> None:
    assert set(KNOWN) <= {entry["id"] for entry in REPORTS}
