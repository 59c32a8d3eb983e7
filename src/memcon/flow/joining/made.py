"""Clusters -> engagements, with what is seen of them beside others.

Comes in: clusters, who the actors are, which families there are. Goes out: `Made`: the engagements by themselves, and as they are with
those beside them: within a visit, confirmed by somebody's presence, recalled. Read from the store is only what can be beside them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from memcon.flow.joining.copied import Copied
from memcon.flow.joining.library import Library
from memcon.flow.joining.who import Who
from memcon.model.cluster import Cluster, Member
from memcon.model.kinds import IN_PERSON, SAME_ROOM, EngagementKind
from memcon.model.record import Engagement
from memcon.model.rulings import Rulings
from memcon.model.status import DONE, Status
from memcon.record.engagements import awaited, by_themselves, seen_beside, set_right
from memcon.record.life import engagement_of
from memcon.record.origins import Origins
from memcon.record.successors import LONGEST, SUCCEEDS, is_put_off, kin_of, reach_of
from memcon.record.visits import STAY, within_wholes
from memcon.store import changing, kept, schema
from memcon.store.beside import Beside, with_actors

NEAR = timedelta(days=STAY)


@dataclass(frozen=True, slots=True)
class Made:
    """Engagements by id: `plain`, by themselves and within their visits; `final`, with all that is seen beside them."""

    plain: dict[str, Engagement]
    final: dict[str, Engagement]


class Maker:
    """Makes engagements of clusters. `last`: the last day on which a document can have appeared."""

    def __init__(
        self, db: Connection, library: Library, who: Who, copied: Copied, last: date | None, rulings: Rulings
    ) -> None:
        self._db = db
        self._library = library
        self._copied = copied
        self._last = last
        self._rulings = rulings
        self._actors = {a.id: a for a in who.actors}
        self._alone = kept.empty(db, schema.engagements)  # nothing was in the record: nothing is beside these

    def make(
        self, clusters: Sequence[Cluster], context: Sequence[Cluster], ids: Mapping[Member, str], gone: set[str]
    ) -> Made:
        """The engagements that clusters are. `context`: clusters of which some are part; `gone`: ids that nobody has any more."""
        all_ = [*clusters, *context]
        documents = self._library.documents(document for c in all_ for document, _ in c.members)
        origins = Origins(self._copied.of(self._db, documents))
        rejected = {ids[m] for m in self._rulings.none() if m in ids}
        whole = [replace(c, locals=tuple((documents[d.id], local) for d, local in c.locals)) for c in all_]
        made = [engagement_of(c, ids, origins, self._last) for c in whole if c.id not in rejected]
        others = self._beside(made, gone | rejected)
        named = {p.actor for e in (*made, *others) for p in e.participants}
        actors = changing.actors_in_short(self._db, named - self._actors.keys()) | self._actors
        plain = by_themselves(made, actors, others)
        right = {ids[m]: said for m, said in self._rulings.on("corrected").items() if m in ids}
        final = [set_right(e, right.get(e.id, ())) for e in seen_beside(plain, actors, others)]
        wanted = {c.id for c in clusters}
        return Made({e.id: e for e in plain if e.id in wanted}, {e.id: e for e in final if e.id in wanted})

    def _beside(self, made: Sequence[Engagement], gone: set[str]) -> list[Engagement]:
        """What else the record has of the same reports, people and days."""
        if self._alone:
            return []
        found = changing.reported_in(self._db, {d for e in made for d in e.reports})
        found |= with_actors(self._db, list(self._shown_by(made)))
        found |= changing.within(self._db, {e.id for e in made})
        return list(self._plain(found - gone - {e.id for e in made}).values())

    def _shown_by(self, made: Sequence[Engagement]) -> Iterator[Beside]:
        """What others of the same people can show of engagements."""
        persons = self._persons(made)
        for e in within_wholes(made):
            people = [p.actor for p in e.participants if p.actor in persons]
            if days := awaited(e):
                yield Beside(people, *days, SAME_ROOM)
            if e.kind in SAME_ROOM and e.date.exact and e.date.earliest and e.date.latest:
                yield Beside(people, e.date.earliest - NEAR, e.date.latest + NEAR, [EngagementKind.VISIT])
            if is_put_off(e) and e.date.latest:
                yield Beside(people, e.date.latest, e.date.latest + reach_of(e), kin_of(e), SUCCEEDS)

    def _persons(self, engagements: Iterable[Engagement]) -> set[str]:
        """The persons who take part: they alone show that a visit was made, or that a meeting was part of it."""
        named = {p.actor for e in engagements for p in e.participants}
        actors = changing.actors_in_short(self._db, named) | self._actors
        return {i for i in named if i in actors and actors[i].kind == "person"}

    def _plain(self, ids: Iterable[str]) -> dict[str, Engagement]:
        """Engagements of the record, as they are by themselves."""
        found = {e.id: e for e in changing.rows(self._db, schema.engagements, Engagement, "id", ids)}
        return found | kept.plain(self._db, found)

    def seen_with(self, made: Made, remade: set[str]) -> set[Member]:
        """What is read otherwise beside engagements that changed: undated ones of the same reports, plans confirmed by them, the
        meetings of a visit, and what was put off for which they stand in. `remade`: the ids of all that were made, or are gone."""
        if self._alone:
            return set()
        before = self._plain(remade)
        changed = [*(e for i, e in before.items() if made.plain.get(i) != e)]
        changed += [e for i, e in made.plain.items() if before.get(i) != e]
        ids = changing.reported_in(self._db, {d for e in changed for d in e.reports})
        reported = changing.rows(self._db, schema.engagements, Engagement, "id", ids)
        found = {e.id for e in reported if e.status in DONE and e.date.earliest is None}
        found |= {e.part_of for e in changed if e.part_of}
        found |= with_actors(self._db, list(self._showing(changed)))
        return {(row.document, row.local.key) for row in kept.engagements(self._db, "engagement", found)}

    def _showing(self, changed: Sequence[Engagement]) -> Iterator[Beside]:
        """What of others of the same people engagements can show."""
        persons = self._persons(changed)
        for e in changed:
            people, first, last = [p.actor for p in e.participants if p.actor in persons], e.date.earliest, e.date.latest
            if first is not None:
                yield Beside(people, first - LONGEST, first, kin_of(e), [Status.POSTPONED])
            if e.kind == EngagementKind.VISIT and first and last:
                yield Beside(people, first - NEAR, last + NEAR, SAME_ROOM)
            elif e.kind in SAME_ROOM | IN_PERSON and first and last:
                yield Beside(people, first, last, IN_PERSON)
