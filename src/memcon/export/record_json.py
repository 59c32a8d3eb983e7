"""The record as JSON: the public contract that docs/record.md describes."""

import json
from typing import Any

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.record import Actor, Engagement, Record
from memcon.model.resolved import Place
from memcon.model.text import Evidence, Span

FORMAT_VERSION = "1"
Json = dict[str, Any]


def to_json(record: Record) -> str:
    """The whole record as one JSON object; the same record gives the same bytes."""
    return json.dumps(as_json(record), ensure_ascii=False, indent=1) + "\n"


def as_json(record: Record) -> Json:
    return {
        "memcon": FORMAT_VERSION,
        "documents": [document(d, record) for d in record.documents],
        "families": [
            {
                "id": f.id,
                "canonical": f.canonical,
                "members": [
                    {"document": m.document, "relation": m.relation, "score": m.score, "evidence": cited(m.evidence)}
                    for m in f.members
                ],
            }
            for f in record.families
        ],
        "actors": [actor(a) for a in record.actors],
        "mentions": [
            {"document": d, **span(m.span), "actor": m.actor, "text": m.text, "how": m.how} for d, m in record.mentions
        ],
        "times": [{"document": d, **span(t.span), "date": date(t.date)} for d, t in record.times],
        "places": [{"document": d, **span(p.span), **(place(p.place) or {})} for d, p in record.places],
        "statements": [
            {
                "id": s.id,
                "document": s.document,
                **span(s.span),
                "kind": s.kind,
                "quotes": [span(q) for q in s.quotes],
                "speaker": s.speaker,
                "speaker_text": s.speaker_text,
                "addressee": s.addressee,
                "cue": span(s.cue) if s.cue else None,
                "polarity": s.polarity,
                "issues": list(s.issues),
                "confidence": s.confidence,
                "altered": s.altered,
                "variants": list(s.variants),
                "why": s.why,
            }
            for s in record.statements
        ],
        "engagements": [engagement(e) for e in record.engagements],
        "events": [
            {
                "id": e.id,
                "type": e.type,
                "mode": e.mode,
                "contexts": list(e.contexts),
                "actors": list(e.actors),
                "recipients": list(e.recipients),
                "date": date(e.date),
                "place": place(e.place),
                "tense": e.tense,
                "negated": e.negated,
                "document": e.document,
                **span(e.span),
                "holder": e.holder,
                "intensity": e.intensity,
                "why": e.why,
            }
            for e in record.events
        ],
        "issues": [{"document": d, **span(i.span), "issue": i.issue} for d, i in record.issues],
        "outlook": [
            {
                "id": o.id,
                "holder": o.holder,
                "about": o.about,
                "by": date(o.by),
                "document": o.document,
                **span(o.span),
                "hedge": o.hedge,
                "outcome": o.outcome,
            }
            for o in record.outlook
        ],
        "decisions": [
            {"left": d.left, "right": d.right, "verdict": d.verdict, "by": d.by, "reason": d.reason, "at": d.at}
            for d in record.decisions
        ],
        "rejects": [{"source": r.source, "reason": r.reason, "detail": r.detail} for r in record.rejects],
    }


def span(s: Span) -> Json:
    return {"start": s.start, "end": s.end}


def cited(evidence: tuple[Evidence, ...]) -> list[Json]:
    return [{"document": e.document, "start": e.start, "end": e.end, "quote": e.quote} for e in evidence]


def date(d: DateRange | None) -> Json | None:
    if d is None:
        return None
    days = {
        "earliest": d.earliest.isoformat() if d.earliest else None,
        "latest": d.latest.isoformat() if d.latest else None,
    }
    return {**days, "value": d.value, "basis": d.basis}


def place(p: Place | None) -> Json | None:
    if p is None:
        return None
    where = {"latitude": p.latitude, "longitude": p.longitude, "geonames": p.geonames}
    return {"name": p.name, "country": p.country, **where}


def document(d: Document, record: Record) -> Json:
    family = next((f.id for f in record.families if any(m.document == d.id for m in f.members)), None)
    return {
        "id": d.id,
        "source": d.source,
        "sha256": d.sha256,
        "title": d.title,
        "outlet": d.outlet,
        "byline": list(d.byline),
        "published": date(d.published),
        "language": d.language,
        "zones": [{"start": z.start, "end": z.end, "zone": z.zone} for z in d.zones],
        "family": family,
        "condition": list(d.condition),
    }


def actor(a: Actor) -> Json:
    return {
        "id": a.id,
        "kind": a.kind,
        "name": a.name,
        "aliases": list(a.aliases),
        "state": a.state,
        "wikidata": a.wikidata,
        "roles": [
            {
                "title": r.title,
                "organisation": r.organisation,
                "from": date(r.since),
                "to": date(r.until),
                "evidence": cited(r.evidence),
            }
            for r in a.roles
        ],
    }


def engagement(e: Engagement) -> Json:
    return {
        "id": e.id,
        "kind": e.kind,
        "participants": [{"actor": p.actor, "part": p.part, "evidence": cited(p.evidence)} for p in e.participants],
        "place": place(e.place),
        "date": date(e.date),
        "status": e.status,
        "history": [{"status": h.status, "said_on": date(h.said_on), "evidence": cited(h.evidence)} for h in e.history],
        "issues": list(e.issues),
        "accounts": [
            {"field": a.field, "value": a.value, "evidence": cited(a.evidence), "verdict": a.verdict} for a in e.accounts
        ],
        "mentions": [
            {"document": m.document, **span(m.mention.span), "kind": m.mention.kind, "status": m.mention.status}
            for m in e.mentions
        ],
        "part_of": e.part_of,
        "rescheduled_as": e.rescheduled_as,
        "reports": list(e.reports),
        "origins": e.origins,
    }
