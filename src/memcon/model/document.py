"""What comes in (`RawItem`) and what it is once its text is frozen and its zones are labelled (`Document`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from memcon.model.dates import DateRange
from memcon.model.text import Evidence, Span, Zone, ZoneName

# Kinds of bytes. A fragment is HTML that holds a report and nothing else, as feeds and databases have it; a page has menus besides.
PLAIN, PAGE, FRAGMENT = "text/plain", "text/html", "text/html-fragment"


@dataclass(frozen=True, slots=True)
class Given:
    """What the supplier says of an item: a manifest, the fields of a JSON line, the options of the command."""

    published: str | None = None
    published_basis: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None  # the supplier's own name for it
    captured: str | None = None  # when its page was fetched, as an ISO time


@dataclass(frozen=True, slots=True)
class RawItem:
    """One thing to read: where it came from, its bytes, what they are. `reader`: who took it out of its file, for the counts."""

    source: str
    body: bytes
    media_type: str
    sha256: str
    given: Given = Given()
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Supply:
    """A document as one source gives it. `said`: the kind of its bytes and what the supplier says of it, as JSON; empty where an
    older memcon kept the document."""

    document: str
    source: str
    sha256: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and day that a report gives for itself ("WASHINGTON, March 10 (Reuters) -")."""

    span: Span
    place: str | None
    day: DateRange | None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read. Its text is frozen; every character is in a zone.

    The same report can be found at several places: `source` is the first of them in the order of their names, `also_at` the others.
    """

    id: str
    source: str
    sha256: str
    text: str
    zones: tuple[Zone, ...]
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: DateRange
    language: str
    url: str | None = None
    dateline: Dateline | None = None
    condition: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # what was out of the ordinary in reading it: an encoding, garbled characters
    also_at: tuple[str, ...] = ()
    captured: str | None = None  # when its page was fetched, as an ISO time

    def __post_init__(self) -> None:
        at = 0
        for zone in self.zones:
            if zone.start != at or zone.end <= zone.start:
                raise ValueError(f"{self.source}: zones leave a gap or overlap at {at}")
            at = zone.end
        if at != len(self.text):
            raise ValueError(f"{self.source}: zones end at {at}, the text at {len(self.text)}")

    def cite(self, span: Span) -> Evidence:
        return Evidence(self.id, span.start, span.end, self.text[span.start : span.end])

    def zone_at(self, offset: int) -> ZoneName:
        """The zone of one character."""
        low, high = 0, len(self.zones)
        while low < high:
            middle = (low + high) // 2
            if self.zones[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.zones[low].zone

    def stretches(self, *wanted: ZoneName) -> Iterator[Zone]:
        """The zones of the given names, in the order of the text."""
        return (zone for zone in self.zones if zone.zone in wanted)

    @property
    def order(self) -> tuple[str, str]:
        """Where it stands among others, the earliest first: by its day, then by its id, which follows from what it says."""
        return str(self.published.earliest or "9999"), self.id

    @property
    def anchor(self) -> date | None:
        """The day that "today" means in the report, where it is known to the day."""
        return self.published.earliest if self.published.exact else None
