"""The walk, on one screen: from bytes to the record.

RawItem -> clean -> Document -> annotate -> Annotated -> grammar -> Clauses -> resolve -> Resolved -> code -> Findings -> build -> Record,
and Documents -> copies -> Families -> build
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.clean.clean import clean
from memcon.coding.code import code
from memcon.copies.condition.condition import condition
from memcon.copies.families.families import CopyIndex, text_of_document
from memcon.copies.index.stored import filed
from memcon.copies.quotations.alterations import checked, quotation_variants
from memcon.copies.quotations.retelling import retold_events, retold_statements
from memcon.copies.quotations.style import restyled
from memcon.coreference.dating import infer_dates
from memcon.coreference.occasions.occasions import Occasions
from memcon.flow.build import built, join_actors
from memcon.flow.rubbish import seldom_looked_for
from memcon.flow.supplies import said_of
from memcon.grammar.clauses import clauses_of
from memcon.model.dates import DateRange
from memcon.model.document import Document, RawItem
from memcon.model.findings import Findings
from memcon.model.identity import Identity
from memcon.model.ids import document_id
from memcon.model.record import Copy, Decision, Family, Record
from memcon.model.resolved import Resolved
from memcon.model.variants import QuotationVariants
from memcon.record.sums import ActorSum
from memcon.resolve.resolve import resolve


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
    """The record, the days it gave to undated documents, and what it was made of: the join keeps that for the next one."""

    record: Record
    days: dict[str, DateRange]
    findings: Sequence[Findings]
    identity: Identity
    sums: Mapping[str, ActorSum]
    occasions: Occasions
    copies: CopyIndex
    quotations: Sequence[QuotationVariants]  # those too whose words agree


def join_documents(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    read_again: Callable[[Document], Findings | None],
    decisions: Sequence[Decision] = (),
) -> Joined:
    """The record; the days it gave to undated documents: these are read again under their day, until none is new.

    Comes in: the documents by id, so that what dates a document does not depend on the order in which they arrived.
    `read_again` may give None: then what the document says by itself stays.
    """
    days: dict[str, DateRange] = {}
    while new := {i: day for i, day in _new_days(documents, findings).items() if i not in days}:
        days |= new
        documents = [replace(d, published=new[d.id]) if d.id in new else d for d in documents]
        findings = [(read_again(d) or f) if d.id in new else f for d, f in zip(documents, findings, strict=True)]
    copies = filed(map(text_of_document, documents))
    copied = families_of(copies, documents, decisions)
    made = built(documents, findings, copied, decisions)
    quotations = quotation_variants(made.record.documents, made.record.statements, copied)
    record = told_once(made.record, quotations)
    return Joined(record, days, findings, made.identity, made.sums, made.occasions, copies, quotations)


def _new_days(documents: Sequence[Document], findings: Sequence[Findings]) -> dict[str, DateRange]:
    """The days of undated documents that share an occasion with a dated one."""
    if all(d.published.known for d in documents):
        return {}
    by_id = {f.document: f for f in findings}
    people = join_actors(documents, by_id)
    return infer_dates(documents, by_id, people.identity, {a.id: a for a in people.actors})


def families_of(copies: CopyIndex, documents: Sequence[Document], decisions: Sequence[Decision] = ()) -> tuple[Family, ...]:
    """The families of copies. What tells a text translated there and back from a spun one is its own language."""
    translated = {d.id for d in documents if "back_translated" in d.condition}
    texts = {d.id: text_of_document(d).text for d in documents}
    found = [found.family for found in copies.families(texts.__getitem__, decisions)]
    return tuple(replace(f, members=tuple(_relation(copy, translated) for copy in f.members)) for f in found)


def _relation(copy: Copy, translated: Set[str]) -> Copy:
    return replace(copy, relation="back_translated") if copy.relation == "spun" and copy.document in translated else copy


def told_once(record: Record, quotations: Sequence[QuotationVariants]) -> Record:
    """The record with what copies repeat tied to what they copy, and the quotations whose words were changed on the way."""
    documents = {document.id: document for document in record.documents}
    odd = {d.id: d for d in record.documents if "spun" in d.condition or "back_translated" in d.condition}
    doubtful = [s for s in record.statements if s.document in odd]
    styled = [found for document in odd.values() for found in restyled(document, doubtful)]
    statements = checked(record.statements, quotations, styled)
    return replace(
        record,
        statements=retold_statements(statements, documents, record.families),
        quotations=tuple(found for found in quotations if found.changed),
        events=retold_events(record.events, documents, record.families),
    )
