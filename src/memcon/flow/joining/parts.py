"""The parts of the record in which changed engagements have their like, and their join.

Comes in: what changed, the store. Goes out: `Rows`, the local engagements in question, and `Part`, some parts joined again. Two
local engagements are in one part where they are alike, directly or over others, or because people said that they are one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from sqlalchemy import Connection

from memcon.coreference.occasions.clusters import Scoring, join, scored
from memcon.coreference.occasions.scorer import score
from memcon.flow.joining.changed import Changed
from memcon.flow.joining.who import Who
from memcon.flow.keeping import blocks_in
from memcon.flow.singles import member_of, singles_of
from memcon.model.cluster import Cluster, Member
from memcon.model.kept import KeptEngagement
from memcon.model.record import Decision
from memcon.model.rulings import Rulings
from memcon.store import kept


@dataclass(frozen=True, slots=True)
class Part:
    """Parts of the record, joined again or as they stand. `rows`: their local engagements as they are kept, those of changed documents
    without an id; `before`: the ids that there were; `again`: the local engagements that were joined again."""

    rows: Mapping[Member, KeptEngagement]
    clusters: Sequence[Cluster]
    ids: dict[Member, str]
    decisions: Sequence[Decision]
    names: Mapping[Member, str]
    before: frozenset[str]
    again: frozenset[Member]

    @property
    def gone(self) -> set[str]:
        """The ids that nobody has any more."""
        return set(self.before) - set(self.ids.values())

    def and_(self, other: "Part") -> "Part":
        """Both: what happens in one part touches no other."""
        return Part(
            {**self.rows, **other.rows},
            [*self.clusters, *other.clusters],
            self.ids | other.ids,
            [*self.decisions, *other.decisions],
            {**self.names, **other.names},
            self.before | other.before,
            self.again | other.again,
        )

    def now(self, row: KeptEngagement) -> KeptEngagement:
        return replace(row, id=self.ids[member_of(row)], part=self.names[member_of(row)])

    def differs(self, row: KeptEngagement) -> bool:
        return (row.id, row.part) != (self.ids[member_of(row)], self.names[member_of(row)])


class Rows:
    """The local engagements in question.

    touched   the documents whose engagements are compared again
    were      those of documents that are no more, or not as they were
    fresh     those of touched documents; of changed ones they are nothing yet
    """

    def __init__(self, db: Connection, changed: Changed, who: Who, touched: set[str], rulings: Rulings) -> None:
        self.db = db
        self.touched = touched
        self._gone = changed.gone
        self._ids = who.ids
        self._actors = {a.id: a for a in who.actors}
        self.same = list(rulings.pairs("same"))
        self.apart = list(rulings.pairs("different"))
        self.were = kept.engagements(db, "document", changed.gone)
        rows = self.kept("document", touched)
        rows += [
            KeptEngagement(f.document, changed.documents[f.document].published, local, "", "")
            for f in changed.findings.values()
            for local in f.engagements
            if not local.generic
        ]
        self.fresh = {member_of(row): row for row in rows}
        self.singles = self.alone(self.fresh.values())

    def kept(self, by: str, values: Iterable[str]) -> list[KeptEngagement]:
        """The local engagements that are kept, but for those of documents that are not as they were."""
        return [row for row in kept.engagements(self.db, by, values) if row.document not in self._gone]

    def alone(self, rows: Iterable[KeptEngagement]) -> dict[Member, Cluster]:
        return singles_of(self.db, rows, self._ids, self._actors)

    def parts_touched(self) -> set[str]:
        """The parts that fresh engagements were or can be in, and those that people tied together."""
        ruled = {m for pair in self.same for m in pair}
        tied = [row for row in self.kept("document", {d for d, _ in ruled}) if member_of(row) in ruled]
        parts = {row.part for row in (*self.fresh.values(), *self.were, *tied) if row.part}
        alone = self.alone(tied) | {m: c for m, c in self.singles.items() if m in ruled}
        units = [reduce(Cluster.with_, some) for some in _tied_together(self.same, alone)]
        return parts | self._parts_alike([*self.singles.values(), *units])

    def _parts_alike(self, some: Sequence[Cluster]) -> set[str]:
        """The parts in which known engagements are that can be one of some."""
        shared = {block for one in some for block in blocks_in(one)}
        near = kept.near(self.db, shared)
        others = {member for member in near if member[0] not in self.touched and member[0] not in self._gone}
        rows = {member_of(r): r for r in self.kept("document", {d for d, _ in others}) if member_of(r) in others}
        return {rows[m].part for m, other in self.alone(rows.values()).items() if any(score(one, other) for one in some)}

    def parts_with(self, members: set[Member], engagements: Collection[str]) -> set[str]:
        """The parts of some local engagements, and of some of the record's."""
        rows = self.kept("document", {d for d, _ in members})
        return {r.part for r in rows if member_of(r) in members} | kept.parts_of(self.db, engagements)

    def ids_of(self, members: Iterable[Member]) -> dict[Member, str]:
        """What some local engagements were."""
        wanted = set(members)
        rows = self.kept("document", {d for d, _ in wanted})
        return {member_of(row): row.id for row in rows if member_of(row) in wanted}

    def ids_beside(self, part: Part, wanted: Iterable[Member]) -> dict[Member, str]:
        """The engagements of the documents in question that were not joined again: links lead to them."""
        documents = {d for c in part.clusters for d, _ in c.members if not set(c.members).isdisjoint(wanted)}
        rows = self.kept("document", documents)
        return {member_of(row): row.id for row in rows if member_of(row) not in part.ids}


