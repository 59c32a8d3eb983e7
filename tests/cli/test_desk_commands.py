"""What desks ask on the command line: diary, brief, calendars and feeds."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

import memcon as library
from memcon.analysis.brief import brief
from memcon.analysis.diary import diary
from memcon.cli.app import main

REPORTS = {
    "a.txt": "TOKYO, April 2, 2018 — Japanese Prime Minister Shinzo Abe will visit Moscow on April 20, his office said.",
    "b.txt": "TOKYO, April 12, 2018 — Shinzo Abe postponed a visit to Moscow set for April 20. He will visit Moscow on May 26.",
    "c.txt": "PARIS, April 14, 2018 — Emmanuel Macron will meet Angela Merkel in Berlin on April 19, the Elysee said.",
}


@dataclass(frozen=True)
class Ran:
    code: int
    out: bytes
    err: str


Memcon = Callable[..., Ran]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    library.read_reports([folder / name for name in REPORTS], folder / "record.db")
    return folder / "record.db"


@pytest.fixture
def memcon(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, db: Path) -> Memcon:
    monkeypatch.setenv("MEMCON_DB", str(db))

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["memcon", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, out, err.decode())

    return run


def test_the_diary_is_of_the_day_of_the_last_report(memcon: Memcon) -> None:
    ran = memcon("diary")
    assert ran.code == 0
    text = ran.out.decode()
    assert text.startswith("Diary, 14-27 Apr 2018") and "Thursday, 19 Apr 2018" in text
    assert "1 more planned for days after 27 Apr 2018." in text
    assert "now 26 May 2018, planned" in text


def test_the_diary_of_a_state_leaves_others_out(memcon: Memcon) -> None:
    made = json.loads(memcon("diary", "--with", "JPN", "--format", "json").out)
    assert (made["day"], made["days"], len(made["moved"])) == ("2018-04-14", [], 1)


@pytest.mark.parametrize(("format", "begins"), [("markdown", b"# Diary"), ("html", b"<!DOCTYPE html>"), ("json", b"{")])
def test_the_diary_has_forms_for_mails_pages_and_programs(memcon: Memcon, format: str, begins: bytes) -> None:
    ran = memcon("diary", "--format", format)
    assert ran.code == 0 and ran.out.startswith(begins)


def test_a_brief_asks_for_whom(memcon: Memcon) -> None:
    ran = memcon("brief")
    assert ran.code == 2 and "--with CHN --with USA" in ran.err


def test_a_brief_tells_what_changed_for_a_person(memcon: Memcon) -> None:
    text = memcon("brief", "--person", "Abe", "--from", "2018-04-10", "--to", "2018-04-13").out.decode()
    assert "20 Apr 2018, was put off; 26 May 2018 stands in for it" in " ".join(text.split())
    assert "Read: 1 report of these days" in text


def test_a_period_that_ends_before_it_begins_is_refused(memcon: Memcon) -> None:
    ran = memcon("brief", "--person", "Abe", "--from", "2018-05-10", "--to", "2018-04-13")
    assert ran.code == 1 and "give the earlier day with --from" in ran.err


def test_changes_since_a_day_to_come_are_refused(memcon: Memcon) -> None:
    ran = memcon("diary", "--from", "2018-04-14", "--since", "2018-05-01")
    assert ran.code == 1 and "give an earlier day with --since" in ran.err


def test_a_person_whom_nobody_knows_is_told(memcon: Memcon) -> None:
    ran = memcon("diary", "--person", "Shinzo Ade")
    assert "no person 'Shinzo Ade' is known in this record; near it: Shinzo Abe" in ran.err


def test_a_calendar_of_a_state_is_a_file_to_subscribe_to(memcon: Memcon, tmp_path: Path) -> None:
    pytest.importorskip("icalendar", reason="icalendar is not installed: pip install 'memcon[newsroom]'")
    ran = memcon("export", "--format", "ics", "--with", "Japan", "--out", tmp_path / "japan.ics")
    assert ran.code == 0
    body = (tmp_path / "japan.ics").read_bytes()
    assert body.count(b"BEGIN:VEVENT") == 1 and b"NAME:Diplomacy: Japan" in body


def test_filters_are_refused_by_formats_of_the_whole_record(memcon: Memcon) -> None:
    ran = memcon("export", "--format", "csv", "--with", "JPN")
    assert ran.code == 2 and "for ics, superdesk and atom" in ran.err
    assert memcon("export", "--format", "atom", "--keep-called-off").code == 2


def test_items_for_superdesk_need_a_folder(memcon: Memcon, tmp_path: Path) -> None:
    assert memcon("export", "--format", "superdesk").code == 2
    assert memcon("export", "--format", "superdesk", "--out", tmp_path / "items").code == 0
    assert len(list((tmp_path / "items").glob("engagement-*.json"))) == 3


def test_a_feed_goes_to_standard_output(memcon: Memcon) -> None:
    ran = memcon("export", "--format", "atom", "--issue", "trade-tariffs")
    assert ran.code == 0 and ran.out.startswith(b"<?xml")


def test_what_is_asked_of_the_database_for_a_diary_and_a_brief_leaves_nothing_out(db: Path) -> None:
    with library.open_record(db) as record:
        everything = record.engagements()
        actors = record.actors_by_id(p.actor for e in everything for p in e.participants)
        for month, day in ((4, 1), (4, 2), (4, 12), (4, 14), (4, 21), (4, 22), (5, 26), (5, 27), (6, 30)):
            asked = date(2018, month, day)
            assert record.diary(asked) == diary(everything, actors, asked)
            first = asked - timedelta(days=7)
            assert record.brief(first, asked) == brief(everything, actors, first, asked)
