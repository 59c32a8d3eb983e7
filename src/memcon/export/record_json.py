"""The record as JSON: the public contract that docs/record.md describes.

Comes in: a `Record`, or a store's stream of one. Goes out: one JSON object, item by item, so that a record of millions of
words never stands in memory as a whole. The same record gives the same bytes: one item a line.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any

import msgspec

from memcon.confidence import scorer
from memcon.export import contract
from memcon.export.contract import FORMAT_VERSION
from memcon.export.view import RecordView
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Event, IssueMention, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.publicity import is_private
from memcon.model.record import Actor, Decision, Engagement, Family, Record, Reject
from memcon.model.resolved import Place
from memcon.model.text import Evidence, Span
from memcon.model.variants import QuotationVariants

Json = Mapping[str, Any]  # any item of the contract


def to_json(record: Record) -> str:
    """The whole record as one JSON object; the same record gives the same bytes."""
    return b"".join(json_lines(record)).decode()


def json_lines(record: RecordView) -> Iterator[bytes]:
    """The record's JSON in pieces, each a line."""
    encode = msgspec.json.Encoder().encode
    yield b'{"memcon":' + encode(FORMAT_VERSION)
    for name, items in sections(record).items():
        yield b',\n"%s":[' % name.encode()
        separator = b"\n"
        for item in items:
            yield separator + encode(item)
            separator = b",\n"
        yield b"]"
    yield b"}\n"


def write_json(record: RecordView, out: IO[bytes]) -> None:
    """The record's JSON, into an open file."""
    out.writelines(json_lines(record))


def sections(record: RecordView) -> Mapping[str, Iterator[Json]]:
    """The record's lists by name, in the order of the contract; each is read when it is asked for."""
    return {
        "documents": _each(lambda: _documents(record)),
        "families": _each(lambda: map(family, record.families)),
        "actors": _each(lambda: map(actor, record.actors)),
        "mentions": _each(lambda: (mention(d, m) for d, m in record.mentions)),
        "times": _each(lambda: (time(d, t) for d, t in record.times)),
        "places": _each(lambda: (place_mention(d, p) for d, p in record.places)),
        "statements": _each(lambda: map(statement, record.statements)),
        "quotations": _each(lambda: map(quotation, record.quotations)),
        "engagements": _each(lambda: _engagements(record)),
        "events": _each(lambda: map(event, record.events)),
        "issues": _each(lambda: (issue_mention(d, i) for d, i in record.issues)),
        "outlook": _each(lambda: map(outlook, record.outlook)),
        "decisions": _each(lambda: map(decision, record.decisions)),
        "rejects": _each(lambda: map(reject, record.rejects)),
    }


def _each(items: Callable[[], Iterable[Json]]) -> Iterator[Json]:
    yield from items()


def _documents(record: RecordView) -> Iterator[Json]:
    families = {d: f.id for f in record.families for d in f.documents}
    return (document(d, families.get(d.id)) for d in record.documents)


def _engagements(record: RecordView) -> Iterator[Json]:
    in_short = {a.id: replace(a, aliases=(), roles=(), grounds=()) for a in record.actors}
    return (engagement(e, in_short) for e in record.engagements)


def span(s: Span) -> contract.Stretch:
    return {"start": s.start, "end": s.end}


def cited(evidence: tuple[Evidence, ...]) -> list[contract.Cited]:
    return [{"document": e.document, "start": e.start, "end": e.end, "quote": e.quote} for e in evidence]


def date(d: DateRange | None) -> contract.Date | None:
    if d is None:
        return None
    return dated(d)


def dated(d: DateRange) -> contract.Date:
    return {
        "earliest": d.earliest.isoformat() if d.earliest else None,
        "latest": d.latest.isoformat() if d.latest else None,
        "value": d.value,
        "basis": str(d.basis),
    }


def said_on(d: DateRange) -> str | None:
    """The day of a report as text, or the days between which it lies."""
    if d.earliest is None or d.latest is None:
        return None
    return d.earliest.isoformat() if d.exact else f"{d.earliest.isoformat()}/{d.latest.isoformat()}"


def place(p: Place | None) -> contract.Place | None:
    if p is None:
        return None
    return {
        "name": p.name,
        "country": p.country,
        "latitude": p.latitude,
        "longitude": p.longitude,
        "geonames": p.geonames,
        "basis": p.basis.value,
    }


def document(d: Document, family_id: str | None) -> contract.Document:
    return {
        "id": d.id,
        "source": d.source,
        "also_at": list(d.also_at),
        "sha256": d.sha256,
        "title": d.title,
        "outlet": d.outlet,
        "byline": list(d.byline),
        "published": dated(d.published),
        "captured": d.captured,
        "language": d.language,
        "zones": [{"start": z.start, "end": z.end, "zone": z.zone} for z in d.zones],
        "family": family_id,
        "condition": list(d.condition),
    }


