"""Many documents with their findings -> the record. Independent of the order in which they came.

findings -> coreference: who is who -> record: actors -> coreference: which occasions are one -> record: engagements
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.coreference.occasions.occasions import Occasions, join_occasions
from memcon.coreference.persons.identity import identify
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.identity import Identity
from memcon.model.record import Actor, Decision, Family, Record, Reject
from memcon.model.rulings import Rulings
from memcon.record.actors import actors_of
from memcon.record.engagements import engagements_of
from memcon.record.origins import Origins, settled_families
from memcon.record.sums import ActorSum


@dataclass(frozen=True, slots=True)
class People:
    """The record's actors, who each local actor is, what is said of each in sum, and the decisions."""

    actors: tuple[Actor, ...]
    identity: Identity
    sums: Mapping[str, ActorSum]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The record, with who each local actor is, what is said of each actor, and what each local engagement became."""

    record: Record
    identity: Identity
    sums: Mapping[str, ActorSum]
    occasions: Occasions


def join_actors(documents: Sequence[Document], findings: Mapping[str, Findings], ruled: Sequence[Decision] = ()) -> People:
    """Who is who in some documents."""
    rulings = Rulings("actor", ruled, findings)
    identity, decisions = identify(documents, findings, rulings)
    actors, sums = actors_of(documents, findings, identity, rulings)
    return People(actors, identity, sums, (*decisions, *rulings.settled(identity.ids)))


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
    people = join_actors(documents, by_id, decisions)
    identity, known = people.identity, {actor.id: actor for actor in people.actors}
    rulings = Rulings("engagement", decisions, by_id)
    occasions, joined = join_occasions(documents, by_id, identity, known, rulings)
    engagements = engagements_of(documents, occasions.clusters, occasions.ids, known, Origins(families), rulings)
    made = (*settled_families(families, decisions), *people.decisions, *joined, *rulings.settled(occasions.ids))
    record = Record(
        documents=tuple(documents),
        families=tuple(families),
        actors=people.actors,
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
        decisions=tuple(sorted(made, key=lambda d: (d.left, d.right, d.by, d.at or "", d.field or ""))),
        rejects=tuple(sorted(rejects, key=lambda r: (r.source, r.reason))),
    )
    return Built(record, identity, people.sums, occasions)
