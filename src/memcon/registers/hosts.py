"""Who of those who meet receives the others, by the verb or noun of it. The table is `data/hosts.csv`."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated

from memcon.model.kinds import EngagementKind
from memcon.registers.cells import BLANK, KEY, Reads
from memcon.registers.checks import one_word
from memcon.registers.tables import Table


class HostSlot(StrEnum):
    """Where the words name the host."""

    AGENT = "agent"  # who does it: "received", "was received by"
    BEHIND = "behind"  # behind the particle: "called on", "a call on", "an audience with"


@dataclass(frozen=True, slots=True)
class HostRow:
    """A line of hosts.csv: a verb or noun, the particle or object that it asks for, and where its words name the host."""

    lemma: Annotated[str, Reads(one_word), KEY]
    particle: Annotated[str, BLANK, KEY]
    host: HostSlot
    example: str
    source: str
    kind: EngagementKind | None = None  # only of such an engagement


HOSTS = Table("hosts.csv", HostRow)


@cache
def _by_lemma() -> dict[str, tuple[HostRow, ...]]:
    found: dict[str, tuple[HostRow, ...]] = {}
    for row in sorted(HOSTS.rows, key=lambda r: not r.particle):
        found[row.lemma] = (*found.get(row.lemma, ()), row)
    return found


def host_row(lemma: str, beside: Collection[str], kind: EngagementKind) -> HostRow | None:
    """The line of a verb or noun of this kind of engagement, given what stands with it: one that asks for a particle first."""
    rows = (row for row in _by_lemma().get(lemma, ()) if row.kind in (None, kind))
    return next((row for row in rows if not row.particle or row.particle in beside), None)
