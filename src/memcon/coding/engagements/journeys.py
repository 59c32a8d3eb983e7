"""A journey of several stops beside the visits that are its stops: "her tour of the Pacific", "his trip started with a visit to Tokyo".

Comes in: a resolved document and its phrases. Goes out: the same, the words for a journey marked as such, and each visit of which such
a word tells that it began, held or ended the journey with its traveller. Refused: a tour of one state, which is a visit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words


def with_journeys(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, journeys marked and their stops with who travels."""
    told = list(phrases)
    visits = {p.token: p for p in told if p.kind == EngagementKind.VISIT and not p.verbal and not p.leg}
    over = {stop: whole for stop in visits if (whole := _journey_over(r, stop, visits)) is not None}
    for phrase in told:
        if phrase.token not in visits or phrase.verbal:
            yield phrase
        elif phrase.token in over:
            yield _of_journey(phrase, visits[over[phrase.token]])
        else:
            yield replace(phrase, journey=phrase.token in over.values() or _is_tour(r, phrase))


def _is_tour(r: Resolved, phrase: Phrase) -> bool:
    place = phrase.arguments.place
    lemma = r.annotated.tokens[phrase.token].lemma
    return lemma in words("tours") and (place is None or place.country is None)


def _journey_over(r: Resolved, stop: int, visits: dict[int, Phrase]) -> int | None:
    """The journey that is the subject of the verb that a stop hangs on: "started with a visit", "includes a stop"."""
    a = r.annotated
    noun = a.tokens[stop]
    verb = a.head(noun.head) if noun.dep == "pobj" else a.tokens[noun.head]
    if noun.dep not in ("pobj", "dobj") or verb.lemma not in words("having_stops"):
        return None
    subject = next((t for t in a.children(verb.i) if t.dep == "nsubj"), None)
    whole = visits.get(subject.i) if subject is not None else None
    return whole.token if whole is not None and whole.token != stop and whole.arguments.place is None else None


def _of_journey(stop: Phrase, journey: Phrase) -> Phrase:
    """The stop with the traveller of its journey, where its own words name none."""
    own = stop.arguments
    return stop if own.people else replace(stop, arguments=replace(own, subjects=journey.arguments.people))
