"""A made-up world, read and joined at the size asked for: python benchmarks/scale.py N [--seed S] [--workers W] [--keep FOLDER]

Out: seconds of the processor and of the clock of the reading and of the join, peak memory of each, and how much of the true record
(`synthetic.py`) was found: F1 of engagements by the two who met and the day, status, and how often each was counted.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import memcon
import synthetic
from memcon.model.status import Status

READ = """
import sys, memcon
s = memcon.read_reports(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]))
print(s.read, len(s.set_aside), s.words)
"""
PLANNED = {Status.PLANNED, Status.ANNOUNCED, Status.AGREED, Status.UNCONFIRMED}
JOIN = """
import resource, sys, time
from memcon.annotate.parser import Parser
from memcon.flow import join
from memcon.store.store import Store
with Store(sys.argv[1]) as store:
    began, clock = time.process_time(), time.monotonic()
    join.join(store, Parser())
    print(time.process_time() - began, time.monotonic() - clock, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def run(wanted: int, seed: int, workers: int, folder: Path) -> None:
    count = synthetic.write(wanted, folder, seed)
    db = folder / "record.db"
    began = time.monotonic()
    # Read without joining: the join is measured by itself. Another reader is at work as long as this lock is held.
    from memcon.store.store import Store

    with Store(db) as store, store.being_read():
        out = subprocess.run(
            [sys.executable, "-c", READ, str(folder / "reports.jsonl"), str(db), str(workers)],
            check=True,
            capture_output=True,
            text=True,
        )
    read, aside, words = map(int, out.stdout.split())
    clock = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{count:,} reports: {read:,} read, {aside} set aside; {words:,} words, {clock:.0f} s ({words / clock:,.0f} words/s), "
          f"{used.ru_utime + used.ru_stime:.0f} s of the processor, at most {used.ru_maxrss // 1024:,} MB a process")  # fmt: skip
    joined = subprocess.run(
        [sys.executable, "-c", JOIN, str(db)], check=True, capture_output=True, text=True
    ).stdout.split()
    print(f"join: {float(joined[0]):.0f} s of the processor, {float(joined[1]):.0f} s, {int(joined[2]):,} MB")
    score(db, folder / "truth.json")


def score(db: Path, truth: Path, shown: int = 0) -> None:
    """How much of the truth was found. Engagements with fewer than two persons (a traveller's visit) have no line in the truth."""
    with memcon.open_record(db) as record:
        engagements = record.engagements()
        actors = record.actors_by_id(p.actor for e in engagements for p in e.participants)
    rows = Counter[tuple[tuple[str, ...], str]]()
    statuses: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for e in engagements:
        people = tuple(sorted(a.name for p in e.participants if (a := actors[p.actor]).kind == "person" and a.named))
        if len(people) < 2:
            continue
        key = people, e.date.written or ""
        rows[key] += 1
        statuses.setdefault(key, set()).add("unconfirmed" if e.status in PLANNED else str(e.status))
    told = {(tuple(t["people"]), t["day"]): t["status"] for t in json.loads(truth.read_text())}
    found = told.keys() & rows.keys()
    right = {key for key in found if told[key] in statuses[key]}
    precision, recall = len(found) / max(sum(rows.values()), 1), len(found) / max(len(told), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    over = sum(rows[key] for key in found) / max(len(found), 1)
    print(f"{len(told):,} occasions, {sum(rows.values()):,} engagements of two persons: F1 {f1:.4f} (precision {precision:.4f}, recall "
          f"{recall:.4f}), counted {over:.4f} times, status right {len(right) / max(len(found), 1):.4f}")  # fmt: skip
    for key in sorted(told.keys() - rows.keys())[:shown]:
        print("missed", told[key], *key)
    for key in sorted(rows.keys() - told.keys())[:shown]:
        print("not told", statuses[key], *key)
    for key in sorted(found - right)[:shown]:
        print("status", told[key], statuses[key], *key)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a new folder in which reports, truth and database stay")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        run(given.reports, given.seed, given.workers, given.keep or Path(made))
