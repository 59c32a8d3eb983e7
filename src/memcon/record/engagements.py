"""Engagements across documents: which local ones are one occasion, and what they say of it together.

Comes in: every document's findings and the record's actor ids. Goes out: the engagements, sorted by id, and the decisions
that joined them. The result does not depend on the order in which documents came: pairs are joined from the likest down,
ties by id, and a join that would bring two irreconcilable accounts together is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Actor, Decision, Engagement
from memcon.record.actors import Identity
from memcon.record.clusters import Cluster, join
from memcon.record.life import engagement_of
from memcon.record.origins import Origins


def join_engagements(
    documents: Sequence[Document],
    findings: Mapping[str, Findings],
    identity: Identity,
    actors: Mapping[str, Actor],
    origins: Origins,
) -> tuple[tuple[Engagement, ...], tuple[Decision, ...]]:
    """The record's engagements, sorted by id, and the decisions that made them."""
    singles = [
        Cluster.of(document, local, identity, actors)
        for document in documents
        for local in findings[document.id].engagements
        if not local.generic
    ]
    clusters, decisions = join(singles)
    last_day = max((d.published.latest for d in documents if d.published.latest), default=None)
    ids = {member: cluster.id for cluster in clusters for member in cluster.members}
    made = [engagement_of(cluster, ids, origins, last_day) for cluster in clusters]
    return tuple(sorted(within_wholes(made), key=lambda e: e.id)), tuple(decisions)


def within_wholes(engagements: Sequence[Engagement]) -> list[Engagement]:
    """Engagements that are part of another one have its days and place where their own are not told."""
    by_id = {e.id: e for e in engagements}
    return [_within(e, by_id[e.part_of]) if e.part_of in by_id else e for e in engagements]


def _within(part: Engagement, whole: Engagement) -> Engagement:
    days = part.date
    if not (days.earliest and days.latest) and whole.date.earliest and whole.date.latest and days.can_be(whole.date):
        days = replace(whole.date, basis=f"as part of {whole.id}: {whole.date.basis}")
    return replace(part, date=days, place=part.place or whole.place)
