"""What reads items for a run (`Engine`): workers of this machine, shards that were read elsewhere, a cluster.

Comes in: batches of items. Goes out: an `Outcome` for each item, in the order of the items, whoever is faster; so the database is the same
whichever engine read. A run without an engine reads in its own process, or by the workers of `pool`.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from memcon.flow.items import Outcome
from memcon.model.document import RawItem


class Engine(Protocol):
    """Reads batches of items."""

    def read(self, batches: Iterable[list[RawItem]]) -> Iterator[Outcome]: ...
