"""Where those are who receive: in their own state, where no words tell the place and nothing in the text tells that they are abroad.

Comes in: a resolved document and its occasions. Goes out: the state of the host as the place of an occasion of which the words tell no
place, or only a building ("received him at State House"), or None. Refuses where the host's state is not told, where he is an envoy
himself, where the dateline, a journey or a margin ("on the sidelines of") puts him elsewhere, and where both sides are of one state.
"""

from collections.abc import Iterator, Sequence

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase, means_of
from memcon.coding.engagements.places import own_tokens
from memcon.model.annotated import Annotated, Token
from memcon.model.kinds import IN_PERSON, EngagementKind
from memcon.model.resolved import LocalActor, Place, PlaceBasis, Resolved, SettingKind
from memcon.model.status import DONE, UNDONE, Status
from memcon.registers.engagements import words
from memcon.registers.hosts import HostSlot, host_row
from memcon.registers.offices import role_nouns
from memcon.registers.outlets import outlet_named
from memcon.registers.places import places_named
from memcon.registers.states import states, states_by_name
from memcon.registers.word_lists import function_words

KINDS = IN_PERSON - {EngagementKind.VISIT} | {EngagementKind.CEREMONY}
SIGNED = frozenset((SettingKind.DATELINE, SettingKind.LETTERHEAD))
OWN_PAPERS = frozenset(("government", "agency"))
NEAR = 9  # tokens behind the title of an envoy in which it says to whom he is sent


def host_place(r: Resolved, occasion: Occasion, occasions: Sequence[Occasion]) -> Place | None:
    """The place of an occasion of which no words tell the place, by who receives there."""
    told = occasion.place is not None and not (occasion.place.venue and occasion.place.country is None)
    if told or occasion.kind not in KINDS or occasion.status in UNDONE or occasion.generic:
        return None
    for phrase in occasion.phrases:
        host = _host(r, phrase) or _where_envoy_is_sent(r, phrase)
        if host is None or not _is_at_home(r, host, phrase, occasion, occasions):
            continue
        state = states()[host.state or ""]
        return Place(state.name, state.alpha3, basis=PlaceBasis.HOST)
    return None


def _host(r: Resolved, phrase: Phrase) -> LocalActor | None:
    """Who receives, by the verb or the noun; of who "co-hosts" it with others, any of them can."""
    token = r.annotated.tokens[phrase.token]
    if {token.lower, r.annotated.head(token.i).lower} & function_words("joint_verbs"):
        return None
    return _of_verb(r, phrase) if phrase.verbal else _of_noun(r, phrase)


def _of_verb(r: Resolved, phrase: Phrase) -> LocalActor | None:
    """ "A received B", "B was received by A", "B called on A"."""
    a, clause = r.annotated, r.clauses.at(phrase.token)
    row = host_row(a.tokens[phrase.token].lemma, _beside(r, phrase.token), phrase.kind)
    if row is None or clause is None:
        return None
    if row.host is HostSlot.BEHIND:
        return None if _own_caller(r, clause.agents) else _one(r, _behind(a, phrase.token, row.particle))
    if clause.passive and not clause.agents:
        return _one(r, _behind(a, phrase.token, "to"))  # "was summoned to the Hungarian Foreign Ministry"
    subjects = () if clause.passive else tuple(p.token for p in phrase.arguments.subjects)
    return _one(r, (*clause.agents, *subjects))


def _of_noun(r: Resolved, phrase: Phrase) -> LocalActor | None:
    """ "B paid a call on A", "A hosted talks with B"."""
    a, noun = r.annotated, r.annotated.tokens[phrase.token]
    over = r.clauses.at(noun.head)
    agents = over.agents if over is not None else ()
    links = {t.lower for t in (*a.children(noun.i), *a.children(noun.head)) if t.dep == "prep"}
    row = host_row(noun.lemma.lower(), links, phrase.kind)
    if row is not None and row.host is HostSlot.BEHIND and not _own_caller(r, agents):
        return _one(r, (*_behind(a, noun.i, row.particle), *_behind(a, noun.head, row.particle)))
    hosting = host_row(a.tokens[noun.head].lemma, {noun.lemma.lower()}, phrase.kind) if noun.dep == "dobj" else None
    return _one(r, agents) if hosting is not None and hosting.host is HostSlot.AGENT else None


