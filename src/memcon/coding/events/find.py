"""Resolved -> PLOVER events: somebody acts on somebody else.

Comes in: a resolved document with its statements and engagements. Goes out: `Event`s in the order of the text. Meetings come from
the engagements, with their status as tense (one that was put off or called off is REJECT); everything else from the table of
patterns. An act between two of one state, or of nobody who can be made out, is no event.
"""

from collections.abc import Iterator, Sequence

from memcon.coding.events.coded import Coded, coded
from memcon.coding.events.recipients import after, phrase
from memcon.coding.events.setting import day_of, place_of
from memcon.model.dates import DateRange
from memcon.model.findings import EngagementMention, Event, LocalEngagement, Statement, Tense
from memcon.model.ids import content_id
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.model.status import DATED_PLANS, UNDONE, Status
from memcon.model.text import Span
from memcon.registers.plover import types, words
from memcon.registers.states import state_adjectives

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
    done: dict[object, Event] = {}
    for item in coded(r.annotated, r.clauses):
        event = _of_pattern(r, item, statements, engagements) if item.pattern.type != "CONSULT" else None
        if event is None or (event.type == "REJECT" and event.mode == "meet" and _between(r, event) in called_off):
            continue
        # of one kind between the same sides a sentence tells one: "condemned the raid and decried the threats"
        sentence = r.annotated.tokens[item.trigger].sentence
        done.setdefault((sentence, event.type, event.actors, event.recipients, event.negated), event)
    return sorted({e.id: e for e in [*met, *done.values()]}.values(), key=lambda e: (e.span, e.type, e.id))


def _between(r: Resolved, event: Event) -> frozenset[str]:
    return frozenset(_side(r.actors[key]) for key in (*event.actors, *event.recipients))


def _of_engagement(r: Resolved, engagement: LocalEngagement) -> Iterator[Event]:
    """One event for each pair of sides, the first of which acts; one more where the occasion was put off or called off."""
    off = next((m for m in engagement.mentions if m.status in UNDONE), None)
    on = [m for m in engagement.mentions if m.status not in UNDONE]
    for mention in filter(None, (off, min(on, key=lambda m: _vague(r, m), default=None))):
        told = _sides(r, mention)
        sides = told if len(told) > 1 else _sides(r, engagement)
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
    return in_title, mention.date is None, len(_sides(r, mention)) < 2, mention.span


def _sides(r: Resolved, told: EngagementMention | LocalEngagement) -> list[LocalActor]:
    """The participants, one of each state or body; a visit is to the state in which it takes place."""
    sides: dict[str, LocalActor] = {}
    for participant in told.participants:
        actor = r.actors[participant.actor]
        sides.setdefault(_side(actor), actor)
    if told.kind == "visit" and told.place and told.place.country in r.actors:
        sides.setdefault(told.place.country, r.actors[told.place.country])
    return list(sides.values())


def _of_pattern(
    r: Resolved, item: Coded, statements: Sequence[Statement], engagements: Sequence[LocalEngagement]
) -> Event | None:
    a = r.annotated
    word = a.span(item.trigger, item.trigger + 1)
    cued = next((s for s in statements if s.cue and s.cue.overlaps(word)), None)
    actor = party(r, item.pronoun) or party(r, item.actor) or (r.actors[cued.speaker] if cued and cued.speaker else None)
    if item.recipient is None and "obj" in item.pattern.recipient:
        return None
    recipients = _recipients(r, item, actor)
    if item.pattern.type == "AGREE" and not (actor and recipients) and both_sides(r, item.actor):
        actor, recipients = _pair_before(r, word, engagements)
    if actor is None or not recipients or _looks_on(actor):
        return None
    span = a.span(item.first, item.last)
    holder = next((s.speaker for s in statements if s.kind != "direct" and s is not cued and s.span.covers(span)), None)
    return _event(
        r,
        span,
        item.pattern.type,
        item.pattern.mode,
        (actor.key,),
        tuple(other.key for other in recipients),
        item.tense,
        date=day_of(r, item.trigger, item.tense),
        place=place_of(r, item.trigger),
        negated=item.negated,
        holder=None if holder == actor.key else holder,
        why=item.pattern.name,
    )


