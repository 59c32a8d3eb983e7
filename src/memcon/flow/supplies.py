"""Where the documents of a store are found, kept in step with a run that meets them again and elsewhere.

Comes in: items, in whatever order. Goes out: what each changes (`Step`): a source more, sources that give something else now, what is
to be read. The record must not depend on the order of the inputs or on the names of files, so where the sources of one document say
different things of it (a title, the basis of a day), the first in the order of what is said holds, not of where or when.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from memcon.flow.ledger import findings_key
from memcon.model.document import Given, RawItem, Supply
from memcon.model.ids import document_id

STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class ToRead:
    """An item to be read, the key of its findings, and where its document is found. `again`: it was read before."""

    item: RawItem
    key: str
    supply: Supply
    again: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What an item changes: nothing where its source gave just this before.

    new     its source did not give this before
    gone    sources that give something else now than in an earlier run
    same    another source gives the same document
    """

    supply: Supply
    new: bool
    gone: tuple[Supply, ...]
    read: tuple[ToRead, ...]
    same: bool


class Supplies:
    """The sources of all documents, and under which key each document was read or is being read. Mutable."""

    def __init__(self, keys: Mapping[str, str], kept: Iterable[Supply], model: str) -> None:
        self._keys = dict(keys)
        self._model = model
        self._of: dict[str, set[Supply]] = {}  # by document
        self._at: dict[tuple[str, str], set[Supply]] = {}  # by source and bytes
        self._met: set[tuple[str, str]] = set()  # in this run
        for supply in kept:
            self._put(supply)

    def meet(self, item: RawItem) -> Step:
        """What an item changes."""
        supply = Supply(document_id(item), item.source, item.sha256, said_of(item))
        place = item.source, item.sha256
        others = self._of.get(supply.document, set())
        new = supply not in others
        gone = self._given_before(supply, item) if new and place not in self._met else ()
        self._met.add(place)
        same = new and any(s.source != supply.source and s not in gone for s in others)
        self._put(supply)
        for other in gone:
            self._of[other.document].discard(other)
            self._at[other.source, other.sha256].discard(other)
        read = self._to_read(supply, item, bool(gone))
        rest = [self._to_read(s, item) for s in {s.document: s for s in gone if s.document != supply.document}.values()]
        return Step(supply, new, gone, tuple(filter(None, (read, *rest))), same)

    def _given_before(self, supply: Supply, item: RawItem) -> tuple[Supply, ...]:
        """What the same source with the same bytes gave in earlier runs: the manifest has been set right since, say.

        Standard input is no one place, nor is the name that a supplier gives a report: those who say otherwise there are others.
        """
        one_place = item.source.partition("#")[0] != STDIN and item.source != item.given.id
        before = self._at.get((supply.source, supply.sha256), ())
        found = {s for s in before if s != supply and (one_place or not s.said or s.document == supply.document)}
        older = {s.document for s in found if not s.said}  # noted with two digests
        found |= {s for d in older for s in self._of[d] if s.source == supply.source and not s.said}
        return tuple(sorted(found, key=str))

    def _to_read(self, supply: Supply, item: RawItem, again: bool = False) -> ToRead | None:
        """The item, with what holds of a document, where the document was not read so."""
        document = supply.document
        said = min((s for s in self._of.get(document, ()) if s.said), key=lambda s: (s.said, s.source), default=None)
        if said is None:
            return None
        wanted = item_said(item, said)
        key = findings_key(wanted, self._model)
        known = self._keys.get(document)
        if known == key:
            return None
        self._keys[document] = key
        return ToRead(wanted, key, supply if supply in self._of[document] else said, again or known is not None)

    def _put(self, supply: Supply) -> None:
        self._of.setdefault(supply.document, set()).add(supply)
        self._at.setdefault((supply.source, supply.sha256), set()).add(supply)


def said_of(item: RawItem) -> str:
    """What decides how some bytes are read, as JSON: of two that differ in the day alone, the one that has one comes first."""
    given = item.given
    fields = (
        given.published,
        given.published_basis,
        given.outlet,
        given.title,
        given.url,
        given.id,
        given.captured,
        item.media_type,
    )
    return msgspec.json.encode(fields).decode()


def item_said(item: RawItem, supply: Supply) -> RawItem:
    """The item as one of its sources gives it."""
    *given, media_type = msgspec.json.decode(supply.said, type=list[str | None])
    return replace(item, source=supply.source, media_type=media_type or item.media_type, given=Given(*given))
