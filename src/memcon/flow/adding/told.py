"""The statements and events of new documents, and of known ones in which somebody is another person now.

Comes in: new documents, who their actors are. Goes out: `Told`: what to write. How many origins tell a thing is counted again for
all that tell the same as something that is new or changed. Refuses where a quotation could be evidence of another's wording.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection

from memcon.copies.quotations.retelling import counted_events, counted_statements, event_key, prints_of
from memcon.flow.adding.new import MOST_TOUCHED, New, TouchesMuch
from memcon.flow.adding.who import Who
from memcon.flow.keeping import runs_of
from memcon.model.document import Document
from memcon.model.findings import Event, NameMention, Outlook, Statement
from memcon.model.identity import Identity
from memcon.store import changing, keeping, reading, schema

MOST_TOLD = 3000  # statements or events that tell the same, directly or not

Item = TypeVar("Item", Statement, Event)
Renamed = Mapping[tuple[str, str], str]  # document, id before -> id now


@dataclass(frozen=True, slots=True)
class Told:
    mentions: tuple[tuple[str, NameMention], ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    outlook: tuple[Outlook, ...]


def what_is_told(db: Connection, new: New, who: Who) -> Told:
    """What is told anew or otherwise."""
    moved = who.moved_documents
    if changing.families_of(db, moved):
        raise TouchesMuch("somebody in a copied report is another person")
    renamed = {(m.actor.document, m.before): m.actor.id for m in who.moved}
    identity = Identity(who.ids)
    own = [identity.of_statement(s) for f in new.findings for s in f.statements]
    before = changing.rows(db, schema.statements, Statement, "document", moved)
    statements = [*own, *(_of_statement(s, renamed) for s in before)]
    _refuse_evidence(db, new, own, [*statements, *before], moved)
    events = [identity.of_event(e) for f in new.findings for e in f.events]
    known = changing.rows(db, schema.events, Event, "document", moved)
    outlook = [identity.of_outlook(o) for f in new.findings for o in f.outlook]
    outlook += [
        replace(o, holder=_now(o.document, o.holder, renamed))
        for o in changing.rows(db, schema.outlook, Outlook, "document", moved)
    ]
    mentions = [(f.document, identity.of_mention(f.document, m)) for f in new.findings for m in f.mentions]
    mentions += [(d, replace(m, actor=_now(d, m.actor, renamed))) for d, m in changing.mentions(db, moved)]
    return Told(
        tuple(mentions),
        _statements(db, new, statements),
        _events(db, [*events, *(_of_event(e, renamed) for e in known)], known),
        tuple(outlook),
    )


def _now(document: str, actor: str | None, renamed: Renamed) -> str | None:
    return renamed.get((document, actor), actor) if actor else None


def _of_statement(s: Statement, renamed: Renamed) -> Statement:
    return replace(s, speaker=_now(s.document, s.speaker, renamed), addressee=_now(s.document, s.addressee, renamed))


def _of_event(e: Event, renamed: Renamed) -> Event:
    actors, recipients = (tuple(renamed.get((e.document, a), a) for a in side) for side in (e.actors, e.recipients))
    return replace(e, actors=actors, recipients=recipients, holder=_now(e.document, e.holder, renamed))


def _refuse_evidence(
    db: Connection, new: New, own: Iterable[Statement], speaking: Iterable[Statement], moved: Iterable[str]
) -> None:
    """New words of a speaker whom a spun or translated text quotes, and words of a quotation whose wordings differ."""
    doubtful = keeping.second_hand(db)
    speakers = {s.speaker for s in changing.rows(db, schema.statements, Statement, "document", doubtful) if s.quotes}
    if not doubtful.isdisjoint(moved) or any(s.quotes and s.speaker in speakers for s in speaking):
        raise TouchesMuch("a report whose words a machine changed quotes the same person")
    if keeping.any_run(db, {run for s in own for run in runs_of(s, new.documents[s.document])}):
        raise TouchesMuch("a new report has the words of a quotation that is told in several ways")


def _statements(db: Connection, new: New, changed: list[Statement]) -> tuple[Statement, ...]:
    """The changed ones, and those that tell the same, with the number of origins counted again."""
    found = {s.id: s for s in changed}
    texts = dict(new.documents)
    waiting = list(changed)
    while waiting:
        texts |= _read(db, {s.document for s in waiting} - texts.keys())
        numbers = {number for s in waiting for number in prints_of(s, texts[s.document].text)}
        same = keeping.prints(db, numbers) | {s.retells for s in waiting if s.retells}
        near = changing.rows(db, schema.statements, Statement, "id", same - found.keys())
        near += changing.rows(db, schema.statements, Statement, "retells", {s.id for s in waiting})
        waiting = _unseen(found, near)
    families = changing.families_of(db, {s.document for s in found.values()})
    retells = {s.id: s.retells for s in found.values() if s.retells}
    counted = counted_statements(sorted(found.values(), key=lambda s: s.id), texts, retells, families)
    mine = {s.id for s in changed}
    return tuple(s for s in counted if s.id in mine or s != found[s.id])


def _read(db: Connection, documents: set[str]) -> dict[str, Document]:
    if len(documents) > MOST_TOUCHED:
        raise TouchesMuch("many reports quote the same")
    return reading.documents_by_id(db, sorted(documents))


def _events(db: Connection, changed: list[Event], before: list[Event]) -> tuple[Event, ...]:
    """The changed ones, and those that are the same as they are or were, with the number of origins counted again."""
    found = {e.id: e for e in changed}
    waiting = [*changed, *before]
    while waiting:
        keys = {key for e in waiting if (key := event_key(e))}
        like = changing.events_like(db, (e for e in waiting if event_key(e)))
        near = [e for e in like if event_key(e) in keys]
        near += changing.rows(db, schema.events, Event, "id", {e.retells for e in waiting if e.retells} - found.keys())
        near += changing.rows(db, schema.events, Event, "retells", {e.id for e in waiting})
        waiting = _unseen(found, near)
    families = changing.families_of(db, {e.document for e in found.values()})
    retells = {e.id: e.retells for e in found.values() if e.retells}
    counted = counted_events(sorted(found.values(), key=lambda e: e.id), retells, families)
    mine = {e.id for e in changed}
    return tuple(e for e in counted if e.id in mine or e != found[e.id])


def _unseen(found: dict[str, Item], near: Iterable[Item]) -> list[Item]:
    """Those of some that were not found before; they are found now."""
    fresh = {item.id: item for item in near if item.id not in found}
    found |= fresh
    if len(found) > MOST_TOLD:
        raise TouchesMuch("much is told alike")
    return list(fresh.values())
