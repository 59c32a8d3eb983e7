"""Who the actors of new documents are, and who the known ones are now.

Comes in: new documents. Goes out: `Who`: their actors' ids, the persons whose ids changed, and the actors that are told of anew.
Only persons who share a name with a new one, directly or over others, are joined again; the rest cannot be touched by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.coreference.persons.clusters import LocalPerson
from memcon.coreference.persons.identity import unnamed_id
from memcon.coreference.persons.persons import NOBODY, join_persons, respelled
from memcon.flow.adding.new import MOST_TOUCHED, New, TouchesMuch
from memcon.flow.keeping import blocks_of, kept_actor
from memcon.model.cluster import Member, standing
from memcon.model.kept import KeptActor
from memcon.model.record import Actor, Decision
from memcon.record.actors import summed
from memcon.record.sums import ActorSum
from memcon.store import changing, keeping, reading

MEETS = {"bare": "first", "first": "bare"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A person of a known document who was one of the record's and is another now."""

    actor: KeptActor
    before: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who everybody is.

    new      the actors of the new documents
    moved    the known persons whose ids changed
    before   the ids that the persons joined again had
    actors   the record's actors that are told of anew, and their sums
    gone     ids that nobody has any more
    changed  actors who now stand for another side or differ otherwise in what engagements are compared by
    """

    new: tuple[KeptActor, ...]
    moved: tuple[Moved, ...]
    before: frozenset[str]
    decisions: tuple[Decision, ...]
    actors: tuple[Actor, ...]
    sums: Mapping[str, ActorSum]
    gone: frozenset[str]
    changed: frozenset[str]

    @property
    def ids(self) -> dict[Member, str]:
        return {(a.document, a.actor.key): a.id for a in self.new}

    @property
    def moved_documents(self) -> set[str]:
        return {m.actor.document for m in self.moved}


def who_is_who(db: Connection, new: New) -> Who:
    local = [(f.document, n, a) for f in new.findings for n, a in enumerate(f.actors)]
    days = {d: day.earliest for d, day in reading.published(db).items()}
    persons = [LocalPerson(d, a, days[d]) for d, _, a in local if a.kind == "person" and a.named]
    known = keeping.actors_named(db, names_that_meet(db, {pair for _, _, a in local for pair in blocks_of(a)}))
    joined = join_persons([*persons, *(LocalPerson(a.document, a.actor, days[a.document]) for a in known)])
    found, decisions = joined.ids, joined.decisions
    ids = {(d, a.key): found[d, a.key] if (d, a.key) in found else unnamed_id(d, a) for d, _, a in local}
    moved = tuple(Moved(replace(a, id=now), a.id) for a in known if (now := found[a.document, a.actor.key]) != a.id)
    if any(NOBODY in (m.before, m.actor.id) for m in moved):
        raise TouchesMuch("of a name of known reports it is or was open whom it means")
    if len({m.actor.document for m in moved}) > MOST_TOUCHED:
        raise TouchesMuch("many persons are others now")
    mine = tuple(kept_actor(d, n, a, ids) for d, n, a in local)
    sums, gone = told_anew(db, new, mine, moved)
    actors = tuple(sums[i].actor(i) for i in sorted(sums))
    were = changing.actors_in_short(db, sums)
    changed = frozenset(a.id for a in actors if a.id in were and standing(a) != standing(were[a.id]))
    before = frozenset(a.id for a in known) - {NOBODY}
    return Who(mine, moved, before, decisions, actors, sums, gone, changed)


def names_that_meet(db: Connection, blocks: Iterable[tuple[str, str]]) -> set[str]:
    """All names that can have to do with some, directly or over others. `blocks`: those of the names."""
    found: set[str] = set()
    asked: set[str] = set()
    waiting = set(blocks)
    while waiting:
        found |= {name for _, name in waiting}
        slips = {pair for pair in waiting if pair[0].startswith("respelled\t")}
        wanted = {_met(block) for block, _ in waiting - slips} - asked
        asked |= wanted
        mine: dict[str, list[str]] = {}
        for block, name in slips:
            mine.setdefault(block, []).append(name)
        others = keeping.blocks(db, "block", mine)
        near = {other for block, other in others if any(respelled(name, other) for name in mine[block])}
        waiting = keeping.blocks(db, "name", (keeping.names(db, wanted) | near) - found)
    return found


def _met(block: str) -> str:
    """The block of the names that those of a block can be joined with."""
    kind, _, key = block.partition("\t")
    return "\t".join((MEETS.get(kind, kind), key))


def told_anew(
    db: Connection, new: New, mine: Iterable[KeptActor], moved: Iterable[Moved]
) -> tuple[dict[str, ActorSum], frozenset[str]]:
    """The sums of the actors that new documents name, and of those who lost or won persons; and the ids that nobody has."""
    moved = list(moved)
    remade = {m.before for m in moved} | {m.actor.id for m in moved}
    members = {(a.document, a.actor.key): a for a in keeping.actors_who_are(db, remade)}
    members |= {(m.actor.document, m.actor.actor.key): m.actor for m in moved}
    documents = {a.document for a in members.values()}
    if len(documents) > MOST_TOUCHED:
        raise TouchesMuch("many reports tell of an actor who is made anew")
    texts = {**reading.documents_by_id(db, sorted(documents)), **new.documents}
    sums = keeping.sums(db, {a.id for a in mine} - remade - {NOBODY}, ActorSum)
    for a in sorted((*members.values(), *mine), key=lambda a: (a.document, a.number)):
        summed(texts[a.document], a.number, a.actor, a.id, sums)
    return sums, frozenset(remade - sums.keys())
