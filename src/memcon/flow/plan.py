"""The walk, on one screen: from bytes to the record.

RawItem -> clean -> Document -> annotate -> Annotated -> grammar -> Clauses -> resolve -> Resolved -> code -> Findings -> join -> Record,
and Documents -> copies -> Families -> join
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.clean.clean import clean
from memcon.coding.code import code
from memcon.copies.condition.condition import condition
from memcon.flow.joining.joined import changed_by, joined
from memcon.flow.joining.whole import whole_record
from memcon.flow.rubbish import seldom_looked_for
from memcon.flow.supplies import said_of
from memcon.grammar.clauses import clauses_of
from memcon.model.dates import DateRange
from memcon.model.document import Document, RawItem
from memcon.model.findings import Findings
from memcon.model.ids import document_id
from memcon.model.record import Decision, Record
from memcon.model.resolved import Resolved
from memcon.resolve.resolve import resolve
from memcon.store.database import empty_database


def freeze(item: RawItem) -> Document:
    """The item's document: its text, zones and condition. Raises BadInput where it holds none."""
    document = clean(item)
    return replace(document, condition=condition(document))


@dataclass(frozen=True, slots=True)
class Reading:
    """What each room made of one document."""

    resolved: Resolved
    findings: Findings


def read_rooms(documents: Iterable[Document], parser: Parser, thought: bool = False) -> Iterator[Reading]:
    """What each room makes of each document, in order; with `thought`, beliefs and intentions among its statements."""
    with seldom_looked_for():
        for annotated in annotate_all(documents, parser):
            resolved = resolve(annotated, clauses_of(annotated))
            yield Reading(resolved, code(resolved, thought))


def read_documents(documents: Iterable[Document], parser: Parser, thought: bool = False) -> Iterator[Findings]:
    """What each document says, in order."""
    return (reading.findings for reading in read_rooms(documents, parser, thought))


def record_of(items: Iterable[RawItem], parser: Parser) -> Record:
    """The record of some items, in memory. Raises BadInput at the first that cannot be read."""
    found: dict[str, list[RawItem]] = {}
    for item in items:
        found.setdefault(document_id(item), []).append(item)
    documents = [at_sources(found[i]) for i in sorted(found)]
    findings = list(read_documents(documents, parser))
    return join_documents(documents, findings, lambda document: next(read_documents([document], parser))).record


def at_sources(items: Sequence[RawItem]) -> Document:
    """The document that several items hold, with all their sources."""
    source, *also_at = sorted({item.source for item in items})
    return replace(freeze(min(items, key=said_of)), source=source, also_at=tuple(also_at))


@dataclass(frozen=True, slots=True)
class Joined:
    """The record, and the days it gave to undated documents."""

    record: Record
    days: Mapping[str, DateRange]


def join_documents(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    read_again: Callable[[Document], Findings | None],
    decisions: Sequence[Decision] = (),
) -> Joined:
    """The record of documents, in memory; the days it gave to undated ones, which are read again under their day.

    `read_again` may give None: then what the document says by itself stays. The order of the documents does not matter.
    """
    came = {d.id: (d, f) for d, f in zip(documents, findings, strict=True)}
    with empty_database() as nothing:
        changed = changed_by(nothing, came, (), {}, decisions, decisions, read_again)
        now = joined(nothing, changed)
    return Joined(whole_record(now), changed.days)
