"""Many documents with their findings -> the record. Independent of the order in which they came."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Decision, Family, Record, Reject
from memcon.record.actors import Identity, join_actors
from memcon.record.engagements import Occasions, join_engagements
from memcon.record.origins import Origins, settled_families


@dataclass(frozen=True, slots=True)
class Built:
    """The record, with who each local actor is and what each local engagement became."""

    record: Record
    identity: Identity
    occasions: Occasions


def build(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    families: Sequence[Family] = (),
    decisions: Sequence[Decision] = (),
    rejects: Sequence[Reject] = (),
) -> Record:
    """The record that these documents support."""
    return built(documents, findings, families, decisions, rejects).record


def built(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    families: Sequence[Family] = (),
    decisions: Sequence[Decision] = (),
    rejects: Sequence[Reject] = (),
) -> Built:
    """The record that these documents support, and how."""
    by_id = {f.document: f for f in findings}
    documents = sorted(documents, key=lambda d: d.id)
    actors, identity, joined = join_actors(documents, by_id, decisions)
    copied = settled_families(families, decisions)
    known = {actor.id: actor for actor in actors}
    engagements, made, occasions = join_engagements(documents, by_id, identity, known, Origins(families), decisions)
    record = Record(
        documents=tuple(documents),
        families=tuple(families),
        actors=actors,
        mentions=tuple((d.id, identity.of_mention(d.id, m)) for d in documents for m in by_id[d.id].mentions),
        times=tuple((d.id, t) for d in documents for t in by_id[d.id].times),
        places=tuple((d.id, p) for d in documents for p in by_id[d.id].places),
        statements=tuple(
            sorted((identity.of_statement(s) for d in documents for s in by_id[d.id].statements), key=lambda s: s.id)
        ),
        quotations=(),
        engagements=engagements,
        events=tuple(sorted((identity.of_event(e) for d in documents for e in by_id[d.id].events), key=lambda e: e.id)),
        issues=tuple((d.id, i) for d in documents for i in by_id[d.id].issues),
        outlook=tuple(sorted((identity.of_outlook(o) for d in documents for o in by_id[d.id].outlook), key=lambda o: o.id)),
        decisions=tuple(
            sorted((*copied, *joined, *made), key=lambda d: (d.left, d.right, d.by, d.at or "", d.field or ""))
        ),
        rejects=tuple(sorted(rejects, key=lambda r: (r.source, r.reason))),
    )
    return Built(record, identity, occasions)
