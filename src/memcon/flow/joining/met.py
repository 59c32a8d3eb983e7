"""The engagements that changed documents tell of, and those that they change.

Comes in: what changed, who the actors are, which families changed. Goes out: `Met`: engagements to write, ids that go, what is kept.
Only the parts of the record in which a new or changed local engagement has its like are joined again; of these only what differs is
made anew, and what is seen beside that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from memcon.flow.joining.changed import Changed
from memcon.flow.joining.copied import Copied
from memcon.flow.joining.crew import Crew
from memcon.flow.joining.library import Library
from memcon.flow.joining.made import Made, Maker
from memcon.flow.joining.parts import Part, Rows, joined_parts, parts_as_they_stand
from memcon.flow.joining.scoring import scoring_by
from memcon.flow.joining.who import Who
from memcon.flow.keeping import blocks_in
from memcon.flow.singles import member_of
from memcon.model.cluster import Cluster, Member
from memcon.model.kept import KeptEngagement
from memcon.model.record import Decision, Engagement
from memcon.model.rulings import Rulings
from memcon.model.status import INTENDED, Status
from memcon.record.life import linked
from memcon.store import changing, kept


@dataclass(frozen=True, slots=True)
class Met:
    """Engagements made anew, ids that nobody has any more, decisions of the parts joined again, and what is kept.

    plain    the engagements that are otherwise by themselves than with what is beside them
    remade   the ids of all that were looked at again
    labels   the local engagements that were joined again, as decisions name them
    known    those of other documents, with what they are now; `fresh`: those of new and changed ones
    """

    engagements: tuple[Engagement, ...]
    plain: tuple[Engagement, ...]
    remade: frozenset[str]
    gone: frozenset[str]
    decisions: tuple[Decision, ...]
    labels: frozenset[str]
    known: tuple[KeptEngagement, ...]
    fresh: tuple[KeptEngagement, ...]
    ruled: tuple[Decision, ...]


def who_met(db: Connection, changed: Changed, who: Who, copied: Copied, library: Library, crew: Crew | None = None) -> Met:
    touched = who.moved_documents | kept.documents_with(db, who.changed) | changed.decided | copied.documents
    touched = (touched - changed.gone) | changed.documents.keys()
    rulings = Rulings("engagement", changed.decisions, changed.ruled)
    rows = Rows(db, changed, who, touched, rulings)
    maker = Maker(db, library, who, copied, _last_day(db, changed), rulings)
    parts, also = rows.parts_touched(), _passed(db, changed)
    part = joined_parts(rows, parts, scoring_by(crew))
    while True:
        wanted = _to_remake(rows, part, also)
        ids = part.ids | rows.ids_beside(part, wanted)
        clusters = [c for c in part.clusters if not wanted.isdisjoint(c.members)]
        wholes = {w for c in clusters if (w := linked(c, ids, "part_of"))}
        more = rows.parts_with({m for m in wanted if m not in part.ids}, wholes - set(part.ids.values()))
        if more <= parts:
            context = [c for c in part.clusters if c.id in wholes and wanted.isdisjoint(c.members)]
            made = maker.make(clusters, context, ids, part.gone)
            seen = maker.seen_with(made, {c.id for c in clusters} | part.gone) - wanted
            if not seen:
                return _met(rows, part, made, clusters, rulings)
            also |= seen
        else:
            part = part.and_(parts_as_they_stand(rows, more - parts))
            parts |= more


def _met(rows: Rows, part: Part, made: Made, clusters: Iterable[Cluster], rulings: Rulings) -> Met:
    fresh = [replace(part.now(rows.fresh[m]), blocks=blocks_in(rows.singles[m])) for m in rows.fresh]
    known = [part.now(row) for m, row in part.rows.items() if m not in rows.fresh and part.differs(row)]
    ruled = {m for r in rulings.all for m in (r.left, r.right) if m}
    ids = rows.ids_of(ruled) | {m: part.ids[m] for m in ruled if m in part.ids}
    return Met(
        tuple(sorted(made.final.values(), key=lambda e: e.id)),
        tuple(e for i, e in made.plain.items() if made.final[i] != e),
        frozenset(c.id for c in clusters),
        frozenset(part.gone),
        tuple(part.decisions),
        frozenset("#".join(member) for member in (*part.again, *map(member_of, rows.were))),
        tuple(known),
        tuple(fresh),
        rulings.settled(ids),
    )


def _to_remake(rows: Rows, part: Part, also: set[Member]) -> set[Member]:
    """The local engagements whose engagement is made anew: it has others in it, or what it is linked with is another."""
    before: dict[str, set[Member]] = {}
    for row in (*part.rows.values(), *rows.were):
        before.setdefault(row.id, set()).add(member_of(row))
    changed = [
        c
        for c in part.clusters
        if before.get(c.id) != set(c.members) or any(document in rows.touched for document, _ in c.members)
    ]
    wanted = {member for c in changed for member in c.members} | also
    shifted = {member for member, row in part.rows.items() if row.id and row.id != part.ids[member]}
    for row in rows.kept("document", {document for document, _ in shifted}):
        links = {(row.document, key) for key in (row.local.part_of, row.local.rescheduled_as) if key}
        if not shifted.isdisjoint(links):
            wanted.add(member_of(row))
    wholes = {part.rows[m].id for m in wanted if m in part.rows} | {part.ids[m] for m in wanted if m in part.ids}
    wholes |= {row.id for row in (*rows.were, *rows.kept("document", {d for d, _ in wanted - part.ids.keys()}))}
    inside = rows.kept("engagement", changing.within(rows.db, wholes - {""}))
    return wanted | {member_of(row) for row in inside}


def _last_day(db: Connection, changed: Changed) -> date | None:
    """The last day on which a document can have appeared."""
    came = {d.published.latest for d in changed.documents.values()} - {None}
    return max((day for day in (*came, kept.last_day(db, changed.gone)) if day), default=None)


def _passed(db: Connection, changed: Changed) -> set[Member]:
    """Plans, and what was under way, whose day is past now that a later document came, or is not, now that the last is gone."""
    before, now = kept.last_day(db), _last_day(db, changed)
    if before == now or before is None:
        return set()
    now = now or date.min
    statuses = sorted(INTENDED | {Status.ONGOING}) if before < now else None
    plans = changing.passing(db, min(before, now), max(before, now), statuses)
    return {member_of(row) for row in kept.engagements(db, "engagement", plans)}
