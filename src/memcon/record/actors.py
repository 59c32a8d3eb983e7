"""Actors across documents: which local actors are one, and the record's ids for them.

Comes in: documents and what each says. Goes out: the record's actors, who each local actor is, and the decisions that made
them. States join by code, bodies by name and state, persons as `persons` says. Unnamed persons are never joined over
documents; groups such as "Egyptian officials" are, by state and noun. The order of the documents does not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Event, Findings, NameMention, Outlook, Statement
from memcon.model.ids import content_id
from memcon.model.record import Actor, Decision, Tenure
from memcon.model.resolved import LocalActor, RoleClaim
from memcon.model.text import Evidence
from memcon.record.persons import LocalPerson, join_persons
from memcon.record.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Identity:
    """(document, local key) -> the record's actor id."""

    ids: Mapping[tuple[str, str], str]

    def of(self, document: str, key: str | None) -> str | None:
        return self.ids.get((document, key)) if key is not None else None

    def of_mention(self, document: str, mention: NameMention) -> NameMention:
        # Made anew rather than by `replace`, which takes five times as long: most rows of a record are mentions.
        return NameMention(mention.span, self.of(document, mention.actor), mention.text, mention.how, mention.reason)

    def of_statement(self, s: Statement) -> Statement:
        return replace(s, speaker=self.of(s.document, s.speaker), addressee=self.of(s.document, s.addressee))

    def of_event(self, e: Event) -> Event:
        actors = [self.of(e.document, a) for a in e.actors]
        recipients = [self.of(e.document, a) for a in e.recipients]
        return replace(
            e,
            actors=tuple(a for a in actors if a),
            recipients=tuple(a for a in recipients if a),
            holder=self.of(e.document, e.holder),
        )

    def of_outlook(self, o: Outlook) -> Outlook:
        return replace(o, holder=self.of(o.document, o.holder))


def join_actors(
    documents: Sequence[Document], findings: Mapping[str, Findings], ruled: Sequence[Decision] = ()
) -> tuple[tuple[Actor, ...], Identity, tuple[Decision, ...]]:
    """The record's actors, sorted by id, who each local actor is, and the decisions that made them one."""
    rulings = Rulings("actor", ruled, findings)
    by_id = {d.id: d for d in documents}
    local = [(d.id, a) for d in sorted(documents, key=lambda d: d.id) for a in findings[d.id].actors]
    named = [LocalPerson(d, a) for d, a in local if a.kind == "person" and a.named]
    people, decisions = join_persons(named, rulings.pairs("same"), rulings.pairs("different"))
    ids = dict(people)
    ids |= {(d, a.key): _id(d, a) for d, a in local if (d, a.key) not in ids}
    members: dict[str, list[tuple[str, LocalActor]]] = defaultdict(list)
    for d, a in local:
        members[ids[d, a.key]].append((d, a))
    corrected = {ids[m]: said for m, said in rulings.on("corrected").items() if m in ids}
    actors = tuple(_corrected(_actor(i, members[i], by_id), corrected.get(i, ())) for i in sorted(members))
    return actors, Identity(ids), (*decisions, *rulings.settled(ids))


def _corrected(actor: Actor, decisions: Sequence[Decision]) -> Actor:
    """The actor with what people set right: its name, its state."""
    for d in decisions:
        if d.field == "name" and d.value:
            actor = replace(actor, name=d.value, aliases=tuple(sorted({*actor.aliases, actor.name} - {d.value})))
        elif d.field == "state":
            actor = replace(actor, state=d.value or None)
    return actor


def _id(document: str, a: LocalActor) -> str:
    """The id of an actor that is not a named person."""
    if a.kind == "state":
        return content_id("actor", "state", a.state)
    if a.kind == "organisation":
        return content_id("actor", "organisation", a.name.lower(), a.state)
    if a.kind == "group" and a.state:
        return content_id("actor", "group", _noun(a.name), a.state)
    return content_id("actor", a.kind, a.name, a.state, document, a.key)


def _noun(name: str) -> str:
    """The noun of a description: "senior French officials in Mali" -> "officials"."""
    words = name.lower().split()
    stop = next((i for i, w in enumerate(words) if i and w in ("of", "for", "in", "at", "from", "to", "on")), len(words))
    return words[stop - 1]


def _actor(i: str, members: Sequence[tuple[str, LocalActor]], documents: Mapping[str, Document]) -> Actor:
    first = members[0][1]
    forms = Counter(a.name for _, a in members)
    name = _fullest(forms) if first.kind == "person" else min(forms, key=lambda n: (-forms[n], len(n), n))
    aliases = {alias for _, a in members for alias in (a.name, *a.aliases)} - {name}
    states = Counter(s for _, a in members for s in _served(a))
    state = min(states, key=lambda s: (-states[s], str(s))) if states else None
    return Actor(i, first.kind, name, tuple(sorted(aliases)), state, None, _tenures(members, documents), first.named)


def _served(a: LocalActor) -> set[str]:
    """The states that one report makes it serve: those of its offices, or else its own."""
    if a.state is None:
        return set()
    return {r.state for r in a.roles if r.state and not r.past} or {a.state}


def _fullest(forms: Mapping[str, int]) -> str:
    return min(forms, key=lambda n: (-len(n.split()), -forms[n], n))


def _tenures(members: Sequence[tuple[str, LocalActor]], documents: Mapping[str, Document]) -> tuple[Tenure, ...]:
    """What the actor holds or held; claims of one office in the same time are one tenure with several witnesses."""
    found: dict[tuple[str, str, bool], list[tuple[str, RoleClaim]]] = defaultdict(list)
    for d, a in members:
        for role in a.roles:
            found[role.title.lower(), role.organisation or "", role.past].append((d, role))
    return tuple(_tenure(found[key], documents) for key in sorted(found))


def _tenure(claims: Sequence[tuple[str, RoleClaim]], documents: Mapping[str, Document]) -> Tenure:
    titles = Counter(role.title for _, role in claims)
    evidence = sorted({documents[d].cite(role.span) for d, role in claims})
    role = claims[0][1]
    until = _ended([documents[d] for d, _ in claims], evidence[0]) if role.past else None
    return Tenure(min(titles, key=lambda t: (-titles[t], t)), role.organisation, None, until, tuple(evidence))


def _ended(documents: Sequence[Document], evidence: Evidence) -> DateRange:
    """The end of a tenure that a report calls past: some day before the first such report."""
    days = [d.published.latest for d in documents if d.published.latest]
    return DateRange(latest=min(days) if days else None, basis=evidence.quote)
