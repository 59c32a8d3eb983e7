"""How blocks and parts grow with the record: python benchmarks/keys.py [--of 10000,100000,1000000] [--years N] [--spilled] [--workers N]

Nothing is read: local engagements of two office-holders are made, as many as documents, over so many years; then they are blocked, compared
and tied to parts as a join does it. Out, for each number: seconds of the processor, peak memory, pairs compared, pairs alike, the largest
block, the number of parts and the largest. Each number is run in a process of its own. With --spilled none of it is in memory but the tied
pairs: engagements are spilled as they are made, grouped with DuckDB, and scored by so many workers (processor's seconds are those of all).
"""

import argparse
import random
import resource
import subprocess
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import monotonic, process_time

from memcon.coreference.occasions.blocks import blocks, candidates
from memcon.coreference.occasions.scorer import score
from memcon.flow.joining.pieces import alike as alike_in
from memcon.flow.joining.spilling import Spill
from memcon.flow.pool import Joiners
from memcon.model.cluster import Cluster
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.findings import EngagementMention, LocalEngagement, Participant
from memcon.model.kinds import EngagementKind
from memcon.model.record import Actor
from memcon.model.status import Status
from memcon.model.text import Span

FIRST = date(2004, 1, 5)
OFFICES = 3  # office-holders of a state at a time
TERM = 4  # years after which others hold the offices
TOLD = 2.5  # reports of an occasion
STATES = 193


class Named:
    """Who the actors of documents are: the key is the id."""

    def of(self, document: str, key: str) -> str:
        return key


def actors(years: int) -> dict[str, Actor]:
    from memcon.registers.states import states

    codes = sorted(states())[:STATES]
    made = [(f"{code}-{term}-{n}", code) for code in codes for term in range(years // TERM + 1) for n in range(OFFICES)]
    return {i: Actor(i, "person", i, (), code, None, (), True) for i, code in made}


def singles(wanted: int, years: int) -> Iterator[Cluster]:
    """So many local engagements, several of each occasion."""
    draw = random.Random(1)
    known = actors(years)
    by_term: dict[int, list[str]] = {}
    for i in known:
        by_term.setdefault(int(i.split("-")[1]), []).append(i)
    told = Basis(BasisKind.EXPLICIT)
    n = 0
    while n < wanted:
        away = draw.randrange(years * 365)
        day = FIRST + timedelta(away)
        one, other = draw.sample(by_term[away // 365 // TERM], 2)
        if known[one].state == known[other].state:
            continue
        kind = draw.choice((EngagementKind.MEETING, EngagementKind.TALKS, EngagementKind.CALL))
        for _ in range(1 + (draw.random() < 0.6) + (draw.random() < 0.5) + (draw.random() < 0.4)):
            appeared = DateRange(day + timedelta(1), day + timedelta(1))
            document = Document(f"d{n}", "", "", "", (), None, None, (), appeared, "en")
            who = (Participant(one, "principal", Span(0, 1)), Participant(other, "principal", Span(2, 3)))
            mention = EngagementMention(Span(4, 5), kind, Status.HELD, Span(0, 6), who)
            when = DateRange(day, day, day.isoformat(), told)
            yield Cluster.of(document, LocalEngagement("e0", kind, (mention,), who, None, when), Named(), known)  # type: ignore[arg-type]
            n += 1


class Tied:
    """Numbers tied together."""

    def __init__(self) -> None:
        self._root = array("q")

    def find(self, n: int) -> int:
        self._root.extend(range(len(self._root), n + 1))
        root = self._root
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    def tie(self, a: int, b: int) -> None:
        one, other = self.find(a), self.find(b)
        self._root[other] = one

    def tell(self, count: int) -> None:
        parts = Counter(self.find(n) for n in range(count))
        (most,) = parts.most_common(1)
        print(f"    {len(parts):,} parts, the largest {most[1]:,}", flush=True)


def processor() -> float:
    """Seconds of this process and of those that it ended."""
    return process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(wanted: int, years: int) -> None:
    made = dict(enumerate(singles(wanted, years)))
    memory = peak()
    began = process_time()
    sizes = Counter((key, month) for c in made.values() for key, months in blocks(c) for month in months)
    blocked = process_time() - began
    tied = Tied()
    pairs = alike = 0
    began = process_time()
    for a, b in candidates(made):
        pairs += 1
        if score(made[a], made[b]):
            alike += 1
            tied.tie(a, b)
    took = process_time() - began
    (block, _), largest = sizes.most_common(1)[0]
    print(
        f"{len(made):,}: {blocked:.0f} s blocks, {took:.0f} s pairs and parts; {peak():,} MB ({memory:,} of them made before)"
    )
    print(f"    {pairs:,} pairs, {alike:,} alike; largest block {largest:,} ({block.partition(chr(9))[0]})")
    tied.tell(len(made))


def measure_spilled(wanted: int, years: int, workers: int) -> None:
    count = alike = 0
    tied = Tied()
    with Spill() as spill:
        for cluster in singles(wanted, years):
            spill.put(cluster)
            count += 1
        made, began = processor(), monotonic()
        for answer in Joiners(workers).work(spill.pieces()):
            for *_, a, b in alike_in(answer):
                alike += 1
                tied.tie(a, b)
        took, clock = processor() - made, monotonic() - began
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{count:,}: {made:.0f} s made and spilled, {took:.0f} s pairs and parts ({clock:.0f} by the clock)")
    print(f"    {peak():,} MB here, {most:,} MB a worker; {alike:,} pairs alike")
    tied.tell(count)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", default="10000,100000,1000000")
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--spilled", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--here", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here and given.spilled:
        measure_spilled(given.here, given.years, given.workers)
    elif given.here:
        measure(given.here, given.years)
    else:
        for number in given.of.split(","):
            spilled = ["--spilled", "--workers", str(given.workers)] if given.spilled else []
            command = [sys.executable, str(Path(__file__)), "--here", number, "--years", str(given.years), *spilled]
            subprocess.run(command, check=True)
