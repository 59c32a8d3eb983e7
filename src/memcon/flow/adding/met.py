"""The engagements that new documents tell of, and those that they change.

Comes in: new documents, who their actors are. Goes out: `Met`: engagements to write, ids that go, what is kept. Only the parts of the
record in which a new or changed local engagement has its like are joined again; of these only what differs is made anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from memcon.coreference.occasions.clusters import join
from memcon.coreference.occasions.scorer import score
from memcon.flow.adding.new import MOST_TOUCHED, New, TouchesMuch
from memcon.flow.adding.who import Who
from memcon.flow.keeping import blocks_in
from memcon.flow.singles import member_of, singles_of
from memcon.model.cluster import Cluster, Member
from memcon.model.kept import KeptEngagement
from memcon.model.kinds import IN_PERSON, SAME_ROOM, EngagementKind
from memcon.model.record import Decision, Engagement
from memcon.model.status import DONE, INTENDED, Status
from memcon.record.engagements import awaited, seen_together
from memcon.record.life import engagement_of, linked
from memcon.record.origins import Origins
from memcon.record.successors import LONGEST, SUCCEEDS, is_put_off, kin_of, reach_of
from memcon.record.visits import STAY, within_wholes
from memcon.store import changing, keeping, reading, schema

MOST_JOINED = 3000  # local engagements joined again
NEAR = timedelta(days=STAY)


@dataclass(frozen=True, slots=True)
class Met:
    """Engagements made anew, ids that nobody has any more, decisions of the parts joined again, and what is kept.

    labels   the local engagements that were joined again, as decisions name them
    known    those of other documents, with what they are now; `fresh`: those of new and changed ones
    """

    engagements: tuple[Engagement, ...]
    gone: frozenset[str]
    decisions: tuple[Decision, ...]
    labels: frozenset[str]
    known: tuple[KeptEngagement, ...]
    fresh: tuple[KeptEngagement, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts of the record joined again. `rows`: their local engagements as they are kept, those of new documents without an id."""

    rows: Mapping[Member, KeptEngagement]
    clusters: Sequence[Cluster]
    ids: Mapping[Member, str]
    decisions: Sequence[Decision]
    part: Mapping[Member, str]

    @property
    def gone(self) -> set[str]:
        return {row.id for row in self.rows.values() if row.id} - set(self.ids.values())

    def of(self, cluster: Cluster) -> list[KeptEngagement]:
        return [self.rows[member] for member in cluster.members]


def who_met(db: Connection, new: New, who: Who) -> Met:
    touched = set(new.documents) | who.moved_documents | _documents_of(db, who.changed)
    if len(touched) > MOST_TOUCHED:
        raise TouchesMuch("many engagements are compared otherwise")
    fresh = _fresh(db, new, touched)
    singles = singles_of(db, fresh.values())
    parts = {row.part for row in fresh.values() if row.part} | _parts_alike(db, singles, touched)
    also = _passed(db, new)
    while True:
        joined = _joined(db, fresh, parts)
        wanted = _to_remake(db, joined, touched, also)
        ids = dict(joined.ids) | _ids_beside(db, joined, wanted)
        clusters = [c for c in joined.clusters if not wanted.isdisjoint(c.members)]
        wholes = {w for c in clusters if (w := linked(c, ids, "part_of"))}
        missing = {m for m in wanted if m not in joined.ids}
        more = {r.part for r in keeping.engagements(db, "document", {d for d, _ in missing}) if member_of(r) in missing}
        more |= keeping.parts_of(db, wholes - set(joined.ids.values()))
        if more <= parts:
            context = [c for c in joined.clusters if c.id in wholes and wanted.isdisjoint(c.members)]
            made = _made(db, [*clusters, *context], ids, joined.gone)
            remade = {c.id for c in clusters}
            before = changing.rows(db, schema.engagements, Engagement, "id", remade | joined.gone)
            seen = _seen_with(db, _differing(before, [e for e in made if e.id in remade])) - wanted
            if not seen:
                break
            also |= seen
        parts |= more
    return Met(
        tuple(e for e in made if e.id in remade),
        frozenset(joined.gone),
        tuple(joined.decisions),
        frozenset("#".join(member) for member in joined.rows),
        tuple(
            _now(joined, row) for member, row in joined.rows.items() if member[0] not in touched and _differs(joined, row)
        ),
        tuple(replace(_now(joined, fresh[m]), blocks=blocks_in(singles[m])) for m in fresh),
    )


