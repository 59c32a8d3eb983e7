"""One item of a record with everything around it: an engagement, an actor, a document.

Comes in: an id, the beginning of one, or the name of an actor. Goes out: `Shown`, `ToldIn`, `Dealings`. Raises `StoreError` where
nothing is meant, or more than one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from memcon.analysis.versions import Moved, in_order, moved
from memcon.api.lists import Lists
from memcon.items import Item, actors_in, documents_in
from memcon.model.document import Document
from memcon.model.errors import StoreError
from memcon.model.findings import Event, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.judgements import Judgements
from memcon.model.record import Actor, Decision, Engagement, Family
from memcon.model.variants import QuotationVariants
from memcon.parties import bearer, near, party
from memcon.registers.states import states
from memcon.store import lists, queries, schema
from memcon.store.filters import Filter


@dataclass(frozen=True, slots=True)
class Shown:
    """One item with everything around it. `actors` and `documents` hold, by id, whom and what the others name.

    versions  of a document: all that have its address, in order; `moved`: the values that it moved against the one before it
    """

    kind: str
    item: Item
    actors: dict[str, Actor] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    engagements: list[Engagement] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    outlook: list[Outlook] = field(default_factory=list)
    mentions: list[tuple[str, NameMention]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    quotations: list[QuotationVariants] = field(default_factory=list)
    judgements: Judgements = field(default_factory=Judgements)
    left_out: dict[str, Engagement] = field(default_factory=dict)
    versions: list[Document] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ToldIn:
    """What was read in one document, each in the order of the text. `actors`: by id, whom they name."""

    document: Document
    mentions: list[NameMention]
    times: list[TimeMention]
    places: list[NamedPlace]
    statements: list[Statement]
    engagements: list[Engagement]
    events: list[Event]
    actors: dict[str, Actor]


@dataclass(frozen=True, slots=True)
class Dealings:
    """Somebody's engagements and statements, the last statements with their documents. `actors`: by id, whom they name.

    mentioned, reports  how often he is mentioned, and in how many documents
    issues              of what he speaks, the most frequent first, each with the number of statements
    """

    actor: Actor
    engagements: list[Engagement]
    statements: list[Statement]
    issues: list[tuple[str, int]]
    actors: dict[str, Actor]
    documents: dict[str, Document]
    mentioned: int
    reports: int


class Items(Lists):
    """Items with what is around them."""

    def show(self, prefix: str, *, left_out: bool = True, part: range | None = None) -> Shown:
        """One item with everything around it: by its id or the beginning of it; or an actor, by a name of his. Engagements have the
        status of the day of the last report, as in the list. `part`: of an actor, of each list, and of the words for
        each office, what stands at these places."""
        kind, found = self._store.ask(queries.look_up, prefix) or ("actor", self._named(prefix))
        if kind == "document":
            document = self._store.documents_by_id([found])[found]
            return self._with_versions(self._around(Shown(kind, document), document=found), document)
        if kind == "outlook":
            return self._around(Shown(kind, self._store.ask(queries.outlook_by_id, found)), left_out=left_out)
        types: dict[str, type[Item]] = {
            "engagement": Engagement, "actor": Actor, "statement": Statement, "event": Event, "family": Family,
        }  # fmt: skip
        item = self._store.ask(queries.get, queries.KINDS[kind], types[kind], [found])[found]
        item = self._now([item])[0] if isinstance(item, Engagement) else item
        if part is not None and isinstance(item, Actor):
            roles = (replace(role, evidence=role.evidence[part.start : part.stop]) for role in item.roles)
            item = replace(item, roles=tuple(roles))
        return self._around(Shown(kind, item), found if kind == "actor" else None, left_out=left_out, part=part)

    def told_in(self, document: str) -> ToldIn:
        """What was read in a document, by its id. Engagements have the status of the day of the last report."""
        found = self.documents_by_id([document]).get(document)
        if found is None:
            raise StoreError(f"nothing in the record has the id {document!r}; `memcon search` finds documents")
        ask = self._store.ask
        mentions, statements = ask(queries.mentions_in, document), ask(queries.statements_of, None, document)
        engagements = self._now(ask(queries.engagements_of, None, document))
        events = ask(queries.events_in, document)
        items: list[Item] = [*statements, *engagements, *events]
        named = {m.actor for m in mentions} | {i for item in items for i in actors_in(item)}
        times, places = ask(queries.times_in, document), ask(queries.places_in, document)
        return ToldIn(found, mentions, times, places, statements, engagements, events, self.actors_by_id(named))

    def dealings(self, prefix: str, said: int = 40) -> Dealings:
        """Somebody's engagements and the last of his statements: by his id or the beginning of it, or by a name of his."""
        ask = self._store.ask
        kind, found = ask(queries.look_up, prefix) or ("actor", self._named(prefix))
        if kind != "actor":
            raise StoreError(f"{prefix!r} is the id of a {kind}, not of an actor")
        stamp, one = self.stamp(), self.at_hand.one  # of whom thousands of reports tell, each takes long the first time
        ids = one(stamp, ("engagements of", found), partial(ask, queries.engagement_ids_of, found))
        last = one(stamp, ("last said by", found, said), partial(ask, queries.last_statements_of, found, said))
        issues = one(stamp, ("issues of", found), partial(ask, queries.issues_of, found))
        mentioned, reports = one(stamp, ("mentioned", found), partial(ask, queries.how_often_mentioned, found))
        known = self._engagements_at_hand(ids)
        engagements = self._now(known[i] for i in ids if i in known)

        def look() -> frozenset[str]:
            items: list[Item] = [*engagements, *last]
            return frozenset((found, *(i for item in items for i in actors_in(item))))

        actors = self.actors_by_id(one(stamp, ("named with", found, said), look))
        documents = self.documents_by_id({s.document for s in last})
        return Dealings(actors[found], engagements, last, issues, actors, documents, mentioned, reports)

    def said_around(self, engagement: Engagement) -> list[Statement]:
        """What those who act for one of its sides say in the reports of an engagement, copies left out."""
        actors = self.actors_by_id(p.actor for p in engagement.participants)
        sides = {a.state for a in actors.values() if a.state}
        return self._store.ask(queries.said_in, engagement.reports, sides) if sides else []

    def done_around(self, engagement: Engagement, types: Iterable[str]) -> list[Event]:
        """Events of some PLOVER types in the reports of an engagement, copies left out."""
        return self._store.ask(queries.events_of_reports, engagement.reports, list(types))

    def _with_versions(self, shown: Shown, document: Document) -> Shown:
        """A document beside the other versions of its report, and what it moved against the one before it."""
        versions = in_order(self._store.documents_by_id(self._store.ask(queries.versions_of, document.id)).values())
        at = next((n for n, d in enumerate(versions) if d.id == document.id), 0)
        if at == 0:
            return replace(shown, versions=versions if len(versions) > 1 else [])
        before = versions[at - 1]
        theirs = self._store.ask(queries.engagements_of, None, before.id)
        engagements = {e.id: e for e in (*self._now(theirs), *shown.engagements)}
        statements = [*self._store.ask(queries.statements_of, None, before.id), *shown.statements]
        changed = moved(before, document, engagements.values(), statements)
        about: list[Item] = [*engagements.values(), *statements]
        named = {i for thing in about for i in actors_in(thing)}
        actors = {**self.actors_by_id(named), **shown.actors}
        return replace(shown, versions=versions, moved=changed, actors=actors)

    def _named(self, name: str) -> str:
        """The id of the actor of a name."""
        if party(name) in states():
            found = [a for a in self.actors(with_=name) if a.kind == "state"]
        else:
            found = self._store.ask(lists.actors, Filter((name,)))
        if not found:
            hints = near(name, self._store.ask(lists.names))
            hint = f"; near it: {', '.join(hints)}" if hints else ""
            raise StoreError(f"nothing in the record has the id or the name {name!r}{hint}; `memcon engagements` lists ids")
        return bearer(name, found).id

    def _around(
        self,
        shown: Shown,
        actor: str | None = None,
        document: str | None = None,
        left_out: bool = True,
        part: range | None = None,
    ) -> Shown:
        """The item with its neighbours."""
        item = shown.item
        engagements: list[Engagement] = []
        statements: list[Statement] = []
        outlook: list[Outlook] = []
        mentions: list[tuple[str, NameMention]] = []
        judged, others = Judgements(), dict[str, Engagement]()
        if actor or document:
            engagements = self._store.ask(queries.engagements_of, actor, document, part)
            statements = self._store.ask(queries.statements_of, actor, document, part)
        if actor:
            mentions = self._store.ask(queries.mentions_of, actor, part)
        if isinstance(item, Engagement):
            linked = [item.part_of, item.rescheduled_as]
            found = self._store.ask(queries.get, schema.engagements, Engagement, [i for i in linked if i])
            engagements = [*found.values(), *self._store.ask(queries.parts_of, item.id)]
            outlook = self._store.ask(queries.outlook_of, item.id, item.reports)
            judged = self._judged(item.id, left_out)
            others = {e.id: e for e in self.engagements_by_id(i for i, _ in judged.left_out)}
        engagements = self._now(engagements)
        inside = item.document if isinstance(item, Statement) else document
        families = self._store.ask(queries.families, inside) if inside else []
        quotations = self.quotations([item]) if isinstance(item, Statement) else []
        decisions = self._store.ask(queries.decisions_of, item.id, part)
        everything: list[Item] = [item, *engagements, *statements, *outlook, *families, *others.values()]
        named = {i for thing in everything for i in actors_in(thing)}
        cited = {i for thing in [item, *outlook, *statements, *families] for i in documents_in(thing)}
        cited |= {d for d, _ in mentions} | {v.document for q in quotations for v in q.variants}
        return Shown(
            shown.kind,
            item,
            self.actors_by_id(named),
            self._store.documents_by_id(cited),
            engagements,
            statements,
            outlook,
            mentions,
            decisions,
            families,
            quotations,
            judged,
            others,
        )

    def _judged(self, engagement: str, left_out: bool) -> Judgements:
        from memcon.flow.judgements import judgements_of

        return self._store.ask(judgements_of, engagement, left_out)
