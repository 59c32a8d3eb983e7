"""Writing items of the joined record, in the transaction that the caller opened."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from memcon.model.dates import DateRange
from memcon.model.record import Actor, Copy, Engagement, Family, Record
from memcon.model.variants import QuotationVariants
from memcon.store import schema
from memcon.store.bulk import Row, put_rows
from memcon.store.codec import folded, pack
from memcon.store.deciding import decision_row


def put_days(db: Connection, inferred_days: Mapping[str, DateRange]) -> None:
    """The days that the join gave to documents which say none."""
    rows = ({"document": d, **_days("published", day), "body": pack(day)} for d, day in inferred_days.items())
    put_rows(db, schema.dated, rows)


def put_items(db: Connection, record: Record) -> None:
    """The items of a record, beside those that stand there."""
    _put_families(db, record.families)
    _put_actors(db, record)
    _put_engagements(db, record.engagements)
    _put_statements(db, record)
    _put_quotations(db, record.quotations)
    _put_events(db, record)
    _put_spotted(db, record)
    put_rows(db, schema.decisions, map(decision_row, record.decisions))


def _days(prefix: str, date: DateRange | None) -> Row:
    return {f"{prefix}_earliest": date.earliest if date else None, f"{prefix}_latest": date.latest if date else None}


def _put_families(db: Connection, families: tuple[Family, ...]) -> None:
    put_rows(db, schema.families, (_family(f) for f in families))
    members = (
        {"family": f.id, "document": m.document, "relation": m.relation, "score": m.score}
        for f in families
        for m in (Copy(f.canonical, "exact", 1.0), *f.members)
    )
    put_rows(db, schema.family_members, members)


def _family(f: Family) -> Row:
    return {"id": f.id, "canonical": f.canonical, "size": len(f.documents), "body": pack(f)}


def _put_actors(db: Connection, record: Record) -> None:
    seen = Counter(m.actor for _, m in record.mentions if m.actor)
    rows = (
        {
            "id": a.id,
            "kind": a.kind,
            "name": a.name,
            "state": a.state,
            "named": a.named,
            "mentions": seen[a.id],
            "body": pack(a),
        }
        for a in record.actors
    )
    put_rows(db, schema.actors, rows)
    put_rows(db, schema.actor_names, (row for a in record.actors for row in _names(a)))


def _names(actor: Actor) -> Iterator[Row]:
    return ({"actor": actor.id, "folded": name} for name in sorted({folded(n) for n in (actor.name, *actor.aliases)}))


def _put_engagements(db: Connection, engagements: tuple[Engagement, ...]) -> None:
    rows = (
        {
            "id": e.id,
            "kind": e.kind,
            "status": e.status,
            **_days("date", e.date),
            "place": e.place.name if e.place else None,
            "country": e.place.country if e.place else None,
            "part_of": e.part_of,
            "rescheduled_as": e.rescheduled_as,
            "reports": len(e.reports),
            "origins": e.origins,
            "generic": e.generic,
            "body": pack(e),
        }
        for e in engagements
    )
    put_rows(db, schema.engagements, rows)
    parts = {(e.id, p.actor, p.part): None for e in engagements for p in e.participants}
    put_rows(db, schema.engagement_participants, ({"engagement": e, "actor": a, "part": p} for e, a, p in parts))
    put_rows(
        db, schema.engagement_issues, ({"engagement": e.id, "issue": i} for e in engagements for i in sorted(set(e.issues)))
    )
    reports = ({"engagement": e.id, "document": d} for e in engagements for d in sorted(set(e.reports)))
    put_rows(db, schema.engagement_reports, reports)


def _put_statements(db: Connection, record: Record) -> None:
    rows = (
        {
            "id": s.id,
            "document": s.document,
            "start": s.span.start,
            "kind": s.kind,
            "polarity": s.polarity,
            "speaker": s.speaker,
            "addressee": s.addressee,
            "retells": s.retells,
            "body": pack(s),
        }
        for s in record.statements
    )
    put_rows(db, schema.statements, rows)
    issues = ({"statement": s.id, "issue": i} for s in record.statements for i in sorted(set(s.issues)))
    put_rows(db, schema.statement_issues, issues)


def _put_quotations(db: Connection, quotations: tuple[QuotationVariants, ...]) -> None:
    put_rows(db, schema.quotations, ({"id": q.id, "body": pack(q)} for q in quotations))


def _put_events(db: Connection, record: Record) -> None:
    rows = (
        {
            "id": e.id,
            "document": e.document,
            "start": e.span.start,
            "type": e.type,
            "tense": e.tense,
            "negated": e.negated,
            **_days("date", e.date),
            "retells": e.retells,
            "body": pack(e),
        }
        for e in record.events
    )
    put_rows(db, schema.events, rows)
    sides = (("actor", "actors"), ("recipient", "recipients"))
    actors = {(e.id, a, side): None for e in record.events for side, field in sides for a in getattr(e, field)}
    put_rows(db, schema.event_actors, ({"event": e, "actor": a, "side": side} for e, a, side in actors))
    contexts = ({"event": e.id, "context": c} for e in record.events for c in sorted(set(e.contexts)))
    put_rows(db, schema.event_contexts, contexts)


def _put_spotted(db: Connection, record: Record) -> None:
    """What was seen at a place of a document: mentions, times, places, issues, outlook."""
    mentions = ({"document": d, "start": m.span.start, "actor": m.actor, "body": pack(m)} for d, m in record.mentions)
    put_rows(db, schema.mentions, mentions)
    put_rows(db, schema.times, ({"document": d, "start": t.span.start, "body": pack(t)} for d, t in record.times))
    put_rows(db, schema.places, ({"document": d, "start": p.span.start, "body": pack(p)} for d, p in record.places))
    issues = ({"document": d, "start": i.span.start, "issue": i.issue, "body": pack(i)} for d, i in record.issues)
    put_rows(db, schema.issues, issues)
    outlook = (
        {
            "id": o.id,
            "document": o.document,
            "start": o.span.start,
            "holder": o.holder,
            "about": o.about,
            "outcome": o.outcome,
            **_days("by", o.by),
            "body": pack(o),
        }
        for o in record.outlook
    )
    put_rows(db, schema.outlook, outlook)
