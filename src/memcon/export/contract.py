"""The record as JSON, field by field: the types that `record_json` must produce, and the JSON Schema made of them.

This is the public contract. docs/record.md describes the same fields; a test compares the two.
"""

from typing import Annotated, Any, Literal, TypedDict

import msgspec
from msgspec import Meta

from memcon.model.findings import Part, Polarity, StatementKind, Tense
from memcon.model.kinds import EngagementKind
from memcon.model.record import Relation, Verdict
from memcon.model.resolved import ActorKind, How, StateGap
from memcon.model.status import Status
from memcon.model.text import ZoneName

FORMAT_VERSION = "1"

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DocumentId = Annotated[str, Meta(description="id of a document")]
ActorId = Annotated[str, Meta(description="id of an actor")]
EngagementId = Annotated[str, Meta(description="id of an engagement")]
Offset = Annotated[int, Meta(ge=0, description="Unicode code points into the document's text")]


class Stretch(TypedDict):
    start: Offset
    end: Offset


class Cited(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    quote: Annotated[str, Meta(min_length=1, description="the document's text from start to end, always")]


class Date(TypedDict):
    earliest: Day | None
    latest: Day | None
    value: Annotated[str | None, Meta(description="as TIMEX3 writes it")]
    basis: Annotated[str, Meta(description="the words or the reason that give the date, or why it stays unknown")]


class Place(TypedDict):
    name: str
    country: Annotated[str | None, Meta(description="ISO 3166 alpha-3")]
    latitude: float | None
    longitude: float | None
    geonames: int | None
    basis: Annotated[Literal["told", "host"], Meta(description="words name it; or who receives, in his own state")]


class Zone(TypedDict):
    start: Offset
    end: Offset
    zone: ZoneName


class Document(TypedDict):
    id: str
    source: Annotated[str, Meta(description="the path or address as given; of several, the first by name")]
    also_at: Annotated[list[str], Meta(description="the other sources at which the same document is found")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="of the raw bytes; of a line of JSON, of its text")]
    title: str | None
    outlet: str | None
    byline: list[str]
    published: Date
    captured: Annotated[
        str | None, Meta(description="when its page was fetched, as an ISO time, where an archive tells it")
    ]
    language: str
    zones: Annotated[list[Zone], Meta(description="they cover the text without gap or overlap")]
    family: Annotated[str | None, Meta(description="id of the family of its copies")]
    condition: Annotated[list[str], Meta(description="any of spun, back_translated, truncated, with_boilerplate")]


class Member(TypedDict):
    document: DocumentId
    relation: Relation
    score: float
    evidence: list[Cited]


class Family(TypedDict):
    id: str
    canonical: DocumentId
    reasons: Annotated[list[str], Meta(description="why the canonical is the one to trust")]
    members: list[Member]


Role = TypedDict(
    "Role",
    {"title": str, "organisation": str | None, "from": Date | None, "to": Date | None, "evidence": list[Cited]},
)


class Actor(TypedDict):
    id: str
    kind: ActorKind
    name: str
    aliases: list[str]
    state: Annotated[str | None, Meta(description="ISO 3166 alpha-3 that it acts for")]
    state_evidence: Annotated[list[Cited], Meta(description="the words that tell the state best; empty where none do")]
    state_gap: Annotated[StateGap | None, Meta(description="of a person without a state: why")]
    public: Annotated[
        bool | None, Meta(description="is an office, a state or a body told of it; null: of somebody unnamed, no")
    ]
    wikidata: str | None
    roles: list[Role]


