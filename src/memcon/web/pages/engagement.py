"""One engagement: its life, who took part, what each side says of it, and why its mentions are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from memcon import OpenRecord, Shown
from memcon.analysis.spots import spot
from memcon.copies.quotations.alterations import SECOND_HAND
from memcon.model import life
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.kinds import EngagementKind
from memcon.model.record import PARTICIPANT, Account, CitedMention, Engagement, Family, Verdict
from memcon.model.status import Status
from memcon.model.text import Evidence, Span
from memcon.shown_json import as_object
from memcon.web import map_drawing
from memcon.web.agenda import DEEDS, agenda
from memcon.web.answers import as_json, html
from memcon.web.asking import Opened, Slipped, correcting
from memcon.wording import placing, sureness, words
from memcon.wording.passages import Passage, passage, sentences

router = APIRouter()
SHORT = 240  # characters of a line of what the sides did


@dataclass(frozen=True, slots=True)
class Cited:
    """Words in their sentence, and where they stand."""

    told: Passage
    document: Document
    start: int

    @property
    def second_hand(self) -> bool:
        """Are the words nobody's, because a machine changed them?"""
        return bool(SECOND_HAND & set(self.document.condition))


@dataclass(frozen=True, slots=True)
class Told:
    """A value of a field, the words of all reports that tell it so, and how many these are."""

    value: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    reports: int


@router.get("/engagements/{item}.json", tags=["engagements"], summary="One engagement with everything around it")
def engagement_json(request: Request, record: Opened, item: str) -> Response:
    return as_json(request, as_object(record.show(item)))


@router.get("/engagements/{item}", include_in_schema=False)
def engagement_page(request: Request, record: Opened, item: str, others: bool = False) -> Response:
    """`others`: also those of the same people that were left out, which takes long where these meet often."""
    return answer(request, record, item, others)


def answer(request: Request, record: OpenRecord, item: str, others: bool = False, slip: Slipped | None = None) -> Response:
    """The page; with the form that could not be taken."""
    shown = record.show(item, left_out=others)
    e = shown.item
    if not isinstance(e, Engagement):
        return html(request, "elsewhere.html", shown=shown)
    within = sentences(e)
    said = record.said_around(e)
    documents = {**shown.documents, **record.documents_by_id({s.document for s in said})}
    actors = {**shown.actors, **record.actors_by_id(s.speaker for s in said)}
    links = linked(e, shown)
    deeds = record.done_around(e, DEEDS)
    actors |= record.actors_by_id(i for d in deeds for i in (*d.actors, *d.recipients))
    states = [s for s in dict.fromkeys(actors[p.actor].state for p in e.participants if p.actor in actors) if s]
    issues = by_issue(said, states, {i: a.state for i, a in actors.items()})
    return html(
        request,
        "engagement.html",
        status=422 if slip else 200,
        refused=slip.why if slip else None,
        correcting=correcting(record, e, slip),
        statuses=list(Status),
        kinds=list(EngagementKind),
        shown=shown,
        e=e,
        others=others,
        actors=actors,
        documents=documents,
        sure=sureness.of_engagement(e, actors),
        points=life.turning_points(e.history),
        cite=lambda evidence: cited(evidence, within, documents),
        differing=accounts(e),
        doubtful=[a for a in e.accounts if a.field == PARTICIPANT],
        sides=states,
        issues=issues,
        **located(e, documents),
        agenda=agenda(e, issues, shown.outlook, deeds, actors, documents),
        in_line=lambda item: line_cited(documents.get(item.document), item.span),
        holder=lambda o: words.actor(actors.get(o.holder)) if o.holder else "",
        families=origins(e, record.families_of(e.reports), documents),
        links=links,
        candidates=[
            (o.id, f"{words.when(o)}, {words.occasion(o)}") for o in (*(o for _, o in links), *shown.left_out.values())
        ],
        reports=[(d, _listed(documents[d])) for d in e.reports if d in documents],
    )


def located(e: Engagement, documents: Mapping[str, Document]) -> dict[str, object]:
    """Where it was, on a small map, and what says so."""
    place = spot(e.place) if e.place else None
    return {
        "place": place,
        "map": map_drawing.around(place) if place else None,
        "place_told": placing.how_sure(e),
        "naming": best_cited(placing.naming(e), documents),
    }


