"""Which phrases of one document tell of the same occasion.

Comes in: phrases in the order of the text. Goes out: `Occasion`s, each with its phrases and what they say together. Two
phrases are one occasion when kind, sides, day and place can agree and something ties them: a definite phrase points back,
an indefinite one must share its people.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.sittings import closes, opens, within_a_sitting
from memcon.coding.engagements.traits import Told, add_side
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.model.status import DATED_PLANS, DONE, UNDONE, Status

GATHERINGS = ORGANISED | {EngagementKind.DINNER}


@dataclass
class Occasion:
    """One occasion while it is being put together."""

    number: int
    kind: EngagementKind
    phrases: list[Phrase] = field(default_factory=list)
    actors: dict[str, LocalActor] = field(default_factory=dict)
    place: Place | None = None
    date: DateRange | None = None
    last_sentence: int = 0
    generic: bool = False
    inherited: tuple[Party, ...] = ()  # of follow-up talks: the sides that met before
    status: Status | None = None  # what its sentences say together, the most telling one first; None where they say nothing
    told: Told = field(default_factory=Told)
    gathered: dict[int, "Occasion"] = field(
        default_factory=dict
    )  # by a phrase's token: what it was gathered with, before anchoring

    @property
    def strong(self) -> bool:
        """Does a sentence say outright what became of it?"""
        return bool(self.told.outright)

    @property
    def sides(self) -> dict[str, set[str]]:
        """The named persons on each side."""
        return self.told.sides


def join(resolved: Resolved, occasion: Occasion, phrase: Phrase, sentence: int) -> None:
    """Add a phrase and what it says to an occasion."""
    occasion.phrases.append(phrase)
    occasion.last_sentence = sentence
    occasion.generic = phrase.generic and (occasion.generic or len(occasion.phrases) == 1)
    for party in phrase.arguments.people:
        if party.actor and party.actor not in occasion.actors:
            occasion.actors[party.actor] = resolved.actors[party.actor]
            add_side(occasion.told.sides, resolved.actors[party.actor])
    if not (phrase.stop and occasion.place):
        occasion.place = narrower_place(occasion.place, phrase.arguments.place)
    if phrase.arguments.date is not None:
        occasion.date = _days_told(resolved, occasion, phrase)
    if phrase.kind == EngagementKind.CEREMONY and phrase.same_as is not None:
        occasion.kind = phrase.kind  # "received him, and he presented his credentials"
    if phrase.kind in GATHERINGS and phrase.same_as is not None and occasion.kind == EngagementKind.MEETING:
        occasion.kind = phrase.kind  # "convened a conference"
    if phrase.kind == "visit":
        occasion.kind = EngagementKind.VISIT
    if phrase.kind == "summit" and occasion.kind in ("meeting", "talks"):
        occasion.kind = EngagementKind.SUMMIT
    occasion.told.add(resolved, phrase)
    occasion.status = occasion.told.status


def _days_told(resolved: Resolved, occasion: Occasion, phrase: Phrase) -> DateRange | None:
    known, day = occasion.date, phrase.arguments.date.date if phrase.arguments.date is not None else None
    if known is None or day is None:
        return day or known
    told = not known.presumed and not day.presumed and not day.can_be(known)
    apart = told and ((known.exact and day.exact) or occasion.kind is not EngagementKind.VISIT)
    edge = not phrase.verbal and (closes(resolved, phrase.token) or opens(resolved, phrase.token))
    sits = edge and (within_a_sitting(known, day) or within_a_sitting(day, known))
    return from_to(known, day) if apart and (occasion.kind is EngagementKind.VISIT or sits) else narrower_date(known, day)


def narrower_place(a: Place | None, b: Place | None) -> Place | None:
    """The place that says more: a city rather than its country, a building rather than its city."""
    if a is None or b is None:
        return a or b
    if a.venue != b.venue and a.can_be(b):
        return a.inside(b) if a.venue else b.inside(a)
    if a.country is None and b.country is not None:
        return b
    return b if a.is_country and not b.is_country and b.country else a


def narrower_date(a: DateRange | None, b: DateRange) -> DateRange:
    """The range that says more, where both can be: words of its own before the days of a stay or journey."""
    if a is None or not a.known or (a.presumed and b.known and not b.presumed):
        return b
    if b.presumed and not a.presumed:
        return a
    if not b.known or a.days is None or b.days is None:
        return b if a.days is None and b.days is not None else a
    return b if b.days < a.days else a


def from_to(a: DateRange, b: DateRange) -> DateRange:
    """The days of a stay, from its first day to its last."""
    first, last = sorted((a, b), key=lambda d: str(d.earliest))
    if first.earliest is None or last.latest is None:
        return a
    value = f"{first.earliest.isoformat()}/{last.latest.isoformat()}"
    basis = Basis(BasisKind.CONTEXT, reason="from its first day to its last", of=first.basis)
    return DateRange(first.earliest, last.latest, value, basis)


def of_one_body(phrase: Phrase, occasion: Occasion) -> bool:
    """Is it the summit or conference of the body whose summit was told ("the EU summit", in each line of a diary)?"""
    if phrase.kind != occasion.kind or phrase.kind not in ORGANISED or phrase.plural:
        return False
    mine = organisers((phrase,))
    theirs = organisers(occasion.phrases)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def organisers(phrases: Iterable[Phrase]) -> set[str]:
    """The bodies whose it is, as some phrases tell."""
    return {p.actor for phrase in phrases for p in phrase.arguments.parties if p.part == "organiser" and p.actor}


def given_up(phrase: Phrase, occasion: Occasion) -> bool:
    """Is the occasion off, and the phrase says outright that its own goes ahead? Rather of one that does."""
    on = phrase.verdict.status in DATED_PLANS | DONE and not phrase.verdict.barred
    return on and occasion.status in UNDONE and phrase.kind != "talks"  # refused in one breath, they go on in the next
