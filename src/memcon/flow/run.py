"""A run: many items into a store, then the record joined anew.

Comes in: items, and inputs that were already set aside. Goes out: a `Summary`. Each document is kept as soon as it is
read, in one transaction; an item that cannot be read, or on which a rule breaks down, is set aside with its reason and the
run goes on; Ctrl-C ends the reading, not the join. A store that fails ends the run; what was kept before is safe.
"""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from memcon.annotate.parser import Parser
from memcon.flow.counts import Counts, Summary
from memcon.flow.guard import freeze_guarded, read_guarded
from memcon.flow.join import join
from memcon.flow.ledger import document_id, findings_key
from memcon.model.document import Document, RawItem
from memcon.model.record import Reject
from memcon.store.store import Store

# Characters parsed together. 100,000 to 1,000,000 are within 1% of each other; documents come out of a batch one by one,
# so a killed run loses what the parser has in hand and no more.
BATCH = 200_000


def read_into(
    store: Store,
    items: Iterable[RawItem | Reject],
    parser: Parser,
    tell: Callable[[Counts], None] | None = None,
) -> Summary:
    """Read every item that the store does not know yet, and bring the record up to date."""
    counts = Counts(tell)
    try:
        for batch in batches(new_documents(store, items, parser, counts)):
            read_batch(store, batch, parser, counts)
    except KeyboardInterrupt:
        counts.interrupted = True
    join(store, parser)
    return counts.summary()


def new_documents(
    store: Store, items: Iterable[RawItem | Reject], parser: Parser, counts: Counts
) -> Iterator[tuple[Document, str]]:
    """Each document to be read with the key of its findings; known ones are counted, unreadable ones set aside."""
    sources: set[str] = set()
    met: set[str] = set()
    for item in items:
        first = item.source not in sources
        sources.add(item.source)
        if isinstance(item, Reject):
            set_aside(store, item, first, counts)
            continue
        counts.size += len(item.body)
        key = findings_key(item, parser.version)
        if item.source + item.sha256 in met or store.key_of(document_id(item)) == key:
            counts.known += 1
            counts.told()
            continue
        met.add(item.source + item.sha256)
        document = freeze_guarded(item)
        if isinstance(document, Reject):
            set_aside(store, document, first, counts)
        else:
            yield document, key


def batches(documents: Iterable[tuple[Document, str]]) -> Iterator[list[tuple[Document, str]]]:
    """Documents together as long as they are short."""
    batch: list[tuple[Document, str]] = []
    size = 0
    for document, key in documents:
        batch.append((document, key))
        size += len(document.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(store: Store, batch: list[tuple[Document, str]], parser: Parser, counts: Counts) -> None:
    """Read documents together and keep each as soon as it is read."""
    parser.load()
    began, before = monotonic(), counts.reading
    found = read_guarded([document for document, _ in batch], parser)
    for (document, key), findings in zip(batch, found, strict=True):
        if isinstance(findings, Reject):
            set_aside(store, findings, True, counts)
            continue
        counts.again += store.key_of(document.id) is not None
        store.add(document, findings, key)
        counts.read += 1
        counts.words += len(document.text.split())
        counts.reading = before + monotonic() - began
        counts.told()


def set_aside(store: Store, reject: Reject, first: bool, counts: Counts) -> None:
    store.set_aside(reject, first)
    counts.set_aside.append(reject)
    counts.told()
