"""A brief on paper, and as JSON: sentences, each with the words that support it.

Comes in: a `Brief`, statements of the period, the actors and documents that they name. Goes out: a `Page` or an object. A sentence says
who, where, when and what became of it; where no words tell the day or the place, it says what they were taken from.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from memcon.analysis.brief import Brief, Turn, What
from memcon.desk.page import Item, Page, Section
from memcon.desk.quoting import quotes, source_json
from memcon.export import record_json
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.kinds import EngagementKind
from memcon.model.record import Actor, Engagement
from memcon.model.status import Status
from memcon.wording import sayings, words
from memcon.wording.support import Source, unsupported

BECAME: Mapping[Status, str] = {
    Status.ANNOUNCED: "was announced",
    Status.PLANNED: "is planned",
    Status.AGREED: "was agreed on",
    Status.INVITED: "rests on an invitation",
    Status.CONSIDERED: "is considered",
    Status.HELD: "took place",
    Status.ONGOING: "was under way",
    Status.POSTPONED: "was put off",
    Status.CANCELLED: "was called off",
    Status.DECLINED: "was declined",
    Status.RULED_OUT: "was ruled out",
}
HEADINGS: tuple[tuple[What, str], ...] = (
    ("took place", "Took place"),
    ("planned", "Planned"),
    ("moved", "Moved"),
    ("called off", "Called off"),
    ("lapsed", "Lapsed in silence"),
    ("recalled", "Told of from before these days"),
)


class BriefPage:
    """A brief with what it names. `about`: the two states, or the person; `read`: how many reports of these days were read."""

    def __init__(
        self,
        brief: Brief,
        statements: Sequence[Statement],
        actors: Mapping[str, Actor],
        documents: Mapping[str, Document],
        about: str,
        read: int,
    ) -> None:
        self._brief = brief
        self._statements = statements
        self._actors = actors
        self._documents = documents
        self._about = about
        self._read = read

    def page(self) -> Page:
        b = self._brief
        period = words.day(DateRange(b.first, b.last, f"{b.first}/{b.last}"))
        read = f"Read: {self._read:,} report{'s' * (self._read != 1)} of these days, on whatever subject."
        sections = [Section(heading, tuple(map(self._item, b.of(what)))) for what, heading in HEADINGS if b.of(what)]
        if self._statements:
            sections.append(Section("Said", tuple(map(self._said, self._statements))))
        if not sections:
            sections.append(Section("Nothing new", (), "No report of these days tells of anything that changed."))
        return Page(f"{self._about}, {period}", (read,), tuple(sections))

    def _item(self, turn: Turn) -> Item:
        lines = [f"{words.support(turn.engagement)}; {words.short(turn.engagement.id)}"]
        lines += unsupported(turn.engagement, turn.sources)
        return Item(self.sentence(turn), tuple(lines), quotes(turn.sources, self._documents))

    def sentence(self, turn: Turn) -> str:
        """The summit at Capella Hotel (Singapore) of Donald Trump (American President) and Kim Jong Un (North Korean leader), 12 Jun
        2018, took place; before, it was planned."""
        e = turn.engagement
        subject = self._subject(e)
        if turn.what == "lapsed":
            return f"No report says whether {subject[0].lower()}{subject[1:]} took place; its day has passed."
        if turn.move is not None:
            return f"{subject} {_agree('was moved', e)} from {words.day(turn.move.before)} to {words.day(turn.move.after)}."
        told = f"{subject} {self._became(turn)}"
        if turn.now is not None:
            told += f"; {words.when(turn.now)} stands in for it ({words.kind(turn.now.status)})"
        elif turn.before is not None and turn.before.status != turn.point.status:
            told += f"; before that: {words.kind(turn.before.status)} ({words.day(turn.before.first.said_on)})"
        return f"{told}." if turn.shown else f"{told}. Said on {words.day(turn.point.first.said_on)}."

    def _became(self, turn: Turn) -> str:
        if "status" in turn.engagement.corrected:
            return _agree(BECAME.get(turn.engagement.status, "is unconfirmed"), turn.engagement) + " (set right by hand)"
        if turn.shown:
            return "took place, as another engagement shows"
        over = turn.point.status == Status.ONGOING and turn.engagement.status == Status.HELD
        return _agree(BECAME[Status.HELD if over else turn.point.status], turn.engagement)

    def _subject(self, e: Engagement) -> str:
        """The visit to Beijing (China) of Mike Pompeo (American Secretary of State), 14 Jun 2018,"""
        people = self._people(e)
        who = f" of {_listed(people)}" if people else ""
        return f"The {words.occasion(e)}{who}, {words.when(e)},"

    def _people(self, e: Engagement) -> list[str]:
        """Who takes part; of a visit those who travel; "somebody unknown" for the other side of what nobody holds alone."""
        return ["somebody unknown" if name == "unknown" else name for name in words.travellers(e, self._actors)]

    def _said(self, s: Statement) -> Item:
        document = self._documents.get(s.document)
        who, what = sayings.line(s, self._actors, document)
        found = quotes([Source(s.document, s.span, None)], self._documents)
        day = words.day(document.published if document else None)
        return Item(f"{who}: {what}", (f"{found[0].place if found else day}; {words.short(s.id)}",))

    def as_object(self) -> dict[str, Any]:
        b = self._brief
        return {
            "about": self._about,
            "from": b.first.isoformat(),
            "to": b.last.isoformat(),
            "reports_read": self._read,
            "turns": [
                {
                    "what": t.what,
                    "sentence": self.sentence(t),
                    "engagement": t.engagement.id,
                    "status": t.engagement.status,
                    "said_on": record_json.said_on(t.point.first.said_on),
                    "before": t.before.status if t.before else None,
                    "now": t.now.id if t.now else None,
                    "origins": t.engagement.origins,
                    "taken_from": unsupported(t.engagement, t.sources),
                    "sources": [source_json(s, self._documents) for s in t.sources],
                }
                for t in b.turns
            ],
            "statements": [
                {
                    "id": s.id,
                    "sentence": ": ".join(sayings.line(s, self._actors, self._documents.get(s.document))),
                    "origins": s.origins,
                    "sources": [source_json(Source(s.document, s.span, None), self._documents)],
                }
                for s in self._statements
            ],
        }


def _agree(verb: str, e: Engagement) -> str:
    """Talks were, a visit was."""
    if e.kind != EngagementKind.TALKS:
        return verb
    plural = {"was": "were", "is": "are", "rests": "rest"}
    first, _, rest = verb.partition(" ")
    return f"{plural.get(first, first)} {rest}"


def _listed(names: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
