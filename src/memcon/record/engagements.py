"""Engagements across documents: which local ones are one occasion, and what they say of it together.

Comes in: every document's findings and the record's actor ids. Goes out: the engagements, sorted by id, and the decisions
that joined them. The result does not depend on the order in which documents came: pairs are joined from the likest down,
ties by id, and a join that would bring two irreconcilable accounts together is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import EngagementKind, Findings, Status
from memcon.model.record import Actor, Decision, Engagement
from memcon.model.resolved import Place
from memcon.record.actors import Identity
from memcon.record.clusters import Cluster, join
from memcon.record.life import engagement_of
from memcon.record.origins import Origins
from memcon.record.rulings import Rulings
from memcon.registers.places import places_named
from memcon.registers.states import states


def join_engagements(
    documents: Sequence[Document],
    findings: Mapping[str, Findings],
    identity: Identity,
    actors: Mapping[str, Actor],
    origins: Origins,
    ruled: Sequence[Decision] = (),
) -> tuple[tuple[Engagement, ...], tuple[Decision, ...]]:
    """The record's engagements, sorted by id, and the decisions that made them."""
    rulings = Rulings("engagement", ruled, findings)
    singles = [
        Cluster.of(document, local, identity, actors)
        for document in documents
        for local in findings[document.id].engagements
        if not local.generic
    ]
    clusters, decisions = join(singles, rulings.pairs("same"), rulings.pairs("different"))
    last_day = max((d.published.latest for d in documents if d.published.latest), default=None)
    ids = {member: cluster.id for cluster in clusters for member in cluster.members}
    rejected = {ids[member] for member in rulings.on("rejected") if member in ids}
    corrected = {ids[member]: said for member, said in rulings.on("corrected").items() if member in ids}
    made = [engagement_of(cluster, ids, origins, last_day) for cluster in clusters if cluster.id not in rejected]
    made = [set_right(e, corrected.get(e.id, ())) for e in within_wholes(made)]
    return tuple(sorted(made, key=lambda e: e.id)), (*decisions, *rulings.settled(ids))


def set_right(engagement: Engagement, decisions: Sequence[Decision]) -> Engagement:
    """The engagement with the fields that people corrected. What was said of it stays in its history and accounts."""
    for d in decisions:
        match d.field:
            case "status":
                engagement = replace(engagement, status=cast(Status, d.value))
            case "kind":
                engagement = replace(engagement, kind=cast(EngagementKind, d.value))
            case "date":
                engagement = replace(engagement, date=DateRange.iso(d.value or "", f"corrected: {d.reason}"))
            case "place":
                engagement = replace(engagement, place=_place(d.value))
    return engagement


def _place(name: str | None) -> Place | None:
    """The best known place of a name; one that no register knows keeps its name."""
    if not name:
        return None
    country = next((s for s in states().values() if name in (s.name, *s.names)), None)
    if country:
        return Place(country.name, country.alpha3)
    known = places_named(name)
    if not known:
        return Place(name)
    best = known[0]
    return Place(best.name, best.country, best.latitude, best.longitude, best.geonames)


def within_wholes(engagements: Sequence[Engagement]) -> list[Engagement]:
    """Engagements that are part of another one have its days and place where their own are not told."""
    by_id = {e.id: e for e in engagements}
    return [_within(e, by_id[e.part_of]) if e.part_of in by_id else e for e in engagements]


def _within(part: Engagement, whole: Engagement) -> Engagement:
    days = part.date
    if not (days.earliest and days.latest) and whole.date.earliest and whole.date.latest and days.can_be(whole.date):
        days = replace(whole.date, basis=f"as part of {whole.id}: {whole.date.basis}")
    return replace(part, date=days, place=part.place or whole.place)
