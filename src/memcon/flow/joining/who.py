"""Who the actors of changed documents are, and who the known ones are now.

Comes in: what changed. Goes out: `Who`: their actors' ids, the persons whose ids changed, and the actors that are told of anew.
Only persons who share a name with one of these, directly or over others or because people said so, are joined again; the rest cannot
be touched by it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.coreference.persons.clusters import LocalPerson
from memcon.coreference.persons.identity import unnamed_id
from memcon.coreference.persons.persons import NOBODY, join_persons, respelled
from memcon.flow.joining.changed import Changed
from memcon.flow.keeping import blocks_of, kept_actor
from memcon.model.cluster import Member, standing
from memcon.model.kept import KeptActor
from memcon.model.record import Actor, Decision
from memcon.model.rulings import Rulings
from memcon.record.actors import corrected, summed
from memcon.record.sums import ActorSum
from memcon.store import changing, kept

MEETS = {"bare": "first", "first": "bare"}


@dataclass(frozen=True, slots=True)
class Who:
    """Who everybody is.

    new      the actors of the changed documents
    moved    the persons of others whose ids changed
    joined   ids that the persons joined again had or have
    actors   the record's actors that are told of anew, and their sums
    gone     ids that nobody has any more
    changed  actors who now stand for another side or differ otherwise in what engagements are compared by
    ruled    what people decided about actors, with the ids that it touches
    """

    new: tuple[KeptActor, ...]
    moved: tuple[KeptActor, ...]
    joined: frozenset[str]
    decisions: tuple[Decision, ...]
    actors: tuple[Actor, ...]
    sums: Mapping[str, ActorSum]
    gone: frozenset[str]
    changed: frozenset[str]
    ruled: tuple[Decision, ...]

    @property
    def ids(self) -> dict[Member, str]:
        """Who those are now who are new or were somebody else."""
        return {a.member: a.id for a in (*self.new, *self.moved)}

    @property
    def moved_documents(self) -> set[str]:
        return {a.document for a in self.moved}


def who_is_who(db: Connection, changed: Changed) -> Who:
    findings = changed.findings.values()
    new = [kept_actor(changed.documents[f.document], n, a) for f in findings for n, a in enumerate(f.actors)]
    were = kept.actors_in(db, changed.gone)
    rulings = Rulings("actor", changed.decisions, changed.ruled)
    beside_gone = _beside(changed.decisions, changed.gone | {f.document for f in findings})
    touched = [*new, *were, *kept.actors_in(db, (changed.decided | beside_gone) - changed.gone)]
    known = [a for a in _known(db, touched, rulings) if a.document not in changed.gone]
    persons = [a for a in new if a.name is not None]
    joined = join_persons(
        [LocalPerson(a.document, a.actor, a.published.earliest) for a in (*persons, *known)],
        rulings.pairs("same"),
        rulings.pairs("different"),
    )
    mine = tuple(
        replace(a, id=joined.ids[a.member] if a.name is not None else unnamed_id(a.document, a.actor)) for a in new
    )
    now = {a.member: joined.ids[a.member] for a in known}
    moved = [(a, replace(a, id=now[a.member])) for a in known if a.id != now[a.member]]
    beside = {a.id for a in touched if a.document in changed.decided}
    sums, gone = _told_anew(db, changed, mine, moved, {a.id for a in were}, beside)
    ids = {a.member: a.id for a in kept.actors_in(db, changed.ruled) if a.document not in changed.gone}
    ids |= {a.member: a.id for a in (*mine, *(after for _, after in moved))}
    return _who(db, mine, moved, known, were, joined.decisions, sums, gone, ids, rulings)


def _who(
    db: Connection,
    mine: tuple[KeptActor, ...],
    moved: Sequence[tuple[KeptActor, KeptActor]],
    known: Iterable[KeptActor],
    were: Iterable[KeptActor],
    decisions: tuple[Decision, ...],
    sums: Mapping[str, ActorSum],
    gone: frozenset[str],
    ids: Mapping[Member, str],
    rulings: Rulings,
) -> Who:
    right = {ids[m]: said for m, said in rulings.on("corrected").items() if m in ids}
    actors = tuple(corrected(sums[i].actor(i), right.get(i, ())) for i in sorted(sums))
    before = changing.actors_in_short(db, sums)
    changed = frozenset(a.id for a in actors if a.id in before and standing(a) != standing(before[a.id]))
    after = tuple(after for _, after in moved)
    joined = frozenset(a.id for a in (*known, *were, *after, *mine)) - {NOBODY}
    return Who(mine, after, joined, decisions, actors, sums, gone, changed, rulings.settled(ids))


def _beside(decisions: Iterable[Decision], documents: Set[str]) -> set[str]:
    """The documents of those whom people tied to somebody of these documents: where one goes, the tie goes with it."""
    sides = ({place.rpartition("@")[0] for place in (d.left, d.right) if place} for d in decisions if d.about == "actor")
    return {other for pair in sides if pair & documents for other in pair - documents}


def _known(db: Connection, touched: Sequence[KeptActor], rulings: Rulings) -> list[KeptActor]:
    """The known persons that can be one of some, directly or over others, or are by what people said."""
    blocks = {pair for a in touched for pair in blocks_of(a.actor)}
    pairs = list(rulings.pairs("same"))
    ruled = {a.member: a for a in kept.actors_in(db, {d for pair in pairs for d, _ in pair})}
    ruled |= {a.member: a for a in touched}
    while True:
        names = names_that_meet(db, blocks)
        wanted = {
            block
            for pair in pairs
            if any(m in ruled and ruled[m].name in names for m in pair)
            for m in pair
            if m in ruled
            for block in blocks_of(ruled[m].actor)
        }
        if wanted <= blocks:
            return kept.actors_named(db, names)
        blocks |= wanted


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
        others = kept.blocks(db, "block", mine)
        near = {other for block, other in others if any(respelled(name, other) for name in mine[block])}
        waiting = kept.blocks(db, "name", (kept.names(db, wanted) | near) - found)
    return found


def _met(block: str) -> str:
    """The block of the names that those of a block can be joined with."""
    kind, _, key = block.partition("\t")
    return "\t".join((MEETS.get(kind, kind), key))


def _told_anew(
    db: Connection,
    changed: Changed,
    mine: Iterable[KeptActor],
    moved: Sequence[tuple[KeptActor, KeptActor]],
    were: set[str],
    beside: set[str],
) -> tuple[dict[str, ActorSum], frozenset[str]]:
    """The sums of the actors that documents tell of anew, or no more; and the ids that nobody has. Where only somebody more is added,
    the sum that is kept grows; where somebody goes, it is made anew."""
    remade = ({before.id for before, _ in moved} | were) - {NOBODY}
    gains = [*mine, *(after for _, after in moved)]
    moving = {after.member for _, after in moved}
    members = [a for a in kept.actors_who_are(db, remade) if a.document not in changed.gone and a.member not in moving]
    sums = kept.sums(db, ({a.id for a in gains} | beside) - remade - {NOBODY}, ActorSum)
    for a in sorted((*members, *gains), key=lambda a: (a.document, a.number)):
        summed(a, a.id, sums)
    return sums, frozenset(remade - sums.keys())
