"""The record: what all documents together support. RECORD.md of the design is its JSON; docs/record.md describes it."""

from dataclasses import dataclass
from typing import Literal

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import (
    EngagementMention,
    Event,
    IssueMention,
    NamedPlace,
    NameMention,
    Outlook,
    Part,
    Statement,
    TimeMention,
)
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import ActorKind, Place, StateGap
from memcon.model.status import Status
from memcon.model.text import Evidence
from memcon.model.variants import QuotationVariants

Relation = Literal["exact", "reprint", "update", "excerpt", "spun", "back_translated"]
Verdict = Literal["agrees", "differs", "compatible"]
PERSON = "person"  # who made a decision that no rule made
PARTICIPANT = "participant"  # the field of an account of somebody whom one odd report names; its value is his id
Subject = Literal["actor", "engagement", "family", "statement"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office somebody holds or held, as the documents say."""

    title: str
    organisation: str | None
    since: DateRange | None
    until: DateRange | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...]
    state: str | None
    wikidata: str | None
    roles: tuple[Tenure, ...]
    named: bool = True
    grounds: tuple[Evidence, ...] = ()  # the words that tell the state
    gap: StateGap | None = None  # of a person without a state: why
    public: bool | None = True  # whether an office, a state or a body is told of it; None: of somebody unnamed, nothing is


@dataclass(frozen=True, slots=True)
class EngagementParticipant:
    actor: str
    part: Part
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A status, the day it was said (the publication of the document), and its words."""

    status: Status
    said_on: DateRange
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One document's value of a field that documents tell differently, or that several support."""

    field: str
    value: str
    evidence: tuple[Evidence, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CitedMention:
    document: str
    mention: EngagementMention


@dataclass(frozen=True, slots=True)
class Engagement:
    """One occasion across all documents that tell of it."""

    id: str
    kind: EngagementKind
    participants: tuple[EngagementParticipant, ...]
    place: Place | None
    date: DateRange
    status: Status
    history: tuple[HistoryStep, ...]
    issues: tuple[str, ...]
    accounts: tuple[Account, ...]
    mentions: tuple[CitedMention, ...]
    part_of: str | None
    rescheduled_as: str | None
    reports: tuple[str, ...]
    origins: int
    generic: bool = False
    corrected: tuple[str, ...] = ()  # the fields that a person set right

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"{self.id}: an engagement without evidence")


@dataclass(frozen=True, slots=True)
class Copy:
    document: str
    relation: Relation
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Copies of one text. The members are the documents beside the canonical; `reasons` say why that one is to be trusted."""

    id: str
    canonical: str
    members: tuple[Copy, ...]
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.canonical in (m.document for m in self.members):
            raise ValueError(f"{self.id}: the canonical is among its own copies")

    @property
    def documents(self) -> tuple[str, ...]:
        """All of them, the canonical first."""
        return self.canonical, *(m.document for m in self.members)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who said that two things are the same, or not, by which rule, and why.

    A person's decision (`by` "person") has a time and says what it is `about`; its `left` and `right` are documents (families)
    or places in them ("document-3f@120"), and `items` the ids that these have in the record. A person can also reject an
    item, correct a `field` of it to a `value`, or accept the `value` that it has (no `field`: that it is one at all); then `right` is
    empty, but for the speaker of a statement: there `value` is a name, and `right` the place where reports mention who is meant (empty:
    nobody). An accepted value is a judgement and sets nothing.
    """

    left: str
    right: str
    verdict: Literal["same", "different", "rejected", "corrected", "accepted"]
    by: str
    reason: str
    at: str | None = None  # ISO time of a person's decision; None for a rule's, which has none
    about: Subject | None = None
    field: str | None = None
    value: str | None = None
    items: tuple[str, ...] = ()
    judge: str | None = None  # the name of the person
    before: str | None = None  # the value of the field when the person decided


@dataclass(frozen=True, slots=True)
class Reject:
    """An input set aside."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record. Every list is sorted by id, or by document and start."""

    documents: tuple[Document, ...]
    families: tuple[Family, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[tuple[str, NameMention], ...]
    times: tuple[tuple[str, TimeMention], ...]
    places: tuple[tuple[str, NamedPlace], ...]
    statements: tuple[Statement, ...]
    quotations: tuple[QuotationVariants, ...]
    engagements: tuple[Engagement, ...]
    events: tuple[Event, ...]
    issues: tuple[tuple[str, IssueMention], ...]
    outlook: tuple[Outlook, ...]
    decisions: tuple[Decision, ...]
    rejects: tuple[Reject, ...]
