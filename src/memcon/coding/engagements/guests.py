"""Whose visit it is on which somebody is received, and who is only a word of a title.

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same; "received X on the occasion of his visit" is
X's visit, whatever "his" was taken for; and a body that stands in the title of one who takes part ("PACE President X") takes no part
itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, PlaceBasis, Resolved
from memcon.model.text import Span
from memcon.registers.engagements import verb_at
from memcon.registers.states import states


def with_guests(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, visits with whose they are, all without the bodies of titles."""
    last: Phrase | None = None
    for phrase in phrases:
        phrase = _without_bodies(r, phrase)
        if last is not None and (guest := _guest(r, phrase, last)) is not None:
            place = phrase.arguments.place or _home(r, last)
            phrase = replace(phrase, arguments=replace(phrase.arguments, subjects=(guest,), place=place))
        yield phrase
        last = phrase if _receives(r, phrase) else last


def _receives(r: Resolved, phrase: Phrase) -> bool:
    """Does somebody receive somebody: a verb in the active, of which both are known?"""
    if not phrase.verbal or not phrase.arguments.beside or not phrase.arguments.subjects:
        return False
    trigger = verb_at(r.annotated.tokens[phrase.token].lemma, particles(r.annotated, phrase.token))
    clause = r.clauses.at(phrase.token)
    return trigger is not None and trigger.needs == "person" and clause is not None and not clause.passive


def _guest(r: Resolved, phrase: Phrase, received: Phrase) -> Party | None:
    """The one guest, of "his visit" behind a host who receives him in one sentence."""
    a = r.annotated
    owners = [p for p in phrase.arguments.subjects if a.tokens[p.token].tag == "PRP$"]
    if (
        phrase.kind is not EngagementKind.VISIT
        or phrase.verbal
        or len(owners) != len(phrase.arguments.subjects)
        or not owners
    ):
        return None
    if a.sentence_of(phrase.token).index != a.sentence_of(received.token).index:
        return None
    hosts = {p.actor for p in received.arguments.subjects}
    guests = list({p.actor: p for p in received.arguments.beside if p.actor}.values())
    own = {r.actors[p.actor].state for p in received.arguments.subjects if p.actor}
    abroad = phrase.arguments.place is not None and phrase.arguments.place.country not in own and None not in own
    if len(guests) != 1 or abroad or any(p.actor not in hosts for p in owners):
        return None
    guest = r.actors[guests[0].actor or ""]
    return guests[0] if guest.kind == "person" and guest.state not in own else None


def _home(r: Resolved, received: Phrase) -> Place | None:
    """The state of the hosts, where the words of the phrase tell no other place."""
    own = {r.actors[p.actor].state for p in received.arguments.subjects if p.actor}
    state = states().get(next(iter(own)) or "") if len(own) == 1 else None
    here = received.arguments.place
    if state is None or (here is not None and here.country != state.alpha3):
        return None
    return Place(state.name, state.alpha3, geonames=state.geonames, basis=PlaceBasis.HOST)


def _without_bodies(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase without those who are a word in the title of another of its parties."""
    arguments = phrase.arguments
    titled = [role.span for p in arguments.parties if p.actor for role in r.actors[p.actor].roles]
    bodies = {p for p in arguments.parties if _is_in(r, p, titled)} if titled else set[Party]()
    if not bodies:
        return phrase
    subjects = tuple(p for p in arguments.subjects if p not in bodies)
    beside = tuple(p for p in arguments.beside if p not in bodies)
    return replace(phrase, arguments=replace(arguments, subjects=subjects, beside=beside))


def _is_in(r: Resolved, party: Party, spans: Iterable[Span]) -> bool:
    actor = r.actors[party.actor] if party.actor else None
    if actor is None or actor.kind != "organisation" or party.part != "principal":
        return False
    start = r.annotated.tokens[party.token].start
    return any(span.start <= start < span.end for span in spans)