def _recipients(r: Resolved, item: Coded, actor: LocalActor | None) -> list[LocalActor]:
    """Who it is done to: in the recipient's own phrase, else the first known one after it. None where that is of the actor's side."""
    named = item.direct is not None and r.annotated.tokens[item.direct].pos != "PRON"
    own = party(r, item.direct) if named else None
    if own is not None and actor is not None and _side(own) == _side(actor) and not parties(r, item.direct, actor):
        return []
    places = (item.direct, item.recipient, _after(r, item, actor) if item.pattern.objects else None)
    return next((found for at in places if (found := parties(r, at, actor))), [])


def both_sides(r: Resolved, i: int | None) -> bool:
    """Does token i head a phrase such as "the two", "both sides", "the countries"?"""
    if i is None:
        return False
    head, near = r.annotated.tokens[i], r.annotated.children(i)
    if {head.lower, *(t.lower for t in near)} & words("both"):
        return True
    return head.lemma.lower() in words("sides") and head.tag == "NNS" and all(t.lower == "the" for t in near if t.i < i)


def _pair_before(
    r: Resolved, word: Span, engagements: Sequence[LocalEngagement]
) -> tuple[LocalActor | None, list[LocalActor]]:
    """The two sides of the last occasion that was named before."""
    named = [(m.span, e) for e in engagements for m in e.mentions if m.span < word and len(_sides(r, e)) == 2 and all(side.state for side in _sides(r, e))]
    if not named:
        return None, []
    first, second = _sides(r, max(named, key=lambda pair: pair[0])[1])
    return first, [second]


def _after(r: Resolved, item: Coded, actor: LocalActor | None) -> int | None:
    """Where no place of the pattern holds somebody: the first word after the trigger, and hanging on it, that does."""
    if actor is None or r.annotated.tokens[item.trigger].pos != "VERB":
        return None
    return next(
        (j for j in after(r.annotated, item.trigger) if (known := _known(r, j)) and _side(known) != _side(actor)), None
    )


def parties(r: Resolved, i: int | None, actor: LocalActor | None) -> list[LocalActor]:
    """Everybody in the phrase headed by token i, and joined to it by "and", who is not on the actor's side."""
    if i is None:
        return []
    joined = [i]
    for j in joined:
        joined += [t.i for t in r.annotated.children(j) if t.dep in ("conj", "appos")]
    found = {p.key: p for j in joined if (p := party(r, j, apart_from=actor))}
    return list(found.values())


def _side(actor: LocalActor) -> str:
    return actor.state or actor.key


def party(r: Resolved, i: int | None, apart_from: LocalActor | None = None) -> LocalActor | None:
    """Who the phrase headed by token i means or belongs to: its head, else the first in it who is not of the other side."""
    if i is None:
        return None
    for j in phrase(r.annotated, i):
        actor = _known(r, j)
        if actor and _acts(actor) and not (apart_from and _side(actor) == _side(apart_from)):
            return actor
    return None


def _acts(actor: LocalActor) -> bool:
    """Is it a state, a body, a group with a name or of a state, or somebody who acts for a state?"""
    return actor.state is not None or (actor.kind != "person" and actor.named)


def _looks_on(actor: LocalActor) -> bool:
    """Is it nobody but unnamed people who judge: "analysts", "critics in Kenya"?"""
    return not actor.named and actor.name.split()[-1].lower() in words("onlookers")


def _known(r: Resolved, i: int) -> LocalActor | None:
    """Who token i means: somebody, the state of an adjective, the state of a place."""
    place = r.place_at(i)
    country = r.actors.get(place.place.country) if place and place.place.country else None
    return r.actor_at(i) or _nation(r, i) or country


def _nation(r: Resolved, i: int) -> LocalActor | None:
    """The state that an adjective names, where the document holds that state."""
    found = state_adjectives().get(r.annotated.tokens[i].text) if r.annotated.tokens[i].text[0].isupper() else None
    return r.actors.get(found) if found else None


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
