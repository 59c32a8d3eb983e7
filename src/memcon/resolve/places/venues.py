"""Venues: buildings, estates and ships by their own names, where no register has them: "at Villa Borsig", "aboard the frigate Psara".

Comes in: an annotated document with its mentions and the places of the registers. Goes out: place mentions with the name as it is
written, and the country and the degrees of the town, where the words beside the name tell it ("at Orlina Castle near Bari", "at Rome's
Villa Madama") or the body whose building it is does. Refused: a common noun alone ("at the ministry"), a name that only stands before
another noun ("at the Castle Hill summit"), a person's name, and what a register has.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import ActorMention, LocalActor, Place, PlaceMention
from memcon.registers.engagements import nouns as engagement_nouns
from memcon.registers.places import places_named, special_places
from memcon.registers.states import states
from memcon.registers.word_lists import venue_words

LONGEST = 9  # words of a name
LOWER = 2  # words in small letters that end a name ("guest house") or open it ("royal yacht")
GENITIVE = frozenset(("'s", "’s", "'", "’"))
NEAR = frozenset((",", "(", "in", "near", "outside", "off", "of", "on", "at"))
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
BETWEEN = 7  # words from a venue to its town


@dataclass(frozen=True, slots=True)
class Page:
    """A document, and what is known of its tokens."""

    a: Annotated
    owner: Mapping[int, ActorMention]
    place: Mapping[int, PlaceMention]
    actors: Mapping[str, LocalActor]


def find_venues(
    annotated: Annotated,
    mentions: Sequence[ActorMention],
    actors: Mapping[str, LocalActor],
    places: Sequence[PlaceMention],
) -> tuple[PlaceMention, ...]:
    """The venues of a document, in the order of the text."""
    owner = {i: m for m in mentions if m.how == "name" for i in range(m.first, m.last)}
    page = Page(annotated, owner, {i: p for p in places for i in range(p.first, p.last)}, actors)
    return tuple(found for token in annotated.tokens if (found := _behind(page, token)) is not None)


def _behind(page: Page, token: Token) -> PlaceMention | None:
    """The venue behind "at", "in", "aboard"."""
    a, tokens = page.a, page.a.tokens
    if token.lower not in venue_words("at") or (token.lower == "board" and tokens[max(token.i - 1, 0)].lower != "on"):
        return None
    first, stop = token.i + 1, a.sentence_of(token.i).last
    town: Place | None = None
    if (named := page.place.get(first)) is not None and named.last < stop and tokens[named.last].text in GENITIVE:
        first, town = named.last + 1, named.place
    while first < stop and tokens[first].pos in ("DET", "PRON") and not tokens[first].text[0].isupper():
        first += 1
    last = _last(page, first, stop)
    if last is None or not _is_name(page, token, first, last, bare=first == token.i + 1):
        return None
    where = town or _town_behind(page, last, stop)
    country = where.country if where is not None else _state_of_owner(page, first, last)
    name = a.read(first, last)
    known = (where.latitude, where.longitude) if where is not None else (None, None)
    return PlaceMention(first, last, a.span(first, last), Place(name, country, *known, venue=True))


def _last(page: Page, first: int, stop: int) -> int | None:
    """Where the name that begins at a token ends: capitals and particles between them, and a noun of venues in small letters."""
    tokens, at = page.a.tokens, _opened(page, first, stop)
    last = None
    while at < min(stop, first + LONGEST):
        token = tokens[at]
        if token.text[0].isupper() or (token.text[0].isdigit() and last is not None):
            last = at + 1
        elif last is None or token.lower not in venue_words("particles") or not _goes_on(page, at, stop):
            break
        at += 1
    if last is None:
        return None
    ends = [n for n in range(last, min(last + LOWER, stop)) if tokens[n].text.islower()]
    inside = [
        n
        for n in ends
        if _is_venue_noun(tokens[n]) and all(tokens[k].pos in ("NOUN", "ADJ", "PROPN") for k in ends if k <= n)
    ]
    return inside[-1] + 1 if inside else last


def _opened(page: Page, first: int, stop: int) -> int:
    """Behind the small words that open a name: "the royal yacht Orlina", "the hotel Metropol"."""
    tokens = page.a.tokens
    for n in range(first, min(first + LOWER, stop - 1)):
        if not tokens[n].text.islower() or tokens[n].pos not in ("NOUN", "ADJ", "PROPN"):
            return first
        if tokens[n + 1].text[0].isupper() and (_is_venue_noun(tokens[n]) or tokens[n].lower in venue_words("vessels")):
            return n + 1
    return first


def _goes_on(page: Page, at: int, stop: int) -> bool:
    """Does the name go on behind a particle: not with a town's genitive, nor with the person whose it is?"""
    tokens = page.a.tokens
    behind = next((n for n in range(at + 1, min(at + 3, stop)) if tokens[n].lower not in venue_words("particles")), None)
    if behind is None or not tokens[behind].text[0].isupper():
        return False
    return not _is_person(page, behind)


def _is_person(page: Page, i: int) -> bool:
    mention = page.owner.get(i)
    actor = page.actors.get(mention.actor or "") if mention is not None else None
    return actor is not None and actor.kind == "person"


