"""The stops of a journey as one sentence tells them: "to Kuwait (3 May), Qatar (4 May) and from there to Oman".

Comes in: a resolved document, the token of the word for the journey, the place that its clause gives. Goes out: `Stop`s in the
order of the text, each with the time beside it, and the verb that tells them where another does than the journey's own ("a tour
that takes him to"). Parses break on such rows, so they are read by their words. Refused: a place that does something ("and China
said"), and any word that no row of places has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.model.annotated import Token
from memcon.model.resolved import Place, PlaceMention, Resolved, Time
from memcon.registers.engagements import cue_of, words
from memcon.registers.states import states

NEAR = 12  # tokens from the word for the journey to its first destination
TOLD = 6  # tokens from the verb that tells the stops ("takes him on to") to the first of them
ONWARD = 4  # words of the longest link between two stops
BEHIND = 150  # tokens behind a journey or a stop of it, as far as the row can go on in its sentence
GENITIVE = frozenset(("'s", "’s"))


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the journey, with the time that stands beside it. `ahead`: he was on the way there at the stop before it."""

    place: PlaceMention
    time: Time | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Itinerary:
    """`told`: token of the verb that tells the stops, None where it is the journey's own word."""

    stops: tuple[Stop, ...] = ()
    told: int | None = None


def itinerary(r: Resolved, i: int, first: Place | None) -> Itinerary:
    """The stops of the journey that token i names; `first` is the place that its clause gives."""
    end = r.annotated.sentence_of(i).last
    if first is not None and first.country is not None:
        near = range(i + 1, min(i + NEAR, end))
        at = next((n for n in near if (p := place_named(r, n)) is not None and p.place.country == first.country), None)
        return Itinerary(tuple(_stops(r, at, end))) if at is not None else Itinerary()
    for told, at in _openings(r, i, end):
        if stops := tuple(_stops(r, at, end)):
            return Itinerary(stops, told)
    return Itinerary(tuple(Stop(place) for place in _receiving(r, i)))


def place_named(r: Resolved, i: int) -> PlaceMention | None:
    """The place whose name begins at token i; a state is one in a row of places, whatever else its name can mean."""
    found, mention = r.place_at(i), r.mention_at(i)
    if found is not None:
        return found if found.first == i else None
    if mention is None:
        return None
    begin = (m for m in r.mentions if m.first == i and m.how == "name" and not m.embedded and m.actor in states())
    mention = next(begin, None)  # "the Palestinian Authority" is a body, too
    if mention is None:
        return None
    state = states()[mention.actor or ""]
    return PlaceMention(mention.first, mention.last, mention.span, Place(state.name, state.alpha3, geonames=state.geonames))


def _stops(r: Resolved, at: int, end: int) -> Iterator[Stop]:
    """The places in a row from a token on, as far as nothing but links and times stands between them."""
    last: Stop | None = None
    ahead = False  # words of the way to the next stop were seen
    while at < end:
        place, time = place_named(r, at), r.time_at(at)
        if place is not None:
            if _acts(r, place, end):
                break
            if last is not None:
                yield last
            last, at, ahead = Stop(place, ahead=ahead), place.last, False
        elif time is not None:
            if last is not None and last.time is None and time.kind not in ("duration", "set"):
                last = replace(last, time=time)
            at = time.last
        elif link := _link(r, at, end):
            ahead = ahead or r.annotated.read(at, at + link).lower() in words("bound_for")
            at += link
        elif (onward := _onward(r, at, end)) is not None and last is not None:
            at = onward
        else:
            break
    if last is not None:
        yield last


def _onward(r: Resolved, at: int, end: int) -> int | None:
    """Where the row goes on behind words on a stop: "to Oslo for a summit, and from there to Riga"."""
    for n in range(at + 1, min(end, at + BEHIND)):
        link = _link(r, n, end)
        if link > 1:
            first = n + link
            while first < end and _link(r, first, end) == 1:
                first += 1
            if first < end and place_named(r, first) is not None:
                return first
    return None


