"""The statements and events of changed documents, and of known ones of which something changed.

Comes in: what changed, who the actors are, which families changed. Goes out: `Told`: what to write. Documents in which somebody is
another person, and those in families and quotations that change, are rendered anew from what they say; how many origins tell a
thing is counted again for all that tell the same as something that is, or was, in one of these.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Table

from memcon.copies.quotations.alterations import checked
from memcon.copies.quotations.retelling import (
    counted_events,
    counted_statements,
    event_key,
    prints_of,
    retold_events,
    retold_statements,
)
from memcon.copies.quotations.style import restyled
from memcon.flow.joining.changed import Changed
from memcon.flow.joining.copied import Copied
from memcon.flow.joining.library import Library
from memcon.flow.joining.quoting import Quotations, Quoting
from memcon.flow.joining.saying import Sayings
from memcon.flow.joining.who import Who
from memcon.model.findings import Event, NameMention, Outlook, Statement
from memcon.model.identity import Identity
from memcon.model.record import Decision
from memcon.store import changing, kept, kept_tables, schema

Item = TypeVar("Item", Statement, Event)


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell, as it is to be written.

    named      documents in which somebody is told of who is new or another
    rendered   all whose statements and events are written anew
    ruled      what people decided about statements, with the ids that it touches
    """

    named: frozenset[str]
    rendered: frozenset[str]
    mentions: tuple[tuple[str, NameMention], ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    outlook: tuple[Outlook, ...]
    quoting: Quoting
    ruled: tuple[Decision, ...]


def what_is_told(db: Connection, changed: Changed, who: Who, copied: Copied, library: Library) -> Told:
    return Telling(db, changed, who, copied, library).told()


class Telling:
    """What of documents is told anew, or otherwise."""

    def __init__(self, db: Connection, changed: Changed, who: Who, copied: Copied, library: Library) -> None:
        self._db = db
        self._gone = changed.gone
        self._copied = copied
        self._library = library
        self._said = Sayings(db, changed, copied, library, self._knowing)
        self._quotations = Quotations(db, changed, copied, library, self._said.of)
        self._named = frozenset(changed.documents) | who.moved_documents
        self._new = changed.documents.keys()
        self._anew = set(self._named) | (copied.documents - changed.gone) | self._said.touched(self._named)
        self._ids = who.ids
        self._identity = Identity(self._ids)
        self._alone = kept.empty(db, kept_tables.kept_documents)  # nothing was told before

    def told(self) -> Told:
        quoting = self._quotations.of(self._anew)
        rendered = self._anew | quoting.documents
        findings = self._library.findings(self._named)
        identity = self._knowing(self._named)
        return Told(
            self._named,
            frozenset(rendered),
            tuple((d, identity.of_mention(d, m)) for d in sorted(findings) for m in findings[d].mentions),
            self._counted_statements(rendered, quoting),
            self._counted_events(rendered),
            tuple(sorted((identity.of_outlook(o) for f in findings.values() for o in f.outlook), key=lambda o: o.id)),
            quoting,
            self._said.settled(),
        )

    def _knowing(self, documents: Iterable[str]) -> Identity:
        """Who is who in some documents."""
        others = {d for d in documents if d not in self._new}
        return Identity(kept.identities(self._db, others) | self._ids) if others else self._identity

    def _events(self, documents: Iterable[str]) -> list[Event]:
        findings = self._library.findings(documents)
        identity = self._knowing(findings)
        return [identity.of_event(e) for d in sorted(findings) for e in findings[d].events]

    def _before(self, table: Table, kind: type[Item], rendered: Iterable[str]) -> list[Item]:
        return changing.rows(self._db, table, kind, "document", {*rendered, *self._gone})

    def _counted_statements(self, rendered: set[str], quoting: Quoting) -> tuple[Statement, ...]:
        """The statements of documents, and others that tell the same, with the number of origins counted again."""
        texts = self._library.documents(rendered)
        odd = [d for d in texts.values() if "spun" in d.condition or "back_translated" in d.condition]
        plain = self._said.of(rendered)
        told = {d.id for d in odd}
        doubtful = [s for s in plain if s.document in told]
        mine = checked(plain, quoting.found, [found for d in odd for found in restyled(d, doubtful)])
        found = {s.id: s for s in mine}
        families = self._copied.of(self._db, rendered)
        retells = retold_statements(mine, texts, families)
        if not self._alone:
            self._near_statements(found, rendered, retells)
            texts = self._library.documents({s.document for s in found.values()})
            families = self._copied.of(self._db, texts)
        retells |= {s.id: s.retells for s in found.values() if s.retells and s.document not in rendered}
        counted = counted_statements(sorted(found.values(), key=lambda s: s.id), texts, retells, families)
        return tuple(s for s in counted if s.document in rendered or s != found[s.id])

    def _near_statements(self, found: dict[str, Statement], rendered: Set[str], retells: Mapping[str, str]) -> None:
        """All that tell the same as some, as they are or were, directly or over others; they are added to `found`."""
        waiting = [*found.values(), *self._before(schema.statements, Statement, rendered)]
        numbers = {number for number, _ in kept.prints_of(self._db, self._gone)}
        while waiting:
            texts = self._library.documents({s.document for s in waiting})
            numbers |= {n for s in waiting if s.document in texts for n in prints_of(s, texts[s.document].text)}
            speakers = {s.speaker for s in waiting}
            near = changing.rows(
                self._db, schema.statements, Statement, "id", kept.prints(self._db, numbers) - found.keys()
            )
            near = [s for s in near if s.speaker in speakers]
            near += changing.rows(self._db, schema.statements, Statement, "id", _tied(waiting, retells) - found.keys())
            near += changing.rows(self._db, schema.statements, Statement, "retells", {s.id for s in waiting})
            waiting, numbers = self._unseen(found, near, rendered), set()

    def _counted_events(self, rendered: set[str]) -> tuple[Event, ...]:
        """The events of documents, and others that are the same, with the number of origins counted again."""
        mine = self._events(rendered)
        found = {e.id: e for e in mine}
        texts, families = self._library.documents(rendered), self._copied.of(self._db, rendered)
        retells = retold_events(mine, texts, families)
        if not self._alone:
            self._near_events(found, rendered, retells)
            families = self._copied.of(self._db, {e.document for e in found.values()})
        retells |= {e.id: e.retells for e in found.values() if e.retells and e.document not in rendered}
        counted = counted_events(sorted(found.values(), key=lambda e: e.id), retells, families)
        return tuple(e for e in counted if e.document in rendered or e != found[e.id])

    def _near_events(self, found: dict[str, Event], rendered: Set[str], retells: Mapping[str, str]) -> None:
        waiting = [*found.values(), *self._before(schema.events, Event, rendered)]
        while waiting:
            keys = {key for e in waiting if (key := event_key(e))}
            like = changing.events_like(self._db, (e for e in waiting if event_key(e)))
            near = [e for e in like if event_key(e) in keys]
            near += changing.rows(self._db, schema.events, Event, "id", _tied(waiting, retells) - found.keys())
            near += changing.rows(self._db, schema.events, Event, "retells", {e.id for e in waiting})
            waiting = self._unseen(found, near, rendered)

    def _unseen(self, found: dict[str, Item], near: Iterable[Item], rendered: Set[str]) -> list[Item]:
        """Those of some that were not found before; they are found now. What went is none of them, nor what is told no more."""
        left = self._gone | rendered  # all that is told in these was found
        fresh = {item.id: item for item in near if item.id not in found and item.document not in left}
        found |= fresh
        return list(fresh.values())


def _tied(items: Iterable[Statement | Event], retells: Mapping[str, str]) -> set[str]:
    """What some retell, or did."""
    found = {i for item in items if (i := item.retells)}
    return found | {retells[item.id] for item in items if item.id in retells}
