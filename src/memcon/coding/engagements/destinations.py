"""A journey to several states is several visits: "travels to Japan and Korea, and then to Fiji".

Comes in: the phrases of a document. Goes out: the same, with one more phrase for each further state that a visit goes to. Each
is a part of its own (the words that cite it are the name of the place), with the traveller, the status and, as far as the
sentence gives it, the time of the journey.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.triggers import Phrase
from memcon.model.resolved import PlaceMention, Resolved, Time
from memcon.registers.engagements import words

NEAR = 8  # tokens from the word for the journey to its first destination


def by_destination(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, a visit to several states taken apart."""
    for phrase in phrases:
        further = _further(r, phrase) if phrase.kind == "visit" and not phrase.titled else []
        if not further:
            yield phrase
            continue
        own = _without_hosts(r, phrase.arguments, {p.place.country for p in further})
        yield replace(phrase, arguments=own)
        for place in further:
            yield _leg(r, phrase, place)


def _further(r: Resolved, phrase: Phrase) -> list[PlaceMention]:
    """The first place named in each state after the first, in the order of the text; none at home."""
    first = phrase.arguments.place
    if first is None or first.country is None:
        return []
    home = {r.actors[p.actor].state for p in phrase.arguments.subjects if p.actor}
    found: dict[str, PlaceMention] = {}
    for place in _destinations(r, phrase.token, first.country):
        country = place.place.country
        if country is not None and country != first.country and country not in home:
            found.setdefault(country, place)
    return list(found.values())


def _destinations(r: Resolved, i: int, country: str) -> Iterator[PlaceMention]:
    """The places in a row from the first in that state: "to Japan on May 6, then to Korea". Parses break on such rows, so they
    are read by their words; a place that does something ("and China said") belongs to another clause."""
    tokens = r.annotated.tokens
    end = r.annotated.sentence_of(i).last
    begin = range(i + 1, min(i + NEAR, end))
    at = next((n for n in begin if (p := r.place_at(n)) is not None and p.place.country == country), end)
    while at < end:
        place, time = r.place_at(at), r.time_at(at)
        if place is not None and any(t.dep in ("nsubj", "nsubjpass", "poss") for t in tokens[at : place.last]):
            return
        if place is not None:
            yield place
        elif time is None and tokens[at].lower not in words("between_destinations"):
            return
        at = place.last if place is not None else time.last if time is not None else at + 1


def _leg(r: Resolved, phrase: Phrase, place: PlaceMention) -> Phrase:
    elsewhere = {s.state for s in r.actors.values() if s.kind == "state" and s.state != place.place.country}
    arguments = _without_hosts(r, phrase.arguments, elsewhere)
    arguments = replace(arguments, place=place.place, date=_time(r, phrase, place))
    return replace(phrase, first=place.first, last=place.last, leg=True, arguments=arguments)


def _without_hosts(r: Resolved, arguments: Arguments, states: set[str | None]) -> Arguments:
    kept = (p for p in arguments.beside if p.part != "host" or not p.actor or r.actors[p.actor].state not in states)
    return replace(arguments, beside=tuple(kept))


def _time(r: Resolved, phrase: Phrase, place: PlaceMention) -> Time | None:
    """The time right behind the place; else that of the journey, unless it is the one day of an earlier destination."""
    behind = next((t for n in (place.last, place.last + 1) if (t := r.time_at(n)) and t.kind != "duration"), None)
    journey = phrase.arguments.date
    if behind is not None or journey is None:
        return behind
    of_another = phrase.token < journey.first < place.first
    return None if of_another and journey.date.days == 1 else journey