def _own_caller(r: Resolved, agents: Sequence[int]) -> bool:
    """Does a government's or agency's paper tell whom its own minister called on? A guest in his state, or his host abroad: it is open.

    Its own envoy is where he is accredited.
    """
    outlet = outlet_named().get((r.annotated.document.outlet or "").casefold())
    if outlet is None or outlet.state is None or outlet.kind not in OWN_PAPERS:
        return False
    callers = [x for i in agents if (x := r.actor_at(i)) is not None]
    return any(x.state == outlet.state and not _is_envoy(x) for x in callers)


def _beside(r: Resolved, i: int) -> set[str]:
    """The particles, objects and prepositions of persons that stand with a verb or its object: not the "in" of "in the afternoon"."""
    a = r.annotated
    objects = [t for t in a.children(i) if t.dep == "dobj"]
    links = [t for at in (i, *(o.i for o in objects)) for t in a.children(at) if t.dep in ("prep", "dative")]
    of_persons = {t.lower for t in links if (x := a.child(t.i, "pobj")) is not None and r.actor_at(x.i) is not None}
    return of_persons | {t.lower for t in (*a.children(i), *objects) if t.dep in ("prt", "dobj")}


def _behind(a: Annotated, i: int, particle: str) -> tuple[int, ...]:
    """The object of a preposition that hangs on a token."""
    near = [*a.children(i), *(x for o in a.children(i) if o.dep == "dobj" for x in a.children(o.i))]
    links = (t for t in near if t.dep in ("prep", "dative") and t.lower == particle)
    return tuple(x.i for t in links if (x := a.child(t.i, "pobj")) is not None)


def _one(r: Resolved, at: Sequence[int]) -> LocalActor | None:
    """The one whom the heads of phrases mean first, if it is somebody of a state."""
    found = (r.actor_at(i) for i in at)
    return next((x for x in found if x is not None and x.state in states() and not _is_envoy(x)), None)


def _is_envoy(actor: LocalActor) -> bool:
    return any(_envoy_title(role.title) for role in actor.roles)


def _envoy_title(title: str) -> bool:
    noun = next(
        (n for w in (title.lower(), title.lower().partition(" of ")[0].partition(" to ")[0]) if (n := role_nouns().get(w))),
        None,
    )
    return noun is not None and noun.rank == "envoy"


def _where_envoy_is_sent(r: Resolved, phrase: Phrase) -> LocalActor | None:
    """Whom an envoy meets who is sent to his state: "the Ambassador of Finland to Kenya met the Kenyan minister"."""
    people = [r.actors[p.actor] for p in phrase.arguments.people if p.actor]
    envoys = [x for x in people if x.kind == "person" and _is_envoy(x) and (x.state or not x.named)]
    sent = {to for x in envoys for to in _sent_to(r, x)}
    if any(x.state in (None, r.home.state) for x in envoys):
        sent |= set(_where_mission_is(r))
    hosts = [x for x in people if x not in envoys]
    if len(sent) == 1 and all(x.state is None and x.kind != "person" for x in hosts):
        return r.actors.get(next(iter(sent)))  # "a committee of the parliament met the ambassador to Latvia"
    return next((x for x in hosts if x.state in sent), None)


def _sent_to(r: Resolved, envoy: LocalActor) -> Iterator[str]:
    """The states to which the words of his title send him."""
    a = r.annotated
    for role in envoy.roles:
        if not _envoy_title(role.title):
            continue
        first = next((t.i for t in a.tokens if t.start >= role.span.start), None)
        for t in a.tokens[first : first + NEAR] if first is not None else ():
            if t.lower in ("to", "in") and (state := _state_behind(r, t.i)) is not None:
                yield state


