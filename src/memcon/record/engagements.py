"""Engagements across documents."""

from collections.abc import Mapping, Sequence

from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Decision, Engagement, Family
from memcon.record.actors import Identity


def join_engagements(
    documents: Sequence[Document], findings: Mapping[str, Findings], identity: Identity, families: Sequence[Family]
) -> tuple[tuple[Engagement, ...], tuple[Decision, ...]]:
    """The record's engagements, sorted by id, and the decisions that made them."""
    return (), ()
