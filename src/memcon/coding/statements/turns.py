"""Transcripts: what is said in a turn is its speaker's.

Comes in: a resolved document whose turns `annotate` has found, and the statements made out in its sentences. Goes out: one
direct statement for each turn that answers or speaks, and of the others those that the turn reports of somebody else. A question
is nobody's statement: of what it says only what it reports of a third party stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.coding.statements.around import paragraph_bounds
from memcon.coding.statements.grammar import Phrase
from memcon.coding.statements.quoted import Attributed, Quoted
from memcon.coding.statements.report import Report
from memcon.model.annotated import Annotated, Turn
from memcon.model.resolved import ActorMention, LocalActor, Resolved
from memcon.registers.cues import attribution

LEAST_WORDS = 4  # of a turn that states something: not "Thank you." or "Yes, please."


@dataclass(frozen=True, slots=True)
class Floor:
    """A turn with its speaker: the words of the label, and whom they mean, if that is clear."""

    turn: Turn
    label: Phrase | None
    speaker: LocalActor | None


def find_floors(resolved: Resolved) -> dict[Turn, Floor]:
    """Who has the floor in each turn."""
    annotated = resolved.annotated
    if not annotated.turns:
        return {}
    bounds = paragraph_bounds(annotated)
    about = _about(resolved, bounds)
    return {turn: _floor(resolved, turn, bounds, about) for turn in annotated.turns}


def _floor(resolved: Resolved, turn: Turn, bounds: dict[int, tuple[int, int]], about: LocalActor | None) -> Floor:
    label = _label(resolved.annotated, bounds.get(turn.label)) if turn.label is not None else None
    if turn.kind == "unnamed":
        return Floor(turn, label, about)
    return Floor(turn, label, _named(resolved, label) if label else None)


def _label(annotated: Annotated, bounds: tuple[int, int] | None) -> Phrase | None:
    if bounds is None:
        return None
    words = [t.i for t in annotated.tokens[slice(*bounds)] if t.pos not in ("PUNCT", "SPACE")]
    return Phrase(words[-1], words[0], words[-1] + 1) if words else None


def _named(resolved: Resolved, label: Phrase) -> LocalActor | None:
    """The person whom the label names, else the office or body."""
    inside = [m for m in resolved.mentions if label.first <= m.first < label.last and m.actor]
    named = sorted(inside, key=lambda m: (_actor(resolved, m).kind != "person", m.how != "name", m.embedded, -m.last))
    return _actor(resolved, named[0]) if named else None


def _actor(resolved: Resolved, mention: ActorMention) -> LocalActor:
    assert mention.actor is not None
    return resolved.actors[mention.actor]


def _about(resolved: Resolved, bounds: dict[int, tuple[int, int]]) -> LocalActor | None:
    """Whose answers a paper gives: the one person whom its title names, else the one whom it names before the first turn."""
    annotated = resolved.annotated
    begin = bounds.get(annotated.turns[0].first, (0, 0))[0]
    head = [m for m in resolved.mentions if m.first < begin and m.actor and m.how != "pronoun"]
    persons = [m for m in head if _actor(resolved, m).kind == "person"]
    for group in ([m for m in persons if annotated.zone(m.first) == "title"], persons):
        keys = {m.actor for m in group}
        if len(keys) == 1:
            return _actor(resolved, group[0])
        if keys:
            return None
    return None


def spoken(resolved: Resolved, floors: Iterable[Floor]) -> Iterator[Quoted]:
    """Each turn that states something, as one stretch of its speaker's own words."""
    annotated = resolved.annotated
    bounds = paragraph_bounds(annotated)
    for floor in floors:
        if floor.turn.kind not in ("answer", "unnamed"):
            continue
        inside = [bounds[n] for n in range(floor.turn.first, floor.turn.last) if n in bounds and _is_body(annotated, n)]
        words = [t.i for first, last in inside for t in annotated.tokens[first:last] if t.pos not in ("PUNCT", "SPACE")]
        if len(words) < LEAST_WORDS:
            continue
        first, last = inside[0][0], inside[-1][1]
        marks = tuple(q for q in annotated.quotations if q.depth == 0 and first <= q.first and q.last <= last)
        whole = marks[:1] if len(marks) == 1 and marks[0].first <= words[0] and marks[0].last > words[-1] else ()
        by = Attributed(
            floor.label.head if floor.label else first, floor.label, floor.label, None, f"turn: {floor.turn.kind}"
        )
        yield Quoted(first, last, whole, True, by)


def _is_body(annotated: Annotated, paragraph: int) -> bool:
    return annotated.paragraphs[paragraph].zone == "body"


def reports_another(resolved: Resolved, floors: dict[Turn, Floor], item: Report | Quoted) -> bool:
    """Outside turns: always. In a turn: does it say what somebody else has said, by a verb that says so?"""
    turn = resolved.annotated.turn_at(item.first)
    if turn is None:
        return True
    verb, speaker = (item.verb, item.speaker) if isinstance(item, Report) else (item.by.verb, item.by.speaker)
    if verb is None or speaker is None:
        return False
    token = resolved.annotated.tokens[speaker.head]
    if token.lower in attribution().partners | attribution().mine | attribution().ours:
        return False
    actor = resolved.actor_at(speaker.head)
    return actor is None or actor != floors[turn].speaker
