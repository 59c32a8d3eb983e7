"""What changed since the last join: documents that came, went or are read otherwise, and what people decided.

Comes in: the store. Goes out: `Changed`. Where nothing was joined, or by other rules, all documents came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Decision


@dataclass(frozen=True, slots=True)
class Changed:
    """What a join has to look at.

    documents   those that came, or are read otherwise now, with the days that the record gives them, and their `findings`
    keys        of these, as they say it themselves
    gone        that were joined and are no more, or not as they were
    decisions   all that people decided
    decided     the documents in which they did so, or took it back, since
    ruled       what all documents say in which people decided something
    days        the days that reports without one have from others
    datable     of the documents, those that others could date
    """

    documents: Mapping[str, Document]
    findings: Mapping[str, Findings]
    keys: Mapping[str, str]
    gone: frozenset[str]
    decisions: Sequence[Decision]
    decided: frozenset[str]
    ruled: Mapping[str, Findings]
    days: Mapping[str, DateRange]
    datable: frozenset[str]


def places_in(decisions: Iterable[Decision]) -> set[str]:
    """The documents that decisions name, or name a place in."""
    return {side.partition("@")[0] for d in decisions for side in (d.left, d.right) if side}
