"""Families -> for each text its group, whether it is the one to keep, and how it came from that one.

Comes in: a filled `CopyIndex` and its families. Goes out: a `Placed` for every text, in the order in which texts came. A text that
nothing copies is a group of its own, under the name that the group keeps when copies of it come.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.copies.families.families import CopyIndex, Found
from memcon.model.ids import content_id
from memcon.model.record import Relation


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a text belongs. `relation` and `score` tell of it and the canonical; the canonical has no relation."""

    id: str
    group: str
    relation: Relation | None
    canonical: bool
    score: float


def placed(index: CopyIndex, families: Iterable[Found]) -> Iterator[Placed]:
    """All texts of an index."""
    copies = {
        copy.document: Placed(copy.document, found.family.id, copy.relation, False, copy.score)
        for found in families
        for copy in found.family.members
    }
    for number, name in enumerate(index.index.ids):
        digest = index.index.digests[number]
        # Texts without words all have the same digest and are no copies of each other.
        own = content_id("family", digest.hex()) if len(index.index.codes(number)) else content_id("family", "text", name)
        yield copies.get(name) or Placed(name, own, None, True, 1.0)
