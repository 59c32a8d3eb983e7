"""One statement: the words in their sentence, who said them and how that was read, how other documents have them, and corrections."""

from fastapi import APIRouter, Request, Response

from memcon import OpenRecord
from memcon.model.findings import Statement
from memcon.model.record import Actor
from memcon.model.text import Span
from memcon.shown_json import as_object
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened, Slipped, correcting
from memcon.web.editing import SESSION
from memcon.wording import sureness
from memcon.wording.passages import passage

router = APIRouter()


@router.get("/statements/{item}.json", tags=["statements"], summary="One statement with everything around it")
def statement_json(request: Request, record: Opened, item: str) -> Response:
    return as_json(request, as_object(record.show(item)))


@router.get("/statements/{item}", include_in_schema=False)
def statement_page(request: Request, record: Opened, item: str) -> Response:
    return answer(request, record, item)


def answer(request: Request, record: OpenRecord, item: str, slip: Slipped | None = None) -> Response:
    """The page; with the form that could not be taken."""
    shown = record.show(item)
    s = shown.item
    if not isinstance(s, Statement):
        return html(request, "elsewhere.html", shown=shown)
    d = shown.documents[s.document]
    return html(
        request,
        "statement.html",
        status=422 if slip else 200,
        refused=slip.why if slip else None,
        correcting=correcting(record, s, slip),
        s=s,
        d=d,
        told=passage(d, s.span, around(d.text, s)),
        shown=shown,
        actors=shown.actors,
        sure=sureness.of_speaker(s),
        known=named_in(record, request, s.document),
    )


def named_in(record: OpenRecord, request: Request, document: str) -> list[Actor]:
    """Whom a report mentions, for a form in which a speaker is named; nobody where there is no form."""
    if not request.scope.get(SESSION):
        return []
    told = record.told_in(document)
    return sorted((told.actors[i] for i in {m.actor for m in told.mentions if m.actor}), key=lambda a: (a.name, a.id))


def around(text: str, s: Statement) -> Span:
    """The statement with the words that tell who speaks, to the ends of their lines."""
    first, last = min(s.span.start, s.cue.start if s.cue else s.span.start), max(s.span.end, s.cue.end if s.cue else 0)
    end = text.find("\n", last)
    return Span(text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end)
