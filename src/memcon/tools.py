"""What a language model, or any program that holds one to its sources, may ask a record: each answer with its words and where they stand.

Comes in: an open record and plain values. Goes out: plain objects for JSON. Nothing is told without the words that support it;
`verify_quote` says whether words stand in a report as they are quoted.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from memcon.confidence import scorer
from memcon.explaining import nearest, places_of
from memcon.export import record_json
from memcon.model import life
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.record import Actor, Engagement
from memcon.model.text import Evidence, Span
from memcon.wording import listing, words
from memcon.wording.passages import passage, sentences

if TYPE_CHECKING:
    from memcon.api import OpenRecord

MOST = 50  # items of one answer
LOOKED_AT = 40  # documents in which a quotation without a document is looked for

Answer = dict[str, Any]


def search(record: "OpenRecord", query: str, limit: int = 10) -> Answer:
    """Reports that hold all the words, the best first, each with the words in their context."""
    found = record.search(query, min(limit, MOST))
    documents = record.documents_by_id({hit.document for hit in found})
    return {
        "hits": [
            {**_report(documents[h.document]), "start": h.start, "end": h.end, "quote": h.words, "times": h.times,
             "context": " ".join(f"{h.before}{h.words}{h.after}".split())}
            for h in found
        ]
    }  # fmt: skip


def engagements(
    record: "OpenRecord",
    with_: Sequence[str] = (),
    person: Sequence[str] = (),
    status: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    issue: str | None = None,
    as_of: str | None = None,
    limit: int = 20,
) -> Answer:
    """Meetings, visits, calls and summits that reports tell of, in order of time, each once, as of a day; the last words on each."""
    found = record.engagements(
        with_=with_,
        person=person,
        status=status,
        since=since,
        until=until,
        issue=issue,
        as_of=as_of or record.last_published(),
    )
    actors = record.actors_by_id(p.actor for e in found for p in e.participants)
    listed = [e for e in found if listing.tells(e, actors)]
    shown = listed[: min(limit, MOST)]
    documents = record.documents_by_id({e.history[-1].evidence[0].document for e in shown})
    return {
        "engagements": [_engagement(e, actors, documents) for e in shown],
        "more": len(listed) - len(shown),
        "as_of": as_of or str(record.last_published() or ""),
        "unknown": record.strangers(with_=with_, person=person),
    }


def engagement(record: "OpenRecord", id: str) -> Answer:
    """One engagement: its life, who took part, what reports tell differently, each value with its words."""
    shown = record.show(id)
    if not isinstance(shown.item, Engagement):
        return {"error": f"{id} is the id of a {shown.kind}, not of an engagement"}
    e, within = shown.item, sentences(shown.item)
    return {
        **_engagement(e, shown.actors, shown.documents),
        "history": [
            {
                "status": point.status,
                "said": words.day(point.first.said_on),
                "again": len(point.repeated),
                **_cited(point.first.evidence[0], shown.documents, within.get(_place(point.first.evidence[0]))),
            }
            for point in life.turning_points(e.history)
        ],
        "participants": [
            {
                "name": words.actor(shown.actors.get(p.actor), e),
                "part": p.part,
                "words": [_cited(c, shown.documents) for c in p.evidence[:2]],
            }
            for p in e.participants
        ],
        "accounts": [
            {
                "field": a.field,
                "value": a.value,
                "verdict": a.verdict,
                "words": [_cited(c, shown.documents) for c in a.evidence[:2]],
            }
            for a in e.accounts
            if a.verdict != "agrees"
        ],
        "reports": [_report(shown.documents[d]) for d in e.reports if d in shown.documents],
        "linked": [
            {
                "id": other.id,
                "is": "part of" if other.id == e.part_of else "linked",
                "what": words.occasion(other),
                "when": words.when(other),
            }
            for other in shown.engagements
        ],
    }


def statements(
    record: "OpenRecord",
    person: Sequence[str] = (),
    with_: Sequence[str] = (),
    issue: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
) -> Answer:
    """What somebody said, wrote or denied, the last first, in the words of the report."""
    found = record.statements(person=person, with_=with_, issue=issue, since=since, until=until)
    shown = found[::-1][: min(limit, MOST)]
    documents = record.documents_by_id({s.document for s in shown})
    actors = record.actors_by_id(s.speaker for s in shown)
    return {
        "statements": [_statement(s, documents[s.document], actors) for s in shown],
        "more": len(found) - len(shown),
        "unknown": record.strangers(with_=with_, person=person),
    }


def relationship(record: "OpenRecord", left: str, right: str, since: str | None = None, until: str | None = None) -> Answer:
    """Two states over time: how often they met, the longest silences beside what was read in them, the engagements."""
    d = record.dyad(left, right, since=since, until=until)
    read = record.coverage()
    last = engagements(record, with_=(left, right), since=since, until=until, limit=MOST)
    return {
        "states": [words.state_name(d.left), words.state_name(d.right)],
        "held": d.held,
        "to_come": d.ahead,
        "called_off": d.called_off,
        "unconfirmed": d.unconfirmed,
        "issues": [{"issue": issue, "times": times} for issue, times in d.issues],
        "silences": [
            {
                "days": gap.days,
                "from": str(gap.after),
                "to": str(gap.until),
                "reports_read": sum(c.reports for m, c in read.items() if str(gap.after)[:7] <= m <= str(gap.until)[:7]),
            }
            for gap in d.silences
        ],
        "engagements": last["engagements"],
        "more": last["more"],
    }


def verify_quote(record: "OpenRecord", quote: str, document: str | None = None) -> Answer:
    """Do words stand in a report as they are quoted? White space and the kind of quotation marks do not count. Where they do not stand
    there, the nearest passage is told. Without a document, reports that hold the words are looked through."""
    if not quote.strip():
        return {"verbatim": False, "why": "no words were given"}
    looked = record.documents_by_id([document]) if document else _holding(record, quote)
    if document and document not in looked:
        return {"verbatim": False, "why": f"no document has the id {document}"}
    places = [(d, span) for d in looked.values() for span in places_of(d.text, quote)]
    if places:
        return {
            "verbatim": True,
            "places": [
                {**_report(d), "start": s.start, "end": s.end, "quote": s.of(d.text), "exact": s.of(d.text) == quote}
                for d, s in places[:MOST]
            ],
        }
    return {
        "verbatim": False,
        "why": "these words stand in no report that was looked at",
        "nearest": _nearest(looked.values(), quote),
    }


def _holding(record: "OpenRecord", quote: str) -> dict[str, Document]:
    """Reports that hold the quotation, or its words."""
    plain = quote.replace('"', " ")
    hits = record.search(f'"{plain}"', LOOKED_AT) or record.search(plain, LOOKED_AT)
    return record.documents_by_id({hit.document for hit in hits})


def _nearest(documents: Iterable[Document], quote: str) -> Answer | None:
    found = nearest(documents, quote)
    return (
        {**_report(found[0]), "start": found[1].start, "end": found[1].end, "quote": found[1].of(found[0].text)}
        if found
        else None
    )


def _engagement(e: Engagement, actors: dict[str, Actor], documents: dict[str, Document]) -> Answer:
    last = e.history[-1].evidence[0]
    return {
        "id": e.id,
        "what": words.occasion(e),
        "when": words.when(e),
        "earliest": str(e.date.earliest) if e.date.earliest else None,
        "latest": str(e.date.latest) if e.date.latest else None,
        "day_from": str(e.date.basis),
        "who": words.who(e, actors),
        "where": words.where(e.place) or None,
        "status": e.status,
        "confidence": record_json.confidence(e, actors),
        "told_by": words.support(e),
        "last_words": _cited(last, documents, sentences(e).get(_place(last))),
    }


def _statement(s: Statement, document: Document, actors: dict[str, Actor]) -> Answer:
    speaker = actors.get(s.speaker or "")
    return {
        "speaker": words.actor(speaker) if speaker else s.speaker_text,
        "kind": s.kind,
        "polarity": s.polarity,
        "quote": s.span.of(document.text),
        "start": s.span.start,
        "end": s.span.end,
        "altered": s.altered,
        "confidence": scorer.speaker(s),
        "issues": list(s.issues),
        **_report(document),
    }


def _place(c: Evidence) -> tuple[str, int, int]:
    return c.document, c.start, c.end


def _cited(c: Evidence, documents: dict[str, Document], sentence: Span | None = None) -> Answer:
    document = documents.get(c.document)
    told = {
        "quote": c.quote,
        "start": c.start,
        "end": c.end,
        **(_report(document) if document else {"document": c.document}),
    }
    if document and sentence:
        told["sentence"] = str(passage(document, Span(c.start, c.end), sentence))
    return told


def _report(d: Document) -> Answer:
    return {"document": d.id, "title": d.title, "outlet": d.outlet, "published": words.day(d.published)}
