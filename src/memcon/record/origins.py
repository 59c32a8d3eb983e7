"""Which documents are copies of one text: a copy adds no weight, and the canonical is cited before it.

Comes in: the families of copies. Goes out: the origin of each document, counts of origins, and the order of citing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.model.record import Decision, Family
from memcon.model.text import Evidence


class Origins:
    """The families, ready to be asked about any document."""

    def __init__(self, families: Sequence[Family] = ()) -> None:
        self._family = {d: f.id for f in families for d in f.documents}
        self._canonical = {f.canonical for f in families}
        self._original = {m.document: f.canonical for f in families for m in f.members if m.relation != "update"}

    def of(self, document: str) -> str:
        """The family that a document is of; itself where nothing copies it."""
        return self._family.get(document, document)

    def count(self, documents: Iterable[str]) -> int:
        """How many origins the documents have."""
        return len({self.of(d) for d in documents})

    def is_copy(self, document: str) -> bool:
        return document in self._family and document not in self._canonical

    def original(self, document: str) -> str | None:
        """The canonical of which a document says nothing but the same; None for what is no copy, and for a later version with news."""
        return self._original.get(document)

    def cited(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """In the order of documents and places, canonical texts before their copies."""
        return tuple(sorted(evidence, key=lambda e: (self.is_copy(e.document), e)))


def settled_families(families: Sequence[Family], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What people decided about copies, with the ids of the families that it touches."""
    family = {d: f.id for f in families for d in f.documents}
    return tuple(
        replace(d, items=tuple(family[i] for i in (d.left, d.right) if i in family))
        for d in decisions
        if d.about == "family"
    )
