"""Where: the places named in one document.

Comes in: an annotated document and the mentions of its actors. Goes out: place mentions in the order of the text: states and
capitals that the sentence uses as places, and cities, seas, regions and venues of the registers. Of several places of one
name, the one in a country or region that stands beside it, here or elsewhere in the text, is meant; else the capital of a state
that the document speaks of, else one in a state that its sentence speaks of, then the document, then its publisher or
dateline, unless another is far larger; else a capital, else the most populous. Refused: names of persons and bodies, and
capitalised words that nothing marks as a place.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import ActorMention, LocalActor, Place, PlaceMention
from memcon.registers.names import name_words, words_of_fields
from memcon.registers.places import KnownPlace, places_named, plain, shared_capitals, special_places
from memcon.registers.states import state_adjectives, state_names, states, states_by_name
from memcon.resolve.states.publisher import publisher_of

LONGEST = 5  # words; "Great Hall of the People" has five
PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
OTHER_LABELS = frozenset(
    ["PERSON", "ORG", "NORP", "DATE", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "MONEY", "TIME", "PERCENT"]
)
INNER = frozenset(["-", "of", "the", "de", "des", "du", "el", "al", "la", "les", "sur", "am", "’s", "'s", "a", "Lago"])
NATION = 3  # words of a nation before "capital"
GENITIVE = frozenset(["'s", "’s", "'", "’"])
LOCATING = frozenset(["in", "at", "near", "outside", "to", "from", "for", "via"])


# How many times more people a namesake elsewhere must have to be meant though the report speaks of the smaller one's country:
# at 10, Geneva was in Illinois (1 in 9); from 1.5 to 10, 1,275 places of local news came out the same.
FAR_LARGER = 5
CAPITAL = 50  # the same of a capital: Victoria of the Seychelles against that of Hong Kong, 1 in 37


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of where its places are: how often it names each state, and what stands beside a name."""

    states: Counter[str]
    beside: dict[str, KnownPlace]
    by_sentence: dict[int, frozenset[str]] = field(default_factory=dict)
    home: frozenset[str] = frozenset()  # of the publisher and the dateline


def find_places(
    annotated: Annotated, mentions: Sequence[ActorMention], actors: Mapping[str, LocalActor] | None = None
) -> Sequence[PlaceMention]:
    """Every place named, in the order of the text. `actors` tell whose officials a sentence speaks of."""
    owner = {i: m for m in mentions if m.how == "name" for i in range(m.first, m.last)}
    publisher = publisher_of(annotated.document)
    told = Told(
        Counter(m.actor for m in mentions if m.actor and m.actor in states()),
        _told_beside(annotated),
        _by_sentence(annotated, mentions, actors or {}),
        frozenset(state for state in (publisher.state, publisher.place) if state),
    )
    out: list[PlaceMention] = []
    i = 0
    while i < len(annotated.tokens):
        found = _at(annotated, i, owner, told) or _capital_at(annotated, i)
        if found:
            out.append(found)
        i = found.last if found else i + 1
    return tuple(out)


def _at(annotated: Annotated, i: int, owner: dict[int, ActorMention], told: Told) -> PlaceMention | None:
    mention = owner.get(i)
    if mention and mention.place_use and mention.first == i:
        return _of_state(annotated, mention, told)
    if not annotated.tokens[i].text[0].isupper() or (mention and not _venue_at(annotated, i)):
        return None
    for last in _ends(annotated, i, owner):
        name = _written(annotated.read(i, last))
        known = places_named(name)
        if known and _is_place(annotated, i, last, name):
            place = _meant(annotated, last, name, known, told)
            return PlaceMention(i, last, annotated.span(i, last), place)
    return None


