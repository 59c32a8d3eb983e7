"""What a phrase that names an engagement is, and what its nouns and verbs are asked alike: is it of now, by what means?

Comes in: a token with what its words tell. Goes out: `Phrase`s as noun_phrases and verb_phrases make them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.verdict import Verdict
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Tense
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange, Reference
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import DONE, Status
from memcon.registers.engagements import verb_at
from memcon.registers.engagements import words as vocabulary

JUST = timedelta(days=7)
TOWARDS = frozenset(("for", "to", "in", "into"))
MEANS = frozenset(("by", "over", "via", "on", "through"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One trigger with what its clause says of the occasion. `definite`: it points back ("the", "this", "his")."""

    token: int
    first: int
    last: int
    kind: EngagementKind
    verbal: bool
    definite: bool
    plural: bool
    generic: bool
    joins: bool  # somebody joins or attends it, beside those who hold it
    predicate: bool  # "that will be the first meeting": of the occasion just named
    arguments: Arguments
    verdict: Verdict
    stop: bool = False  # "a stop in Oslo": on the way of a journey
    leg: bool = False  # a further destination that its journey's phrase names
    further: bool = False  # "follow-up talks": between those who met before
    doubtful: bool = False  # subject or object of a clause that is future or only possible
    same_as: int | None = None  # token of the phrase that it is an apposition to or a predicate of
    goes: bool = False  # a verb of going somewhere: one is going before one is there
    follows: int | None = None  # token of the phrase of an earlier engagement that its words go on from: another than this
    replaces: int | None = None  # token of the phrase of what was put off, in whose stead it is
    journey: bool = False  # the word for a journey of several stops, which its visits are not
    topical: bool = False  # a verb of what is done there, in person or not: "exchanged views"
    titled: bool = False  # it is what the title of an official paper names


def is_now(r: Resolved, time: Time | None) -> bool:
    """Do its days hold the day of writing?"""
    published = r.annotated.document.published
    return time is not None and time.date.days is not None and published.known and time.date.can_be(published)


def unless_now(time: Time | None, verdict: Verdict) -> Time | None:
    """ "When the trip will now be made": now is the day of what goes on alone."""
    now = time is not None and time.date.value == Reference.PRESENT
    return None if now and verdict.status not in DONE else time


def just_now(resolved: Resolved, token: Token, verdict: Verdict) -> Time | None:
    """ "has just met": in the days before it was written."""
    a, published = resolved.annotated, resolved.annotated.document.published
    near = [*a.children(token.i), *(a.children(token.head) if token.pos == "NOUN" or token.tag == "VBG" else ())]
    near += [x for t in near if t.dep == "prep" and t.i < token.i for x in a.children(t.i)]  # "was just in Oslo meeting"
    just = next((t for t in near if t.lower == "just" and t.i < token.i), None)
    if just is None or verdict.status != Status.HELD or not published.earliest or not published.exact:
        return None
    days = DateRange(
        published.earliest - JUST,
        published.latest,
        None,
        Basis(BasisKind.RELATIVE, "just", Anchor(published.earliest, published.latest or published.earliest)),
    )
    return Time(just.i, just.i + 1, a.span(just.i, just.i + 1), days, "interval")


def means_of(a: Annotated, i: int) -> frozenset[str]:
    """ "By telephone", "over the phone", "via video link": the words that tell that those who speak are not in one room."""
    links = [
        *a.children(i),
        *(t for x in a.children(i) if x.dep == "dobj" for t in a.children(x.i)),
    ]  # "discussed the truce by phone"
    inner = [x for t in links if t.dep in ("prep", "agent") for x in a.children(t.i) if t.lower in MEANS]
    near = {t.lower for x in inner for t in (x, *a.children(x.i))}
    return frozenset(near & ((vocabulary("phone") | vocabulary("from_afar")) - {"conference"}))


def recalled(r: Resolved, phrase: Phrase) -> bool:
    """ "Had met", without a day of its own: it was before what is told."""
    clause = r.clauses.at(phrase.token)
    over = r.clauses.at(r.annotated.tokens[phrase.token].head) if not phrase.verbal else None
    before = any(c is not None and c.aspect is Aspect.COMPLETED and c.tense is Tense.PAST for c in (clause, over))
    return before and phrase.arguments.date is None


def before_coming(r: Resolved, phrase: Phrase, there: Place) -> bool:
    """ "Came straight to the capital after his talks with the king", "before leaving for Oslo met the king": elsewhere, before he was
    `there`."""
    a, over = r.annotated, r.annotated.head(phrase.token)
    goals = _goals_to_come(r, phrase.token if phrase.verbal else over.i)
    if any(g.name == there.name or (g.is_country and g.country == there.country) for g in goals):
        return True
    verb = a.head(over.i)
    came = _is_journey(a, verb) if a.tokens[phrase.token].dep == "pobj" else False
    return came and not phrase.verbal and over.lower in vocabulary("over_by")


def _is_journey(a: Annotated, verb: Token) -> bool:
    trigger = verb_at(verb.lemma, particles(a, verb.i))
    return trigger is not None and trigger.kind == EngagementKind.VISIT


def _goals_to_come(r: Resolved, verb: int) -> Iterator[Place]:
    """ "Before leaving for Oslo", "prior to his trip to Oslo", "before she flew to Oslo": where the journey led that was still to come."""
    a = r.annotated
    links = [t for t in a.children(verb) if t.lower in vocabulary("before_a_journey")]
    inner = [x for t in links for x in (t, *a.children(t.i))]  # "prior to", "ahead of"
    going = [x for t in inner if (x := a.child(t.i, "pcomp", "pobj")) is not None]
    going += [t for t in a.children(verb) if t.dep == "advcl" and _led_by_before(a, t)]
    ways = (t for t in going if _is_journey(a, t) or t.lemma.lower() in vocabulary("travels"))
    goals = (x for way in ways for t in a.children(way.i) if t.lower in TOWARDS and (x := a.child(t.i, "pobj")) is not None)
    yield from (found.place for x in goals if (found := r.place_at(x.i)) is not None)


def _led_by_before(a: Annotated, verb: Token) -> bool:
    return any(t.dep == "mark" and t.lower in vocabulary("before_a_journey") for t in a.children(verb.i))


def brought_about(r: Resolved, phrase: Phrase) -> bool:
    """ "The visit will pave the way for a summit", "the talks could lead to a meeting": another engagement, elsewhere and later."""
    a, link = r.annotated, r.annotated.head(phrase.token)
    over = a.head(link.i)
    behind = a.tokens[phrase.token].dep == "pobj" and link.lower in ("for", "to", "toward", "towards")
    came_of_it = over.lemma == "lead" and over.tag == "VBD"  # "the visit led to a meeting"
    return behind and not phrase.verbal and not came_of_it and over.lemma.lower() in vocabulary("leading_to")
