"""Do engines differ in bytes or in speed? python benchmarks/engines.py PATH [--workers N] [--rounds N] [--killed]

In: reports. They are read by the workers of this machine and by a Ray cluster of this machine, in turns, each time into a new database;
with --killed one of Ray's workers is ended with SIGKILL in each third run. Out: words a second of both, once every worker has read
something (starting workers and the join are left out), by the clock, since Ray's processes are nobody's children; their ratio; and
whether the exports are the same byte for byte. Exit code 1 where they are not.
"""

import argparse
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.engine import Engine
from memcon.flow.items import Outcome
from memcon.flow.pool import Pool
from memcon.flow.ray_engine import RayEngine
from memcon.flow.run import read_into
from memcon.model.document import RawItem
from memcon.read.read import read_paths
from memcon.store.store import Store

KILL_AFTER = 20  # answers
WARM = 3  # batches a worker, before anything is timed


class Timed:
    """An engine, and how many words a second it read. `killing`: one of Ray's workers is ended after some answers."""

    def __init__(self, engine: Engine, workers: int, killing: bool) -> None:
        self.engine, self.workers, self.killing = engine, workers, killing
        self.rate = 0.0

    def read(self, batches: Iterable[list[RawItem]]) -> Iterator[Outcome]:
        coming = iter(batches)
        first = next(coming)
        for _ in self.engine.read([first] * WARM * self.workers):  # so that each worker has loaded its model
            pass
        words, began = 0, time.monotonic()
        for answers, outcome in enumerate(self.engine.read(chain([first], coming)), start=1):
            words += len(outcome.document.text.split()) if outcome.document else 0
            if self.killing and answers == KILL_AFTER:
                kill_one()
            yield outcome
        self.rate = words / (time.monotonic() - began)


def kill_one() -> None:
    """End one of Ray's readers, as a lack of memory does."""
    for process in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if (process / "cmdline").read_bytes().startswith(b"ray::Reader"):
                os.kill(int(process.name), signal.SIGKILL)
                return


def run(name: str, path: str, workers: int, killing: bool, folder: Path, parser: Parser) -> tuple[float, str]:
    """Words a second, and the digest of the export."""
    db = folder / "record.db"
    with RayEngine(workers) if name == "ray" else Pool(workers) as engine, Store(db) as store:
        timed = Timed(engine, workers, killing)
        read_into(store, read_paths([path]), parser, engine=timed)
    with memcon.open_record(db) as record, (folder / "record.json").open("wb") as out:
        record.export(out)
    return timed.rate, sha256((folder / "record.json").read_bytes()).hexdigest()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--killed", action="store_true")
    args = options.parse_args()
    parser = Parser()
    rates: dict[str, list[float]] = {"pool": [], "ray": []}
    digests = set()
    for number in range(args.rounds):
        for name in ("pool", "ray") if number % 2 else ("ray", "pool"):
            killing = args.killed and name == "ray" and number % 3 == 2
            with tempfile.TemporaryDirectory() as folder:
                rate, digest = run(name, args.path, args.workers, killing, Path(folder), parser)
            print(
                f"{number} {name}{', a worker killed' if killing else ''}: {rate:,.0f} words/s, {digest[:12]}", flush=True
            )
            digests.add(digest)
            if not killing:
                rates[name].append(rate)
    pool, ray = (statistics.median(rates[name]) for name in ("pool", "ray"))
    print(f"{args.workers} workers: pool {pool:,.0f}, ray {ray:,.0f} words/s, ratio {ray / pool:.2f}")
    print("the exports are the same" if len(digests) == 1 else "THE EXPORTS DIFFER")
    return 0 if len(digests) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
