"""Reports about real meetings, told in our own words, and the record that memcon makes of some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.parser import Parser
from memcon.copies.families.refiled import Refiled
from memcon.flow.joining.copied import Copied
from memcon.flow.joining.joined import Joined, changed_by, joined
from memcon.flow.joining.whole import whole_record
from memcon.flow.plan import join_documents, read_documents
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Decision, Engagement, Family, Record
from memcon.store.database import empty_database
from records import document

Report = tuple[str, str | None, str]  # its source, its day of publication, its text

PREVIEW: Report = (
    "preview",
    "2018-07-05",
    "U.S. President Donald Trump will meet Russian President Vladimir Putin in Helsinki on July 16, the White House said.",
)
REPORT: Report = (
    "report",
    "2018-07-16",
    "U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on Monday. The meeting lasted two hours.",
)
RECALL: Report = (
    "recall",
    "2018-08-20",
    "U.S. President Donald Trump, who met Russian President Vladimir Putin in Helsinki on July 16, praised Finland.",
)
MERKEL: Report = (
    "merkel",
    "2018-06-20",
    "French President Emmanuel Macron met German Chancellor Angela Merkel in Meseberg on Tuesday. He will visit Berlin in July.",
)
VISIT_PLANNED: Report = ("visit planned", "2018-04-02", "Japanese Prime Minister Shinzo Abe will visit Moscow on April 20.")
VISIT_PUT_OFF: Report = (
    "visit put off",
    "2018-04-12",
    "Japanese Prime Minister Shinzo Abe postponed a visit to Moscow set for April 20. He will visit Moscow on May 26.",
)
VISIT_MADE: Report = ("visit made", "2018-05-27", "Japanese Prime Minister Shinzo Abe visited Moscow on Saturday.")
UNDATED: Report = (
    "undated",
    None,
    "U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on Monday. Russia was pleased on Monday.",
)
CALLED_OFF: Report = (
    "called off",
    "2018-07-14",
    "U.S. President Donald Trump called off a meeting with Russian President Vladimir Putin in Helsinki on July 16.",
)
OTHERS: Report = (
    "others",
    "2018-07-16",
    "U.S. Secretary of State Mike Pompeo met Russian Foreign Minister Sergei Lavrov in Helsinki on Monday.",
)
CALL: Report = (
    "call",
    "2018-03-06",
    "French President Emmanuel Macron telephoned Russian President Vladimir Putin on Monday.",
)
LATER: Report = ("later", "2018-09-20", "Pope Francis spoke of the harvest. Rain fell in Rome on Wednesday.")
ALL = (
    PREVIEW, REPORT, RECALL, MERKEL, VISIT_PLANNED, VISIT_PUT_OFF, VISIT_MADE, UNDATED, CALLED_OFF, OTHERS, CALL, LATER,
)  # fmt: skip


@dataclass(frozen=True)
class Library:
    """Reads each report once, however many records ask for it."""

    parser: Parser

    def document(self, report: Report) -> Document:
        source, published, text = report
        return document(text, source, published)

    def read(self, document: Document) -> Findings:
        return _read(self.parser, document)

    def record(self, *reports: Report) -> Record:
        return self.joined(reports)[0]

    def joined(self, reports: Iterable[Report]) -> tuple[Record, dict[str, DateRange]]:
        """The record of some reports, and the days that it gave to undated ones."""
        documents = [self.document(report) for report in reports]
        found = join_documents(documents, [self.read(d) for d in documents], self.read)
        return found.record, dict(found.days)


@cache
def _read(parser: Parser, document: Document) -> Findings:
    return next(read_documents([document], parser))


def build(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    families: Sequence[Family] = (),
    decisions: Sequence[Decision] = (),
) -> Record:
    """The record of documents whose families of copies are given; none is dated by another."""
    return whole_record(joined_all(documents, findings, families, decisions))


def joined_all(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    families: Sequence[Family] = (),
    decisions: Sequence[Decision] = (),
) -> Joined:
    by_id = {f.document: f for f in findings}
    came = {d.id: (d, by_id[d.id]) for d in documents}
    copied = Copied(tuple(families), (), Refiled(frozenset(), (), (), False))
    with empty_database() as nothing:
        changed = changed_by(nothing, came, (), {}, decisions, decisions, lambda document: None)
        return joined(nothing, changed, copied)


def between(record: Record, *names: str) -> list[Engagement]:
    """The engagements of exactly these people, by day; the state that is visited is none of them."""
    known = {a.id: a for a in record.actors}
    found = [
        e
        for e in record.engagements
        if {known[p.actor].name for p in e.participants if p.part != "host" or known[p.actor].kind == "person"}
        == set(names)
    ]
    return sorted(found, key=lambda e: (str(e.date.earliest), e.kind))


def sources(record: Record, engagement: Engagement) -> set[str]:
    """The reports that tell of an engagement."""
    known = {d.id: d.source for d in record.documents}
    return {known[i] for i in engagement.reports}