def joined_parts(rows: Rows, parts: Iterable[str], scoring: Scoring = scored) -> Part:
    """Some parts, joined again with all that is fresh."""
    kept = _in_parts(rows, parts) | rows.fresh
    alone = rows.alone(row for member, row in kept.items() if member not in rows.fresh) | rows.singles
    clusters, decisions, found = join(list(alone.values()), rows.same, rows.apart, scoring)
    ids = {member: cluster.id for cluster in clusters for member in cluster.members}
    names = {member: "#".join(min(members)) for members in found for member in members}
    before = frozenset(row.id for row in (*kept.values(), *rows.were) if row.id)
    return Part(kept, clusters, ids, decisions, names, before, frozenset(kept))


def parts_as_they_stand(rows: Rows, parts: Iterable[str]) -> Part:
    """Some parts in which nothing is fresh: another join would find in them what stands there."""
    kept = {member: row for member, row in _in_parts(rows, parts).items() if member not in rows.fresh}
    alone = rows.alone(kept.values())
    together: dict[str, list[Cluster]] = defaultdict(list)
    for member in sorted(kept, key=lambda m: (alone[m].locals[0][0].order, m)):
        together[kept[member].id].append(alone[member])
    ids = {member: row.id for member, row in kept.items()}
    names = {member: row.part for member, row in kept.items()}
    clusters = [reduce(Cluster.with_, some) for some in together.values()]
    return Part(kept, clusters, ids, (), names, frozenset(together), frozenset())


def _in_parts(rows: Rows, parts: Iterable[str]) -> dict[Member, KeptEngagement]:
    return {member_of(row): row for row in rows.kept("part", parts)}


def _tied_together(pairs: Iterable[tuple[Member, Member]], known: Mapping[Member, Cluster]) -> list[list[Cluster]]:
    """The local engagements that people said are one, together."""
    groups: dict[Member, set[Member]] = {}
    for a, b in pairs:
        if a in known and b in known:
            both = groups.get(a, {a}) | groups.get(b, {b})
            groups |= dict.fromkeys(both, both)
    return [[known[m] for m in sorted(group)] for group in {min(g): g for g in groups.values()}.values()]
