"""What a phrase and an occasion are compared by: worked out once for each, and not for each pair of them.

Comes in: a phrase, or the phrases of an occasion one after another. Goes out: `Traits`, and `Told`, which grows with each phrase.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from memcon.coding.engagements.naming import in_rounds, ordinal_of
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Annotated, Token
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind, can_be_one
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.status import DATED_PLANS, Status, together
from memcon.registers.engagements import words as vocabulary


@dataclass(frozen=True, slots=True)
class Traits:
    """What belongs to a phrase alone."""

    noun: str | None  # its lemma, where it is a noun
    sides: dict[str, set[str]]  # side -> named persons
    unknown: bool  # it names somebody who could not be made out ("their meeting", "a summit with Kim")
    nobody: frozenset[str]  # of those who take part: "officials", nobody knows which
    somebody: bool  # one of them names a person who could not be made out, other than by a pronoun
    topics: frozenset[str]  # "trade" of "trade talks"
    counted: frozenset[str]  # "second" of "the second summit"
    sitting: bool  # of the talks' next round, with its day or place
    carried_on: bool  # of talks that resume, stall or break down: those that were told
    proper: bool  # it has a name of its own ("the World Climate Summit"), as a meeting of two has not
    introduced: bool  # "a summit", as one that was not told of yet
    sentence: int
    published: date | None  # the first day on which the report can have appeared


def traits_of(resolved: Resolved, phrase: Phrase, sentence: int) -> Traits:
    """The traits of a phrase of that sentence."""
    tokens, parties = resolved.annotated.tokens, phrase.arguments.people
    return Traits(
        noun=None if phrase.verbal else tokens[phrase.token].lemma,
        sides=people(resolved.actors[p.actor] for p in parties if p.actor),
        unknown=any(p.actor is None and tokens[p.token].pos in ("PRON", "PROPN") for p in parties),
        nobody=frozenset(p.actor for p in parties if p.actor and nameless(resolved.actors[p.actor])),
        somebody=_somebody(resolved, phrase),
        topics=_topics(resolved, phrase),
        counted=_counted(resolved, phrase),
        sitting=_sitting(resolved, phrase),
        carried_on=_carried_on(resolved, phrase),
        proper=_proper(resolved, phrase),
        introduced=_introduced(resolved, phrase),
        sentence=sentence,
        published=resolved.annotated.document.published.earliest,
    )


@dataclass(slots=True)
class Told:
    """What the phrases of an occasion show so far."""

    sides: dict[str, set[str]] = field(default_factory=dict)
    outright: dict[Status, None] = field(default_factory=dict)  # in the order in which they were said
    said: dict[Status, None] = field(default_factory=dict)  # outright or not
    was_planned: bool = (
        False  # a sentence recalls it as a plan ("the visit had been planned"), rather than deny that there was one
    )
    nouns: dict[str, set[EngagementKind]] = field(default_factory=dict)  # lemma -> kinds of its phrases
    somebody: bool = False
    topics: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    plurals: int = 0
    all_legs: bool = True
    in_rounds: bool = False
    journey: bool = False

    def add(self, resolved: Resolved, phrase: Phrase) -> None:
        """Add what a phrase shows, other than its people."""
        verdict = phrase.verdict
        if verdict.status:
            self.said[verdict.status] = None
            if not verdict.weak:
                self.outright[verdict.status] = None
        recalled = phrase.definite and not verdict.weak and not verdict.barred
        self.was_planned |= recalled and verdict.status in DATED_PLANS
        self.nouns.setdefault(resolved.annotated.tokens[phrase.token].lemma, set()).add(phrase.kind)
        self.somebody |= _somebody(resolved, phrase)
        self.topics |= _topics(resolved, phrase)
        self.counted |= _counted(resolved, phrase)
        self.plurals += phrase.plural
        self.all_legs &= phrase.leg
        self.journey |= phrase.journey
        self.in_rounds |= not phrase.verbal and in_rounds(resolved, phrase.token)

    @property
    def status(self) -> Status | None:
        found = together(self.outright or self.said)
        return Status.CANCELLED if found == Status.RULED_OUT and self.was_planned else found

    def called(self, noun: str | None, kind: EngagementKind) -> bool:
        """Has an occasion of that kind been called by the noun? "The meetings in Lima", taken for his stay there, do not make a
        meeting of the visit."""
        return any(can_be_one(own, kind) for own in self.nouns.get(noun or "", ()))


def _somebody(resolved: Resolved, phrase: Phrase) -> bool:
    tokens = resolved.annotated.tokens
    return any(p.actor is None and tokens[p.token].pos != "PRON" for p in phrase.arguments.people)


def _topics(resolved: Resolved, phrase: Phrase) -> frozenset[str]:
    """ "Trade" of "trade talks"."""
    a = resolved.annotated
    before = () if phrase.verbal else a.children(phrase.token)
    return frozenset(t.lemma for t in before if t.i < phrase.token and is_topic(a, t))


def is_topic(a: Annotated, t: Token) -> bool:
    """A noun before the noun; not "level" of "high-level talks"."""
    return t.dep == "compound" and t.pos == "NOUN" and not (t.i and a.tokens[t.i - 1].text == "-")


def _counted(resolved: Resolved, phrase: Phrase) -> frozenset[str]:
    """ "Second" of "the second summit"; "the first since 1999" is counted from another day."""
    counted = None if phrase.verbal else ordinal_of(resolved, phrase.token)
    return frozenset((counted,)) if counted is not None else frozenset()


def _sitting(resolved: Resolved, phrase: Phrase) -> bool:
    """ "The next round of the talks, in May"; "this round of talks" is the one just told."""
    when_or_where = phrase.arguments.date is not None or phrase.arguments.place is not None
    if phrase.verbal or not when_or_where or not in_rounds(resolved, phrase.token):
        return False
    return not phrase.definite or phrase.further or ordinal_of(resolved, phrase.token) is not None


def _carried_on(resolved: Resolved, phrase: Phrase) -> bool:
    """ "Negotiations are paused", "to resume talks", "the stalled talks"."""
    a, token = resolved.annotated, resolved.annotated.tokens[phrase.token]
    if phrase.verbal or phrase.kind is not EngagementKind.TALKS:
        return False
    over = [a.head(token.i)] if token.dep in ("dobj", "nsubj", "nsubjpass") else []
    near = {t.lemma for t in (*over, *(x for x in a.children(token.i) if x.dep in ("amod", "acl", "relcl")))}
    return bool(near & vocabulary("carried_on"))


def _proper(resolved: Resolved, phrase: Phrase) -> bool:
    a = resolved.annotated
    if phrase.verbal or phrase.kind not in ("summit", "conference"):
        return False
    before = [
        t for t in a.children(phrase.token) if t.i < phrase.token and t.dep in ("compound", "nmod") and t.pos == "PROPN"
    ]
    actors = [resolved.actor_at(t.i) for t in before if resolved.place_at(t.i) is None]
    return any(x is None or x.kind == "organisation" for x in actors)


def _introduced(resolved: Resolved, phrase: Phrase) -> bool:
    """ "A summit", "an emergency meeting"."""
    before = () if phrase.verbal else resolved.annotated.children(phrase.token)
    return any(t.dep == "det" and t.lower in ("a", "an") for t in before)


def side(actor: LocalActor) -> str:
    """The state that somebody acts for; of those who act for none, his own name, or the body that his description names
    ("Taliban leaders" are on the side of the Taliban)."""
    if actor.state:
        return actor.state
    words = [w for w in actor.name.split() if w[:1].isupper()]
    return " ".join(words) if words and not actor.named else actor.name


def nameless(actor: LocalActor) -> bool:
    """ "Officials": nobody knows which, or whose."""
    return actor.state is None and not actor.named and actor.name.islower()


def add_side(sides: dict[str, set[str]], actor: LocalActor) -> None:
    """Put somebody on his side."""
    if nameless(actor):
        return  # "officials": of nobody knows which side
    named = sides.setdefault(side(actor), set())
    if actor.kind == "person" and actor.named:
        named.add(actor.key)


def people(actors: Iterable[LocalActor]) -> dict[str, set[str]]:
    """The named persons on each side; the set is empty where only the state or a delegation is named."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        add_side(found, actor)
    return found


def begins_after(day: DateRange, published: date) -> bool:
    """Is a day surely behind another?"""
    return day.earliest is not None and day.earliest > published
