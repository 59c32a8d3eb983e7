"""What one document says, ready to be joined with others. Everything in it is plain data, so that it can be stored.

Actor fields hold the keys of `Findings.actors`; the record replaces them by its own ids.
"""

from dataclasses import dataclass, field
from typing import Literal

from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import How, LocalActor, Place
from memcon.model.status import Status
from memcon.model.text import Span

StatementKind = Literal["direct", "mixed", "indirect"]
Polarity = Literal["asserts", "denies", "declines"]
Part = Literal["principal", "host", "attendee", "organiser", "mediator"]
Tense = Literal["past", "present", "future", "hypothetical"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A stretch that names or stands for an actor; `actor` None where it stays open, with the reason."""

    span: Span
    actor: str | None
    text: str
    how: How
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimeMention:
    span: Span
    date: DateRange
    tense: str | None = None  # of its clause: past, future, or None


@dataclass(frozen=True, slots=True)
class NamedPlace:
    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said. `span` is the content; `quotes` the stretches inside marks, marks excluded."""

    id: str
    document: str
    span: Span
    kind: StatementKind
    quotes: tuple[Span, ...]
    speaker: str | None
    speaker_text: str | None
    addressee: str | None
    cue: Span | None
    polarity: Polarity
    issues: tuple[str, ...]
    confidence: float  # of the rule alone; how sure the speaker is, `memcon.confidence` tells
    why: str
    altered: bool | None = None
    variants: tuple[str, ...] = ()
    retells: str | None = None  # of a copy: the canonical's statement
    origins: int = 1
    corrected: tuple[str, ...] = ()  # the fields that a person set right

    @property
    def parts(self) -> tuple[Span, ...]:
        """The content without the words that attribute it: "The border" and "was open" of "The border, she said, was open"."""
        if self.kind == "direct" and self.quotes:
            return self.quotes
        cue = self.cue
        if cue is None or not (self.span.start < cue.start and cue.end < self.span.end):
            return (self.span,)
        return Span(self.span.start, cue.start), Span(cue.end, self.span.end)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part, with the words that name him. `rank`: of the highest office that his document gives him: 4 head of
    state or government, 3 deputy, 2 minister, 1 any other, 0 none. `leads`: he is told as the head of a delegation."""

    actor: str
    part: Part
    span: Span
    rank: int = 0
    leads: bool = False


@dataclass(frozen=True, slots=True)
class EngagementMention:
    """One phrase that names an occasion, with the status that its sentence gives it as of writing."""

    span: Span
    kind: EngagementKind
    status: Status
    sentence: Span
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    date: DateRange | None = None
    rule: str = ""  # the name of the rule that gave the status
    why: str = ""


@dataclass(frozen=True, slots=True)
class LocalEngagement:
    """One occasion as one document tells of it: its mentions, in the order of the text."""

    key: str
    kind: EngagementKind
    mentions: tuple[EngagementMention, ...]
    participants: tuple[Participant, ...]
    place: Place | None
    date: DateRange
    issues: tuple[str, ...] = ()
    part_of: str | None = None  # key of another engagement of the document
    rescheduled_as: str | None = None
    official: bool = False  # its first mention is the title of an official paper on it, which names all who took part
    several: bool = False  # it sums up several that are over ("their recent calls"), none of which it dates
    generic: bool = False  # a habit or a series, not one occasion that could be dated
    another: bool = False  # its first words tell it from one before ("another call")
    ordinal: str | None = None  # "second" of "their second summit", which tells it from others of its kind
    called: Place | None = None  # the place that its noun is named by ("the Hanoi summit")

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"{self.key}: an engagement without words")


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event: somebody does something to somebody."""

    id: str
    document: str
    span: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: DateRange | None
    place: Place | None
    tense: Tense
    negated: bool
    holder: str | None
    intensity: float | None
    why: str
    retells: str | None = None  # of a copy: the canonical's event
    origins: int = 1


@dataclass(frozen=True, slots=True)
class IssueMention:
    span: Span
    issue: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """A claim about what is to come. `about` is the key of an engagement, later its id."""

    id: str
    document: str
    span: Span
    holder: str | None
    about: str | None
    by: DateRange | None
    hedge: str | None
    outcome: Literal["met", "unmet", "open"] = "open"


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that steps 4 to 6 of the walk made out in one document."""

    document: str
    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[NameMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    statements: tuple[Statement, ...] = ()
    engagements: tuple[LocalEngagement, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[IssueMention, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