class Mention(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    actor: ActorId | None
    text: str
    how: How


class Time(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    date: Date


class PlaceMention(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None


class Statement(TypedDict):
    id: str
    document: DocumentId
    start: Offset
    end: Offset
    kind: StatementKind
    quotes: Annotated[list[Stretch], Meta(description="each stretch inside quotation marks, marks excluded")]
    speaker: ActorId | None
    speaker_text: str | None
    addressee: ActorId | None
    cue: Stretch | None
    polarity: Polarity
    issues: list[str]
    confidence: Annotated[
        float, Meta(description="the probability that somebody says this and that it is the speaker: docs/confidence.md")
    ]
    altered: Annotated[bool | None, Meta(description="were the words between the marks changed? null if unknown")]
    variants: Annotated[list[str], Meta(description="ids of statements")]
    retells: Annotated[str | None, Meta(description="of a copy: the canonical's statement")]
    origins: Annotated[int, Meta(description="how many independent families tell it")]
    why: Annotated[str, Meta(description="the rule that read it")]


class Change(TypedDict):
    kind: Literal["replaced", "left out", "added"]
    was: str
    now: str


class Variant(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    statement: str | None
    altered: bool | None
    changes: list[Change]


class Quotation(TypedDict):
    id: str
    family: str | None
    variants: list[Variant]
    verbatim: Annotated[int | None, Meta(description="the number of the likely true variant, from 0; null if unknown")]
    why: list[str]


class Participant(TypedDict):
    actor: ActorId
    part: Part
    evidence: list[Cited]


class Step(TypedDict):
    status: Status
    said_on: Annotated[str | None, Meta(description="the report's day, ISO 8601, or an interval of days; null if unknown")]
    evidence: list[Cited]


class Account(TypedDict):
    field: str
    value: str
    evidence: list[Cited]
    verdict: Verdict


class EngagementMention(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    kind: EngagementKind
    status: Status


class Confidence(TypedDict):
    status: Annotated[float, Meta(description="that there is such an engagement, and that it has this status")]
    place: Annotated[float | None, Meta(description="that it is the place; null where there is none")]
    part_of: Annotated[float | None, Meta(description="that it is part of that other; null where there is none")]
    rescheduled_as: Annotated[float | None, Meta(description="that it was put off to that other; null where there is none")]


class Engagement(TypedDict):
    id: str
    kind: EngagementKind
    participants: list[Participant]
    place: Place | None
    date: Date
    status: Status
    history: Annotated[list[Step], Meta(description="in order of when it was said")]
    issues: list[str]
    accounts: list[Account]
    mentions: list[EngagementMention]
    part_of: EngagementId | None
    rescheduled_as: EngagementId | None
    reports: list[DocumentId]
    origins: Annotated[int, Meta(description="how many independent families tell of it")]
    private: Annotated[bool, Meta(description="what private people do among themselves; lists leave it out")]
    confidence: Annotated[Confidence, Meta(description="the probability that a value is right: docs/confidence.md")]


class Event(TypedDict):
    id: str
    type: Annotated[str, Meta(description="PLOVER")]
    mode: str | None
    contexts: list[str]
    actors: list[ActorId]
    recipients: list[ActorId]
    date: Date | None
    place: Place | None
    tense: Tense
    negated: bool
    document: DocumentId
    start: Offset
    end: Offset
    holder: Annotated[ActorId | None, Meta(description="who claims it; null for the report's own voice")]
    intensity: float | None
    why: str
    retells: Annotated[str | None, Meta(description="of a copy: the canonical's event")]
    origins: Annotated[int, Meta(description="how many independent families tell it")]


class IssueMention(TypedDict):
    document: DocumentId
    start: Offset
    end: Offset
    issue: str


class Outlook(TypedDict):
    id: str
    holder: ActorId | None
    about: EngagementId | None
    by: Date | None
    document: DocumentId
    start: Offset
    end: Offset
    hedge: str | None
    outcome: Literal["met", "unmet", "open"]


class Decision(TypedDict):
    left: str
    right: str
    verdict: Annotated[
        Literal["same", "different", "rejected", "corrected", "accepted"],
        Meta(description="the last three only by a person; accepted: judged to be right, which sets nothing"),
    ]
    by: Annotated[str, Meta(description="a rule or a person")]
    reason: str
    at: str | None
    about: Annotated[str | None, Meta(description="actor, engagement, family or statement; of a person's decision")]
    field: Annotated[str | None, Meta(description="what was corrected or accepted")]
    value: Annotated[str | None, Meta(description="to what, or as what")]
    items: Annotated[list[str], Meta(description="ids of what a person's decision touches")]
    judge: Annotated[str | None, Meta(description="the name of the person, where it was given")]
    before: Annotated[str | None, Meta(description="the value of the field when the person decided")]


class Reject(TypedDict):
    source: str
    reason: str
    detail: str


class Record(TypedDict):
    memcon: Annotated[Literal["1"], Meta(description="version of this format")]
    documents: list[Document]
    families: list[Family]
    actors: list[Actor]
    mentions: list[Mention]
    times: list[Time]
    places: list[PlaceMention]
    statements: list[Statement]
    quotations: list[Quotation]
    engagements: list[Engagement]
    events: list[Event]
    issues: list[IssueMention]
    outlook: list[Outlook]
    decisions: list[Decision]
    rejects: list[Reject]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Record)}
