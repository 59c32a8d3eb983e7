"""Is anything lost or kept twice on a server that many use at once, and that is killed? python benchmarks/server_load.py [--minutes M]
[--reports N] [--writers W] [--readers R] [--seed S]

In: made-up reports (`synthetic.py`), in many files. A PostgreSQL server of its own runs on a free port. Writers read file after file with
`memcon read`, and give the command again where it failed, as a person would; readers list, search and show without pause. Halfway the
server is killed and started again. Out: runs and questions that failed and why, documents lost or kept twice, and whether the export is
that of one program which read the same files into a file. Exit code 1 where it is not.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import memcon
import synthetic
from memcon.model.errors import MemconError
from memcon.store.store import Store

sys.path.append(str(Path(__file__).parents[1] / "tests"))
import servers

PARTS = 12  # files a writer has
AGAIN = 2.0  # seconds before a command that failed is given again
PAUSE = 0.2  # seconds between two questions of a reader


@dataclass(slots=True)
class Log:
    """What happened, under one lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    runs: Counter[str] = field(default_factory=Counter)
    questions: Counter[str] = field(default_factory=Counter)

    def run(self, what: str) -> None:
        with self.lock:
            self.runs[what] += 1

    def question(self, what: str) -> None:
        with self.lock:
            self.questions[what] += 1


def write(files: list[Path], url: str, ended: threading.Event, log: Log) -> None:
    """Read each file; go round again until the time is over, since a second reading must change nothing."""
    rounds = 0
    while rounds == 0 or not ended.is_set():
        for file in files:
            while (told := reading(file, url)) != "done":
                log.run(told)
                time.sleep(AGAIN)
            log.run("done")
            if rounds and ended.is_set():
                return
        rounds += 1


def reading(file: Path, url: str) -> str:
    command = [sys.executable, "-m", "memcon", "read", str(file), "--db", url, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    return "done" if done.returncode == 0 else f"exit {done.returncode}: {done.stderr.strip()[-160:]}"


def ask(url: str, ended: threading.Event, log: Log, seed: int) -> None:
    chance = random.Random(seed)
    while not ended.is_set():
        try:
            with memcon.open_record(url) as record:
                found = record.engagements()
                if found:
                    record.show(chance.choice(found).id)
                record.search("talks")
            log.question("answered")
        except MemconError as problem:
            log.question(str(problem)[:160])
        ended.wait(PAUSE)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--reports", type=int, default=1_200)
    options.add_argument("--writers", type=int, default=4)
    options.add_argument("--readers", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, data = Path(scratch), Path(tempfile.mkdtemp(prefix="memcon-server-"))
        synthetic.write(args.reports, folder, args.seed)
        lines = (folder / "reports.jsonl").read_bytes().splitlines(keepends=True)
        shares: list[list[Path]] = [[] for _ in range(args.writers)]
        for number in range(args.writers * PARTS):
            part = folder / f"part-{number:03}.jsonl"
            part.write_bytes(b"".join(lines[number :: args.writers * PARTS]))
            shares[number % args.writers].append(part)
        with servers.server(data) as server:
            return watch(server, shares, args, folder)


def watch(server: servers.PostgresServer, shares: list[list[Path]], args: argparse.Namespace, folder: Path) -> int:
    url, ended, log = server.database("load"), threading.Event(), Log()
    with Store(url):  # its tables are made
        pass
    writers = [threading.Thread(target=write, args=(share, url, ended, log)) for share in shares]
    readers = [threading.Thread(target=ask, args=(url, ended, log, n)) for n in range(args.readers)]
    for thread in (*writers, *readers):
        thread.start()
    time.sleep(args.minutes * 30)
    server.kill()
    time.sleep(3)
    server.start()
    time.sleep(args.minutes * 30)
    ended.set()
    for thread in (*writers, *readers):
        thread.join()
    for what, counter in (("runs", log.runs), ("questions", log.questions)):
        print(f"{what}: " + "; ".join(f"{n:,} {words!r}" for words, n in counter.most_common()))
    files = sorted(file for share in shares for file in share)
    alone = folder / "alone.db"
    memcon.read_reports(files, alone)
    same = exported(url, folder / "server.json") == exported(alone, folder / "file.json")
    with memcon.open_record(url) as many, memcon.open_record(alone) as one:
        print(f"documents: {many.count()[0]:,} on the server, {one.count()[0]:,} read by one program into a file")
    print("the exports are the same" if same else "THE EXPORTS DIFFER")
    return 0 if same else 1


def exported(db: str | Path, out: Path) -> bytes:
    with memcon.open_record(db) as record, out.open("wb") as file:
        record.export(file)
    return out.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
