"""Quotations told by several documents, held against each other word by word.

Offsets are those of each document's own text; quotation marks are excluded.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.model.text import Span

ChangeKind = Literal["replaced", "left out", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the text compared with (`was`) that the variant has otherwise (`now`). The empty side of a word left out or
    added has no span."""

    kind: ChangeKind
    was: str
    now: str
    was_span: Span | None
    now_span: Span | None


@dataclass(frozen=True, slots=True)
class Variant:
    """A quotation as one document has it.

    altered  True where its words were changed, False where it is known verbatim, None where nothing tells
    changes  against the verbatim one, or against the first where none is known; none means the same words, or a part of them
    """

    document: str
    span: Span
    text: str
    statement: str | None
    altered: bool | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationVariants:
    """One quotation as several documents have it, by document and place. `verbatim` numbers the likely true one, for `why`."""

    id: str
    family: str | None  # None where the documents do not copy each other
    variants: tuple[Variant, ...]
    verbatim: int | None
    why: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.variants) < 2:
            raise ValueError(f"{self.id}: variants of a quotation that only one document has")

    @property
    def changed(self) -> bool:
        """Do the words differ?"""
        return any(variant.changes for variant in self.variants)