def _capital_at(annotated: Annotated, i: int) -> PlaceMention | None:
    """ "In the Tajik capital", "in Kenya's capital": the town, where a state stands right before the word."""
    token = annotated.tokens[i]
    if token.lower != "capital" or token.dep not in ("pobj", "dobj") or i == 0:
        return None
    last = i - 1 if annotated.tokens[i - 1].text in GENITIVE else i
    words = tuple(t.text for t in annotated.tokens[max(last - NATION, 0) : last])
    hits = ((n, table().at(words, n)) for n in range(len(words)) for table in (state_adjectives, state_names))
    state = next((states()[hit[1]] for n, hit in hits if hit is not None and n + hit[0] == len(words)), None)
    if state is None or not state.capitals:
        return None
    known = [k for k in places_named(state.capitals[0]) if k.country == state.alpha3]
    place = _place(max(known, key=_rank)) if known else Place(state.capitals[0], state.alpha3)
    return PlaceMention(i, i + 1, annotated.span(i, i + 1), place)


def _by_sentence(
    annotated: Annotated, mentions: Sequence[ActorMention], actors: Mapping[str, LocalActor]
) -> dict[int, frozenset[str]]:
    """The states that each sentence names, or whose officials it names."""
    found: dict[int, set[str]] = {}
    for mention in mentions:
        actor = actors.get(mention.actor or "")
        state = actor.state if actor is not None and actor.state else mention.actor
        if state in states():
            found.setdefault(annotated.tokens[mention.first].sentence, set()).add(state or "")
    return {sentence: frozenset(named) for sentence, named in found.items()}


def _of_state(annotated: Annotated, mention: ActorMention, told: Told) -> PlaceMention:
    """A state or capital that the sentence uses as a place."""
    if mention.actor:
        state = states()[mention.actor]
        place = Place(state.name, state.alpha3, geonames=state.geonames)
    else:
        name, country = _written(mention.text), mention.candidates[0]
        known = places_named(name)
        told_of = any(k.country == country for k in known)
        place = _meant(annotated, mention.last, name, known, told) if told_of else Place(name, country)
    last = mention.last + _goes_on(annotated, mention.first, mention.last)  # "Washington D.C."
    return PlaceMention(mention.first, last, annotated.span(mention.first, last), place)


def _venue_at(annotated: Annotated, i: int) -> bool:
    """A seat of government as the scene of something: "at the Elysee Palace", "in the Oval Office"."""
    before = annotated.tokens[max(i - 2, 0) : i]
    return any(t.lower in ("in", "at", "outside", "inside") for t in before)


def _ends(annotated: Annotated, first: int, owner: dict[int, ActorMention]) -> Iterator[int]:
    """Where a name that begins here can end, the longest first."""
    sentence = annotated.sentence_of(first)
    ends = []
    for last in range(first + 1, min(first + LONGEST, sentence.last) + 1):
        token = annotated.tokens[last - 1]
        if token.text[0].isupper():
            ends.append(last)
        elif token.lower not in INNER:
            break
    return iter(reversed(ends))


