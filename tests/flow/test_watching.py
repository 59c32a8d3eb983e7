"""Watching reads what is new, once, when it has stood still, and tells what that changed in the record."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.flow import watching
from memcon.flow.watching import Round, Watcher
from memcon.model.changes import Change
from memcon.store.store import Store

PLAN = "Foreign Minister Karen Holm of Denmark will meet Ana Reyes, Chile's foreign minister, in Lima on May 14, an official said."
OFF = (
    "The meeting in Lima on May 14 between Karen Holm, the Danish foreign minister, and Ana Reyes, the foreign minister of Chile, was "
    "called off, an official said."
)
OTHER = "President Li Na of China met Prime Minister Marco Rossi of Italy in Rome on Monday, his office said."


@pytest.fixture
def watcher(tmp_path: Path, parser: Parser) -> Iterator[Watcher]:
    (tmp_path / "in").mkdir()
    with Store(tmp_path / "record.db") as store:
        yield Watcher(store, [str(tmp_path / "in")], parser)


def arrive(watcher: Watcher, name: str, words: str | bytes, published: str = "2024-05-02") -> Path:
    """A file that has stood still for a while."""
    path = Path(watcher.paths[0]) / name
    report = json.dumps({"text": words, "published": published}) if isinstance(words, str) else words
    path.write_bytes(report if isinstance(report, bytes) else report.encode())
    then = time.time() - 5
    os.utime(path, (then, then))
    return path


def whats(found: Round | None, kind: str = "meeting") -> list[str]:
    assert found is not None
    return [c.what for c in found.changes if c.engagement.kind == kind]


def test_each_new_report_is_told_by_what_it_changes(watcher: Watcher) -> None:
    arrive(watcher, "a.json", OTHER, "2024-04-30")
    first = watcher.look()
    assert first is not None and first.summary.read == 1
    assert first.changes == ()  # nothing was known before
    arrive(watcher, "b.json", PLAN)
    assert whats(watcher.look()) == ["announced"]
    arrive(watcher, "c.json", OFF, "2024-05-09")
    assert whats(watcher.look()) == ["called off"]
    assert watcher.look() is None
    noted = watcher.store.ask(lambda db: [row[0] for row in db.exec_driver_sql("SELECT what FROM changes ORDER BY number")])
    assert [what for what in noted if what in ("announced", "called off")] == ["announced", "called off"]


def test_a_plan_whose_day_passes_in_silence_lapses_with_the_report_that_shows_it(watcher: Watcher) -> None:
    arrive(watcher, "a.json", PLAN)
    watcher.look()
    arrive(watcher, "b.json", OTHER, "2024-06-04")
    assert "lapsed" in whats(watcher.look())


def test_a_change_names_the_documents_that_made_it(watcher: Watcher) -> None:
    arrive(watcher, "a.json", PLAN)
    watcher.look()
    arrive(watcher, "b.json", OFF, "2024-05-09")
    found = watcher.look()
    assert found is not None
    (change,) = (c for c in found.changes if c.what == "called off")
    assert isinstance(change, Change)
    (document,) = change.moved_by
    assert watcher.store.documents_by_id([document])[document].source.endswith("b.json")


def test_a_file_that_is_still_being_written_is_left_until_it_stands_still(watcher: Watcher) -> None:
    path = Path(watcher.paths[0]) / "a.json"
    path.write_text(PLAN[:40])
    assert watcher.look() is None
    arrive(watcher, "a.json", PLAN)
    found = watcher.look()
    assert found is not None and found.summary.read == 1


def test_a_file_that_has_just_come_is_looked_at_again_when_it_can_be_read_however_seldom_one_looks(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(watcher.paths[0]) / "a.json"
    path.write_text(json.dumps({"text": PLAN, "published": "2024-05-02"}))
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        os.utime(path, (path.stat().st_mtime - seconds,) * 2)

    monkeypatch.setattr(watching.time, "sleep", sleep)
    assert next(watcher.rounds(every=600)).summary.read == 1
    assert 0 < sum(slept) <= watching.STILL


def test_what_cannot_be_read_is_told_once_and_again_only_when_it_changed(watcher: Watcher) -> None:
    arrive(watcher, "bad.pdf", b"%PDF-1.4 nothing to see")
    found = watcher.look()
    assert found is not None and len(found.summary.set_aside) == 1
    assert watcher.look() is None
    arrive(watcher, "bad.pdf", b"%PDF-1.4 nothing to see, and more of it")
    assert watcher.look() is not None


def test_once_looks_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(PLAN)
    (found,) = memcon.watch([tmp_path / "in"], tmp_path / "record.db", once=True)
    assert found.summary.read == 1
    (again,) = memcon.watch([tmp_path / "in"], tmp_path / "record.db", once=True)
    assert again.summary.known == 1
