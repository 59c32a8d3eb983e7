"""What is read together, and what comes of it: the same in this process and in a worker.

Comes in: items in the order in which they were met. Goes out: one `Outcome` for each, in that order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.annotate.parser import Parser
from memcon.flow.guard import freeze_guarded, read_guarded
from memcon.model.document import Document, RawItem
from memcon.model.findings import Findings
from memcon.model.record import Reject


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document with its findings, or why there is none."""

    document: Document | None = None
    findings: Findings | None = None
    reject: Reject | None = None


def read_items(items: Sequence[RawItem], parser: Parser, thought: bool = False) -> Iterator[Outcome]:
    """What becomes of each item; their documents are parsed together. With `thought`, statements include beliefs."""
    frozen = [freeze_guarded(item) for item in items]
    found = read_guarded([f for f in frozen if isinstance(f, Document)], parser, thought)
    for one in frozen:
        if isinstance(one, Reject):
            yield Outcome(reject=one)
            continue
        findings = next(found)
        if isinstance(findings, Reject):
            yield Outcome(reject=findings)
        else:
            yield Outcome(one, findings)


def together(items: Iterable[RawItem], size: int) -> Iterator[list[RawItem]]:
    """Items in lists of at least `size` bytes, the last one whatever is left."""
    batch: list[RawItem] = []
    held = 0
    for item in items:
        batch.append(item)
        held += len(item.body)
        if held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
