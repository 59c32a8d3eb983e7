"""What one room read in one document, as JSON objects: a line each, for people who use one part of memcon by itself.

Comes in: a document with its findings, and the room. Goes out: for each finding, in the order of the text, one object with
`document` (the source, as the supplier names it), `start`, `end` and `text` (the words, whose offsets count the code points of the
document's text), and the fields that docs/commands.md describes. Whoever is meant stands there by name, kind and state.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, get_args

from memcon.confidence.scorer import speaker
from memcon.export.record_json import Json, date, dated, place
from memcon.model.document import Document
from memcon.model.findings import (
    EngagementMention,
    Event,
    Findings,
    LocalEngagement,
    NamedPlace,
    NameMention,
    Participant,
    Statement,
    TimeMention,
)
from memcon.model.resolved import LocalActor
from memcon.model.status import together
from memcon.model.text import Span

Room = Literal["statements", "times", "places", "events", "actors", "engagements"]
ROOMS: tuple[Room, ...] = get_args(Room)


class Page:
    """A document with its findings, and what is asked of both."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self.document = document
        self.findings = findings
        self._actors = {actor.key: actor for actor in findings.actors}

    def line(self, span: Span, fields: Json) -> Json:
        """A finding at its place."""
        return {"document": self.document.source, "start": span.start, "end": span.end, "text": self.words(span), **fields}

    def words(self, span: Span) -> str:
        return span.of(self.document.text)

    def cited(self, span: Span | None) -> Json | None:
        return {"start": span.start, "end": span.end, "quote": self.words(span)} if span else None

    def actor(self, key: str | None) -> Json | None:
        """Whom a key means; None where it stays open."""
        actor = self._actors.get(key or "")
        return _actor(actor) if actor else None

    def actors(self, keys: tuple[str, ...]) -> list[Json]:
        return [found for key in keys if (found := self.actor(key))]

    def participants(self, participants: tuple[Participant, ...]) -> list[Json]:
        return [
            {"actor": self.actor(p.actor), "part": p.part, "evidence": self.cited(p.span)}
            for p in participants
            if self.actor(p.actor)
        ]


def lines(document: Document, findings: Findings, room: Room) -> Iterator[Json]:
    """The findings of a room, in the order of the text."""
    made = _ROOMS[room](Page(document, findings))
    return iter(sorted(made, key=lambda line: (line["start"], line["end"])))


def _actor(actor: LocalActor) -> Json:
    return {"key": actor.key, "kind": actor.kind, "name": actor.name, "state": actor.state}


def _actors(page: Page) -> Iterator[Json]:
    known = {actor.key: actor for actor in page.findings.actors}
    for m in page.findings.mentions:
        yield page.line(m.span, _mention(page, m, known.get(m.actor or "")))


def _mention(page: Page, m: NameMention, actor: LocalActor | None) -> dict[str, Any]:
    roles = [
        {"title": r.title, "organisation": r.organisation, "state": r.state, "past": r.past, "evidence": page.cited(r.span)}
        for r in (actor.roles if actor else ())
    ]
    more = {"named": actor.named, "plural": actor.plural, "gender": actor.gender, "roles": roles} if actor else {}
    state = {"state_evidence": _state_evidence(page, actor), "state_gap": actor.gap} if actor else {}
    return {"how": m.how, "actor": (dict(_actor(actor)) | more | state) if actor else None, "reason": m.reason or None}


def _state_evidence(page: Page, actor: LocalActor) -> list[Json]:
    """What tells the state that somebody serves; without a place where it stands outside the text."""
    return [
        {"feature": e.feature, "state": e.state, "weight": e.weight, "words": e.words, "evidence": page.cited(e.span)}
        for e in actor.evidence
    ]


def _times(page: Page) -> Iterator[Json]:
    for t in page.findings.times:
        yield page.line(t.span, _time(t))


def _time(t: TimeMention) -> Json:
    return {**dated(t.date), "basis_kind": t.date.basis.kind, "rule": t.date.basis.rule or None, "tense": t.tense}


def _places(page: Page) -> Iterator[Json]:
    for p in page.findings.places:
        yield page.line(p.span, _place(p))


def _place(p: NamedPlace) -> Json:
    return place(p.place) or {}


def _statements(page: Page) -> Iterator[Json]:
    for s in page.findings.statements:
        yield page.line(s.span, _statement(page, s))


def _statement(page: Page, s: Statement) -> Json:
    return {
        "kind": s.kind,
        "polarity": s.polarity,
        "speaker": page.actor(s.speaker),
        "speaker_text": s.speaker_text,
        "addressee": page.actor(s.addressee),
        "cue": page.cited(s.cue),
        "quotes": [page.cited(q) for q in s.quotes],
        "issues": list(s.issues),
        "confidence": speaker(s),
        "why": s.why,
    }


def _events(page: Page) -> Iterator[Json]:
    for e in page.findings.events:
        yield page.line(e.span, _event(page, e))


def _event(page: Page, e: Event) -> Json:
    return {
        "type": e.type,
        "mode": e.mode,
        "contexts": list(e.contexts),
        "actors": page.actors(e.actors),
        "recipients": page.actors(e.recipients),
        "date": date(e.date),
        "place": place(e.place),
        "tense": e.tense,
        "negated": e.negated,
        "holder": page.actor(e.holder),
        "intensity": e.intensity,
        "why": e.why,
    }


def _engagements(page: Page) -> Iterator[Json]:
    for e in page.findings.engagements:
        yield page.line(e.mentions[0].span, _engagement(page, e))


def _engagement(page: Page, e: LocalEngagement) -> Json:
    return {
        "key": e.key,
        "kind": e.kind,
        "status": together(m.status for m in e.mentions),
        "participants": page.participants(e.participants),
        "place": place(e.place),
        "date": dated(e.date),
        "issues": list(e.issues),
        "part_of": e.part_of,
        "rescheduled_as": e.rescheduled_as,
        "generic": e.generic,
        "several": e.several,
        "mentions": [_engagement_mention(page, m) for m in e.mentions],
    }


def _engagement_mention(page: Page, m: EngagementMention) -> Json:
    return {
        **(page.cited(m.span) or {}),
        "kind": m.kind,
        "status": m.status,
        "participants": page.participants(m.participants),
        "place": place(m.place),
        "date": date(m.date),
        "sentence": page.cited(m.sentence),
        "rule": m.rule or None,
        "why": m.why,
    }


_ROOMS: Mapping[Room, Callable[[Page], Iterator[Json]]] = {
    "statements": _statements,
    "times": _times,
    "places": _places,
    "events": _events,
    "actors": _actors,
    "engagements": _engagements,
}
