"""The families of copies that change.

Comes in: what changed. Goes out: `Copied`: families to write, those that are none any more, and the documents for which that makes a
difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.copies.families.families import text_of_document
from memcon.copies.families.refiled import Refiled, refiled
from memcon.copies.families.versions import Version, with_versions
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
    filed, versions = _filed_again(db, changed, library)
    before = {f.id: f for f in changing.families_of(db, filed.documents)}
    apart = frozenset(frozenset((d.left, d.right)) for d in changed.decisions if d.verdict == "different")
    together = with_versions(filed.families, versions, apart)
    members = library.documents({d for f in together for d in f.documents})
    now = {f.id: f for f in (with_relations(f, members) for f in together)}
    families = tuple(now[i] for i in sorted(now) if before.get(i) != now[i])
    return Copied(families, tuple(before[i] for i in sorted(before) if now.get(i) != before[i]), filed)


def _filed_again(db: Connection, changed: Changed, library: Library) -> tuple[Refiled, list[list[Version]]]:
    """The families by their words of all texts that copying or an address ties to changed ones, and what stands at their addresses."""
    known = kept.copies(db)
    texts = [text_of_document(d) for d in changed.documents.values()]
    near, _ = _tied(db, changed, changed.documents.keys() | changed.gone | changed.decided)
    filed = refiled(
        known, changed.gone, texts, library.texts, changed.decisions, near, lambda some: _tied(db, changed, some)[0]
    )
    _, at = _tied(db, changed, filed.documents)
    read = library.documents({d for some in at.values() for d in some})
    said = library.texts(read)
    when = {d.id: d.captured or str(d.published.earliest or "") for d in read.values()}
    versions = [[Version(d, said[d].text, when[d]) for d in sorted(some)] for _, some in sorted(at.items())]
    return filed, versions


def _tied(db: Connection, changed: Changed, documents: Iterable[str]) -> tuple[set[str], dict[str, set[str]]]:
    """All documents that are in a family with some, as it stood, or at an address with one, directly or over others; and those of each
    address at which there are several."""
    came: dict[str, set[str]] = {}
    for d in changed.documents.values():
        if d.url:
            came.setdefault(d.url, set()).add(d.id)
    found: set[str] = set()
    at: dict[str, set[str]] = {}
    waiting = set(documents)
    while waiting:
        found |= waiting
        addresses = {url for d in waiting if d in changed.documents and (url := changed.documents[d].url)}
        addresses |= kept.addresses(db, waiting - changed.documents.keys())
        for address, others in kept.at_addresses(db, addresses - at.keys()).items():
            at[address] = others - changed.gone
        at |= {address: at.get(address, set()) | came[address] for address in addresses if address in came}
        waiting = {d for address in addresses for d in at.get(address, ())}
        waiting |= {d for f in changing.families_of(db, found) for d in f.documents} - changed.gone
        waiting -= found
    return found - changed.gone, {address: some for address, some in at.items() if len(some) > 1}


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
