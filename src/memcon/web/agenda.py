"""What an engagement was about: its issues, how much each side says of them, and what its reports tell that the sides did to each other.

Comes in: an engagement, what its sides say by issue, the events of its reports. Goes out: `Agenda`. What is only planned or denied is no
deed; and a report can tell of deeds on other days, so that a deed is told with its own day. What a machine made of the words of a report is
told only where no other tells anything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from memcon.copies.quotations.alterations import SECOND_HAND
from memcon.model.document import Document
from memcon.model.findings import Event, Outlook, Statement
from memcon.model.record import Actor, Engagement
from memcon.wording import words

MOST = 6  # deeds
DEEDS = {
    "AGREE": "agreed", "COOPERATE": "cooperated", "AID": "gave aid", "CONCEDE": "conceded", "REJECT": "refused",
    "SANCTION": "put sanctions on", "RETREAT": "gave way",
}  # fmt: skip
Told = TypeVar("Told", Outlook, Event)
Said = Mapping[str, Mapping[str, Sequence[Statement]]]  # issue -> state -> statements


@dataclass(frozen=True, slots=True)
class Issue:
    """`said`: how many statements each side makes of it in these reports, in the order of the sides."""

    name: str
    said: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """`expected`: claims of what is to come, each once however often it is told; `more`: deeds that are not among those shown."""

    issues: tuple[Issue, ...]
    expected: tuple[Outlook, ...]
    deeds: tuple[tuple[str, Event], ...]
    more: int


def agenda(
    e: Engagement,
    said: Said,
    outlook: Iterable[Outlook],
    deeds: Iterable[Event],
    actors: Mapping[str, Actor],
    documents: Mapping[str, Document],
) -> Agenda:
    """The issues of an engagement, what was expected of it, and what its sides did to each other as its reports tell."""
    issues = tuple(Issue(i, tuple((side, len(some)) for side, some in said.get(i, {}).items() if some)) for i in e.issues)
    sides = {actors[p.actor].state for p in e.participants if p.actor in actors} - {None}
    expected = {
        words.words(documents.get(o.document), o.span): o for o in reversed(_in_own_words(outlook, documents))
    }  # the first of each stays
    done = _in_own_words((d for d in deeds if _done(d) and _between(d, sides, actors)), documents)
    return Agenda(
        issues, tuple(reversed(expected.values())), tuple((DEEDS[d.type], d) for d in done[:MOST]), max(len(done) - MOST, 0)
    )


def _in_own_words(some: Iterable[Told], documents: Mapping[str, Document]) -> list[Told]:
    """Those of reports whose words no machine changed; all where there are no others."""
    found = list(some)
    own = [t for t in found if t.document not in documents or SECOND_HAND.isdisjoint(documents[t.document].condition)]
    return own or found


def _done(d: Event) -> bool:
    return d.type in DEEDS and d.tense == "past" and not d.negated and d.retells is None


def _between(d: Event, sides: set[str | None], actors: Mapping[str, Actor]) -> bool:
    """Does one side do it to another?"""
    doing = {actors[i].state for i in d.actors if i in actors} & sides
    done_to = {actors[i].state for i in d.recipients if i in actors} & sides
    return bool(doing and done_to and doing | done_to != doing & done_to)
