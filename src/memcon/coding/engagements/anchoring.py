"""An occasion told with nobody, or with one side alone, is the one of its document that fits: "the summit", "Meetings go well".

Comes in: the occasions that phrases were gathered into. Goes out: fewer: a loose one joined to the one that fits it best, where one
fits clearly better than all others by named features. Refuses two of which words tell that they are two: a day, a place, an ordinal,
a topic, people or a status that contradicts. What fits several alike stays by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.coding.engagements.naming import is_round, named_by_place, ordinal_of
from memcon.coding.engagements.objections import meal_beside
from memcon.coding.engagements.occasion import Occasion, join
from memcon.coding.engagements.pair import LEAD
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.traits import is_topic
from memcon.model.annotated import Token
from memcon.model.kinds import FOR_THE_PRESS, MEETINGS, ORGANISED, EngagementKind, likeness
from memcon.model.resolved import Resolved
from memcon.model.status import AHEAD, CALLED_OFF, DATED_PLANS, DONE, UNDONE, Status

KINDS = MEETINGS | ORGANISED | FOR_THE_PRESS
KIN = 0.8  # likeness of two kinds of which a report can use either
LEAST = 2.5  # "the summit", in a report that tells of one
CLEARLY = 0.5  # by how much the best fits better than the next
ROUNDS = 3  # what was joined has more to be known by, so that others can fit then
FAR = 40  # sentences; what is loose does not point further
NEAR = 5
# What speaks for it that a loose occasion is one that the report tells elsewhere.
WEIGHTS = {
    "noun": 1.0,
    "kind": 0.5,
    "points back": 0.5,
    "one of some": -1.0,  # "a meeting"
    "place": 1.5,
    "country": 0.5,
    "day": 1.5,
    "days": 0.5,
    "ordinal": 1.5,
    "sides": 0.75,
    "persons": 0.5,
    "status": 0.5,
    "goes on": 1.0,  # both are talks that go on as the report is written
    "near": 0.5,
}


@dataclass(frozen=True, slots=True)
class Told:
    """An occasion with what its words say of it."""

    occasion: Occasion
    sides: Mapping[str, set[str]]
    nouns: frozenset[str]
    ordinals: frozenset[str]
    topics: frozenset[str]
    organisers: frozenset[str]
    points_back: bool
    one_of_some: bool
    a_round: bool  # one of several sittings of talks
    open: bool  # somebody takes part who could not be made out
    sentence: int

    @classmethod
    def of(cls, r: Resolved, occasion: Occasion) -> "Told":
        a, nouns = r.annotated, [p for p in occasion.phrases if not p.verbal]
        before = [(p, t) for p in nouns for t in a.children(p.token) if t.i < p.token]
        parties = [p for x in occasion.phrases for p in x.arguments.parties]
        called = any(named_by_place(r, p.token) is not None for p in nouns)
        return cls(
            occasion=occasion,
            sides={side: set(who) for side, who in occasion.sides.items()},
            nouns=frozenset(a.tokens[p.token].lemma.lower() for p in nouns),
            ordinals=frozenset(n for p in nouns if (n := ordinal_of(r, p.token)) is not None),
            topics=frozenset(t.lemma for _, t in before if _is_topic(r, t)),
            organisers=frozenset(p.actor for p in parties if p.part == "organiser" and p.actor)
            | _bodies(r, occasion, nouns),
            points_back=called or any(p.definite for p in nouns),
            one_of_some=any(t.lower in ("a", "an") for p, t in before if p is occasion.phrases[0]),
            a_round=any(p.further or is_round(r, p.token) for p in nouns),
            open=any(p.actor is None and a.tokens[p.token].pos in ("PROPN", "PRON") for p in parties),
            sentence=a.tokens[occasion.phrases[0].token].sentence,
        )

    @property
    def standing(self) -> bool:
        """Is it talks that go on, rather than one sitting of them?"""
        occasion = self.occasion
        sitting = self.a_round or occasion.date is not None or occasion.place is not None
        return occasion.kind == EngagementKind.TALKS and occasion.status in (None, Status.ONGOING) and not sitting

    @property
    def goes_on(self) -> bool:
        """Can it be talks that go on: not one of their rounds, nor over, nor to come?"""
        return not self.a_round and self.occasion.status in (None, Status.ONGOING)

    @property
    def loose(self) -> bool:
        """Is it told with nobody, or with one side alone, and is it one occasion that another phrase can mean?"""
        occasion = self.occasion
        if occasion.kind not in KINDS or occasion.generic or self.open or self.organisers:
            return False
        if any(
            p.verbal or (p.further and occasion.status in DONE) or p.predicate or (p.plural and not _going(p))
            for p in occasion.phrases
        ):
            return False
        known_by = self.points_back or occasion.place or occasion.date or self.ordinals or self.standing
        return len(self.sides) < 2 and (bool(known_by) or occasion.kind in FOR_THE_PRESS)


def _bodies(r: Resolved, occasion: Occasion, nouns: Sequence[Phrase]) -> frozenset[str]:
    """The bodies of many states that stand in the noun's own words ("the meeting of ASEAN ministers"), or hold the summit."""
    inside = [r.actor_at(t.i) for p in nouns for t in r.annotated.subtree(p.token)]
    hold = occasion.actors.values() if occasion.kind in ORGANISED else ()
    told = (x for x in (*inside, *hold) if x is not None and x.named)
    return frozenset(x.key for x in told if x.kind == "organisation" and x.state is None)


