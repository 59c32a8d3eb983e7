"""Resolved -> PLOVER events: somebody acts on somebody else.

Comes in: a resolved document with its statements and engagements. Goes out: `Event`s in the order of the text. Meetings come from
the engagements, with their status as tense (one that was put off or called off is REJECT); everything else from the table of
patterns. An act between two of one state, or of nobody who can be made out, is no event.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memcon.coding.events.coded import Coded, coded
from memcon.coding.events.parties import (
    both_sides,
    looks_on,
    pair_before,
    party,
    recipients_of,
    side_of,
    sides_of,
    state_actor,
)
from memcon.coding.events.setting import Days, as_of, place_of
from memcon.model.dates import DateRange
from memcon.model.findings import EngagementMention, Event, IssueMention, LocalEngagement, Statement, Tense
from memcon.model.ids import content_id
from memcon.model.kinds import TWO_SIDED, EngagementKind
from memcon.model.layers import first_laid
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.model.status import DATED_PLANS, UNDONE, Status
from memcon.model.text import Span
from memcon.registers.plover import contexts, types

TENSES: dict[Status, Tense] = {
    **dict.fromkeys(DATED_PLANS, "future"),
    Status.HELD: "past",
    Status.ONGOING: "present",
    Status.INVITED: "hypothetical",
    Status.CONSIDERED: "hypothetical",
    Status.UNCONFIRMED: "hypothetical",
}
MODES = {
    EngagementKind.VISIT: "visit",
    EngagementKind.CALL: "phone",
    EngagementKind.SUMMIT: "multilateral",
    EngagementKind.CONFERENCE: "multilateral",
}
TALKED_OF = frozenset((Status.CONSIDERED, Status.INVITED))  # without a day it is talk of an occasion, and none
CONSULTATIONS = TWO_SIDED | {EngagementKind.VISIT}


def find_events(
    r: Resolved,
    statements: Sequence[Statement],
    engagements: Sequence[LocalEngagement],
    issues: Sequence[IssueMention] = (),
) -> Sequence[Event]:
    """Every one in the document, in the order of the text."""
    reading = Reading.of(r, statements, engagements, issues)
    met = [e for engagement in engagements if engagement.kind in CONSULTATIONS for e in _of_engagement(reading, engagement)]
    called_off = {_between(r, e) for e in met if e.type == "REJECT"}
    done: dict[object, Event] = {}
    for item in coded(r.annotated, r.clauses):
        event = _of_pattern(reading, item) if item.pattern.type != "CONSULT" else None
        if event is None or (event.type == "REJECT" and event.mode == "meet" and _between(r, event) in called_off):
            continue
        if event.type == "REQUEST" and reading.meets(item.trigger):  # "called on the king": a meeting, and no demand
            continue
        # of one kind between the same sides a sentence tells one: "condemned the raid and decried the threats"
        sentence = r.annotated.tokens[item.trigger].sentence
        done.setdefault((sentence, event.type, event.actors, event.recipients, event.negated), event)
    told = {e.id: e for e in [*met, *_without_headlines(r, done.values())]}
    return sorted(told.values(), key=lambda e: (e.span, e.type, e.id))


def _without_headlines(r: Resolved, events: Iterable[Event]) -> list[Event]:
    """The events without those of a title that the text below tells."""
    zone = r.annotated.document.zone_at
    told = list(events)
    below = {(e.type, _between(r, e)) for e in told if zone(e.span.start) == "body"}
    return [e for e in told if zone(e.span.start) == "body" or (e.type, _between(r, e)) not in below]


def states_in(r: Resolved, events: Sequence[Event]) -> Sequence[LocalActor]:
    """The states that act in events and that the document names only by an adjective or one of their places."""
    keys = {key for e in events for key in (*e.actors, *e.recipients) if key not in r.actors}
    return [state for key in sorted(keys) if (state := state_actor(r, key)) is not None]


def _between(r: Resolved, event: Event) -> frozenset[str]:
    return frozenset(side_of(r.actors[key]) if key in r.actors else key for key in (*event.actors, *event.recipients))


@dataclass(frozen=True, slots=True)
class Reading:
    """What else is known of the document, by its tokens.

    cues      token -> the statement that it introduces
    told_by   token -> the indirect statement that it stands in
    contexts  token -> PLOVER contexts that its words show
    occasions token -> the engagement that its words name
    """

    r: Resolved
    engagements: Sequence[LocalEngagement]
    days: Days
    cues: dict[int, Statement] = field(default_factory=dict)
    told_by: dict[int, Statement] = field(default_factory=dict)
    contexts: dict[int, set[str]] = field(default_factory=dict)
    occasions: dict[int, LocalEngagement] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        r: Resolved,
        statements: Sequence[Statement],
        engagements: Sequence[LocalEngagement],
        issues: Sequence[IssueMention],
    ) -> "Reading":
        """Lay statements and issues over the tokens of the document."""
        found = cls(r, engagements, Days(r))
        found.days.read(statements, engagements)
        for engagement in engagements:
            found.days.met(engagement, frozenset(side_of(side) for side in sides_of(r, engagement)))
        for statement in statements:
            for i in found.days.tokens(statement.cue) if statement.cue else ():
                found.cues.setdefault(i, statement)
        found.told_by.update(first_laid((found.days.tokens(s.span), s) for s in statements if s.kind != "direct"))
        for engagement in engagements:
            for named in engagement.mentions:
                found.occasions.update(dict.fromkeys(found.days.tokens(named.span), engagement))
        for mention in issues:
            for i in found.days.tokens(mention.span) if mention.issue in contexts() else ():
                found.contexts.setdefault(i, set()).add(contexts()[mention.issue])
        return found

    def meets(self, i: int) -> bool:
        """Is the token the verb of a meeting, not of an invitation to one?"""
        told = self.occasions.get(i)
        start = self.r.annotated.tokens[i].start
        verb = self.r.annotated.tokens[i].pos == "VERB"
        named = (m for m in told.mentions if m.span.start <= start < m.span.end) if told is not None and verb else ()
        return any(m.status is not Status.INVITED for m in named)

    def contexts_of(self, kind: str, tokens: Iterable[int]) -> tuple[str, ...]:
        """The contexts of an event of this type whose clause these tokens are."""
        own = {"diplomatic"} if kind in ("CONSULT", "AGREE") else set[str]()
        return tuple(sorted(own.union(*(self.contexts[i] for i in tokens if i in self.contexts))))


def _of_engagement(reading: Reading, engagement: LocalEngagement) -> Iterator[Event]:
    """One event for each pair of sides, the first of which acts; one more where the occasion was put off or called off."""
    r = reading.r
    off = next((m for m in engagement.mentions if m.status in UNDONE), None)
    on = [m for m in engagement.mentions if m.status not in UNDONE]
    for mention in filter(None, (off, min(on, key=lambda m: _vague(r, m), default=None))):
        told = sides_of(r, mention)
        sides = told if len(told) > 1 else sides_of(r, engagement)
        if len(sides) < 2 or (mention.status in TALKED_OF and not (mention.date or engagement.date).known):
            continue
        kind, mode = ("REJECT", "meet") if mention is off else ("CONSULT", MODES.get(mention.kind))
        tense: Tense = "past" if mention is off else TENSES[mention.status]
        yield _event(
            r,
            mention.span,
            kind,
            mode,
            (sides[0].key,),
            tuple(side.key for side in sides[1:]),
            tense,
            date=_day_of_engagement(reading, engagement, mention, tense),
            place=mention.place or engagement.place,
            contexts=reading.contexts_of(kind, reading.days.tokens(mention.sentence)),
            why=f"engagement {mention.kind} {mention.status}",
        )


def _day_of_engagement(
    reading: Reading, engagement: LocalEngagement, mention: EngagementMention, tense: Tense
) -> DateRange | None:
    told = mention.date or (engagement.date if engagement.date.known else None)
    return told or (reading.days.bounded() if tense == "past" else None)


def _vague(r: Resolved, mention: EngagementMention) -> tuple[bool, bool, bool, Span]:
    """Little where the mention stands in the body and has a day and both sides; then by the order of the text."""
    in_title = r.annotated.document.zone_at(mention.span.start) != "body"
    return in_title, mention.date is None, len(sides_of(r, mention)) < 2, mention.span


def _of_pattern(reading: Reading, item: Coded) -> Event | None:
    r, cued = reading.r, reading.cues.get(item.trigger)
    actor = party(r, item.pronoun) or party(r, item.actor) or (r.actors[cued.speaker] if cued and cued.speaker else None)
    if item.recipient is None and item.direct is None and "obj" in item.pattern.recipient:
        return None
    recipients, occasion = recipients_of(r, item, actor), None
    if item.pattern.type == "AGREE" and not (actor and recipients) and both_sides(r, item.actor):
        actor, recipients, occasion = pair_before(r, item.trigger, reading.engagements)
    if actor is not None and not recipients and item.direct in reading.occasions:  # "Norway confirmed the visit"
        sides = sides_of(r, reading.occasions[item.direct])
        recipients = [s for s in sides if side_of(s) != side_of(actor)] if len(sides) > 1 else []
    if actor is None or not recipients or looks_on(actor):
        return None
    date = _day(reading, item, actor, recipients, occasion)
    holder = _holder(reading, item, cued)
    clause = r.clauses.around(item.trigger)
    tokens = range(clause.first, clause.last) if clause is not None else range(item.first, item.last)
    return _event(
        r,
        r.annotated.span(item.first, item.last),
        item.pattern.type,
        item.pattern.mode,
        (actor.key,),
        tuple(other.key for other in recipients),
        as_of(item.tense, date, r.annotated.document.published),
        date=date,
        place=place_of(r, item.trigger),
        negated=item.negated,
        holder=None if holder == actor.key else holder,
        contexts=reading.contexts_of(item.pattern.type, tokens),
        why=item.pattern.name,
    )


def _day(
    reading: Reading, item: Coded, actor: LocalActor, recipients: Sequence[LocalActor], occasion: LocalEngagement | None
) -> DateRange | None:
    """The day of an event: whoever speaks in it spoke then, and what two do who met is, where the text goes on from there, of
    the day on which they met."""
    days, speaks = reading.days, types()[item.pattern.type].verbal
    of_occasion = occasion.date if occasion is not None and occasion.date.known else None
    day = days.day_of(item.trigger, item.tense, actor.key if speaks else None, of_occasion)
    if speaks and item.tense == "past" and (day is None or day.earliest is None or not day.told):
        sides = frozenset((side_of(actor), *(side_of(other) for other in recipients)))
        day = days.of_meeting(item.trigger, sides) or day
    if speaks and item.tense == "past" and day is not None and day.earliest is not None and day.told:
        days.spoke(actor.key, item.trigger, day)
    return day


def _holder(reading: Reading, item: Coded, cued: Statement | None) -> str | None:
    """By whose account it is: of who accuses of it, of the statement that it stands in, or of whom its clause quotes."""
    accuser = party(reading.r, item.holder)
    if accuser is not None:
        return accuser.key
    statement = reading.told_by.get(item.trigger)
    if statement is not None and statement is not cued:
        return statement.speaker
    clause = reading.r.clauses.around(item.trigger)
    quoted = reading.r.actor_at(clause.holder) if clause is not None and clause.holder is not None else None
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
    date: DateRange | None,
    place: Place | None,
    contexts: tuple[str, ...],
    why: str,
    negated: bool = False,
    holder: str | None = None,
) -> Event:
    document = r.annotated.document.id
    return Event(
        id=content_id("event", document, str(span.start), str(span.end), kind, actors, recipients),
        document=document,
        span=span,
        type=kind,
        mode=mode,
        contexts=contexts,
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