def actor(a: Actor) -> contract.Actor:
    return {
        "id": a.id,
        "kind": a.kind,
        "name": a.name,
        "aliases": list(a.aliases),
        "state": a.state,
        "state_evidence": cited(a.grounds),
        "state_gap": a.gap,
        "public": a.public,
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


def engagement(e: Engagement, actors: Mapping[str, Actor]) -> contract.Engagement:
    """`actors`: those who take part, at least."""
    return {
        "id": e.id,
        "kind": e.kind,
        "participants": [{"actor": p.actor, "part": p.part, "evidence": cited(p.evidence)} for p in e.participants],
        "place": place(e.place),
        "date": dated(e.date),
        "status": e.status,
        "history": [{"status": h.status, "said_on": said_on(h.said_on), "evidence": cited(h.evidence)} for h in e.history],
        "issues": list(e.issues),
        "accounts": [
            {"field": a.field, "value": a.value, "evidence": cited(a.evidence), "verdict": a.verdict} for a in e.accounts
        ],
        "mentions": [
            {
                "document": m.document,
                "start": m.mention.span.start,
                "end": m.mention.span.end,
                "kind": m.mention.kind,
                "status": m.mention.status,
            }
            for m in e.mentions
        ],
        "part_of": e.part_of,
        "rescheduled_as": e.rescheduled_as,
        "reports": list(e.reports),
        "origins": e.origins,
        "private": is_private(e, actors),
        "confidence": confidence(e, actors),
    }


def confidence(e: Engagement, actors: Mapping[str, Actor]) -> contract.Confidence:
    sure = scorer.confidence(e, actors)
    return {
        "status": sure.status,
        "place": sure.place,
        "part_of": sure.part_of,
        "rescheduled_as": sure.rescheduled_as,
    }


def time(document_id: str, t: TimeMention) -> contract.Time:
    return {"document": document_id, "start": t.span.start, "end": t.span.end, "date": dated(t.date)}


def place_mention(document_id: str, p: NamedPlace) -> contract.PlaceMention:
    return {
        "document": document_id,
        "start": p.span.start,
        "end": p.span.end,
        "name": p.place.name,
        "country": p.place.country,
        "latitude": p.place.latitude,
        "longitude": p.place.longitude,
        "geonames": p.place.geonames,
    }


def issue_mention(document_id: str, i: IssueMention) -> contract.IssueMention:
    return {"document": document_id, "start": i.span.start, "end": i.span.end, "issue": i.issue}


def mention(document_id: str, m: NameMention) -> contract.Mention:
    return {
        "document": document_id,
        "start": m.span.start,
        "end": m.span.end,
        "actor": m.actor,
        "text": m.text,
        "how": m.how,
    }


def statement(s: Statement) -> contract.Statement:
    return {
        "id": s.id,
        "document": s.document,
        "start": s.span.start,
        "end": s.span.end,
        "kind": s.kind,
        "quotes": [span(q) for q in s.quotes],
        "speaker": s.speaker,
        "speaker_text": s.speaker_text,
        "addressee": s.addressee,
        "cue": span(s.cue) if s.cue else None,
        "polarity": s.polarity,
        "issues": list(s.issues),
        "confidence": scorer.speaker(s),
        "altered": s.altered,
        "variants": list(s.variants),
        "retells": s.retells,
        "origins": s.origins,
        "why": s.why,
    }


def quotation(q: QuotationVariants) -> contract.Quotation:
    variants: list[contract.Variant] = [
        {
            "document": v.document,
            "start": v.span.start,
            "end": v.span.end,
            "statement": v.statement,
            "altered": v.altered,
            "changes": [{"kind": c.kind, "was": c.was, "now": c.now} for c in v.changes],
        }
        for v in q.variants
    ]
    return {"id": q.id, "family": q.family, "variants": variants, "verbatim": q.verbatim, "why": list(q.why)}


def event(e: Event) -> contract.Event:
    return {
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
        "start": e.span.start,
        "end": e.span.end,
        "holder": e.holder,
        "intensity": e.intensity,
        "why": e.why,
        "retells": e.retells,
        "origins": e.origins,
    }


def outlook(o: Outlook) -> contract.Outlook:
    return {
        "id": o.id,
        "holder": o.holder,
        "about": o.about,
        "by": date(o.by),
        "document": o.document,
        "start": o.span.start,
        "end": o.span.end,
        "hedge": o.hedge,
        "outcome": o.outcome,
    }


def family(f: Family) -> contract.Family:
    members: list[contract.Member] = [
        {"document": m.document, "relation": m.relation, "score": m.score, "evidence": cited(m.evidence)} for m in f.members
    ]
    return {"id": f.id, "canonical": f.canonical, "reasons": list(f.reasons), "members": members}


def decision(d: Decision) -> contract.Decision:
    return {
        "left": d.left,
        "right": d.right,
        "verdict": d.verdict,
        "by": d.by,
        "reason": d.reason,
        "at": d.at,
        "about": d.about,
        "field": d.field,
        "value": d.value,
        "items": list(d.items),
        "judge": d.judge,
        "before": d.before,
    }


def reject(r: Reject) -> contract.Reject:
    return {"source": r.source, "reason": r.reason, "detail": r.detail}


def item(value: Engagement | Actor | Statement | Event | Outlook | Family | Document, actors: Mapping[str, Actor]) -> Json:
    """One item of the record, in the form that its list has. `actors`: those whom it names, at least."""
    match value:
        case Engagement():
            return engagement(value, actors)
        case Actor():
            return actor(value)
        case Statement():
            return statement(value)
        case Event():
            return event(value)
        case Outlook():
            return outlook(value)
        case Family():
            return family(value)
        case Document():
            return document(value, None)
