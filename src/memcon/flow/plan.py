"""The walk, on one screen: from bytes to the record.

RawItem -> clean -> Document -> annotate -> Annotated -> resolve -> Resolved -> code -> Findings -> build -> Record
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.clean.clean import clean
from memcon.coding.code import code
from memcon.copies.condition import condition
from memcon.model.document import Document, RawItem
from memcon.model.findings import Findings
from memcon.model.record import Record
from memcon.record.build import build
from memcon.resolve.resolve import resolve


def freeze(item: RawItem) -> Document:
    """The item's document: its text, zones and condition. Raises BadInput where it holds none."""
    document = clean(item)
    return replace(document, condition=condition(document))


def read_documents(documents: Iterable[Document], parser: Parser) -> Iterator[Findings]:
    """What each document says, in order."""
    for annotated in annotate_all(documents, parser):
        yield code(resolve(annotated))


def record_of(items: Iterable[RawItem], parser: Parser) -> Record:
    """The record of some items, in memory. Raises BadInput at the first that cannot be read."""
    documents = [freeze(item) for item in items]
    return build(documents, list(read_documents(documents, parser)))
