"""The families of copies that change.

Comes in: what changed. Goes out: `Copied`: families to write, those that are none any more, and the documents for which that makes a
difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.copies.families.families import text_of_document
from memcon.copies.families.refiled import Refiled, refiled
from memcon.flow.joining.changed import Changed
from memcon.flow.joining.crew import Crew
from memcon.flow.joining.library import Library
from memcon.model.document import Document
from memcon.model.record import Copy, Family
from memcon.store import changing, kept


@dataclass(frozen=True, slots=True)
class Copied:
    """`families`: those that are new or otherwise than before; `gone`: those that stood in their place."""

    families: tuple[Family, ...]
    gone: tuple[Family, ...]
    filed: Refiled

    @property
    def documents(self) -> set[str]:
        """The documents that are or were in a family that changed."""
        return {d for f in (*self.families, *self.gone) for d in f.documents}

    def of(self, db: Connection, documents: Iterable[str]) -> list[Family]:
        """The families in which some documents are."""
        wanted = set(documents)
        gone = {f.id for f in self.gone}
        found = [f for f in changing.families_of(db, wanted) if f.id not in gone]
        return [*found, *(f for f in self.families if not wanted.isdisjoint(f.documents))]


def what_is_copied(db: Connection, changed: Changed, library: Library, crew: Crew | None = None) -> Copied:
    known = kept.copies(db)
    texts = [text_of_document(d) for d in changed.documents.values()]
    filed = refiled(known, changed.gone, texts, library.texts, changed.decisions, changed.decided)
    before = {f.id: f for f in changing.families_of(db, filed.documents)}
    members = library.documents({d for f in filed.families for d in f.documents})
    now = {f.id: f for f in (with_relations(f, members) for f in filed.families)}
    families = tuple(now[i] for i in sorted(now) if before.get(i) != now[i])
    return Copied(families, tuple(before[i] for i in sorted(before) if now.get(i) != before[i]), filed)


def with_relations(family: Family, documents: Mapping[str, Document]) -> Family:
    """What tells a text translated there and back from a spun one is its own language; what has the canonical's address and other words
    is another version of it."""
    canonical = documents[family.canonical]

    def told(copy: Copy) -> Copy:
        document = documents[copy.document]
        if document.url and document.url == canonical.url and copy.relation != "exact":
            return replace(copy, relation="update")
        translated = "back_translated" in document.condition
        return replace(copy, relation="back_translated") if copy.relation == "spun" and translated else copy

    return replace(family, members=tuple(map(told, family.members)))
