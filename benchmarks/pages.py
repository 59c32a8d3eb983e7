"""How quick are the pages? python benchmarks/pages.py DB [--connections N] [--requests N]

In: a database with a joined record. `memcon serve` shows it on a free port; each kind of page is asked for in turns, of different
engagements, people, reports, relationships and months, by some connections at once, the same address never twice. Out: for each kind the
median, the 99th percentile, the largest answer and the processor's time of the server for one page, beside the targets (150 ms, 400 ms,
200 KB; search 100 ms). Exit code 1 where one is missed. The processor's time is told where /proc is (Linux); it depends less than the
others on what else the machine does.
"""

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import BadStatusLine, HTTPConnection
from pathlib import Path
from threading import local

import memcon

MEDIAN, LAST, SIZE, SEARCH = 150.0, 400.0, 200_000, 100.0
_OWN = local()


def addresses(record: memcon.OpenRecord, count: int, chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Of each kind so many, chosen by chance from the record."""
    engagements = record.engagements(as_of=record.last_published())
    actors = record.actors()
    days = [e.date.earliest for e in engagements if e.date.earliest]
    pairs = record.pairs()
    words = ["talks", "trade", "security", "summit", "visit", "minister", "border", "climate", "sanctions", "ceasefire"]
    yield "diary", [f"/?from={d.isoformat()}&days={n % 30 + 1}" for n, d in enumerate(chance.choices(days, k=count))]
    yield "engagement", [f"/engagements/{e.id}" for e in chance.choices(engagements, k=count)]
    yield "most reported", [f"/engagements/{e.id}" for e in sorted(engagements, key=lambda e: -len(e.reports))[:count]]
    yield "document", [f"/documents/{chance.choice(e.reports)}" for e in chance.choices(engagements, k=count)]
    yield "actor", [f"/actors/{a.id}" for a in chance.choices(actors, k=count)]
    yield "most mentioned", [f"/actors/{a.id}" for a in actors[:count]]
    yield "relationship", [f"/relations/{p.left}/{p.right}" for p in pairs[:count]]
    yield "month", [f"/calendar/{d:%Y-%m}?with={p.left}" for d, p in zip(days[: len(pairs)], pairs, strict=False)][:count]
    yield "list", [f"/engagements?with={p.left}&with={p.right}" for p in pairs[:count]]
    yield "search", [f"/search?q={a}+{b}" for a in words for b in words if a != b][:count]


def ask(port: int, address: str) -> tuple[float, int, int]:
    """Milliseconds, status, bytes."""
    if not hasattr(_OWN, "connection"):
        _OWN.connection = HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.monotonic()
    try:
        _OWN.connection.request("GET", address)
        answer = _OWN.connection.getresponse()
    except (
        ConnectionError,
        BadStatusLine,
    ):  # it was idle for long, and closed as it was used again: browsers ask again, too
        _OWN.connection.close()
        _OWN.connection.request("GET", address)
        answer = _OWN.connection.getresponse()
    body = answer.read()
    return 1000 * (time.monotonic() - began), answer.status, len(body)


def processor(of: int) -> float:
    """Seconds of processor that a process and those it began have used; 0 where the system does not tell."""
    if not Path("/proc/self/stat").exists():
        return 0.0
    fields = {int(p.parent.name): p.read_text().rpartition(")")[2].split() for p in _processes()}
    mine = {of}
    while more := {i for i, f in fields.items() if int(f[1]) in mine} - mine:
        mine |= more
    return sum(int(fields[i][11]) + int(fields[i][12]) for i in mine if i in fields) / os.sysconf("SC_CLK_TCK")


def _processes() -> Iterator[Path]:
    for place in Path("/proc").glob("[0-9]*/stat"):
        if place.parent.name.isdigit() and place.exists():
            yield place


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("db")
    options.add_argument("--connections", type=int, default=8)
    options.add_argument("--requests", type=int, default=80)
    options.add_argument(
        "--settle", type=float, default=15.0, help="seconds after the start, in which the server looks ahead"
    )
    options.add_argument("--workers", default=None, help="as memcon serve --workers")
    args = options.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    several = ["--workers", args.workers] if args.workers else []
    server = subprocess.Popen([sys.executable, "-m", "memcon", "serve", "--db", args.db, "--port", str(port), *several])
    missed = False
    try:
        with memcon.open_record(args.db) as record:
            asked = dict(addresses(record, args.requests, random.Random(1)))
        while server.poll() is None and not _up(port):
            time.sleep(0.2)
        time.sleep(args.settle)
        for kind, some in asked.items():
            before = processor(server.pid)
            with ThreadPoolExecutor(args.connections) as pool:
                found = list(pool.map(lambda address: ask(port, address), some))
            spent = 1000 * (processor(server.pid) - before) / len(found)
            times = sorted(ms for ms, _, _ in found)
            middle, last = statistics.median(times), times[min(len(times) - 1, round(0.99 * len(times)))]
            size, wrong = max(n for _, _, n in found), sum(status != 200 for _, status, _ in found)
            target = SEARCH if kind == "search" else MEDIAN
            late = middle > target or last > LAST or size > SIZE or wrong > 0
            missed |= late
            print(
                f"{kind:<16} {len(found):>4} asked, median {middle:>6.0f} ms, 99th {last:>6.0f} ms, at most {size / 1000:>5.0f} KB, "
                f"processor {spent:>5.0f} ms a page, {wrong} failed{'  MISSED' if late else ''}",
                flush=True,
            )
    finally:
        server.terminate()
        server.wait()
    return 1 if missed else 0


def _up(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    sys.exit(main())
