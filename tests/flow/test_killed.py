"""A run that is killed or stopped leaves a whole database, and reading again makes the record that it would have made."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import memcon
from memcon.store.store import Store

REPORT = """Foreign Minister {name} of Poland met the German foreign minister, Annalena Baerbock, in Warsaw on Friday.

The two ministers talked for two hours about energy, {name} told reporters after the meeting, and will meet again in
Berlin in May. "We have agreed on the next steps," Ms. Baerbock said. The talks number {n} of the year were friendly.
"""
COUNT = 240


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for n in range(COUNT):
        (folder / f"{n:03}.txt").write_text(REPORT.format(n=n, name="Zbigniew Rau") * 4)
    return folder


def start(reports: Path, db: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "memcon", "read", str(reports), "--db", str(db), "--published", "2021-12-11"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_documents(process: subprocess.Popen[str], db: Path, least: int) -> None:
    """Until the run has kept so many documents."""
    give_up = time.monotonic() + 300
    while time.monotonic() < give_up and process.poll() is None:
        if db.exists():
            try:
                with sqlite3.connect(db, timeout=5) as connection:
                    if connection.execute("SELECT count(*) FROM findings").fetchone()[0] >= least:
                        return
            except sqlite3.OperationalError:
                pass  # the tables are being made
        time.sleep(0.005)
    pytest.fail(f"the run kept no {least} documents: {process.communicate()}")


def exported(db: Path, out: Path) -> dict[str, object]:
    with memcon.open_record(db) as record, out.open("wb") as file:
        record.export(file)
    said: dict[str, object] = json.loads(out.read_bytes())
    return said


def check_whole(db: Path) -> int:
    """Every document has its text and its findings, and SQLite finds nothing wrong. How many there are."""
    with sqlite3.connect(db) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        counts = {
            t: connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "texts", "findings")
        }
    assert len(set(counts.values())) == 1
    return int(counts["documents"])


def test_a_killed_run_leaves_whole_documents_and_is_completed_by_reading_again(reports: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    process = start(reports, killed)
    wait_for_documents(process, killed, 5)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    kept = check_whole(killed)
    assert 5 <= kept < COUNT

    with memcon.open_record(killed) as record:
        assert record.joined_now, "what was kept is joined before the first question is answered"
        assert record.count()[0] == kept

    summary = memcon.read_reports(reports, killed, published="2021-12-11")
    assert (summary.known, summary.read) == (kept, COUNT - kept)
    assert memcon.read_reports(reports, whole, published="2021-12-11").read == COUNT
    assert exported(killed, tmp_path / "killed.json") == exported(whole, tmp_path / "whole.json")


def test_runs_killed_at_any_moment_with_workers_make_the_same_record(reports: Path, tmp_path: Path) -> None:
    """Three moments here; `benchmarks/killed.py` takes twenty, on real reports."""
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    program = (
        "import memcon, memcon.flow.run as run\n"
        "run.WORTH, run.BATCH = 0, 4000\n"
        f"memcon.read_reports({str(reports)!r}, {str(killed)!r}, published='2021-12-11', workers=2)"
    )
    kept = 0
    for more in (3, 20, 30):
        process = subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        wait_for_documents(process, killed, kept + more)
        process.kill()
        process.wait()
        kept = check_whole(killed)
    summary = memcon.read_reports(reports, killed, published="2021-12-11")
    assert (summary.known, summary.read) == (kept, COUNT - kept)
    memcon.read_reports(reports, whole, published="2021-12-11")
    assert exported(killed, tmp_path / "killed.json") == exported(whole, tmp_path / "whole.json")


def test_ctrl_c_ends_with_130_and_a_joined_record(reports: Path, tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    process = start(reports, db)
    wait_for_documents(process, db, 5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "interrupted" in told and "Traceback" not in told
    assert 5 <= check_whole(db) < COUNT
    with Store(db, read_only=True) as store:
        assert store.joined() is not None
        assert store.joined().split()[0] == store.generation()  # type: ignore[union-attr]
