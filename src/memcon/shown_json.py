"""What `memcon show --json` prints: the item and its neighbours, in the forms of the record."""

from typing import TYPE_CHECKING

from memcon.export import record_json
from memcon.export.record_json import Json
from memcon.model.findings import Event, Outlook, Statement
from memcon.model.record import Engagement
from memcon.model.text import Span

if TYPE_CHECKING:
    from memcon.api import Shown


def as_object(shown: "Shown") -> Json:
    """The item and its neighbours as JSON, in the forms of the record."""
    documents = {i: record_json.document(d, None) for i, d in sorted(shown.documents.items())}
    return {
        "kind": shown.kind,
        "item": record_json.item(shown.item, shown.actors),
        "quotes": [
            {"document": d, "start": s.start, "end": s.end, "quote": s.of(shown.documents[d].text)}
            for d, s in spans_of(shown)
        ],
        "actors": {i: record_json.actor(a) for i, a in sorted(shown.actors.items())},
        "documents": documents,
        "engagements": [record_json.engagement(e, shown.actors) for e in shown.engagements],
        "statements": [record_json.statement(s) for s in shown.statements],
        "outlook": [record_json.outlook(o) for o in shown.outlook],
        "mentions": [record_json.mention(d, m) for d, m in shown.mentions],
        "decisions": [record_json.decision(d) for d in (*shown.decisions, *shown.judgements.same)],
        "left_out": [{"engagement": other, "reason": why.value} for other, why in shown.judgements.left_out],
        "families": [record_json.family(f) for f in shown.families],
        "quotations": [record_json.quotation(q) for q in shown.quotations],
    }


def spans_of(shown: "Shown") -> list[tuple[str, Span]]:
    """The stretches that the item itself cites."""
    match shown.item:
        case Engagement():
            return [(m.document, m.mention.span) for m in shown.item.mentions]
        case Statement() | Event() | Outlook():
            return [(shown.item.document, shown.item.span)]
    return [(d, m.span) for d, m in shown.mentions]
