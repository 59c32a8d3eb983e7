"""A few new documents are added to a joined record, which becomes what a join of all documents would make it, to the byte.

Comes in: a store. Goes out: whether they were added. Touched is only what they touch: persons with whom they share names, parts of
the record in which their engagements have their like, what tells the same as they. Where it is not plain that this is exact, or
where much is touched, nothing is changed, and the join has to be done in full.
"""

from sqlalchemy import Connection

from memcon.flow.adding.met import Met, who_met
from memcon.flow.adding.new import New, TouchesMuch, what_is_new
from memcon.flow.adding.told import Told, what_is_told
from memcon.flow.adding.who import Who, who_is_who
from memcon.flow.keeping import blocks_of, kept_document, kept_prints
from memcon.model.kept import Kept
from memcon.model.record import Record
from memcon.store import changing, keeping, reading, schema
from memcon.store.store import Store


def added(store: Store, stamp: str) -> bool:
    """Add what came since the last join, and leave the stamp. False, and nothing changed, where that cannot be done in part."""
    try:
        with store.transaction() as db:
            _add(db, stamp)
    except TouchesMuch:
        return False
    return True


def _add(db: Connection, stamp: str) -> None:
    new = what_is_new(db, stamp)
    who = who_is_who(db, new)
    told = what_is_told(db, new, who)
    _keep(db, new, who)
    _write(db, new, who, told)
    met = who_met(db, new, who)
    _write_met(db, met)
    reading.set_joined(db, stamp)


def _keep(db: Connection, new: New, who: Who) -> None:
    """Keep what the next join needs of the new documents."""
    documents = new.documents
    kept = Kept(
        tuple(kept_document(documents[d], key) for d, key in new.keys.items()),
        who.new,
        frozenset(pair for a in who.new for pair in blocks_of(a.actor)),
        (),
        tuple(pair for f in new.findings for s in f.statements for pair in kept_prints(s, documents[s.document])),
        frozenset(),
        new.copies,
    )
    keeping.put_kept(db, kept, who.sums)
    keeping.drop_sums(db, who.gone)
    keeping.move_actors(db, (m.actor for m in who.moved))


def _write(db: Connection, new: New, who: Who, told: Told) -> None:
    """Everything but engagements."""
    part = Record(
        documents=(),
        families=(),
        actors=who.actors,
        mentions=told.mentions,
        times=tuple((f.document, t) for f in new.findings for t in f.times),
        places=tuple((f.document, p) for f in new.findings for p in f.places),
        statements=told.statements,
        quotations=(),
        engagements=(),
        events=told.events,
        issues=tuple((f.document, i) for f in new.findings for i in f.issues),
        outlook=told.outlook,
        decisions=(),
        rejects=(),
    )
    changing.drop(db, schema.actors, "id", who.gone)
    changing.put_part(db, part)
    changing.count_mentions(db, who.sums)
    after = {a.id for a in who.new} | {m.actor.id for m in who.moved}
    changing.change_decisions(db, "persons: ", "right", who.before | after, who.decisions)


def _write_met(db: Connection, met: Met) -> None:
    part = Record((), (), (), (), (), (), (), (), met.engagements, (), (), (), (), ())
    changing.drop(db, schema.engagements, "id", met.gone)
    changing.put_part(db, part)
    changing.change_decisions(db, "rule: one occasion", "left", met.labels, met.decisions)
    keeping.drop_engagements(db, {e.document for e in met.fresh})
    keeping.put_engagements(db, met.fresh)
    keeping.move_engagements(db, met.known)
