"""What changed -> the store: the differences are written, the rest stays as it was."""

from sqlalchemy import Connection

from memcon.flow.joining.joined import Joined
from memcon.flow.joining.whole import changed_items
from memcon.flow.keeping import blocks_of, kept_document
from memcon.store import changing, keeping, kept, kept_tables, schema, writing

STANDING_IN_TEXT = (schema.times, schema.places, schema.issues)


def write(db: Connection, now: Joined) -> None:
    first = kept.empty(db, kept_tables.kept_documents)
    _drop(db, now)
    _keep(db, now)
    writing.put_items(db, changed_items(now))
    if not first:
        changing.count_mentions(db, now.who.sums)
    changing.put_days(db, now.changed.days)
    changing.change_decisions(db, "persons: ", "right", now.who.joined, now.who.decisions)
    changing.change_decisions(db, "rule: one occasion", "left", now.met.labels, now.met.decisions)
    changing.put_rulings(db, now.ruled)


def _drop(db: Connection, now: Joined) -> None:
    """Take out what is no more, and what is written anew."""
    changed, copied, who, told, met = now.changed, now.copied, now.who, now.told, now.met
    gone = changed.gone
    changing.drop(db, schema.families, "id", (f.id for f in copied.gone))
    changing.drop(db, schema.actors, "id", {*who.gone, *who.sums})
    changing.drop(db, schema.engagements, "id", met.remade | met.gone)
    changing.drop(db, schema.quotations, "id", told.quoting.gone)
    for table in STANDING_IN_TEXT:
        changing.drop(db, table, "document", gone)
    for table in (schema.mentions, schema.outlook):
        changing.drop(db, table, "document", told.named | gone)
    for table, items in ((schema.statements, told.statements), (schema.events, told.events)):
        changing.drop(db, table, "document", told.rendered | gone)
        changing.drop(db, table, "id", (item.id for item in items if item.document not in told.rendered))


def _keep(db: Connection, now: Joined) -> None:
    """Keep what the next join needs."""
    changed, copied, who, told, met = now.changed, now.copied, now.who, now.told, now.met
    keeping.drop_documents(db, changed.gone)
    came = changed.documents
    kept = (kept_document(came[i], changed.findings[i], key, i in changed.datable) for i, key in changed.keys.items())
    keeping.put_documents(db, kept)
    keeping.put_names(db, {pair for a in who.new for pair in blocks_of(a.actor)})
    keeping.put_actors(db, who.new)
    keeping.move_actors(db, who.moved)
    keeping.drop_sums(db, who.gone)
    keeping.put_sums(db, who.sums)
    keeping.drop_quotations(db, told.quoting.gone, told.quoting.documents | changed.gone)
    groups = [(found.id, [v.document for v in found.variants]) for found in told.quoting.found]
    keeping.put_quotations(db, groups, told.quoting.runs)
    keeping.put_copies(db, copied.filed.rows, copied.filed.whole)
    keeping.drop_engagements(db, {e.document for e in met.fresh})
    keeping.put_engagements(db, met.fresh)
    keeping.move_engagements(db, met.known)
    keeping.drop_plain(db, met.remade | met.gone)
    keeping.put_plain(db, met.plain)