def _listed(document: Document) -> str:
    return f"{document.outlet or 'outlet unknown'}, {words.day(document.published)}: {words.title(document)}"


def cited(
    evidence: Evidence, within: Mapping[tuple[str, int, int], Span], documents: Mapping[str, Document]
) -> Cited | None:
    """Evidence in its sentence; where that is not known, in its line."""
    document = documents.get(evidence.document)
    if document is None:
        return None
    span = Span(evidence.start, evidence.end)
    sentence = within.get((evidence.document, evidence.start, evidence.end)) or span
    return Cited(passage(document, span, sentence), document, evidence.start)


def best_cited(mentions: Iterable[CitedMention], documents: Mapping[str, Document]) -> Cited | None:
    """The sentence of the first of some mentions, in a report whose words no machine changed where there is one."""
    found = [
        Cited(
            passage(documents[m.document], m.mention.span, m.mention.sentence), documents[m.document], m.mention.span.start
        )
        for m in mentions
        if m.document in documents
    ]
    return min(
        found, key=lambda c: (c.second_hand, str(c.document.published.earliest), c.document.id, c.start), default=None
    )


def line_cited(document: Document | None, span: Span) -> Cited | None:
    """Words in their line, where their sentence is not known."""
    if document is None:
        return None
    first, last = document.text.rfind("\n", 0, span.start) + 1, document.text.find("\n", span.end)
    line = Span(first, last if last >= 0 else len(document.text))
    return Cited(passage(document, span, line, SHORT), document, span.start)


def accounts(e: Engagement) -> dict[str, list[Told]]:
    """The fields of which reports tell what cannot all be, each with its values: what differs first, then what most tell."""
    fields = dict.fromkeys(a.field for a in e.accounts if a.verdict == "differs" and a.field not in (PARTICIPANT, "status"))
    return {field: told([a for a in e.accounts if a.field == field]) for field in fields}


def told(some: Iterable[Account]) -> list[Told]:
    """Accounts of one field by what they say."""
    by_value: dict[tuple[str, Verdict], list[Evidence]] = {}
    for a in some:
        by_value.setdefault((words.account(a.field, a.value), a.verdict), []).extend(a.evidence)
    made = [
        Told(value, verdict, tuple(cited), len({c.document for c in cited})) for (value, verdict), cited in by_value.items()
    ]
    return sorted(made, key=lambda t: (t.verdict != "differs", -t.reports, t.value))


def by_issue(
    said: Iterable[Statement], states: list[str], states_of: Mapping[str, str | None]
) -> dict[str, dict[str, list[Statement]]]:
    """What each side says, aligned by issue: issue -> state -> statements. An issue of which nobody of a side speaks stays empty there."""
    found: dict[str, dict[str, list[Statement]]] = {}
    for s in said:
        state = states_of.get(s.speaker or "")
        if state in states and state is not None:
            for issue in s.issues or ("",):
                found.setdefault(issue, {side: [] for side in states})[state].append(s)
    return dict(sorted(found.items(), key=lambda item: (item[0] == "", item[0])))


def origins(
    e: Engagement, families: Iterable[Family], documents: Mapping[str, Document]
) -> list[tuple[Document, list[Document]]]:
    """The reports by origin: each that is to be trusted, with its copies among the reports."""
    copies = {m.document: f.canonical for f in families for m in f.members}
    grouped: dict[str, list[str]] = {}
    for report in e.reports:
        grouped.setdefault(copies.get(report, report), []).append(report)
    made = []
    for first, some in grouped.items():
        known = [documents[d] for d in dict.fromkeys((first, *some)) if d in documents]
        if known:
            made.append((known[0], known[1:]))
    return sorted(made, key=lambda pair: (str(pair[0].published.earliest), pair[0].id))


def linked(e: Engagement, shown: Shown) -> list[tuple[str, Engagement]]:
    """Parts, the whole, what came before and after, each with the word for it."""

    def link(other: Engagement) -> str:
        if other.id == e.part_of:
            return "part of"
        if other.id == e.rescheduled_as:
            return "rescheduled as"
        return "its part" if other.part_of == e.id else "instead of"

    return [(link(other), other) for other in shown.engagements]