def _acts(r: Resolved, place: PlaceMention, end: int) -> bool:
    """Does the place do or own something, or describe what follows ("China said", "China's", "the China talks")?"""
    tokens = r.annotated.tokens
    behind = tokens[place.last] if place.last < end else None
    if behind is not None and (
        behind.text in GENITIVE or (behind.pos in ("VERB", "AUX") and not _of_another(r, place, behind))
    ):
        return True
    inside = tokens[place.first : place.last]
    return any(t.dep in ("nsubj", "nsubjpass", "poss") and t.head >= place.last for t in inside)


def _of_another(r: Resolved, place: PlaceMention, verb: Token) -> bool:
    """ "Trips to Lima and Quito planned for May", "a tour of Peru and Chile to get votes", "his trip to Peru and Chile is being prepared":
    the verb behind the place is said of what was named before it."""
    a = r.annotated
    if verb.lower == "to" or (verb.dep == "acl" and verb.head < place.first):
        return True
    verb = a.head(verb.i) if verb.dep in ("aux", "auxpass") else verb
    subject = a.child(verb.i, "nsubj", "nsubjpass")
    inside = {t.i for t in a.subtree(subject.i)} if subject is not None and subject.i < place.first else set[int]()
    return place.first in inside


def _link(r: Resolved, at: int, end: int) -> int:
    """How many tokens from here on only lead to the next stop: "and", "then on to", "from there to"."""
    a = r.annotated
    onward = words("onward")
    for n in range(min(ONWARD, end - at), 1, -1):
        if " ".join(t.lower for t in a.tokens[at : at + n]) in onward:
            return n
    leads = a.tokens[at].pos == "ADP" and a.tokens[at].lower not in words(
        "not_its_day"
    )  # "the first visit to China since 2018"
    if leads and at + 1 < end and r.time_at(at + 1) is not None:
        return 1  # "from 3 to 5 May"
    return int(a.tokens[at].lower in words("between_destinations"))


def _openings(r: Resolved, i: int, end: int) -> Iterator[tuple[int | None, int]]:
    """Where the stops can begin that stand behind another word: the verb that tells them, and the first of them."""
    a = r.annotated
    for t in a.tokens[i + 1 : min(end, i + BEHIND)]:
        if t.text == ":":
            at = t.i + 1
            yield None, next((n for n in range(at, min(at + 2, end)) if place_named(r, n) is not None), at)
        elif t.pos == "VERB" and _tells_stops(r, t, i):
            first = next((n for n in range(t.i + 1, min(t.i + TOLD, end)) if place_named(r, n) is not None), None)
            if first is not None:
                yield t.i, first


def _tells_stops(r: Resolved, verb: Token, i: int) -> bool:
    """Is it a verb of the journey ("takes him to", "includes"), the light verb of its relative clause ("he was to make to"), or what is
    planned of it ("the journeys planned for May to Peru and Chile")?"""
    clause = r.clauses.at(verb.i)
    over = r.annotated.head(verb.i) if verb.dep == "xcomp" else verb  # "visits that he was to make to"
    relative = over.head == i and over.dep in ("relcl", "acl")
    if verb.lemma in words("carrying"):
        return relative or (clause is not None and i in clause.agents)
    planned = relative and verb.tag == "VBN" and verb.lemma in words("scheduling")
    return planned or (relative and cue_of("light", verb.lemma) is not None)


def _receiving(r: Resolved, i: int) -> list[PlaceMention]:
    """ "Cuba and Mexico will receive the visit of": the places that stand before the verb whose object the visit is."""
    a = r.annotated
    verb = a.head(i)
    if a.tokens[i].dep not in ("dobj", "attr") or verb.lemma not in words("receiving_visits"):
        return []
    subject = a.child(verb.i, "nsubj")
    first = a.edges(subject.i)[0] if subject is not None else verb.i
    found: list[PlaceMention] = []
    at = first
    while at < verb.i:
        place = place_named(r, at)
        if place is not None:
            found.append(place)
        elif a.tokens[at].lower not in words("between_destinations") and not found:
            return []  # "the president of Cuba receives a visit"
        at = place.last if place is not None else at + 1
    return found
