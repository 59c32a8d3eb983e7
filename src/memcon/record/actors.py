"""Actors across documents: which local actors are one, and the record's ids for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.model.document import Document
from memcon.model.findings import Event, Findings, NameMention, Outlook, Statement
from memcon.model.ids import content_id
from memcon.model.record import Actor


@dataclass(frozen=True, slots=True)
class Identity:
    """(document, local key) -> the record's actor id."""

    ids: Mapping[tuple[str, str], str]

    def of(self, document: str, key: str | None) -> str | None:
        return self.ids.get((document, key)) if key is not None else None

    def of_mention(self, document: str, mention: NameMention) -> NameMention:
        return replace(mention, actor=self.of(document, mention.actor))

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


def join_actors(documents: Sequence[Document], findings: Mapping[str, Findings]) -> tuple[tuple[Actor, ...], Identity]:
    """The record's actors, sorted by id, and who each local actor is."""
    actors: dict[str, Actor] = {}
    ids: dict[tuple[str, str], str] = {}
    for document in documents:
        for a in findings[document.id].actors:
            i = content_id("actor", a.kind, a.name, a.state)
            ids[document.id, a.key] = i
            actors[i] = Actor(i, a.kind, a.name, a.aliases, a.state, None, (), a.named)
    return tuple(actors[i] for i in sorted(actors)), Identity(ids)
