"""What a join keeps for the next one: who each local actor is, what each local engagement became, how to find their like."""

from dataclasses import dataclass
from datetime import date

from memcon.model.dates import DateRange
from memcon.model.findings import LocalEngagement
from memcon.model.resolved import LocalActor
from memcon.model.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that was joined, with the key of its findings.

    second_hand   a machine changed its words
    datable       it is undated, and another report could date it
    last          the last day on which it can have appeared
    prints        words on end that its statements quote, as numbers, each with the statement
    """

    id: str
    key: str
    second_hand: bool
    datable: bool
    last: date | None
    prints: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class KeptActor:
    """An actor of a document, the `number`-th, and who it is; of a named person the name as it is compared.

    published   the day of the document
    outlet      who published it
    words       those of the document that tell its offices and state: start, end, text
    """

    document: str
    number: int
    actor: LocalActor
    id: str
    name: str | None
    published: DateRange
    outlet: str | None
    words: tuple[tuple[int, int, str], ...]

    @property
    def member(self) -> tuple[str, str]:
        return self.document, self.actor.key

    def cite(self, span: Span) -> Evidence:
        """The words at a place of the document, of those that are kept."""
        text = next(text for start, end, text in self.words if (start, end) == (span.start, span.end))
        return Evidence(self.document, span.start, span.end, text)


@dataclass(frozen=True, slots=True)
class Block:
    """What an engagement shares with all that can be the same: a key, in some months (numbered, both included)."""

    key: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class KeptEngagement:
    """An engagement of a document, which one it is, and the part of the record that it is joined in."""

    document: str
    published: DateRange
    local: LocalEngagement
    id: str
    part: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptCopies:
    """Texts that were filed at once, as bytes. Texts are numbered over all rows, in `keys` and `owners` within the row.

    digests, orders   of each text its words, and where it stands among texts
    filed             their number of keys, by kind; `keys` and `owners`: the keys with their texts, by kind
    candidates        pairs worth comparing that are new or otherwise than before, left << 32 | right; `strengths` (0 of those that
                      are none any more), `verbatims`, and whether one can be a copy of the other (`copies`)
    gone              the numbers of texts of earlier rows that are filed no more
    """

    ids: tuple[str, ...]
    digests: bytes
    orders: bytes
    filed: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    owners: tuple[bytes, ...]
    candidates: bytes
    strengths: bytes
    verbatims: bytes
    copies: bytes
    gone: bytes