def _now(joined: Joined, row: KeptEngagement) -> KeptEngagement:
    return replace(row, id=joined.ids[member_of(row)], part=joined.part[member_of(row)])


def _differs(joined: Joined, row: KeptEngagement) -> bool:
    return (row.id, row.part) != (joined.ids[member_of(row)], joined.part[member_of(row)])


def _documents_of(db: Connection, actors: Iterable[str]) -> set[str]:
    """The documents in whose engagements some actors take part."""
    documents = keeping.documents_with(db, actors)
    if len(documents) > MOST_TOUCHED:
        raise TouchesMuch("an actor of many reports is seen otherwise")
    return documents


def _fresh(db: Connection, new: New, touched: Iterable[str]) -> dict[Member, KeptEngagement]:
    """The local engagements of new and changed documents; those of new ones are nothing yet."""
    rows = keeping.engagements(db, "document", touched)
    rows += [
        KeptEngagement(f.document, new.documents[f.document].published, local, "", "")
        for f in new.findings
        for local in f.engagements
        if not local.generic
    ]
    return {member_of(row): row for row in rows}


def _parts_alike(db: Connection, singles: Mapping[Member, Cluster], touched: Iterable[str]) -> set[str]:
    """The parts in which known engagements are that can be one of some."""
    shared = {block for single in singles.values() for block in blocks_in(single)}
    others = {member for member in keeping.near(db, shared) if member[0] not in set(touched)}
    rows = {member_of(r): r for r in keeping.engagements(db, "document", {d for d, _ in others}) if member_of(r) in others}
    known = singles_of(db, rows.values())
    return {rows[m].part for m, other in known.items() if any(score(one, other) for one in singles.values())}


def _passed(db: Connection, new: New) -> set[Member]:
    """Plans, and what was under way, whose day may be past now that a later document came."""
    before, now = changing.last_day(db, new.documents), changing.last_day(db)
    if now is None or before == now:
        return set()
    plans = changing.plans_until(db, sorted(INTENDED | {Status.ONGOING}), now)
    return {member_of(row) for row in keeping.engagements(db, "engagement", plans)}


def _joined(db: Connection, fresh: Mapping[Member, KeptEngagement], parts: Iterable[str]) -> Joined:
    rows = {member_of(row): row for row in keeping.engagements(db, "part", parts)} | dict(fresh)
    if len(rows) > MOST_JOINED:
        raise TouchesMuch("many engagements would be joined again")
    clusters, decisions, found = join(list(singles_of(db, rows.values()).values()))
    ids = {member: cluster.id for cluster in clusters for member in cluster.members}
    part = {member: "#".join(min(members)) for members in found for member in members}
    return Joined(rows, clusters, ids, decisions, part)


def _to_remake(db: Connection, joined: Joined, touched: set[str], also: set[Member]) -> set[Member]:
    """The local engagements whose engagement is made anew: it has others in it, or what it is linked with is another."""
    before: dict[str, set[Member]] = {}
    for member, row in joined.rows.items():
        before.setdefault(row.id, set()).add(member)
    changed = [
        c
        for c in joined.clusters
        if before.get(c.id) != set(c.members) or any(document in touched for document, _ in c.members)
    ]
    wanted = {member for c in changed for member in c.members} | also
    shifted = {member for member, row in joined.rows.items() if row.id != joined.ids[member]}
    for row in keeping.engagements(db, "document", {document for document, _ in shifted}):
        links = {(row.document, key) for key in (row.local.part_of, row.local.rescheduled_as) if key}
        if not shifted.isdisjoint(links):
            wanted.add(member_of(row))
    wholes = {joined.rows[m].id for m in wanted if m in joined.rows} | {joined.ids[m] for m in wanted if m in joined.ids}
    wholes |= {row.id for row in keeping.engagements(db, "document", {d for d, _ in wanted - joined.ids.keys()})}
    inside = keeping.engagements(db, "engagement", changing.within(db, wholes))
    return wanted | {member_of(row) for row in inside}


