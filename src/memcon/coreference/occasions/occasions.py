"""Which local engagements of all documents are one occasion.

Comes in: every document's findings, who is who, and what people decided. Goes out: `Occasions`, from which the record's engagements
are made, and the decisions that joined them. The result does not depend on the order in which documents came: pairs are joined from
the likest down, ties by id, and a join that would bring two irreconcilable accounts together is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.coreference.occasions.clusters import join
from memcon.model.cluster import Cluster, Member
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.identity import Identity
from memcon.model.record import Actor, Decision
from memcon.model.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions, the engagement of each local one, the parts that have nothing to do with each other, and each local one by
    itself."""

    clusters: Sequence[Cluster]
    ids: Mapping[Member, str]
    parts: Sequence[Sequence[Member]]
    singles: Mapping[Member, Cluster]


def join_occasions(
    documents: Sequence[Document],
    findings: Mapping[str, Findings],
    identity: Identity,
    actors: Mapping[str, Actor],
    rulings: Rulings,
) -> tuple[Occasions, list[Decision]]:
    """The occasions that documents tell of, and the decisions that made their mentions one."""
    singles = [
        Cluster.of(document, local, identity, actors)
        for document in documents
        for local in findings[document.id].engagements
        if not local.generic
    ]
    clusters, decisions, parts = join(singles, rulings.pairs("same"), rulings.pairs("different"))
    ids = {member: cluster.id for cluster in clusters for member in cluster.members}
    return Occasions(clusters, ids, parts, {single.members[0]: single for single in singles}), decisions
