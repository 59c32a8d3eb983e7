"""Several processes answer at one port, and end together."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

pytest.importorskip("uvicorn", reason="needs the pages' libraries: memcon[web]")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
PATIENCE = 60.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    place, document = tmp_path / "record.db", records.document()
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(records.full_record(document), {}, join_stamp(store.generation()))
    command = [sys.executable, "-m", "memcon", "serve", "--db", str(place), "--port", "0", "--workers", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = process.stderr.readline()
    yield process, int(address.partition(" ")[0].strip("/").rpartition(":")[2])
    process.kill()
    process.wait()
    process.stderr.close()


def status(port: int, host: str = "127.0.0.1") -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/engagements.json", headers={"Host": host})
    found = connection.getresponse().status
    connection.close()
    return found


def children(of: int) -> set[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(of)], capture_output=True, text=True, check=False).stdout
    return {int(pid) for pid in found.split()}


def until(true: object) -> None:
    assert callable(true)
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end
        sleep(0.05)


def test_several_processes_answer_at_one_port_and_check_the_host(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    until(lambda: len(children(process.pid)) == 2)
    assert {status(port) for _ in range(6)} == {200}
    assert status(port, "elsewhere.example") == 421


def test_one_that_is_killed_is_begun_again(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    until(lambda: len(children(process.pid)) == 2)
    assert status(port) == 200
    before = children(process.pid)
    sleep(5.5)  # one that ends at once is not begun again
    os.kill(next(iter(before)), signal.SIGKILL)
    until(lambda: len(children(process.pid)) == 2 and children(process.pid) != before)
    assert status(port) == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_all_of_them_end_when_they_are_asked_to(server: tuple[subprocess.Popen[str], int], number: int) -> None:
    process, port = server
    until(lambda: len(children(process.pid)) == 2)
    assert status(port) == 200
    some = children(process.pid)
    process.send_signal(number)
    assert process.wait(PATIENCE) == 0
    for pid in some:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_they_end_where_the_one_that_began_them_is_killed(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    until(lambda: len(children(process.pid)) == 2)
    assert status(port) == 200
    some = children(process.pid)
    process.kill()
    process.wait()
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in some) or not Path("/proc").exists())