def _written(name: str) -> str:
    """The name as tables write it: "LAUSANNE" of a dateline is Lausanne."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _is_place(annotated: Annotated, first: int, last: int, name: str) -> bool:
    """Does the parser, the register or a preposition say that this is a place, and nothing that it is not?"""
    tokens = annotated.tokens[first:last]
    if any(t.pos not in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PUNCT", "PART", "X") for t in tokens):
        return False
    if name in special_places():
        led = first > 0 and annotated.tokens[first - 1].lower == "to"  # "welcomed him to Villa Borsig"
        return led or _venue_at(annotated, first) or not any(t.entity == "PERSON" for t in tokens)
    if (
        name in name_words().body
        or name in words_of_fields()
        or any(t.entity in OTHER_LABELS for t in tokens)
        or _goes_on(annotated, first, last)
    ):
        return False
    if any(t.entity in PLACE_LABELS for t in tokens):
        return True
    before = _before_name(annotated, first, last)
    return before is not None and before.lower in LOCATING and all(t.pos == "PROPN" for t in tokens)


def _before_name(annotated: Annotated, first: int, last: int) -> Token | None:
    """The word before a name and what describes it in small letters: "to" of "to flood-hit Cusco"."""
    at = first - 1
    while at > 0 and not annotated.tokens[at].text[0].isupper() and _describes(annotated, at, last):
        at -= 1
    return annotated.tokens[at] if at >= 0 else None


def _describes(annotated: Annotated, i: int, last: int) -> bool:
    """Is it an adjective or participle of the name that ends before `last`, or part of one?"""
    token = annotated.tokens[i]
    while token.dep in ("punct", "npadvmod", "advmod") and i < token.head < last:
        token = annotated.head(token.i)
    return token.dep == "amod" and token.head == last - 1


def _goes_on(annotated: Annotated, first: int, last: int) -> bool:
    """Is it only a part of a longer name ("Cambridge" of "Cambridge Analytica")?"""
    if last >= len(annotated.tokens) or annotated.tokens[last - 1].entity == "":
        return False
    following = annotated.tokens[last]
    return following.entity == annotated.tokens[last - 1].entity and not following.entity_start and following.pos == "PROPN"


def _meant(annotated: Annotated, last: int, name: str, known: Sequence[KnownPlace], told: Told) -> Place:
    beside = _beside(annotated, last) or told.beside.get(name)
    inside = [
        k for k in known if beside and k.country == beside.country and (not beside.region or k.region == beside.region)
    ]
    if inside:
        return _place(inside[0])
    if beside and beside.region and all(k.people is not None for k in known):
        return Place(name, beside.country)  # a town that the table lacks: "London, Kentucky" is not the capital
    if known[0].people is None:
        return _place(known[0])
    sentence = told.by_sentence.get(annotated.tokens[last - 1].sentence, frozenset())
    named = frozenset(state for state, count in told.states.items() if count)
    capital = [k for k in known if _is_capital(k) and _large_enough(k, known)]
    for where in (_states_of(capital) & (sentence | named), sentence, named, told.home):
        here = [k for k in known if k.country in where and _large_enough(k, known)]
        if here:
            return _place(max(here, key=_rank))
    return _place(max(capital or known, key=_rank))


def _states_of(capital: Sequence[KnownPlace]) -> frozenset[str]:
    return frozenset(k.country for k in capital if k.country)


def _rank(known: KnownPlace) -> tuple[bool, int]:
    return _is_capital(known), known.people or 0


def _is_capital(known: KnownPlace) -> bool:
    state = states().get(known.country or "")
    alone = state is not None and plain(known.name) in {plain(name) for name in state.capitals}
    return alone or (plain(known.name), known.country) in shared_capitals()


def _large_enough(one: KnownPlace, known: Sequence[KnownPlace]) -> bool:
    """Is no namesake so much larger that it would be meant all the same? A capital stands up to more than a town."""
    top = max(k.people or 0 for k in known)
    return (one.people or 0) * (CAPITAL if _is_capital(one) else FAR_LARGER) >= top


def _told_beside(annotated: Annotated) -> dict[str, KnownPlace]:
    """Names that the text once gives with a country or region: "Glasgow, Kentucky" is meant by "Glasgow" from then on."""
    found: dict[str, KnownPlace] = {}
    for token in annotated.tokens:
        if token.text != "," or not token.i or not annotated.tokens[token.i - 1].text[0].isupper():
            continue
        beside = _beside(annotated, token.i)
        for first in range(max(token.i - 3, 0), token.i) if beside else ():
            name = _written(annotated.read(first, token.i).strip())
            if (
                beside
                and places_named(name)
                and (beside.region or any(k.country == beside.country for k in places_named(name)))
            ):
                found.setdefault(name, beside)
    return found


def _beside(annotated: Annotated, last: int) -> KnownPlace | None:
    """The country or region after a comma: "Geneva, Switzerland", "Dayton, Ohio"."""
    if annotated.tokens[last : last + 1] and annotated.tokens[last].text != ",":
        return None
    for end in (last + 3, last + 2):
        name = annotated.read(last + 1, min(end, len(annotated.tokens)))
        state = states_by_name().get(name)
        if state:
            return KnownPlace(state.name, state.alpha3, "", 0.0, 0.0, None, None, "state")
        region = next((k for k in special_places().get(name, ()) if k.kind == "region" and k.country), None)
        if region:
            return region
    return None


def _place(known: KnownPlace) -> Place:
    venue = known.kind == "venue"
    return Place(known.name, known.country, known.latitude, known.longitude, known.geonames, venue=venue)
