"""The building or the ship in which an engagement is: "met at Königstedt manor", "talks aboard the frigate Psara".

Comes in: a resolved document and its phrases, with the towns and states that their clauses and journeys give them. Goes out: the
same, each with the venue that hangs on its verb or noun, in the country and at the degrees of its town. Refused: what hangs on
another verb ("said at the Foreign Ministry that they had met"), the office of somebody named beside it ("X, Under-Secretary at the
Foreign Office"), the venue of a visit, which goes to more than that, and one that lies in another country than the engagement.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.engagements.dateline_places import is_news, of_dateline
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, PlaceMention, Resolved
from memcon.registers.engagements import nouns, verb_at
from memcon.registers.offices import role_nouns
from memcon.registers.states import states
from memcon.registers.word_lists import venue_words

PLACELESS = frozenset((EngagementKind.CALL, EngagementKind.VISIT))
RECEIVING = frozenset(("person", "summons", "credentials", "audience"))
ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OFFICE = 8  # tokens of "Director-General for Political Affairs"


def with_venues(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, each in its building."""
    for phrase in phrases:
        mention = _venue_of(r, phrase.token, phrase.verbal) if r.venues and phrase.kind not in PLACELESS else None
        own = mention is not None and _with_its_own(r, phrase, mention)
        yield _placed(r, phrase, mention.place) if mention is not None and own else phrase


def _with_its_own(r: Resolved, phrase: Phrase, venue: PlaceMention) -> bool:
    """Of several who are met one by one ("with A at dawn, with B at the Filao Lodge"), is it the one at whose name the venue stands?"""
    link = _link(r, venue)
    chain = {t.i for t in r.annotated.ancestors(link.i)} if link is not None else set()
    everybody = {actor.key for i in chain if (actor := r.actor_at(i)) is not None}
    own = {p.actor for p in phrase.arguments.people}
    return not everybody or bool(everybody & own)


def town_of_venue(r: Resolved, i: int, verbal: bool) -> Place | None:
    """The venue as the place of a verb or a noun, where the words tell in which country it is."""
    venue = venue_of(r, i, verbal)
    return venue if venue is not None and venue.country is not None else None


def venue_of(r: Resolved, i: int, verbal: bool) -> Place | None:
    """The venue that hangs on a verb or noun of engagement, or on the verb of its noun."""
    mention = _venue_of(r, i, verbal)
    return mention.place if mention is not None else None


def _venue_of(r: Resolved, i: int, verbal: bool) -> PlaceMention | None:
    sentence = r.annotated.sentence_of(i)
    near = (v for v in r.venues if sentence.first <= v.first < sentence.last)
    return next((v for v in near if _is_of(r, v, i, verbal)), None)


def _placed(r: Resolved, phrase: Phrase, venue: Place) -> Phrase:
    told = phrase.arguments.place
    if told is not None and (told.venue or told.country is None or venue.country not in (None, told.country)):
        return phrase
    around = told or (_dateline_of(r, phrase, venue) if venue.country is None else None)
    place = venue if around is None else venue.inside(around)
    return replace(phrase, arguments=replace(phrase.arguments, place=place))


def _dateline_of(r: Resolved, phrase: Phrase, venue: Place) -> Place | None:
    """The dateline's town of a building that bears its name, and the dateline's state of one of those who meet there as it is written."""
    line = of_dateline(r)
    if line is None:
        return None
    if line.name.casefold() in venue.name.casefold().split():
        return line
    sides = {r.actors[p.actor].state for p in phrase.arguments.people if p.actor}
    state = states().get(line.country or "") if line.country in sides and is_news(r, phrase) else None
    return Place(state.name, state.alpha3) if state is not None else None


def _is_of(r: Resolved, venue: PlaceMention, i: int, verbal: bool) -> bool:
    link = _link(r, venue)
    over = _governor(r, link, i) if link is not None else None
    if link is None or over is None or not _locates(r, link, over):
        return False
    if over.i == i:
        return True
    return (
        not verbal
        and over.pos in ("VERB", "AUX")
        and any(t.i == i and t.dep in ARGUMENTS for t in r.annotated.children(over.i))
    )


def _link(r: Resolved, venue: PlaceMention) -> Token | None:
    """The preposition in front of the name."""
    before = r.annotated.tokens[max(venue.first - 4, 0) : venue.first]
    return next((t for t in reversed(before) if t.lower in venue_words("at")), None)


def _governor(r: Resolved, link: Token, i: int) -> Token | None:
    """The verb or the noun of engagement on which a preposition hangs, over the names beside it; none where it stands with the
    subject ("the envoy at the Foreign Office met him"), in an apposition's title or in what a matter is about."""
    a, below = r.annotated, link
    if _behind_name(r, link):
        return None
    for t in a.ancestors(link.i):
        if t.i == i:
            return (
                t
                if t.pos in ("NOUN", "PROPN") or not (below.dep in SUBJECTS and below.i < t.i and below.i != link.i)
                else None
            )
        if t.pos in ("VERB", "AUX"):
            return t
        if t.dep in ("prep", "pcomp") and t.lower in venue_words("matters"):
            return None
        if t.dep == "appos" and _is_title(r, link):
            return None
        if t.pos == "NOUN" and t.lemma.lower() in nouns():
            return t
        below = t
    return None


def _is_title(r: Resolved, link: Token) -> bool:
    """ "X, Under-Secretary at the Foreign Office": is it inside the words of somebody's office?"""
    spans = (role.span for actor in r.actors.values() for role in actor.roles)
    return any(span.start <= link.start < span.end for span in spans)


def _behind_name(r: Resolved, link: Token) -> bool:
    """ "With X, Director-General at the Foreign Ministry": behind a name and a comma nothing but an office stands before it."""
    tokens, at = r.annotated.tokens, link.i - 1
    if tokens[at].lemma.lower() not in role_nouns() or tokens[at].pos not in ("NOUN", "PROPN"):
        return False
    while (
        at > max(0, link.i - OFFICE)
        and tokens[at].pos in ("NOUN", "PROPN", "ADJ", "ADP", "PUNCT")
        and tokens[at].text != ","
    ):
        at -= 1
    named = r.mention_at(at - 1) if tokens[at].text == "," and at else None
    return named is not None and named.how == "name" and named.last == at and r.actors[named.actor or ""].kind == "person"


def _locates(r: Resolved, link: Token, over: Token) -> bool:
    """ "To" leads into a building only whom one receives there; "in" and "outside" hang on the verb or noun itself."""
    if link.lower == "to":
        trigger = verb_at(over.lemma) if over.pos == "VERB" else None
        return trigger is not None and trigger.needs in RECEIVING
    head = r.annotated.tokens[link.head]
    return (
        link.lower != "in" or head.i == over.i or r.annotated.head(head.i).i == over.i or head.lower in venue_words("nouns")
    )
