"""How the rows of the tables for analysis are made: a function for each table of `export/tables.py`, from a record to its rows.

Rows come in the order of the record, one at a time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from memcon.confidence.scorer import confidence, speaker
from memcon.export.columns import YEAR, Row, Sheets, date_cells, place_cells, year_of
from memcon.model.findings import Event, Statement
from memcon.model.publicity import is_private
from memcon.model.record import Actor, Engagement
from memcon.model.text import Span


def documents(sheets: Sheets) -> Iterator[Row]:
    copies = {c.document: (f.id, c.relation, f.canonical) for f in sheets.record.families for c in f.members}
    own = {f.canonical: (f.id, None, None) for f in sheets.record.families}
    for d in sheets.record.documents:
        family, relation, canonical = copies.get(d.id) or own.get(d.id) or (None, None, None)
        yield {
            "id": d.id,
            "source": d.source,
            "outlet": d.outlet,
            "title": d.title,
            "byline": list(d.byline),
            **date_cells("published", d.published),
            "captured": d.captured,
            "language": d.language,
            "characters": len(d.text),
            "sha256": d.sha256,
            "family": family,
            "relation": relation,
            "canonical": canonical,
            "condition": list(d.condition),
            YEAR: year_of(d.published),
        }


def actors(sheets: Sheets) -> Iterator[Row]:
    for a in sheets.actors.values():
        yield {
            "id": a.id,
            "kind": a.kind,
            "name": a.name,
            "aliases": list(a.aliases),
            "state": a.state,
            "state_gap": a.gap,
            "public": a.public,
            "wikidata": a.wikidata,
            "titles": list(dict.fromkeys(r.title for r in a.roles)),
        }


def engagements(sheets: Sheets) -> Iterator[Row]:
    for e in sheets.record.engagements:
        states = {s for p in e.participants if (s := sheets.state(p.actor))}
        yield {
            "id": e.id,
            "kind": e.kind,
            "status": e.status,
            **date_cells("date", e.date),
            **place_cells(e.place),
            "participants": [name for p in e.participants if (name := sheets.name(p.actor))],
            "states": sorted(states),
            "issues": list(e.issues),
            "part_of": e.part_of,
            "rescheduled_as": e.rescheduled_as,
            "reports": len(e.reports),
            "origins": e.origins,
            "differing": sorted({a.field for a in e.accounts if a.verdict == "differs"}),
            "private": is_private(e, sheets.actors),
            **_confidence(e, sheets),
            YEAR: year_of(e.date),
        }


def _confidence(e: Engagement, sheets: Sheets) -> Row:
    sure = confidence(e, sheets.actors)
    return {
        "confidence_status": sure.status,
        "confidence_place": sure.place,
        "confidence_part_of": sure.part_of,
        "confidence_rescheduled_as": sure.rescheduled_as,
    }


def participants(sheets: Sheets) -> Iterator[Row]:
    for e in sheets.record.engagements:
        for p in e.participants:
            who = sheets.actors.get(p.actor)
            yield {
                "engagement": e.id,
                "actor": p.actor,
                "name": who.name if who else None,
                "kind": who.kind if who else None,
                "state": who.state if who else None,
                "part": p.part,
                "office": _office(sheets, who, e) if who else None,
                "words": [c.quote for c in p.evidence],
                "documents": [c.document for c in p.evidence],
                YEAR: year_of(e.date),
            }


def _office(sheets: Sheets, who: Actor, engagement: Engagement) -> str | None:
    """The title that most of the engagement's own reports give him."""
    titles = sheets.titles(who)
    told = Counter(title for report in engagement.reports for title in titles.get(report, ()))
    return min(told, key=lambda title: (-told[title], title), default=None)


def history(sheets: Sheets) -> Iterator[Row]:
    for e in sheets.record.engagements:
        for number, step in enumerate(e.history):
            yield {
                "engagement": e.id,
                "step": number,
                "status": step.status,
                "said_earliest": step.said_on.earliest,
                "said_latest": step.said_on.latest,
                "words": [c.quote for c in step.evidence],
                "documents": [c.document for c in step.evidence],
                YEAR: year_of(e.date),
            }


def reports(sheets: Sheets) -> Iterator[Row]:
    for e in sheets.record.engagements:
        for m in e.mentions:
            yield {
                "engagement": e.id,
                "document": m.document,
                "start": m.mention.span.start,
                "end": m.mention.span.end,
                "kind": m.mention.kind,
                "status": m.mention.status,
                YEAR: year_of(e.date),
            }


def statements(sheets: Sheets) -> Iterator[Row]:
    words = _words(sheets, sheets.record.statements)
    for s in sheets.record.statements:
        day = sheets.published.get(s.document)
        yield {
            "id": s.id,
            "document": s.document,
            "start": s.span.start,
            "end": s.span.end,
            "words": words.get(s.id),
            "kind": s.kind,
            "polarity": s.polarity,
            "speaker": s.speaker,
            "speaker_name": sheets.name(s.speaker),
            "speaker_state": sheets.state(s.speaker),
            "speaker_text": s.speaker_text,
            "addressee": s.addressee,
            "addressee_name": sheets.name(s.addressee),
            "issues": list(s.issues),
            "confidence": speaker(s),
            "altered": s.altered,
            "retells": s.retells,
            "origins": s.origins,
            "rule": s.why,
            "said_earliest": day.earliest if day else None,
            "said_latest": day.latest if day else None,
            YEAR: year_of(day),
        }


def events(sheets: Sheets) -> Iterator[Row]:
    words = _words(sheets, sheets.record.events)
    for e in sheets.record.events:
        yield {
            "id": e.id,
            "document": e.document,
            "start": e.span.start,
            "end": e.span.end,
            "words": words.get(e.id),
            "type": e.type,
            "mode": e.mode,
            "contexts": list(e.contexts),
            "actors": list(e.actors),
            "actor_names": [name for a in e.actors if (name := sheets.name(a))],
            "actor_states": sorted({s for a in e.actors if (s := sheets.state(a))}),
            "recipients": list(e.recipients),
            "recipient_names": [name for a in e.recipients if (name := sheets.name(a))],
            "recipient_states": sorted({s for a in e.recipients if (s := sheets.state(a))}),
            **date_cells("date", e.date),
            **place_cells(e.place),
            "tense": e.tense,
            "negated": e.negated,
            "holder": e.holder,
            "holder_name": sheets.name(e.holder),
            "intensity": e.intensity,
            "retells": e.retells,
            "origins": e.origins,
            "rule": e.why,
            YEAR: year_of(e.date),
        }


def mentions(sheets: Sheets) -> Iterator[Row]:
    for document, m in sheets.record.mentions:
        yield {
            "document": document,
            "start": m.span.start,
            "end": m.span.end,
            "text": m.text,
            "actor": m.actor,
            "actor_name": sheets.name(m.actor),
            "how": m.how,
            YEAR: year_of(sheets.published.get(document)),
        }


def _words(sheets: Sheets, items: Iterable[Statement | Event]) -> Mapping[str, str]:
    """The words of each item. Items are in the order of their ids, texts in that of documents: only the words stay in memory."""
    spans: dict[str, list[tuple[str, Span]]] = {}
    for item in items:
        spans.setdefault(item.document, []).append((item.id, item.span))
    return {name: span.of(d.text) for d in sheets.record.documents for name, span in spans.pop(d.id, ())}
