"""How blocks and parts grow with the record: python benchmarks/keys.py [--of 10000,100000,1000000] [--years N]

Nothing is read: local engagements of two office-holders are made, as many as documents, over so many years; then they are blocked, compared
and tied to parts as a join does it. Out, for each number: seconds of the processor, peak memory, pairs compared, pairs alike, the largest
block, the number of parts and the largest. Each number is run in a process of its own.
"""

import argparse
import random
import resource
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from memcon.coreference.occasions.blocks import blocks, candidates
from memcon.coreference.occasions.scorer import score
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


def singles(wanted: int, years: int) -> dict[int, Cluster]:
    """So many local engagements, several of each occasion."""
    draw = random.Random(1)
    known = actors(years)
    by_term: dict[int, list[str]] = {}
    for i in known:
        by_term.setdefault(int(i.split("-")[1]), []).append(i)
    told = Basis(BasisKind.EXPLICIT)
    made: dict[int, Cluster] = {}
    while len(made) < wanted:
        away = draw.randrange(years * 365)
        day = FIRST + timedelta(away)
        one, other = draw.sample(by_term[away // 365 // TERM], 2)
        if known[one].state == known[other].state:
            continue
        kind = draw.choice((EngagementKind.MEETING, EngagementKind.TALKS, EngagementKind.CALL))
        for _ in range(1 + (draw.random() < 0.6) + (draw.random() < 0.5) + (draw.random() < 0.4)):
            n = len(made)
            appeared = DateRange(day + timedelta(1), day + timedelta(1))
            document = Document(f"d{n}", "", "", "", (), None, None, (), appeared, "en")
            who = (Participant(one, "principal", Span(0, 1)), Participant(other, "principal", Span(2, 3)))
            mention = EngagementMention(Span(4, 5), kind, Status.HELD, Span(0, 6), who)
            when = DateRange(day, day, day.isoformat(), told)
            made[n] = Cluster.of(document, LocalEngagement("e0", kind, (mention,), who, None, when), Named(), known)  # type: ignore[arg-type]
    return made


def measure(wanted: int, years: int) -> None:
    made = singles(wanted, years)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    began = process_time()
    sizes = Counter((key, month) for c in made.values() for key, months in blocks(c) for month in months)
    blocked = process_time() - began
    root = list(range(len(made)))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    pairs = alike = 0
    began = process_time()
    for a, b in candidates(made):
        pairs += 1
        if score(made[a], made[b]):
            alike += 1
            root[find(b)] = find(a)
    tied = process_time() - began
    parts = Counter(find(n) for n in made)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (block, _), largest = sizes.most_common(1)[0]
    (most,) = parts.most_common(1)
    print(
        f"{len(made):,}: {blocked:.0f} s blocks, {tied:.0f} s pairs and parts; {peak:,} MB ({memory:,} of them made before)"
    )
    print(f"    {pairs:,} pairs, {alike:,} alike; largest block {largest:,} ({block.partition(chr(9))[0]})")
    print(f"    {len(parts):,} parts, the largest {most[1]:,}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", default="10000,100000,1000000")
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--here", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        measure(given.here, given.years)
    else:
        for number in given.of.split(","):
            subprocess.run([sys.executable, str(Path(__file__)), "--here", number, "--years", str(given.years)], check=True)
