"""Resolved -> PLOVER events: somebody acts on somebody else.

Comes in: a resolved document with its statements and engagements. Goes out: `Event`s in the order of the text. Meetings come from
the engagements, with their status as tense (one that was put off or called off is REJECT); everything else from the table of
patterns. An act between two of one state, or of nobody who can be made out, is no event.
"""

from collections.abc import Iterator, Sequence

from memcon.coding.events.coded import Coded, coded
from memcon.coding.events.parties import both_sides, looks_on, pair_before, party, recipients_of, side_of, sides_of
from memcon.coding.events.setting import Days, as_of, place_of
from memcon.model.dates import DateRange
from memcon.model.findings import EngagementMention, Event, LocalEngagement, Statement, Tense
from memcon.model.ids import content_id
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.model.status import DATED_PLANS, UNDONE, Status
from memcon.model.text import Span
from memcon.registers.plover import types

TENSES: dict[Status, Tense] = {
    **dict.fromkeys(DATED_PLANS, "future"),
    Status.HELD: "past",
    Status.ONGOING: "present",
    Status.INVITED: "hypothetical",
    Status.CONSIDERED: "hypothetical",
    Status.UNCONFIRMED: "hypothetical",
}
MODES = {"visit": "visit", "call": "phone", "summit": "multilateral", "conference": "multilateral"}
MEETINGS = frozenset(("meeting", "visit", "call", "summit", "talks", "dinner"))


def find_events(r: Resolved, statements: Sequence[Statement], engagements: Sequence[LocalEngagement]) -> Sequence[Event]:
    """Every one in the document, in the order of the text."""
    met = [e for engagement in engagements if engagement.kind in MEETINGS for e in _of_engagement(r, engagement)]
    called_off = {_between(r, e) for e in met if e.type == "REJECT"}
    days, done = Days(r), dict[object, Event]()
    days.read(statements, engagements)
    for item in coded(r.annotated, r.clauses):
        event = _of_pattern(r, item, statements, engagements, days) if item.pattern.type != "CONSULT" else None
        if event is None or (event.type == "REJECT" and event.mode == "meet" and _between(r, event) in called_off):
            continue
        # of one kind between the same sides a sentence tells one: "condemned the raid and decried the threats"
        sentence = r.annotated.tokens[item.trigger].sentence
        done.setdefault((sentence, event.type, event.actors, event.recipients, event.negated), event)
    return sorted({e.id: e for e in [*met, *done.values()]}.values(), key=lambda e: (e.span, e.type, e.id))


def _between(r: Resolved, event: Event) -> frozenset[str]:
    return frozenset(side_of(r.actors[key]) for key in (*event.actors, *event.recipients))


def _of_engagement(r: Resolved, engagement: LocalEngagement) -> Iterator[Event]:
    """One event for each pair of sides, the first of which acts; one more where the occasion was put off or called off."""
    off = next((m for m in engagement.mentions if m.status in UNDONE), None)
    on = [m for m in engagement.mentions if m.status not in UNDONE]
    for mention in filter(None, (off, min(on, key=lambda m: _vague(r, m), default=None))):
        told = sides_of(r, mention)
        sides = told if len(told) > 1 else sides_of(r, engagement)
        kind, mode = ("REJECT", "meet") if mention is off else ("CONSULT", MODES.get(mention.kind))
        tense = "past" if mention is off else TENSES[mention.status]
        why = f"engagement {mention.kind} {mention.status}"
        if len(sides) > 1:
            others = tuple(side.key for side in sides[1:])
            date = mention.date or (engagement.date if engagement.date.known else None)
            place = mention.place or engagement.place
            yield _event(r, mention.span, kind, mode, (sides[0].key,), others, tense, date=date, place=place, why=why)


def _vague(r: Resolved, mention: EngagementMention) -> tuple[bool, bool, bool, Span]:
    """Little where the mention stands in the body and has a day and both sides; then by the order of the text."""
    in_title = r.annotated.document.zone_at(mention.span.start) != "body"
    return in_title, mention.date is None, len(sides_of(r, mention)) < 2, mention.span


def _of_pattern(
    r: Resolved, item: Coded, statements: Sequence[Statement], engagements: Sequence[LocalEngagement], days: Days
) -> Event | None:
    a = r.annotated
    word = a.span(item.trigger, item.trigger + 1)
    cued = next((s for s in statements if s.cue and s.cue.overlaps(word)), None)
    actor = party(r, item.pronoun) or party(r, item.actor) or (r.actors[cued.speaker] if cued and cued.speaker else None)
    if item.recipient is None and "obj" in item.pattern.recipient:
        return None
    recipients, occasion = recipients_of(r, item, actor), None
    if item.pattern.type == "AGREE" and not (actor and recipients) and both_sides(r, item.actor):
        actor, recipients, occasion = pair_before(r, word, engagements)
    if actor is None or not recipients or looks_on(actor):
        return None
    span = a.span(item.first, item.last)
    date = _day(days, item, actor, occasion)
    holder = _holder(r, item, span, [s for s in statements if s is not cued])
    return _event(
        r,
        span,
        item.pattern.type,
        item.pattern.mode,
        (actor.key,),
        tuple(other.key for other in recipients),
        as_of(item.tense, date, r.annotated.document.published),
        date=date,
        place=place_of(r, item.trigger),
        negated=item.negated,
        holder=None if holder == actor.key else holder,
        why=item.pattern.name,
    )


def _day(days: Days, item: Coded, actor: LocalActor, occasion: LocalEngagement | None) -> DateRange | None:
    """The day of an event; whoever speaks in it spoke then."""
    speaks = types()[item.pattern.type].verbal
    of_occasion = occasion.date if occasion is not None and occasion.date.known else None
    day = days.day_of(item.trigger, item.tense, actor.key if speaks else None, of_occasion)
    if speaks and item.tense == "past" and day is not None and day.earliest is not None:
        days.spoke(actor.key, item.trigger, day)
    return day


def _holder(r: Resolved, item: Coded, span: Span, statements: Sequence[Statement]) -> str | None:
    """By whose account it is: of the statement that holds it, or of whom its clause quotes."""
    said = next((s.speaker for s in statements if s.kind != "direct" and s.span.covers(span)), None)
    clause = r.clauses.around(item.trigger)
    if said is not None or clause is None or clause.holder is None:
        return said
    quoted = r.actor_at(clause.holder)
    return quoted.key if quoted is not None else None


def _event(
    r: Resolved,
    span: Span,
    kind: str,
    mode: str | None,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    tense: Tense,
    *,
    date: DateRange | None = None,
    place: Place | None = None,
    negated: bool = False,
    holder: str | None = None,
    why: str,
) -> Event:
    document = r.annotated.document.id
    return Event(
        id=content_id("event", document, str(span.start), str(span.end), kind, actors, recipients),
        document=document,
        span=span,
        type=kind,
        mode=mode,
        contexts=("diplomatic",) if kind in ("CONSULT", "AGREE") else (),
        actors=actors,
        recipients=recipients,
        date=date,
        place=place,
        tense=tense,
        negated=negated,
        holder=holder,
        intensity=types()[kind].weigh(mode),
        why=why,
    )
