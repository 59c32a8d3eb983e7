"""Where somebody is said to be beside his name: "the envoy, now in Dhaka on a four-day tour, promised".

Comes in: a resolved document and the preposition before a place. Goes out: who is there, where, and when; None where it is no
aside behind the name of somebody from abroad, or where neither a time nor a word such as "now" tells that he is there.
"""

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.model.annotated import Token
from memcon.model.resolved import Resolved, Time
from memcon.registers.engagements import words

ASIDE = 14  # tokens between its commas


def stay_at(r: Resolved, preposition: Token) -> Arguments | None:
    """Who is where, of the aside that a preposition opens."""
    tokens, i = r.annotated.tokens, preposition.i
    first = i - 1 if i and tokens[i - 1].lower in words("at_present") else i
    if first < 2 or preposition.lower not in ("in", "at") or tokens[first - 1].text != ",":
        return None
    mention = r.mention_at(first - 2)
    person = r.actors[mention.actor] if mention is not None and mention.actor else None
    place = r.place_at(i + 1) or r.place_at(min(i + 2, len(tokens) - 1))
    if (
        mention is None
        or person is None
        or person.kind != "person"
        or place is None
        or place.place.country in (None, person.state)
    ):
        return None
    last = r.annotated.sentence_of(i).last
    end = next((n for n in range(place.last, min(i + ASIDE, last)) if tokens[n].text == ","), None)
    if end is None or tokens[first - 1].sentence != tokens[first - 2].sentence:
        return None
    if any(t.pos in ("VERB", "AUX") for t in tokens[place.last : end]):
        return None  # the clause goes on: "the talks with Mr. Kim, the envoy, in Oslo on May 3 were put off, he said"
    time = _time(r, i, end)
    on_a_visit = _on_a_visit(r, place.last, end)
    told = any(t.pos == "VERB" for t in tokens[r.annotated.sentence_of(i).first : mention.first])
    if first == i and not on_a_visit and (time is None or told):
        return None  # "will meet the minister, X, in Oslo on Friday, and": where they will meet
    return Arguments(
        subjects=(Party(mention.head, mention.actor),),
        subject_is_role=True,
        with_somebody=False,
        place=place.place,
        date=time,
    )


def _time(r: Resolved, first: int, end: int) -> Time | None:
    return next(
        (t for n in range(first, end) if (t := r.time_at(n)) is not None and t.kind not in ("duration", "set")), None
    )


def _on_a_visit(r: Resolved, first: int, end: int) -> bool:
    """ "On a four-day tour", "for a visit"."""
    return any(t.lemma.lower() in words("travels") for t in r.annotated.tokens[first:end])
