"""A run: many items into a store, then the record joined anew.

Comes in: items, and inputs that were already set aside. Goes out: a `Summary`. Each document is kept as soon as it and those
before it are read, in one transaction, so that the database is the same whatever the number of workers; an item that cannot
be read, or on which a rule breaks down, is set aside with its reason and the run goes on; Ctrl-C ends the reading, not the
join. A store that fails ends the run; what was kept before is safe.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from time import monotonic

from memcon.annotate.parser import Parser
from memcon.flow.counts import Counts, Summary
from memcon.flow.engine import Engine
from memcon.flow.items import Outcome, read_items, together
from memcon.flow.join import join
from memcon.flow.joining.crew import Crew
from memcon.flow.pool import Joiners, Pool
from memcon.flow.supplies import Supplies
from memcon.model.changes import Change
from memcon.model.document import RawItem, Supply
from memcon.model.record import Reject
from memcon.store.store import Store

# Bytes read together. 50,000 to 1,000,000 are within 2% of each other; documents come out of a batch one by one, so a killed
# run loses what the parsers have in hand and no more.
BATCH = 100_000
# Bytes from which workers are worth their start: 2 s each, the time in which one process reads some 60,000 bytes.
WORTH = 200_000


@dataclass(frozen=True, slots=True)
class Met:
    """An input that is not known yet: the key of its findings where it is read, or why it holds none.

    first    is it the first of its source?
    supply   where its document is found, if that is new; `gone`: what that takes the place of
    again    was its document read before?
    told     it is counted already
    """

    first: bool
    key: str = ""
    reject: Reject | None = None
    supply: Supply | None = None
    gone: tuple[Supply, ...] = ()
    again: bool = False
    told: bool = False


def read_into(
    store: Store,
    items: Iterable[RawItem | Reject],
    parser: Parser,
    tell: Callable[[Counts], None] | None = None,
    workers: int = 1,
    changes: list[Change] | None = None,
    engine: Engine | None = None,
) -> Summary:
    """Read every item that the store does not know yet, and bring the record up to date: unless others still read, who will.
    What that changes in a record that stood is put into `changes`. `engine`: who reads, where it is neither this process nor `workers`."""
    counts = Counts(tell)
    with store.being_read() as readers:
        _read(store, items, parser, counts, workers, engine)
        counts.joined = readers.last()
    if counts.joined:
        join(store, parser, changes, engine if isinstance(engine, Crew) else Joiners(workers) if workers > 1 else None)
    return counts.summary()


def _read(
    store: Store,
    items: Iterable[RawItem | Reject],
    parser: Parser,
    counts: Counts,
    workers: int,
    engine: Engine | None,
) -> None:
    met: deque[Met] = deque()
    known = Supplies(store.keys(), store.supplies(), parser.version)
    refused: dict[str, Reject] = {}
    try:
        batches = together(new_items(known, items, counts, met), BATCH)
        with closing(outcomes(batches, parser, workers, counts, engine)) as found:
            for outcome in found:
                note_until_read(store, met, refused, counts)
                keep(store, outcome, met.popleft(), refused, counts)
        note_until_read(store, met, refused, counts)
    except KeyboardInterrupt:
        counts.interrupted = True


def new_items(known: Supplies, items: Iterable[RawItem | Reject], counts: Counts, met: deque[Met]) -> Iterator[RawItem]:
    """The items to be read. They, new sources of known documents and the unreadable ones are noted in `met`; known ones are counted."""
    sources: set[str] = set()
    for item in items:
        first = item.source not in sources
        sources.add(item.source)
        if isinstance(item, Reject):
            met.append(Met(first, reject=item))
            continue
        counts.size += len(item.body)
        counts.readers[item.reader] += 1
        step = known.meet(item)
        told = step.same or not step.read
        counts.same += step.same
        counts.known += told and not step.same
        if told:
            counts.told()
        if step.new and not (step.read and step.read[0].supply == step.supply):
            met.append(Met(first, supply=step.supply, gone=step.gone))
        for read in step.read:
            own = read.supply == step.supply
            met.append(Met(first, read.key, None, read.supply, step.gone if own else (), read.again, told or not own))
            yield read.item


def outcomes(
    batches: Iterator[list[RawItem]], parser: Parser, workers: int, counts: Counts, engine: Engine | None = None
) -> Generator[Outcome, None, None]:
    """What becomes of each item, in order: read by workers where there are enough of them to be worth it."""
    if engine is not None:
        counts.reads_from(monotonic())
        yield from engine.read(batches)
        return
    held: list[list[RawItem]] = []
    size = 0
    while workers > 1 and size < WORTH and (batch := next(batches, None)):
        held.append(batch)
        size += sum(len(item.body) for item in batch)
    batches = chain(held, batches)
    if workers == 1 or size < WORTH:
        for batch in batches:
            parser.load()
            counts.reads_from(monotonic())
            yield from read_items(batch, parser)
        return
    with Pool(workers, parser.wanted) as pool:
        for outcome in pool.read(batches):
            counts.reads_from(pool.ready_at or monotonic())
            yield outcome


def note_until_read(store: Store, met: deque[Met], refused: Mapping[str, Reject], counts: Counts) -> None:
    """Note new sources, and set aside what could not be opened, before the next item that is read: the order of the inputs is kept."""
    while met and not met[0].key:
        one = met.popleft()
        if one.reject:
            set_aside(store, one.reject, one.first, counts)
        elif one.supply and one.supply.document in refused:
            counts.same -= 1
            set_aside(store, replace(refused[one.supply.document], source=one.supply.source), one.first, counts)
        elif one.supply:
            store.supply(one.supply, one.gone)


def keep(store: Store, outcome: Outcome, met: Met, refused: dict[str, Reject], counts: Counts) -> None:
    """Keep what became of an item."""
    document, findings = outcome.document, outcome.findings
    assert met.supply is not None
    if document is None or findings is None:
        assert outcome.reject is not None
        refused[met.supply.document] = outcome.reject
        set_aside(store, replace(outcome.reject, source=met.supply.source), met.first, counts)
        return
    refused.pop(met.supply.document, None)
    store.add(document, findings, met.key, met.supply, met.gone)
    if not met.told:
        counts.again += met.again
        counts.read += 1
    counts.words += len(document.text.split())
    counts.still_reading()
    counts.told()


def set_aside(store: Store, reject: Reject, first: bool, counts: Counts) -> None:
    store.set_aside(reject, first)
    counts.set_aside.append(reject)
    counts.told()
