"""Records made by hand, for tests of the rooms that only keep, ask and print them."""

from dataclasses import replace
from datetime import date

from memcon.model.dates import UNKNOWN_DATE, Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.findings import (
    EngagementMention,
    Event,
    Findings,
    IssueMention,
    LocalEngagement,
    NamedPlace,
    NameMention,
    Outlook,
    Statement,
    TimeMention,
)
from memcon.model.ids import content_id, sha256_of
from memcon.model.record import (
    Account,
    Actor,
    CitedMention,
    Copy,
    Decision,
    Engagement,
    EngagementParticipant,
    Family,
    HistoryStep,
    Record,
    Reject,
    Tenure,
)
from memcon.model.resolved import LocalActor, Place, RoleClaim
from memcon.model.status import Status
from memcon.model.text import Span, Zone
from memcon.model.variants import Change, QuotationVariants, Variant

TEXT = (
    "Foreign Minister Annalena Baerbock met her Polish counterpart Zbigniew Rau in Warsaw on Friday.\n"
    "“Europe needs the Weimar Triangle,” she said. Mr. Rau said that he would visit Berlin in May.\n"
)
GENEVA = Place("Geneva", "CHE", 46.2, 6.15, 2660646)


def document(
    text: str = TEXT, source: str = "weimar.txt", published: str | None = "2021-12-11", **fields: object
) -> Document:
    sha = sha256_of(text.encode())
    when = (
        DateRange.day(date.fromisoformat(published), Basis(BasisKind.PUBLISHED, reason="manifest"))
        if published
        else UNKNOWN_DATE
    )
    zones = (Zone(0, len(text), "body"),) if text else ()
    made = Document(
        content_id("document", source, sha), source, sha, text, zones, "Weimar talks", "Post", ("A. Writer",), when, "en"
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def day(iso: str) -> DateRange:
    return DateRange.day(date.fromisoformat(iso), Basis(BasisKind.EXPLICIT, "said"))


def found_in(d: Document) -> Findings:
    """Findings with something in every field."""
    met = EngagementMention(span(d.text, "met"), "meeting", "held", Span(0, 90), why="verb:meet")
    return Findings(
        document=d.id,
        actors=(
            LocalActor("baerbock", "person", "Annalena Baerbock", ("Baerbock",), "DEU", (_claim(d),)),
            LocalActor("rau", "person", "Zbigniew Rau", (), "POL"),
        ),
        mentions=(NameMention(span(d.text, "Annalena Baerbock"), "baerbock", "Annalena Baerbock", "name"),),
        times=(TimeMention(span(d.text, "Friday"), day("2021-12-10")),),
        places=(NamedPlace(span(d.text, "Warsaw"), Place("Warsaw", "POL", 52.23, 21.01, 756135)),),
        statements=(statement(d, "baerbock"),),
        engagements=(LocalEngagement("e1", "meeting", (met,), (), None, day("2021-12-10")),),
        events=(_event(d, ("baerbock",), ("rau",)),),
        issues=(IssueMention(span(d.text, "Weimar Triangle"), "bilateral-relations"),),
        outlook=(Outlook("outlook-1", d.id, span(d.text, "visit Berlin in May"), "rau", None, None, "would"),),
        notes={"rounds": "1"},
    )


def _claim(d: Document) -> RoleClaim:
    return RoleClaim("foreign minister", None, span(d.text, "Foreign Minister"), False, "DEU")


def statement(d: Document, speaker: str | None = None, words: str = "Europe needs the Weimar Triangle,") -> Statement:
    said = span(d.text, words)
    return Statement(
        id=content_id("statement", d.id, words),
        document=d.id,
        span=said,
        kind="direct",
        quotes=(said,),
        speaker=speaker,
        speaker_text="she",
        addressee=None,
        cue=span(d.text, "she said"),
        polarity="asserts",
        issues=("bilateral-relations",),
        confidence=0.9,
        why="cue:said",
    )


def _event(d: Document, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Event:
    return Event(
        id=content_id("event", d.id),
        document=d.id,
        span=span(d.text, "met"),
        type="CONSULT",
        mode="visit",
        contexts=("diplomatic",),
        actors=actors,
        recipients=recipients,
        date=day("2021-12-10"),
        place=GENEVA,
        tense="past",
        negated=False,
        holder=None,
        intensity=1.0,
        why="verb:meet",
    )


def actor(name: str, state: str | None = None, kind: str = "person", *aliases: str, **fields: object) -> Actor:
    made = Actor(content_id("actor", kind, name), kind, name, aliases, state, None, ())  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


def engagement(d: Document, name: str, *actors: Actor, **fields: object) -> Engagement:
    said = d.cite(span(d.text, "met"))
    mention = EngagementMention(span(d.text, "met"), "meeting", "held", Span(0, 90), why="verb:meet")
    made = Engagement(
        id=content_id("engagement", name),
        kind="meeting",
        participants=tuple(EngagementParticipant(a.id, "principal", (said,)) for a in actors),
        place=GENEVA,
        date=day("2021-12-10"),
        status="held",
        history=(HistoryStep(Status(str(fields.get("status", "held"))), d.published, (said,)),),
        issues=("bilateral-relations",),
        accounts=(Account("date", "2021-12-10", (said,), "agrees"),),
        mentions=(CitedMention(d.id, mention),),
        part_of=None,
        rescheduled_as=None,
        reports=(d.id,),
        origins=1,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def full_record(d: Document) -> Record:
    """A record with something in every list and every optional field."""
    office = Tenure(
        "foreign minister", "Foreign Office", day("2021-12-08"), None, (d.cite(span(d.text, "Foreign Minister")),)
    )
    baerbock = actor("Annalena Baerbock", "DEU", "person", "Baerbock", roles=(office,))
    rau, poland = actor("Zbigniew Rau", "POL"), actor("Poland", "POL", "state")
    met = engagement(d, "met", baerbock, rau)
    visit = engagement(
        d, "visit", rau, kind="visit", status="planned", date=day("2022-05-05"), place=None, issues=(), part_of=met.id
    )
    found = found_in(d)
    claim = replace(found.outlook[0], holder=rau.id, about=visit.id, by=day("2022-05-31"))
    return Record(
        documents=(d,),
        families=(
            Family("family-1", "document-1", (Copy(d.id, "exact", 1.0, (d.cite(span(d.text, "met")),)),), ("longest",)),
        ),
        actors=tuple(sorted((baerbock, rau, poland), key=lambda a: a.id)),
        mentions=((d.id, replace(found.mentions[0], actor=baerbock.id)),),
        times=((d.id, found.times[0]),),
        places=((d.id, found.places[0]),),
        statements=(replace(statement(d, baerbock.id), addressee=rau.id),),
        quotations=(
            QuotationVariants(
                "quotation-1",
                "family-1",
                (
                    Variant("document-1", Span(0, 4), "Paris", None, False),
                    Variant(
                        d.id, Span(0, 4), "City", None, True, (Change("replaced", "Paris", "City", Span(0, 5), Span(0, 4)),)
                    ),
                ),
                0,
                ("older",),
            ),
        ),
        engagements=tuple(sorted((met, visit), key=lambda e: e.id)),
        events=(_event(d, (baerbock.id,), (rau.id,)),),
        issues=((d.id, found.issues[0]),),
        outlook=(claim,),
        decisions=(Decision(met.id, visit.id, "different", "rule:kind", "a meeting is no visit"),),
        rejects=(Reject("empty.txt", "empty", "the file holds nothing"),),
    )
