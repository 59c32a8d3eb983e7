"""Engagements as JSON-LD: schema.org Events, those who take part, and W3C Web Annotations of the words that tell of them.

Comes in: a record. Goes out: one object with its context in itself, so that nothing is fetched to read it; a node a line. The selectors
of an annotation find its words by themselves (TextQuoteSelector) and by their place (TextPositionSelector, Unicode code points).
"""

from collections.abc import Iterator
from typing import IO

import msgspec

from memcon.export.columns import Sheets
from memcon.export.investigate.shared import JsonObject, days, headline, shown
from memcon.export.view import RecordView
from memcon.model.country_codes import alpha2
from memcon.model.document import Document
from memcon.model.record import Actor, CitedMention, Engagement
from memcon.model.resolved import Place
from memcon.model.status import Status
from memcon.model.text import Span

AROUND = 32  # characters before and behind, by which words are told from the same words elsewhere
CONTEXT = {
    "@vocab": "https://schema.org/",
    "memcon": "urn:memcon:vocabulary:",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "describing": "oa:describing",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "eventStatus": {"@type": "@vocab"},
    "attendee": {"@type": "@id"},
    "organizer": {"@type": "@id"},
    "superEvent": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "memcon:host": {"@type": "@id"},
    "memcon:mediator": {"@type": "@id"},
    "memcon:rescheduledAs": {"@type": "@id"},
}
# schema.org has no word for what was only talked of, refused before it was fixed, or of which nothing more was heard: then it says nothing.
EVENT_STATUS = {
    Status.ANNOUNCED: "EventScheduled",
    Status.PLANNED: "EventScheduled",
    Status.AGREED: "EventScheduled",
    Status.HELD: "EventScheduled",  # "is taking place or has taken place as scheduled"
    Status.ONGOING: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}
_PART = {"organiser": "organizer", "host": "memcon:host", "mediator": "memcon:mediator"}
_TYPE = {"person": "Person", "state": "Country"}


def write_jsonld(record: RecordView, out: IO[bytes]) -> None:
    out.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',\n"@graph":[')
    separator = b"\n"
    for node in _nodes(Sheets(record)):
        out.write(separator + msgspec.json.encode(node))
        separator = b",\n"
    out.write(b"\n]}\n")


def _nodes(sheets: Sheets) -> Iterator[JsonObject]:
    taking_part: set[str] = set()
    kept: set[str] = set()
    mentions: dict[str, list[tuple[str, CitedMention]]] = {}
    for e in shown(sheets):
        kept.add(e.id)
        taking_part.update(p.actor for p in e.participants)
        for m in e.mentions:
            mentions.setdefault(m.document, []).append((e.id, m))
    yield from (_actor(a) for a in sheets.actors.values() if a.id in taking_part)
    yield from (_event(e, sheets, kept) for e in shown(sheets))
    for d in sheets.record.documents:
        if d.id in mentions:
            yield _document(d)
            yield from (_annotation(d, e, m) for e, m in mentions[d.id])


def _iri(id: str | None) -> str | None:
    return f"urn:memcon:{id}" if id else None


def _without_gaps(node: JsonObject) -> JsonObject:
    return {name: value for name, value in node.items() if value is not None and value != []}


def _actor(a: Actor) -> JsonObject:
    return _without_gaps(
        {
            "id": _iri(a.id),
            "type": _TYPE.get(a.kind, "Organization"),
            "name": a.name,
            "alternateName": list(a.aliases),
            "jobTitle": list(dict.fromkeys(r.title for r in a.roles)) if a.kind == "person" else None,
            "memcon:state": a.state,
            "sameAs": f"http://www.wikidata.org/entity/{a.wikidata}" if a.wikidata else None,
        }
    )


def _event(e: Engagement, sheets: Sheets, kept: set[str]) -> JsonObject:
    parts: dict[str, list[str]] = {}
    for p in e.participants:
        if p.actor in sheets.actors:
            parts.setdefault(_PART.get(p.part, "attendee"), []).append(f"urn:memcon:{p.actor}")
    moved = e.status == Status.POSTPONED and e.rescheduled_as is not None
    told = days(e)
    return _without_gaps(
        {
            "id": _iri(e.id),
            "type": "Event",
            "name": headline(e, sheets),
            "eventStatus": "EventRescheduled" if moved else EVENT_STATUS.get(e.status),
            "memcon:status": e.status,
            "memcon:kind": e.kind,
            "startDate": told["date"],
            "memcon:earliest": told["date_earliest"],
            "memcon:latest": told["date_latest"],
            "memcon:dateBasis": told["date_basis"],
            "location": _place(e.place) if e.place else None,
            **parts,
            "about": list(e.issues),
            "superEvent": _iri(e.part_of) if e.part_of in kept else None,
            "memcon:rescheduledAs": _iri(e.rescheduled_as) if e.rescheduled_as in kept else None,
            "memcon:reports": len(e.reports),
            "memcon:origins": e.origins,
        }
    )


def _place(place: Place) -> JsonObject:
    geo = None
    if place.latitude is not None and place.longitude is not None:
        geo = {"type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    country = alpha2(place.country)
    return _without_gaps(
        {
            "type": "Place",
            "name": place.name,
            "geo": geo,
            "address": {"type": "PostalAddress", "addressCountry": country} if country else None,
            "sameAs": f"https://sws.geonames.org/{place.geonames}/" if place.geonames else None,
            "memcon:basis": place.basis.value,
        }
    )


def _document(d: Document) -> JsonObject:
    return _without_gaps(
        {
            "id": _iri(d.id),
            "type": "Article",
            "headline": d.title,
            "url": d.url,
            "publisher": {"type": "Organization", "name": d.outlet} if d.outlet else None,
            "author": [{"type": "Person", "name": name} for name in d.byline],
            "datePublished": str(d.published.earliest) if d.published.exact else None,
            "inLanguage": d.language,
            "memcon:sha256": d.sha256,
            "memcon:captured": d.captured,
        }
    )


def _annotation(d: Document, engagement: str, cited: CitedMention) -> JsonObject:
    span: Span = cited.mention.span
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(d.text),
        "prefix": d.text[max(0, span.start - AROUND) : span.start],
        "suffix": d.text[span.end : span.end + AROUND],
    }
    return {
        "id": f"urn:memcon:{engagement}:{d.id}:{span.start}-{span.end}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _iri(engagement),
        "target": {
            "source": _iri(d.id),
            "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
        },
        "memcon:status": cited.mention.status,
    }
