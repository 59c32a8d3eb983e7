"""What a join keeps for the next one: who each local actor is, what each local engagement became, how to find their like."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.model.dates import DateRange
from memcon.model.findings import LocalEngagement
from memcon.model.resolved import LocalActor


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that was joined, with the key of its findings. `second_hand`: a machine changed its words."""

    id: str
    key: str
    second_hand: bool


@dataclass(frozen=True, slots=True)
class KeptActor:
    """An actor of a document, the `number`-th, and who it is; of a named person the name as it is compared."""

    document: str
    number: int
    actor: LocalActor
    id: str
    name: str | None


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
    """Texts that were filed at once, as bytes. `filed`: their number of keys, by kind; `keys` and `owners`: the keys with their
    texts, by kind; `candidates`: the pairs worth comparing, left << 32 | right, with `strengths`; `tied`: of each text
    whether it is in a pair of which one copies the other."""

    ids: tuple[str, ...]
    digests: bytes
    filed: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    owners: tuple[bytes, ...]
    candidates: bytes
    strengths: bytes
    tied: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept of some documents. What there are hundreds of thousands of can be made while it is written."""

    documents: tuple[KeptDocument, ...]
    actors: Iterable[KeptActor]
    names: frozenset[tuple[str, str]]  # block, name
    engagements: Iterable[KeptEngagement]
    prints: Iterable[tuple[int, str]]  # with the statement
    runs: frozenset[int]
    copies: KeptCopies