def _ids_beside(db: Connection, joined: Joined, wanted: Iterable[Member]) -> dict[Member, str]:
    """The engagements of the documents in question that were not joined again: links lead to them."""
    documents = {d for c in joined.clusters for d, _ in c.members if not set(c.members).isdisjoint(wanted)}
    rows = keeping.engagements(db, "document", documents)
    return {member_of(row): row.id for row in rows if member_of(row) not in joined.ids}


def _differing(before: Sequence[Engagement], now: Sequence[Engagement]) -> list[Engagement]:
    """What is not the same in both."""
    was, is_ = {e.id: e for e in before}, {e.id: e for e in now}
    return [*(e for e in before if is_.get(e.id) != e), *(e for e in now if was.get(e.id) != e)]


def _seen_with(db: Connection, changed: Sequence[Engagement]) -> set[Member]:
    """What is read otherwise beside engagements that changed: undated ones of the same reports, plans confirmed by them, the
    meetings of a visit, and what was put off for which they stand in."""
    reported = changing.reported_in(db, {d for e in changed for d in e.reports})
    found = {e.id for e in reported if e.status in DONE and e.date.earliest is None}
    found |= {e.part_of for e in changed if e.part_of}
    for e in changed:
        people, first, last = [p.actor for p in e.participants], e.date.earliest, e.date.latest
        if first is not None:
            before = changing.with_actors(db, people, first - LONGEST, first, kin_of(e), [Status.POSTPONED])
            found |= {other.id for other in before}
        if e.kind == EngagementKind.VISIT and first and last:
            found |= {o.id for o in changing.with_actors(db, people, first - NEAR, last + NEAR, SAME_ROOM)}
        elif e.kind in SAME_ROOM | IN_PERSON and first and last:
            found |= {other.id for other in changing.with_actors(db, people, first, last, IN_PERSON)}
    return {member_of(row) for row in keeping.engagements(db, "engagement", found)}


def _made(db: Connection, clusters: Sequence[Cluster], ids: Mapping[Member, str], gone: set[str]) -> list[Engagement]:
    """The engagements that clusters are. Their documents are read for it: they are cited."""
    documents = {document for c in clusters for document, _ in c.members}
    if len(documents) > MOST_TOUCHED:
        raise TouchesMuch("many reports would be cited again")
    texts = reading.documents_by_id(db, sorted(documents))
    origins = Origins(changing.families_of(db, documents))
    last = changing.last_day(db)
    whole = [replace(c, locals=tuple((texts[d.id], local) for d, local in c.locals)) for c in clusters]
    made = [engagement_of(c, ids, origins, last) for c in whole]
    beside = {e.id: e for e in changing.reported_in(db, {d for e in made for d in e.reports})}
    for e in within_wholes(made):
        people = [p.actor for p in e.participants]
        if days := awaited(e):
            beside |= {other.id: other for other in changing.with_actors(db, people, *days, SAME_ROOM)}
        if e.kind in SAME_ROOM and e.date.exact and e.date.earliest and e.date.latest:
            days = e.date.earliest - NEAR, e.date.latest + NEAR
            beside |= {visit.id: visit for visit in changing.with_actors(db, people, *days, [EngagementKind.VISIT])}
        if is_put_off(e) and e.date.latest:
            days = e.date.latest, e.date.latest + reach_of(e)
            beside |= {other.id: other for other in changing.with_actors(db, people, *days, kin_of(e), SUCCEEDS)}
    inside = changing.within(db, {e.id for e in made})
    beside |= {part.id: part for part in changing.rows(db, schema.engagements, Engagement, "id", inside)}
    others = [e for e in beside.values() if e.id not in gone and e.id not in {m.id for m in made}]
    actors = changing.actors_in_short(db, {p.actor for e in (*made, *others) for p in e.participants})
    return seen_together(made, actors, others)
