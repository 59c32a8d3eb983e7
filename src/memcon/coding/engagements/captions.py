"""Captions: "X (L) shakes hands with Y before their talks in Lima, in this file photo taken Feb. 18, 2019" tells of an older occasion.

Comes in: a resolved document and a phrase. Goes out: the phrase; where its sentence describes a picture, with the day of the picture,
held where that is past, and with those who are pictured where it names nobody of the other side. Leaves everything else alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule
from memcon.model.annotated import Token
from memcon.model.kinds import TWO_SIDED
from memcon.model.resolved import Resolved, Time
from memcon.model.status import UNDONE, Status
from memcon.registers.engagements import words

LONGEST = 150  # tokens of a caption


def of_caption(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase as the caption of a picture tells it."""
    a = r.annotated
    tokens = a.sentence_tokens(a.sentence_of(phrase.token))
    if phrase.kind not in TWO_SIDED or phrase.titled or not _is_caption(tokens):
        return phrase
    arguments, verdict = phrase.arguments, phrase.verdict
    date = arguments.date or _day(r, tokens)
    published = a.document.published
    past = (
        date is not None
        and date.date.latest is not None
        and bool(published.latest and date.date.latest <= published.latest)
    )
    if past and verdict.status not in UNDONE and not verdict.barred:
        verdict = replace(verdict, status=Status.HELD, rule=Rule.DAY_PAST, weak=False)
    sides = {r.actors[p.actor].state or p.actor for p in arguments.people if p.actor}
    pictured = (
        [] if len(sides) > 1 else [p for p in _pictured(r, tokens) if p.actor not in {x.actor for x in arguments.parties}]
    )
    return replace(phrase, arguments=replace(arguments, date=date, beside=(*arguments.beside, *pictured)), verdict=verdict)


def _is_caption(tokens: Sequence[Token]) -> bool:
    """Does it name the picture, or say who stands where in it: "(L)", "(right)"?"""
    if len(tokens) > LONGEST:
        return False
    marked = any(
        one.text == "(" and where.lower in words("pictured_where") and end.text == ")"
        for one, where, end in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    return marked or any(t.lemma.lower() in words("pictures") and t.pos in ("NOUN", "PROPN") for t in tokens)


def _day(r: Resolved, tokens: Sequence[Token]) -> Time | None:
    """The one day that the caption names."""
    first, last = tokens[0].i, tokens[-1].i
    found = [t for t in r.times if first <= t.first <= last and t.date.exact]
    return found[0] if len({t.date.earliest for t in found}) == 1 else None


def _pictured(r: Resolved, tokens: Sequence[Token]) -> list[Party]:
    """The persons whom the caption names."""
    found = []
    for t in tokens:
        mention, actor = r.mention_at(t.i), r.actor_at(t.i)
        if mention is not None and mention.head == t.i and actor is not None and actor.kind == "person" and actor.named:
            found.append(Party(t.i, actor.key))
    return found