def _is_topic(r: Resolved, t: Token) -> bool:
    """ "Trade" of "trade talks"; not "week" of "this week's talks"."""
    return is_topic(r.annotated, t) and t.lemma.isalpha() and r.time_at(t.i) is None


def _going(phrase: Phrase) -> bool:
    """ "Meetings are going well": the sittings of talks."""
    return phrase.verdict.status == Status.ONGOING and not phrase.verdict.weak


def anchored(r: Resolved, occasions: list[Occasion]) -> list[Occasion]:
    """The occasions, without those that are another of them."""
    if any(o.phrases[0].titled for o in occasions):
        return occasions  # an official paper tells of one, and recalls others
    told = {id(o): Told.of(r, o) for o in occasions}
    for _ in range(ROUNDS):
        before = len(told)
        for key in list(told):
            loose = told[key]
            if loose.loose and (found := _fitting(loose, list(told.values()))) is not None:
                del told[key]
                told[id(found.occasion)] = _joined(r, loose, found)
        if len(told) == before:
            break
    return [t.occasion for t in told.values()]


def _joined(r: Resolved, loose: Told, found: Told) -> Told:
    """Of its words that tell what became of it each stays with what it was gathered with: "the summit is off", "the summit in May"."""
    one, other = loose.occasion, found.occasion
    last = max(one.last_sentence, other.last_sentence)
    before = {p.token: _as_gathered(o) for o in (one, other) if o.strong for p in o.phrases}
    other.gathered = before | one.gathered | other.gathered
    for phrase in one.phrases:
        join(r, other, phrase, last)
    return Told.of(r, found.occasion)


def _as_gathered(o: Occasion) -> Occasion:
    return replace(o, phrases=list(o.phrases), told=replace(o.told, outright=dict(o.told.outright), said=dict(o.told.said)))


def _fitting(loose: Told, told: Sequence[Told]) -> Told | None:
    """The one that fits clearly better than all others; one of which both sides are told before another loose one."""
    near = [t for t in told if t is not loose and abs(t.sentence - loose.sentence) <= FAR and can_be_one(loose, t)]
    for some in ([t for t in near if not t.loose], near):
        fits = sorted(
            ((sum(features(loose, t).values()), -n, t) for n, t in enumerate(some)), key=lambda x: x[:2], reverse=True
        )
        if fits and fits[0][0] >= LEAST:
            clear = len(fits) == 1 or fits[0][0] - fits[1][0] >= CLEARLY
            return fits[0][2] if clear else None
    return None


def can_be_one(loose: Told, told: Told) -> bool:
    """Does nothing tell that they are two?"""
    one, other = loose.occasion, told.occasion
    if _beside(one, other) or _beside(other, one):
        return False
    if meal_beside(loose.nouns, told.nouns, other.kind) or meal_beside(told.nouns, loose.nouns, one.kind):
        return False
    if told.organisers and one.place is not None and told.sentence - loose.sentence > LEAD:
        return False  # "the summit will be held at the hotel" points back, and to no body's that is named only further down
    if other.generic or likeness(one.kind, other.kind) < KIN or (loose.standing and not told.goes_on):
        return False
    if any(p.further for p in one.phrases) and not _also_to_come(loose, told):
        return False
    if any(p.plural for p in one.phrases) and other.kind != EngagementKind.TALKS:
        return False
    if (loose.ordinals and told.ordinals and loose.ordinals.isdisjoint(told.ordinals)) or _other_topic(loose, told):
        return False
    if one.place is not None and other.place is not None and not one.place.can_be(other.place):
        return False
    return _days_agree(one, other) and _sides_agree(loose, told) and _statuses_agree(loose, told)