def _is_venue_noun(token: Token) -> bool:
    return bool({token.lower, token.lemma.lower()} & venue_words("nouns"))


def _tells_venue(token: Token) -> bool:
    return _is_venue_noun(token) or token.lower in venue_words("in_front") | venue_words("vessels")


def _is_name(page: Page, link: Token, first: int, last: int, bare: bool) -> bool:
    """Is it the name of a venue, and not a person, an event, or a common noun?"""
    tokens = page.a.tokens[first:last]
    capitals = [t for t in tokens if t.text[0].isupper()]
    aboard = link.lower in venue_words("aboard") and not any(page.place.get(t.i) for t in capitals)
    telling = [t for t in tokens if _tells_venue(t)]
    if page.a.read(first, last) in special_places() or _is_whole_place(page, first, last):
        return False
    if not (telling or aboard) and not (bare and _is_unknown_place(page, link, first, last)):
        return False
    if tokens[-1].lemma.lower() in engagement_nouns() and not _tells_venue(tokens[-1]):
        return False
    if all(_is_venue_noun(t) for t in capitals) and not (len(capitals) > 1 or (bare and _stands_alone(capitals[0]))):
        return False
    if any(_is_person(page, t.i) for t in capitals) and not any(_is_person(page, t.i) for t in telling):
        return False
    return not _stands_before_noun(page.a, last)


def _is_unknown_place(page: Page, link: Token, first: int, last: int) -> bool:
    """ "At Iavoloha", "in Jerudong": a name without an article that nothing else claims, and that the parser takes for a place."""
    tokens = page.a.tokens[first:last]
    labels = {t.entity for t in tokens}
    if any(t.pos != "PROPN" or t.i in page.owner or t.i in page.place for t in tokens) or tokens[0].text.isupper():
        return False
    return labels <= PLACE_LABELS or (link.lower == "at" and labels == {""})


def _stands_alone(token: Token) -> bool:
    """ "At Parliament": a noun that is a name without an article."""
    return token.pos == "PROPN" and token.lower not in venue_words("abroad") | venue_words("in_front")


def _is_whole_place(page: Page, first: int, last: int) -> bool:
    """Has a register the whole name?"""
    named = page.place.get(first)
    return named is not None and named.first <= first and named.last >= last


def _stands_before_noun(a: Annotated, last: int) -> bool:
    """ "The Camp David summit", "State House's spokesman"."""
    if last >= len(a.tokens):
        return False
    token = a.tokens[last]
    return token.text in GENITIVE or (token.pos == "NOUN" and a.tokens[last - 1].head == token.i)


def _town_behind(page: Page, last: int, stop: int) -> Place | None:
    """ "In Vantaa", "near the Colombian city of Santa Marta", ", Entebbe"."""
    tokens = page.a.tokens
    if last >= stop or tokens[last].lower not in NEAR:
        return None
    for at in range(last + 1, min(last + 1 + BETWEEN, stop)):
        if (found := page.place.get(at) or _capital(page, at)) is not None and found.first == at:
            return found.place if _is_parted(page, last, found.last, stop) else None
        passing = tokens[at].pos in ("DET", "ADJ", "ADP", "PRON") or tokens[at].lower in venue_words("towns")
        if not passing or (tokens[last].text in (",", "(") and tokens[last + 1].lower not in NEAR):
            return None
    return None


def _is_parted(page: Page, last: int, behind: int, stop: int) -> bool:
    """Behind a comma only a town with a comma, a preposition or a day behind it is meant: not the next guest's state."""
    tokens = page.a.tokens
    if tokens[last].text not in (",", "(") or tokens[last + 1].lower in NEAR:
        return True
    following = tokens[behind] if behind < stop else None
    return (
        following is None
        or following.text in (".", ",", ";", ")")
        or following.pos in ("ADP", "ADV", "VERB", "CCONJ", "PUNCT", "AUX")
    )


def _capital(page: Page, i: int) -> PlaceMention | None:
    """A capital that elsewhere stands for its government."""
    mention = page.owner.get(i)
    state = states().get(mention.actor or "") if mention is not None and mention.first == i else None
    if mention is None or state is None or mention.text not in state.capitals:
        return None
    known = next((k for k in places_named(mention.text) if k.country == state.alpha3), None)
    place = (
        Place(mention.text, state.alpha3)
        if known is None
        else Place(known.name, known.country, known.latitude, known.longitude)
    )
    return PlaceMention(mention.first, mention.last, mention.span, place)


def _state_of_owner(page: Page, first: int, last: int) -> str | None:
    """The state whose ministry or parliament it is; an embassy stands in another."""
    if any({t.lower, t.lemma.lower()} & venue_words("abroad") for t in page.a.tokens[first:last]):
        return None
    return next(iter(_states_named(page, first, last)), None)


def _states_named(page: Page, first: int, last: int) -> Iterator[str]:
    for i in range(first, last):
        mention = page.owner.get(i)
        actor = page.actors.get(mention.actor or "") if mention is not None else None
        if actor is not None and actor.kind == "organisation" and actor.state is not None:
            yield actor.state
