"""The place of a journey that only an adverb names: "arrived here on Sunday", "Mr. Paz was here in May", "will go there on Friday".

Comes in: a resolved document, a verb of travelling, those who travel. Goes out: the place: of the dateline for "here", the last that was
told for "there"; None where they are at home there, or nothing tells that they are from elsewhere.
"""

from collections.abc import Sequence

from memcon.coding.engagements.dateline_places import of_dateline
from memcon.coding.engagements.participants import Party
from memcon.model.annotated import Token
from memcon.model.resolved import Place, Resolved
from memcon.registers.engagements import words

BEFORE = 1  # sentences in front of the one with "there", in which its place is told


def pointed_at(r: Resolved, i: int, subjects: Sequence[Party]) -> Place | None:
    """Where they are from abroad whom the verb tells to be, to come or to go here or there."""
    adverb = next((t for t in r.annotated.children(i) if is_pointing(t)), None)
    if adverb is None or r.annotated.zone(i) != "body":
        return None
    place = of_dateline(r) if adverb.lower in words("pointing_here") else _told_before(r, i)
    actors = [r.actors[p.actor] for p in subjects if p.actor]
    states = [x.state for x in actors]
    named = any(x.kind == "person" and x.named for x in actors)
    abroad = named and None not in states and place is not None and place.country not in (None, *states)
    return place if abroad else None


def is_pointing(token: Token) -> bool:
    """Is it "here" or "there" for a place, and no opening of "there is"?"""
    pointing = token.lower in words("pointing_here") | words("pointing_there")
    return pointing and token.pos == "ADV" and token.dep == "advmod"


def _told_before(r: Resolved, i: int) -> Place | None:
    """The last place with a state that its sentence, or the one in front, names before the verb."""
    a = r.annotated
    sentence = a.sentence_of(i)
    first = a.sentences[max(sentence.index - BEFORE, 0)]
    start = first.first if first.paragraph == sentence.paragraph else sentence.first
    found = (r.place_at(n) for n in range(i - 1, start - 1, -1))
    return next((p.place for p in found if p is not None and p.place.country is not None), None)
