"""Headlines: which occasion of the text a headline's phrase names again.

Comes in: a phrase of a headline, and the occasions that the text below it tells. Goes out: the one that it names and the phrase
as it counts there: it adds its words, and those who take part only where the text leaves a side open. A headline is written
about its text, so it makes no occasion of its own where the text tells one that it can mean. Refuses one whose named persons,
place or day contradict it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import SILENT
from memcon.model.clauses import Form, Relation, Tense
from memcon.model.kinds import MEETINGS, ORGANISED, EngagementKind, likeness
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.status import DONE, INTENDED, UNDONE

LIVE = frozenset((*MEETINGS, EngagementKind.CALL, EngagementKind.DINNER, EngagementKind.CONFERENCE))
DIFFERENT_WORD = 0.3  # of two kinds of live exchange: a headline says "talks" of a call, "meets" of a dinner
LEAD = 2  # sentences of the text in which stands what the headline is about


def in_headline(resolved: Resolved, phrase: Phrase) -> bool:
    """Does the phrase stand in a headline above the text? The title of an official paper is read as more than that, and a
    heading inside the text can be an item of a list."""
    paragraph = resolved.annotated.sentence_of(phrase.token).paragraph
    return not phrase.titled and all(n in resolved.clauses.headlines for n in range(paragraph + 1))


def in_inner_headline(resolved: Resolved, phrase: Phrase) -> bool:
    """Does the phrase stand in a headline between the paragraphs of the text? It tells what the text beside it tells, or it is a
    link to another report: "PM meets envoy". A heading without a verb ("Visit to Oslo, 3 May") can be an item of a list."""
    sentence = resolved.annotated.sentence_of(phrase.token)
    if (
        phrase.titled
        or resolved.annotated.paragraphs[sentence.paragraph].zone != "heading"
        or in_headline(resolved, phrase)
    ):
        return False
    inside = (c for c in resolved.clauses.all if sentence.first <= c.predicate < sentence.last)
    return any(c.tense == Tense.HEADLINE or (c.form == Form.INFINITIVE and c.relation == Relation.MAIN) for c in inside)


def named_below(resolved: Resolved, phrase: Phrase, occasions: Sequence[Occasion]) -> Occasion | None:
    """The occasion of the text that a headline's phrase names, or None."""
    told = [o for o in occasions if any(not in_headline(resolved, p) for p in o.phrases)]
    first = min((p.token for o in told for p in o.phrases if not in_headline(resolved, p)), default=0)
    if in_inner_headline(resolved, phrase):
        first = next((p.token for o in told for p in o.phrases if p.token > phrase.token), first)  # what it heads
    scores = ((_score(resolved, phrase, o, first, _told_with(o, told)), -o.number, o) for o in told)
    best = max((s for s in scores if s[0] > 0), key=lambda s: s[:2], default=None)
    return best[2] if best else None


def as_named_again(resolved: Resolved, phrase: Phrase, occasion: Occasion) -> Phrase:
    """The phrase as it counts in the occasion: without a status of its own where the text gives one, and without those whom the
    text names better."""
    sides = {_side(a) for a in occasion.actors.values()}
    kept = [p for p in phrase.arguments.parties if _adds(resolved, p, occasion, sides)]
    arguments = replace(
        phrase.arguments,
        subjects=tuple(p for p in phrase.arguments.subjects if p in kept),
        beside=tuple(p for p in phrase.arguments.beside if p in kept),
        date=phrase.arguments.date if occasion.date is None else None,
        place=phrase.arguments.place if occasion.place is None else None,
    )
    return replace(phrase, arguments=arguments, verdict=SILENT if occasion.status else phrase.verdict, definite=True)


def _adds(resolved: Resolved, party: Party, occasion: Occasion, sides: set[str]) -> bool:
    actor = resolved.actors[party.actor] if party.actor else None
    if actor is None or actor.key in occasion.actors:
        return actor is not None
    return actor.named and actor.kind in ("person", "state") and _side(actor) not in sides and len(sides) < 2


def _told_with(occasion: Occasion, told: Sequence[Occasion]) -> list[LocalActor]:
    """Who takes part in the other meetings that the same phrase tells ("separate meetings with X and Y")."""
    mine = {p.token for p in occasion.phrases}
    others = (o for o in told if o is not occasion and any(p.token in mine for p in o.phrases))
    return [actor for o in others for actor in o.actors.values()]


def _score(resolved: Resolved, phrase: Phrase, occasion: Occasion, first: int, beside: Sequence[LocalActor]) -> float:
    """How well an occasion fits what the headline says; 0 where it cannot be meant, or nothing ties them."""
    kinds = max(likeness(phrase.kind, occasion.kind), DIFFERENT_WORD * ({phrase.kind, occasion.kind} <= LIVE))
    if (phrase.kind in ORGANISED) != (occasion.kind in ORGANISED):
        kinds = 0.0  # a headline on a summit can stand above any meeting
    here, there = phrase.arguments.place, occasion.place
    day, known = phrase.arguments.date, occasion.date
    if not kinds or (here and there and not here.can_be(there)) or (day and known and not day.date.can_be(known)):
        return 0.0
    mine = [resolved.actors[p.actor] for p in phrase.arguments.people if p.actor]
    theirs = list(occasion.actors.values())
    if _contradict(mine, theirs, beside):
        return 0.0
    shared = sum(any(_can_be(a, b) for b in theirs) for a in mine)
    sentence = resolved.annotated.tokens
    lead = occasion.phrases[0].token == first or (
        sentence[occasion.phrases[0].token].sentence - sentence[first].sentence < LEAD
    )
    if not shared and not lead and not (here and there):
        return 0.0
    return kinds + shared + bool(here and there) + 0.5 * lead + 0.5 * _agree(phrase, occasion)


def _agree(phrase: Phrase, occasion: Occasion) -> int:
    """1 where both are told as done, as to come, or as called off; -1 where they differ; 0 where one says nothing."""
    said, known = phrase.verdict.status, occasion.status
    if said is None or known is None:
        return 0
    return 1 if any(said in group and known in group for group in (DONE, INTENDED, UNDONE)) or said == known else -1


def _contradict(mine: Iterable[LocalActor], theirs: Sequence[LocalActor], beside: Sequence[LocalActor]) -> bool:
    """Does the headline name a person or a state that the occasion, both of whose sides are named, has not, nor those told with it?"""
    named = [a for a in mine if a.named or a.state]
    return len({_side(a) for a in theirs}) > 1 and any(not any(_can_be(a, b) for b in (*theirs, *beside)) for a in named)


def _can_be(one: LocalActor, other: LocalActor) -> bool:
    """Can they be one, or one stand for the other: the same family name, a state and its minister, an office and its holder?"""
    if one.kind == other.kind == "person" and one.named and other.named:
        return one.key == other.key or _family(one) == _family(other)
    if one.state and other.state:
        return one.state == other.state
    return not (one.named and other.named) or one.key == other.key


def _family(actor: LocalActor) -> str:
    return actor.name.split()[-1].casefold()


def _side(actor: LocalActor) -> str:
    return actor.state or actor.key
