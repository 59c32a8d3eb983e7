"""Several programs on one file: each waits for its turn, none is refused, and the last one who reads joins."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import records
from memcon.model.findings import Findings
from memcon.store.store import Store

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import records
from memcon.model.findings import Findings
from memcon.store.store import Store
with Store(Path(sys.argv[1])) as store:
    for n in range(40):
        d = records.document(f"Text {n} of writer {sys.argv[2]}.", f"{sys.argv[2]}-{n}.txt")
        store.add(d, Findings(d.id), "key")
"""


def test_four_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.db"  # not there yet: they make it at once, too
    command = [sys.executable, "-c", WRITER, str(path)]
    tests = str(Path(records.__file__).parent)
    running = [subprocess.Popen([*command, str(n), tests], stderr=subprocess.PIPE, text=True) for n in range(4)]
    told = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, told
    with Store(path) as store:
        assert store.count()[0] == 160
        assert store.generation() == "160"


def test_a_writer_says_that_it_waits_and_then_writes(tmp_path: Path) -> None:
    said: list[str] = []
    path = tmp_path / "record.db"
    with Store(path) as one, Store(path, waiting=said.append) as other:
        d = records.document()
        late = threading.Thread(target=lambda: other.add(d, Findings(d.id), "key"))
        with one.writing():
            late.start()
            time.sleep(1.5)
            assert len(said) == 1
            assert one.count()[0] == 0  # who asks need not wait
        late.join()
        assert one.count()[0] == 1


def test_the_last_who_reads_is_the_one_who_joins(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Store(path) as one, Store(path) as other, one.being_read() as first, other.being_read() as second:
        assert not first.last()
        assert second.last()
    assert [p.name for p in tmp_path.iterdir() if "-readers" in p.name or "-ending" in p.name] == []


def test_who_was_killed_while_reading_is_waited_for_by_nobody(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    code = (
        "import sys, time; from pathlib import Path; from memcon.store.store import Store\n"
        "with Store(Path(sys.argv[1])) as s, s.being_read(): print('reads', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout and other.stdout.readline() == "reads\n"
    with Store(path) as store, store.being_read() as readers:
        other.kill()
        other.wait()
        assert readers.last()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_question_changes_nothing(read_only: bool, tmp_path: Path) -> None:
    d = records.document()
    with Store(tmp_path / "record.db") as store:
        store.add(d, Findings(d.id), "key")
    with Store(tmp_path / "record.db", read_only) as store:
        assert store.ask(lambda db: db.exec_driver_sql("SELECT count(*) FROM documents").scalar()) == 1
