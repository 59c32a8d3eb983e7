"""What follows an engagement in its own sentence is had by the same: "talks with X on Monday, followed by a dinner".

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same; a noun behind "followed by" or "preceded by"
that names nobody is between those of the engagement before it, on its day, in its place, and as sure as it; one that names its company
alone is had by who acts there. Refuses what has people
or a day of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import TWO_SIDED, EngagementKind
from memcon.model.resolved import Resolved, Time
from memcon.registers.engagements import words

KINDS = TWO_SIDED | {EngagementKind.CEREMONY, EngagementKind.PRESS_CONFERENCE}


def with_those_in_turn(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those that follow another in its sentence with its people."""
    last: Phrase | None = None
    for phrase in phrases:
        if last is not None and _follows(r, phrase, last):
            yield _in_turn(phrase, last)
            continue
        yield phrase
        if phrase.kind in KINDS and not phrase.titled:
            last = phrase


def _follows(r: Resolved, phrase: Phrase, last: Phrase) -> bool:
    a = r.annotated
    if phrase.verbal or phrase.kind not in KINDS or phrase.titled or any(p.actor for p in phrase.arguments.subjects):
        return False
    link = a.head(phrase.token)
    verb = a.head(link.i)
    behind = a.tokens[phrase.token].dep == "pobj" and link.lower == "by" and verb.lemma in words("in_order")
    same = a.sentence_of(phrase.token).index == a.sentence_of(last.token).index
    return behind and same and last.token < verb.i and len(last.arguments.people) > 1


def _in_turn(phrase: Phrase, last: Phrase) -> Phrase:
    mine, whole = phrase.arguments, last.arguments
    others = any(p.actor for p in mine.beside)  # "followed by a meeting with Y"
    arguments = replace(
        mine,
        subjects=whole.subjects,
        beside=mine.beside if others else whole.beside,
        with_somebody=others or whole.with_somebody,
        place=mine.place or whole.place,
        date=mine.date or _that_day(whole.date),
    )
    silent = phrase.verdict.status is None or phrase.verdict.weak
    return replace(
        phrase, arguments=arguments, verdict=last.verdict if silent else phrase.verdict, follows=last.token, definite=False
    )


def _that_day(time: Time | None) -> Time | None:
    if time is None:
        return None
    basis = Basis(BasisKind.CONTEXT, reason="it follows what was on that day", of=time.date.basis)
    return replace(time, date=replace(time.date, basis=basis))
