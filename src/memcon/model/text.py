"""Stretches of a frozen text, and the evidence that cites them. Offsets are Unicode code points."""

from dataclasses import dataclass
from typing import Literal, get_args

ZoneName = Literal["title", "heading", "body", "credits", "metadata", "boilerplate"]
ZONE_NAMES: tuple[ZoneName, ...] = get_args(ZoneName)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: `text[start:end]`, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of text: {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """What a stretch of a document is. The zones of a document cover its text without gap or overlap."""

    start: int
    end: int
    zone: ZoneName


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that support a value. Make it with `Document.cite`, which takes the quote from the text itself."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if len(self.quote) != self.end - self.start or not self.quote:
            raise ValueError(f"{self.document} {self.start}..{self.end}: a quote of another length: {self.quote[:60]!r}")
