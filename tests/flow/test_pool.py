"""Workers make the record that one process makes; what a worker dies of is set aside; nothing hangs."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon
from memcon.flow import pool as pools
from memcon.flow import run
from memcon.flow.batches import READER_DIED
from memcon.flow.items import Outcome
from memcon.flow.pool import Pool
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.document import RawItem
from memcon.model.errors import MemconError
from memcon.model.ids import sha256_of

REPORT = """The Norwegian foreign minister, Ine Eriksen Soreide, met her Swedish colleague Ann Linde in {place} on {day} March.

They spoke of the Arctic for {n} hours, Ms. Linde told reporters. "We are neighbours and we agree," she said. She will visit
Oslo in June.
"""
PLACES = ("Stockholm", "Oslo", "Uppsala", "Bergen")
# Stands for a worker: it sets each item aside under its source, and ends where an item says so.
STUB = """
import os, signal, sys
from pathlib import Path
from memcon.flow.items import Outcome
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.record import Reject
send(sys.stdout.buffer, Answer())
for task in receive(sys.stdin.buffer, Task):
    for item in task.items:
        if item.body == b"deadly" or (item.body == b"once" and not Path(item.source).exists()):
            Path(item.source).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        send(sys.stdout.buffer, Answer(Outcome(reject=Reject(item.source, "met", ""))))
"""


def item(source: str, body: bytes = b"text") -> RawItem:
    return RawItem(source, body, "text/plain", sha256_of(body))


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers that load no model."""

    def popen(command: list[str], **pipes: object) -> "subprocess.Popen[bytes]":
        return start([command[0], "-c", STUB], **pipes)  # type: ignore[call-overload,no-any-return]

    start = subprocess.Popen
    monkeypatch.setattr(pools.subprocess, "Popen", popen)
    yield


def said(found: Iterator[Outcome]) -> list[tuple[str, str]]:
    return [(o.reject.source, o.reject.reason) for o in found if o.reject]


def test_outcomes_come_in_the_order_of_the_items_whoever_reads_them(stub: None) -> None:
    batches = [[item(f"{n}-{m}") for m in range(3)] for n in range(40)]
    with Pool(3) as pool:
        assert said(pool.read(batches)) == [(i.source, "met") for batch in batches for i in batch]


def test_what_a_worker_dies_of_is_set_aside_and_the_others_are_read(stub: None, tmp_path: Path) -> None:
    deadly = str(tmp_path / "deadly")
    batches = [[item("a"), item(deadly, b"deadly"), item("b")], [item("c")], [item("d")]]
    with Pool(2) as pool:
        found = said(pool.read(batches))
    assert found == [("a", "met"), (deadly, READER_DIED), ("b", "met"), ("c", "met"), ("d", "met")]


def test_an_item_whose_worker_is_killed_by_chance_is_read_by_another(stub: None, tmp_path: Path) -> None:
    unlucky = str(tmp_path / "unlucky")
    with Pool(1) as pool:
        assert said(pool.read([[item("a"), item(unlucky, b"once"), item("b")]])) == [
            ("a", "met"),
            (unlucky, "met"),
            ("b", "met"),
        ]


def test_workers_that_cannot_begin_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools.sys, "executable", "/bin/false")
    with pytest.raises(MemconError, match="--workers 1"), Pool(2) as pool:
        list(pool.read([[item("a")]]))


def test_a_message_cut_off_is_the_end_of_the_stream(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    with path.open("wb") as out:
        send(out, Task((item("a"),)))
        send(out, Answer(missing="no model"))
    path.write_bytes(path.read_bytes()[:-1])
    with path.open("rb") as stream:
        assert [task.items[0].source for task in receive(stream, Task)] == ["a"]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for n in range(24):
        text = REPORT.format(place=PLACES[n % 4], day=n + 1, n=n % 5 + 2)
        (folder / f"{n:03}.txt").write_text(text if n % 7 else text.replace("Linde", "Linde of Sweden") * 3)
    (folder / "empty.txt").write_text("")
    return folder


def exported(db: Path, out: Path) -> bytes:
    with memcon.open_record(db) as record, out.open("wb") as file:
        record.export(file)
    return out.read_bytes()


def test_one_worker_and_three_make_the_same_record(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "WORTH", 0)
    monkeypatch.setattr(run, "BATCH", 1500)
    made = []
    for workers in (1, 3):
        db = tmp_path / f"{workers}.db"
        summary = memcon.read_reports(reports, db, published="2021-03-30", workers=workers)
        assert (summary.read, len(summary.set_aside)) == (24, 1)
        made.append(exported(db, tmp_path / "record.json"))
    assert made[0] == made[1]


def test_the_order_in_which_reports_are_given_does_not_matter(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORTH", 0)
    monkeypatch.setattr(run, "BATCH", 1500)
    files = sorted(reports.glob("0*.txt"))
    made = []
    for n, order in enumerate((files, files[::-1])):
        db = tmp_path / f"{n}.db"
        memcon.read_reports(order, db, published="2021-03-30", workers=2 * n + 1)
        made.append(exported(db, tmp_path / "record.json"))
    assert made[0] == made[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
def test_ctrl_c_leaves_no_worker_behind(reports: Path, tmp_path: Path) -> None:
    program = (
        "import memcon, memcon.flow.run as run, sys\n"
        "run.WORTH, run.BATCH = 0, 1500\n"
        "def tell(counts):\n    print(counts.read, flush=True)\n"
        f"s = memcon.read_reports({str(reports)!r}, {str(tmp_path / 'r.db')!r}, published='2021-03-30', workers=2, tell=tell)\n"
        "print('interrupted', s.interrupted)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() in "01"
    os.killpg(process.pid, signal.SIGINT)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 0 and "interrupted True" in told
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
