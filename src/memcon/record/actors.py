"""Actors across documents: which local actors are one, and the record's ids for them.

Comes in: documents and what each says. Goes out: the record's actors, who each local actor is, and the decisions that made
them. States join by code, bodies by name and state, persons as `persons` says. Unnamed persons are never joined over
documents; groups such as "Egyptian officials" are, by state and noun. The order of the documents does not matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from memcon.model.document import Document
from memcon.model.findings import Event, Findings, NameMention, Outlook, Statement
from memcon.model.ids import content_id
from memcon.model.record import Actor, Decision
from memcon.model.resolved import LocalActor
from memcon.record.person_clusters import LocalPerson
from memcon.record.persons import NOBODY, join_persons
from memcon.record.publicity import is_public
from memcon.record.rulings import Rulings
from memcon.record.sums import ActorSum
from memcon.registers.word_lists import function_words

SEVERAL = "several persons of the record bear the name"  # why a bare name is nobody's


@dataclass(frozen=True, slots=True)
class Identity:
    """(document, local key) -> the record's actor id, and what all documents say of each.

    The id is empty for a bare name that several persons of the record can bear: it is nobody's.
    """

    ids: Mapping[tuple[str, str], str]
    sums: Mapping[str, ActorSum] = field(default_factory=dict, repr=False)

    def of(self, document: str, key: str | None) -> str | None:
        return (self.ids.get((document, key)) or None) if key is not None else None

    def of_mention(self, document: str, mention: NameMention) -> NameMention:
        # Made anew rather than by `replace`, which takes five times as long: most rows of a record are mentions.
        actor = self.of(document, mention.actor)
        reason = SEVERAL if actor is None and mention.actor is not None else mention.reason
        return NameMention(mention.span, actor, mention.text, mention.how, reason)

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
    local = [(d.id, a) for d in sorted(documents, key=lambda d: d.id) for a in findings[d.id].actors]
    days = {d.id: d.published.earliest for d in documents}
    named = [LocalPerson(d, a, days[d]) for d, a in local if a.kind == "person" and a.named]
    people = join_persons(named, rulings.pairs("same"), rulings.pairs("different"))
    ids = dict(people.ids)
    ids |= {(d, a.key): unnamed_id(d, a) for d, a in local if (d, a.key) not in ids}
    sums: dict[str, ActorSum] = {}
    for d in documents:
        for number, a in enumerate(findings[d.id].actors):
            summed(d, number, a, ids[d.id, a.key], sums)
    corrected = {ids[m]: said for m, said in rulings.on("corrected").items() if m in ids}
    actors = tuple(_corrected(sums[i].actor(i), corrected.get(i, ())) for i in sorted(sums))
    return actors, Identity(ids, sums), (*people.decisions, *rulings.settled(ids))


def summed(document: Document, number: int, actor: LocalActor, i: str, sums: dict[str, ActorSum]) -> None:
    """Add what a document says of its actor of that number to the sum of the record's actor that it is, if it is one."""
    if i == NOBODY:
        return
    if i not in sums:
        sums[i] = ActorSum((document.id, number), actor.kind, actor.named)
    sums[i].add(document, number, actor)


def _corrected(actor: Actor, decisions: Sequence[Decision]) -> Actor:
    """The actor with what people set right: its name, its state."""
    for d in decisions:
        if d.field == "name" and d.value:
            actor = replace(actor, name=d.value, aliases=tuple(sorted({*actor.aliases, actor.name} - {d.value})))
        elif d.field == "state":
            actor = replace(actor, state=d.value or None)
            actor = replace(actor, public=is_public(actor))
    return actor


def unnamed_id(document: str, a: LocalActor) -> str:
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
    stop = next((i for i, w in enumerate(words) if i and w in function_words("prepositions")), len(words))
    return words[stop - 1]
