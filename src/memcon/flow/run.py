"""A run: many items into a store, then the record joined anew.

Comes in: items, and inputs that were already set aside. Goes out: a `Summary`. Each document is kept as soon as it and those
before it are read, in one transaction, so that the database is the same whatever the number of workers; an item that cannot
be read, or on which a rule breaks down, is set aside with its reason and the run goes on; Ctrl-C ends the reading, not the
join. A store that fails ends the run; what was kept before is safe.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from time import monotonic

from memcon.annotate.parser import Parser
from memcon.flow.counts import Counts, Summary
from memcon.flow.items import Outcome, read_items, together
from memcon.flow.join import join
from memcon.flow.ledger import document_id, findings_key
from memcon.flow.pool import Pool
from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.store.store import Store

# Bytes read together. 50,000 to 1,000,000 are within 2% of each other; documents come out of a batch one by one, so a killed
# run loses what the parsers have in hand and no more.
BATCH = 100_000
# Bytes from which workers are worth their start: 2 s each, the time in which one process reads some 60,000 bytes.
WORTH = 200_000


@dataclass(frozen=True, slots=True)
class Met:
    """An input that is not known yet: the key of its findings, or why it holds none; is it the first of its source?"""

    first: bool
    key: str = ""
    reject: Reject | None = None


def read_into(
    store: Store,
    items: Iterable[RawItem | Reject],
    parser: Parser,
    tell: Callable[[Counts], None] | None = None,
    workers: int = 1,
) -> Summary:
    """Read every item that the store does not know yet, and bring the record up to date."""
    counts = Counts(tell)
    met: deque[Met] = deque()
    known = store.keys()
    try:
        batches = together(new_items(known, items, parser.version, counts, met), BATCH)
        with closing(outcomes(batches, parser, workers, counts)) as found:
            for outcome in found:
                set_aside_until_read(store, met, counts)
                keep(store, outcome, met.popleft(), known, counts)
        set_aside_until_read(store, met, counts)
    except KeyboardInterrupt:
        counts.interrupted = True
    join(store, parser)
    return counts.summary()


def new_items(
    known: Mapping[str, str], items: Iterable[RawItem | Reject], model: str, counts: Counts, met: deque[Met]
) -> Iterator[RawItem]:
    """The items to be read. They and the unreadable ones are noted in `met`, known ones are counted."""
    sources: set[str] = set()
    seen: set[str] = set()
    for item in items:
        first = item.source not in sources
        sources.add(item.source)
        if isinstance(item, Reject):
            met.append(Met(first, reject=item))
            continue
        counts.size += len(item.body)
        key = findings_key(item, model)
        if item.source + item.sha256 in seen or known.get(document_id(item)) == key:
            counts.known += 1
            counts.told()
            continue
        seen.add(item.source + item.sha256)
        met.append(Met(first, key))
        yield item


def outcomes(
    batches: Iterator[list[RawItem]], parser: Parser, workers: int, counts: Counts
) -> Generator[Outcome, None, None]:
    """What becomes of each item, in order: read by workers where there are enough of them to be worth it."""
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


def set_aside_until_read(store: Store, met: deque[Met], counts: Counts) -> None:
    """Set aside what could not be opened before the next item that is being read: the order of the inputs is kept."""
    while met and (reject := met[0].reject):
        set_aside(store, reject, met.popleft().first, counts)


def keep(store: Store, outcome: Outcome, met: Met, known: Mapping[str, str], counts: Counts) -> None:
    """Keep what became of an item."""
    document, findings = outcome.document, outcome.findings
    if document is None or findings is None:
        assert outcome.reject is not None
        set_aside(store, outcome.reject, met.first, counts)
        return
    counts.again += document.id in known
    store.add(document, findings, met.key)
    counts.read += 1
    counts.words += len(document.text.split())
    counts.still_reading()
    counts.told()


def set_aside(store: Store, reject: Reject, first: bool, counts: Counts) -> None:
    store.set_aside(reject, first)
    counts.set_aside.append(reject)
    counts.told()