def _where_mission_is(r: Resolved) -> Iterator[str]:
    """The state in which the mission is whose paper it is: "Embassy of Sri Lanka, Jakarta", "Embassy of Peru in the Philippines"."""
    outlet = r.annotated.document.outlet or ""
    if r.home.official and words("missions") & set(outlet.lower().replace(",", " ").split()):
        seat = next((seat for link in (", ", " in ", " to ") if (seat := outlet.rpartition(link)[2]) != outlet), "")
        if (state := states_by_name().get(seat.removeprefix("the "))) is not None:
            yield state.alpha3
        elif (town := next(iter(places_named(seat)), None)) is not None and town.country is not None:
            yield town.country


def _state_behind(r: Resolved, i: int) -> str | None:
    tokens = r.annotated.tokens
    at = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].lower == "the")
    named = r.place_at(at) if at < len(tokens) else None
    return named.place.country if named is not None and named.place.is_country else None


def _is_at_home(r: Resolved, host: LocalActor, phrase: Phrase, occasion: Occasion, occasions: Sequence[Occasion]) -> bool:
    a, state = r.annotated, host.state
    guests = [x for x in occasion.actors.values() if x.key != host.key]
    if not any(x.state != state and (x.named or x.state) for x in guests):
        return False
    if means_of(a, phrase.token) or any(t.lemma.lower() in words("beside") for t in _around(a, phrase.token)):
        return False
    if any(place.country != state for place in _signed_at(r)):
        return False
    if any(place.country not in (None, state) for place in _towns_told(r, phrase.token)):
        return False
    at_mission = any(t.lemma.lower() in words("missions") for t in _where_words(a, phrase.token))
    return not at_mission and not any(_abroad(r, host, other) for other in occasions if _of_one_time(occasion, other))


def _around(a: Annotated, i: int) -> tuple[Token, ...]:
    """The tokens of its paragraph."""
    n = a.sentence_of(i).paragraph
    inside = [s for s in a.sentences if s.paragraph == n]
    return a.tokens[inside[0].first : inside[-1].last]


def _towns_told(r: Resolved, i: int) -> Iterator[Place]:
    """The towns in which the verbs of its paragraph put somebody: "both were in New York", not "the situation in Aleppo"."""
    a = r.annotated
    for t in _around(a, i):
        if t.dep == "prep" and t.lower in ("in", "at", "to") and a.head(t.i).pos in ("VERB", "AUX"):
            x = a.child(t.i, "pobj")
            named = r.place_at(x.i) if x is not None else None
            if named is not None and not named.place.is_country:
                yield named.place


def _signed_at(r: Resolved) -> list[Place]:
    """The places of the dateline and the letterhead."""
    found = [s.place for s in r.settings if s.kind in SIGNED and s.place is not None]
    line = r.annotated.document.dateline
    if line is not None and line.place and not found:
        known = next(iter(places_named(line.place.title())), None)
        found += [Place(known.name, known.country)] if known is not None and known.country else []
    return [place for place in found if place.country is not None]


def _of_one_time(one: Occasion, other: Occasion) -> bool:
    """Are both over, or both to come? That he will go abroad does not put abroad whom he has received."""
    pair = (one.status or Status.CONSIDERED, other.status or Status.CONSIDERED)
    return one is not other and (pair[0] in DONE) == (pair[1] in DONE)


def _abroad(r: Resolved, host: LocalActor, other: Occasion) -> bool:
    """Does another occasion of the text put the host, or somebody of his state on a visit, into another state?"""
    if other.place is None or other.place.country in (None, host.state) or other.status in UNDONE:
        return False
    there = host.key in other.actors
    return there or (other.kind == EngagementKind.VISIT and any(x.state == host.state for x in other.actors.values()))


def _where_words(a: Annotated, i: int) -> list[Token]:
    """The objects of "at" that hang on a phrase or on its verb."""
    near = [*own_tokens(a, i), *(own_tokens(a, a.tokens[i].head) if a.tokens[i].pos == "NOUN" else ())]
    links = {t.i for t in near if t.dep == "prep" and t.lower == "at"}
    return [x for at in sorted(links) if (x := a.child(at, "pobj")) is not None]
