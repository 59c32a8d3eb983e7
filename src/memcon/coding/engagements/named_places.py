"""The place that the words at a token name: "Lima", "the city of Lima", "the Ministry of Foreign Affairs, Nay Pyi Taw", "our country".

Comes in: a resolved document and the head of a noun phrase. Goes out: its place, or None where no place that is known is named.
"""

from memcon.coding.engagements.dateline_places import of_dateline
from memcon.coding.engagements.there import antecedent
from memcon.model.annotated import Annotated
from memcon.model.resolved import Place, PlaceMention, Resolved
from memcon.registers.engagements import words
from memcon.registers.places import places_named
from memcon.registers.states import states


def place_named_at(r: Resolved, i: int) -> Place | None:
    """Its own place, that behind "of", "in" or a comma, the government's own country, or the town named before."""
    mention = r.place_at(i)
    if mention is not None:
        return mention.place
    a = r.annotated
    for of in a.children(i):  # "the city of X", "talks at a hotel in X"
        if (
            of.dep == "prep"
            and of.lower in ("of", "in")
            and (inner := a.child(of.i, "pobj"))
            and (found := r.place_at(inner.i))
        ):
            return found.place
    return _behind_building(r, i) or _own_country(r, i) or _meant_again(r, i)


def _meant_again(r: Resolved, i: int) -> Place | None:
    """ "Flew to Lima and stayed in the city", "here in this capital": the town named before, the dateline's for "this"."""
    a, token = r.annotated, r.annotated.tokens[i]
    article = a.child(i, "det")
    if article is None or token.lower not in words("towns") or len(a.children(i)) > 1 or a.quotation_at(i) is not None:
        return None
    found = (
        of_dateline(r) if article.lower == "this" else antecedent(r, token) if article.lower in ("the", "that") else None
    )
    if found is None or found.is_country or (token.lower == "capital" and not _is_capital(found)):
        return None
    return found


def _is_capital(place: Place) -> bool:
    state = states().get(place.country or "")
    return state is not None and place.name in state.capitals


def _own_country(r: Resolved, i: int) -> Place | None:
    """ "A visit to our country", in the paper of a government or its agency: not in the words of somebody whom it quotes."""
    a, home = r.annotated, r.home
    owner = a.child(i, "poss")
    own = owner is not None and owner.lower == "our" and a.tokens[i].lower in words("own_country")
    state = states().get(home.state or "") if own and home.official and a.quotation_at(i) is None else None
    return Place(state.name, state.alpha3, geonames=state.geonames) if state is not None else None


def _behind_building(r: Resolved, i: int) -> Place | None:
    """ "At the Ministry of Foreign Affairs, Nay Pyi Taw": the town behind the comma."""
    a = r.annotated
    last = max((t.i for t in a.subtree(i) if t.i < len(a.tokens) and _before_comma(a, i, t.i)), default=i)
    if a.tokens[i].pos != "PROPN" or last + 2 >= len(a.tokens) or a.tokens[last + 1].text != ",":
        return None
    town = r.place_at(last + 2) or _capital_named(r, last + 2)
    if town is None or town.first != last + 2 or town.place.is_country or town.last >= len(a.tokens):
        return None
    return town.place if a.tokens[town.last].text in (".", ",", ";") else None


def _capital_named(r: Resolved, i: int) -> PlaceMention | None:
    """A capital that elsewhere stands for its government."""
    mention = r.mention_at(i)
    state = states().get(mention.actor or "") if mention is not None and mention.first == i else None
    if mention is None or state is None or mention.text not in state.capitals:
        return None
    known = next((k for k in places_named(mention.text) if k.country == state.alpha3), None)
    if known is None:
        return None
    place = Place(known.name, known.country, known.latitude, known.longitude, known.geonames)
    return PlaceMention(mention.first, mention.last, mention.span, place)


def _before_comma(a: Annotated, first: int, i: int) -> bool:
    return i >= first and not any(t.text == "," for t in a.tokens[first : i + 1])
