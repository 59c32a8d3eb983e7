"""Is a run that is killed again and again completed, to the same record? python benchmarks/killed.py PATH [--kills N]
[--workers N] [--seed N]

In: reports. They are read once undisturbed, and once into another database by runs that are ended with SIGKILL at random
moments, N of them, and a last one that is left alone. Out: what each run had kept, whether both records are the same byte
for byte, and how long reading it all once more takes, when everything is known.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

START = 8.0  # seconds from the start of a run to the first document kept, at most, on two cores


def command(path: str, db: Path, workers: int) -> list[str]:
    return [sys.executable, "-m", "memcon", "read", path, "--db", str(db), "--workers", str(workers), "--quiet"]


def kept(db: Path) -> int:
    """Documents in a database."""
    if not db.exists():
        return 0
    with sqlite3.connect(db) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'findings'").fetchone()[0]:
            return 0
        return int(connection.execute("SELECT count(*) FROM findings").fetchone()[0])


def exported(db: Path) -> bytes:
    out = db.with_suffix(".json")
    export = [sys.executable, "-m", "memcon", "export", "--format", "json", "--db", str(db), "--out", str(out)]
    subprocess.run(export, check=True, capture_output=True)
    return out.read_bytes()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder) / "whole.db", Path(folder) / "killed.db"
        begun = perf_counter()
        subprocess.run(command(args.path, whole, args.workers), check=False)
        seconds = perf_counter() - begun
        print(f"undisturbed: {kept(whole)} documents in {seconds:.0f} s")
        hit = inside = 0
        for n in range(args.kills):
            # Time to load the model and for a share of the work, so that kills fall everywhere between the start and the join.
            wait = chance.uniform(0.2, 2 * seconds / args.kills + START)
            run = subprocess.Popen(command(args.path, killed, args.workers))
            try:
                run.wait(wait)
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                hit += 1
            inside += 0 < kept(killed) < kept(whole)
            print(
                f"  run {n + 1}: ended after {wait:.1f} s with {run.returncode}; {kept(killed)} documents kept", flush=True
            )
        subprocess.run(command(args.path, killed, args.workers), check=False)
        same = exported(whole) == exported(killed)
        begun = perf_counter()
        subprocess.run(command(args.path, whole, args.workers), check=False)
        again = perf_counter() - begun
    print(f"{'the same record' if same else 'ANOTHER RECORD'} after {hit} kills, {inside} of them with a part kept")
    print(f"read once more in {again:.1f} s, {seconds / again:.0f} times as fast as the first time")
    return 0 if same and inside else 1  # kills that all fell before the first document was kept show nothing


if __name__ == "__main__":
    sys.exit(main())