def _beside(one: Occasion, other: Occasion) -> bool:
    """ "Met on the sidelines of the summit": is the one told of as beside the other?"""
    return any(p.follows is not None and p.follows == q.token for p in one.phrases for q in other.phrases)


def _also_to_come(loose: Told, told: Told) -> bool:
    """ "They intend to go on with the talks, and have not said when a next round might take place": one, and no day for it."""
    one, other = loose.occasion, told.occasion
    undated = one.date is None and other.date is None and one.place is None and other.place is None
    return undated and not any(p.verbal for p in other.phrases) and {one.status, other.status} <= AHEAD


def _other_topic(loose: Told, told: Told) -> bool:
    return bool(loose.topics and told.topics) and loose.topics.isdisjoint(told.topics)


def _days_agree(one: Occasion, other: Occasion) -> bool:
    if one.date is None or not one.date.known:
        return True
    return other.date is not None and other.date.known and one.date.can_be(other.date)


def _sides_agree(loose: Told, told: Told) -> bool:
    """A body's summit has whoever comes; else nobody of a third side, and nobody in the other's place."""
    mine, theirs = loose.sides, told.sides
    if told.organisers:
        return loose.occasion.kind == told.occasion.kind
    shared = mine.keys() & theirs.keys()
    on = loose.occasion.status == told.occasion.status == Status.ONGOING
    if not mine.keys() <= theirs.keys() and (len(theirs) > 1 or (theirs and not shared and not on)):
        return False
    return all(not (mine[s] and theirs[s]) or mine[s] & theirs[s] for s in mine.keys() & theirs.keys())


def _statuses_agree(loose: Told, told: Told) -> bool:
    said, known = loose.occasion.status, told.occasion.status
    if said in DONE and known is None and any(p.verdict.barred for p in told.occasion.phrases):
        return False  # "the meeting, if there is one"
    unsaid = loose.one_of_some or any(p.verdict.barred for p in loose.occasion.phrases)
    if said is None and known in DONE and unsaid:
        return False  # "nobody would confirm a meeting": not the one that was held
    if said is None or known is None or said == known:
        return True
    if said in UNDONE and known in DATED_PLANS:
        return loose.points_back
    if said in AHEAD and known in CALLED_OFF and told.occasion.told.said.keys() & DATED_PLANS:
        return loose.points_back  # "the scheduled summit", of which the report tells that it may be on again
    talks = loose.occasion.kind == told.occasion.kind == EngagementKind.TALKS
    if said in DONE and known in DONE:
        return talks  # a sitting is over, and they go on
    known_by = loose.points_back or bool(loose.ordinals & told.ordinals)
    return any(said in group and known in group for group in (AHEAD, UNDONE)) and known_by


def features(loose: Told, told: Told) -> Mapping[str, float]:
    """What speaks for it that they are one, by name."""
    one, other = loose.occasion, told.occasion
    shared = loose.sides.keys() & told.sides.keys()
    same_place = one.place is not None and other.place is not None and one.place.name == other.place.name
    day = one.date is not None and other.date is not None and one.date.exact and other.date.exact
    goes_on = one.status == other.status == Status.ONGOING and {one.kind, other.kind} <= MEETINGS
    found = {
        "noun": float(bool(loose.nouns & told.nouns)),
        "kind": float(one.kind == other.kind),
        "points back": float(loose.points_back),
        "one of some": float(loose.one_of_some and one.kind not in FOR_THE_PRESS),  # nobody speaks at two
        "place": float(same_place),
        "country": float(one.place is not None and other.place is not None and not same_place),
        "day": float(day),
        "days": float(not day and one.date is not None and other.date is not None),
        "ordinal": float(bool(loose.ordinals & told.ordinals)),
        "sides": float(len(shared)),
        "persons": float(sum(bool(loose.sides[s] & told.sides[s]) for s in shared)),
        "status": float(one.status == other.status and one.status is not None),
        "goes on": float(goes_on),
        "near": float(_distance(one, other) <= NEAR),
    }
    return {name: WEIGHTS[name] * value for name, value in found.items() if value}


def _distance(one: Occasion, other: Occasion) -> int:
    """Sentences between the last word of the one and the other."""
    return abs(one.last_sentence - other.last_sentence)
