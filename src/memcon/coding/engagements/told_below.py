"""A meeting with several of whom each is told of below: "received the ambassadors of Turkey and India. During the meeting with X ...".

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same; where "the meeting with X" and "the meeting
with Y" below name one from each of the states that were told in one breath, each is a meeting of its own, with the host, the day and
the place of the first phrase, and the first phrase tells only of those who are not named below. Refuses where fewer than two are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.model.kinds import MEETINGS
from memcon.model.resolved import LocalActor, Resolved

REACH = 6  # paragraphs below the first phrase


def with_told_below(r: Resolved, phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases, meetings with several taken apart by what is told below of each."""
    told = list(phrases)
    several = [(n, states) for n, whole in enumerate(told) if len(states := _states(r, whole)) > 1]
    for n, states in several:
        told = _apart(r, told, n, states)
    emptied = {n for n, _ in several if not told[n].arguments.people}
    return [phrase for n, phrase in enumerate(told) if n not in emptied]


def _states(r: Resolved, phrase: Phrase) -> list[str]:
    """The states whose envoys or ministers were met, none of them by name."""
    if phrase.kind not in MEETINGS or phrase.titled or not phrase.arguments.subjects:
        return []
    met = [r.actors[p.actor] for p in phrase.arguments.beside if p.actor]
    unnamed = all(actor.kind in ("state", "group") for actor in met)
    return [actor.key for actor in met if actor.kind == "state"] if unnamed else []


def _apart(r: Resolved, told: list[Phrase], n: int, states: Sequence[str]) -> list[Phrase]:
    whole = told[n]
    below = {i: one for i in range(n + 1, len(told)) if (one := _one_met(r, whole, told[i])) is not None}
    known = {i: actor for i, (_, actor) in below.items() if actor.state in states}
    open_ones = {i: actor for i, (_, actor) in below.items() if actor.state is None}
    if len({a.key for a in (*known.values(), *open_ones.values())}) <= len(states):
        known |= open_ones  # as many as there are states: one of each
    if len({a.key for a in known.values()}) < 2:
        return told
    out = list(told)
    for i in known:
        out[i] = _of_its_own(r, whole, told[i])
    all_named = len({a.key for a in known.values()}) == len(states)
    left = {s for s in states if not all_named and all(a.state != s for a in known.values())}
    rest = tuple(p for p in whole.arguments.beside if p.actor in left)
    out[n] = replace(
        whole, arguments=replace(whole.arguments, beside=rest, subjects=whole.arguments.subjects if rest else ())
    )
    return out


def _one_met(r: Resolved, whole: Phrase, phrase: Phrase) -> tuple[Party, LocalActor] | None:
    """Whom "the meeting with X" below names, and nobody else but the host."""
    a = r.annotated
    away = a.sentence_of(phrase.token).paragraph - a.sentence_of(whole.token).paragraph
    if phrase.kind not in MEETINGS or not phrase.definite or phrase.plural or not 0 <= away <= REACH:
        return None
    hosts = {p.actor for p in whole.arguments.subjects}
    others = [p for p in phrase.arguments.people if p.actor and p.actor not in hosts]
    actor = r.actors[others[0].actor or ""] if len({p.actor for p in others}) == 1 else None
    return (others[0], actor) if actor is not None and actor.kind == "person" and actor.named else None


def _of_its_own(r: Resolved, whole: Phrase, phrase: Phrase) -> Phrase:
    """The phrase with the host, the day, the place and the status of the first."""
    mine, first = phrase.arguments, whole.arguments
    host = tuple(p for p in first.subjects if p.actor not in {x.actor for x in mine.people})
    arguments = replace(
        mine,
        subjects=(*host, *(p for p in mine.subjects if p.actor)),
        date=mine.date or first.date,
        place=mine.place or first.place,
    )
    silent = phrase.verdict.status is None or phrase.verdict.weak
    return replace(phrase, arguments=arguments, verdict=whole.verdict if silent else phrase.verdict)
