"""Which phrases of one document tell of the same occasion.

Comes in: phrases in the order of the text. Goes out: `Occasion`s, each with its phrases and what they say together. Two
phrases are one occasion when kind, sides, day and place can agree and something ties them: a definite phrase points back,
an indefinite one must share its people.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, hypot, radians

from memcon.coding.engagements.phrases import Phrase
from memcon.model.dates import DateRange
from memcon.model.findings import EngagementKind, Status
from memcon.model.resolved import LocalActor, Place, Resolved

MEETINGS: frozenset[EngagementKind] = frozenset(("meeting", "talks", "summit"))
KIN: dict[EngagementKind, frozenset[EngagementKind]] = {
    "meeting": MEETINGS, "talks": MEETINGS | {"call"}, "summit": MEETINGS | {"conference"},
    "conference": frozenset(("conference", "summit")),
    "call": frozenset(("call", "talks")),
}  # fmt: skip
# The status that tells most of an occasion as of writing comes first.
RANK: tuple[Status, ...] = (
    "held", "cancelled", "postponed", "declined", "ruled_out", "ongoing", "announced", "planned", "agreed", "invited", "considered",
)  # fmt: skip
OPEN: frozenset[Status] = frozenset(("announced", "planned", "agreed", "invited", "considered"))
UNDONE: frozenset[Status] = frozenset(("cancelled", "postponed", "declined", "ruled_out"))
NEAR_KM = 150.0  # two named places of one country that lie closer can be one ("Camp David", "Washington")
LEAD = 3  # sentences: the title, a repeated title, the lead
LEAD_TOKENS = 25
FAR_BACK = 40  # sentences; a definite phrase does not point back further


@dataclass
class Occasion:
    """One occasion while it is being put together."""

    number: int
    kind: EngagementKind
    phrases: list[Phrase] = field(default_factory=list)
    actors: dict[str, LocalActor] = field(default_factory=dict)
    place: Place | None = None
    date: DateRange | None = None
    last_sentence: int = 0
    generic: bool = False

    @property
    def strong(self) -> list[Status]:
        return [p.verdict.status for p in self.phrases if p.verdict.status and not p.verdict.weak]

    @property
    def status(self) -> Status | None:
        """What its sentences say together, the most telling one first; None where they say nothing."""
        said = self.strong or [p.verdict.status for p in self.phrases if p.verdict.status]
        return min(said, key=RANK.index, default=None)


def gather(resolved: Resolved, phrases: Iterable[Phrase]) -> list[Occasion]:
    """The occasions, in the order of their first phrases."""
    occasions: list[Occasion] = []
    for phrase in phrases:
        sentence = resolved.annotated.tokens[phrase.token].sentence
        best = max(
            ((score, o.number) for o in occasions if (score := likeness(resolved, phrase, o, sentence)) > 0), default=None
        )
        if best is None:
            occasions.append(Occasion(len(occasions), phrase.kind))
        join(resolved, occasions[best[1] if best else -1], phrase, sentence)
    return occasions


def join(resolved: Resolved, occasion: Occasion, phrase: Phrase, sentence: int) -> None:
    """Add a phrase and what it says to an occasion."""
    occasion.phrases.append(phrase)
    occasion.last_sentence = sentence
    occasion.generic = phrase.generic and (occasion.generic or len(occasion.phrases) == 1)
    for party in phrase.company.parties:
        if party.actor:
            occasion.actors[party.actor] = resolved.actors[party.actor]
    occasion.place = narrower_place(occasion.place, phrase.company.place)
    if phrase.company.date is not None:
        occasion.date = narrower_date(occasion.date, phrase.company.date.date)
    if phrase.kind == "visit":
        occasion.kind = "visit"
    if phrase.kind == "summit" and occasion.kind in ("meeting", "talks"):
        occasion.kind = "summit"


def narrower_place(a: Place | None, b: Place | None) -> Place | None:
    """The place that says more: a city rather than its country."""
    if a is None or b is None:
        return a or b
    return b if is_country(a) and not is_country(b) else a


def narrower_date(a: DateRange | None, b: DateRange) -> DateRange:
    """The range that says more, where both can be."""
    if a is None or not a.known:
        return b
    if not b.known or a.days is None or b.days is None:
        return b if a.days is None and b.days is not None else a
    return b if b.days < a.days else a


def is_country(place: Place) -> bool:
    return place.geonames is None or place.latitude is None


def side(actor: LocalActor) -> str:
    """The state that somebody acts for; of those who act for none, his own name, or the body that his description names
    ("Taliban leaders" are on the side of the Taliban)."""
    if actor.state:
        return actor.state
    words = [w for w in actor.name.split() if w[:1].isupper()]
    return " ".join(words) if words and not actor.named else actor.name


def people(actors: Iterable[LocalActor]) -> dict[str, set[str]]:
    """The named persons on each side; the set is empty where only the state or a delegation is named."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        found.setdefault(side(actor), set())
        if actor.kind == "person" and actor.named:
            found[side(actor)].add(actor.key)
    return found


def kinds_agree(a: EngagementKind, b: EngagementKind) -> bool:
    return a == b or b in KIN.get(a, frozenset())


def places_agree(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return True
    if a.country != b.country:
        return False
    if is_country(a) or is_country(b):
        return True
    return distance_km(a, b) <= NEAR_KM


def distance_km(a: Place, b: Place) -> float:
    """Great enough accuracy for a question of 150 km; 0 where a coordinate is unknown."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return 0.0
    north = a.latitude - b.latitude
    east = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return hypot(north, east) * 111.2


def likeness(resolved: Resolved, phrase: Phrase, occasion: Occasion, sentence: int) -> float:
    """How well a phrase fits an occasion; 0 where it cannot be that one, or nothing ties it to it."""
    if not places_agree(phrase.company.place, occasion.place):
        return 0.0
    day = phrase.company.date.date if phrase.company.date else None
    if day and occasion.date and not day.can_be(occasion.date):
        return 0.0
    mine = people(resolved.actors[p.actor] for p in phrase.company.parties if p.actor)
    theirs = people(occasion.actors.values())
    on_visit = programme(phrase, occasion, mine, theirs)
    if not (
        on_visit or (kinds_agree(phrase.kind, occasion.kind) and sides_agree(phrase, mine, theirs))
    ) or not statuses_agree(phrase, occasion):
        return 0.0
    shared = len(mine.keys() & theirs.keys())
    same_day = bool(day and occasion.date and day.known and occasion.date.known)
    same_place = bool(phrase.company.place and occasion.place)
    if not on_visit and not tied(phrase, occasion, mine, theirs, same_day, same_place, sentence):
        return 0.0
    near = max(0.0, 1.0 - (sentence - occasion.last_sentence) / FAR_BACK)
    many = 2 * sum(p.plural for p in occasion.phrases) > len(occasion.phrases)
    number = 0.0 if phrase.kind == "talks" else 0.75 if many == phrase.plural else -0.75
    return (
        2.0
        + number
        + shared
        + same_day
        + same_place
        + near
        + 0.5 * (phrase.kind == occasion.kind)
        + 0.1 * min(len(occasion.phrases), 8)
        + 1.5 * on_visit
    )


def lemma(resolved: Resolved, phrase: Phrase) -> str:
    return resolved.annotated.tokens[phrase.token].lemma


def programme(phrase: Phrase, occasion: Occasion, mine: dict[str, set[str]], theirs: dict[str, set[str]]) -> bool:
    """Is one the visit, the other its programme: the same traveller, and nobody named on the side that he visits?"""
    kinds = {phrase.kind, occasion.kind}
    if "visit" not in kinds or not kinds & MEETINGS or (phrase.verdict.status or "planned") not in OPEN:
        return False
    travellers = [s for s in mine.keys() & theirs.keys() if mine[s] & theirs[s]]
    if len(travellers) != 1 or any(who for s, who in [*mine.items(), *theirs.items()] if s != travellers[0]):
        return False
    here, there = phrase.company.place, occasion.place
    visited = (mine.keys() | theirs.keys()) - set(travellers)
    place = here or there
    return bool(here and there) or bool(place and place.country in visited)


def sides_agree(phrase: Phrase, mine: dict[str, set[str]], theirs: dict[str, set[str]]) -> bool:
    """Nobody of one side may stand in the other's place, and a meeting of two has no third side."""
    if phrase.joins:
        return bool(mine.keys() & theirs.keys()) or not mine
    for state in mine.keys() & theirs.keys():
        if mine[state] and theirs[state] and mine[state].isdisjoint(theirs[state]) and not phrase.definite:
            return False
        if len(mine) > 1 and mine[state] and theirs[state] and mine[state].isdisjoint(theirs[state]):
            shared_elsewhere = any(mine[s] & theirs[s] for s in mine.keys() & theirs.keys())
            if not phrase.definite or not shared_elsewhere:
                return False
    strangers = mine.keys() - theirs.keys()
    if phrase.kind == "visit":
        return not (strangers and theirs) or (phrase.definite and bool(mine.keys() & theirs.keys()))
    return not strangers or len(theirs) < 2 or (len(theirs) > 2 and len(mine) > 2)


def statuses_agree(phrase: Phrase, occasion: Occasion) -> bool:
    """A phrase that says "held" is not of an occasion that is only planned, unless it points back to it."""
    said, known = phrase.verdict.status, occasion.status
    if said is None or known is None or phrase.definite or phrase.verdict.weak:
        return True
    if said == "considered":
        return known == "considered" or not occasion.strong
    if known == "considered" and occasion.strong:
        return False
    if said == "held":
        return known not in OPEN and known not in UNDONE
    if known == "held":
        return said not in OPEN and said not in UNDONE
    return not (said in UNDONE and known in OPEN and phrase.company.date is not None and occasion.date is None)


def tied(
    phrase: Phrase,
    occasion: Occasion,
    mine: dict[str, set[str]],
    theirs: dict[str, set[str]],
    same_day: bool,
    same_place: bool,
    sentence: int,
) -> bool:
    """Is there anything that makes them one, rather than merely possible as one?"""
    shared = mine.keys() & theirs.keys()
    if phrase.plural and not phrase.definite:
        return False
    if phrase.definite:
        if not mine:
            return sentence - occasion.last_sentence <= FAR_BACK
        return bool(shared) or (not theirs and phrase.kind == occasion.kind)
    if sentence <= LEAD and occasion.phrases[0].token < LEAD_TOKENS and (shared or not theirs or not mine):
        return True  # title and lead tell of one thing
    if phrase.kind == "visit":
        return bool(shared) and (same_place or same_day)
    named = any(mine[s] & theirs[s] for s in shared)
    if len(mine) > 1 and shared == mine.keys():
        return True
    return len(mine) == 1 and bool(shared) and named and (same_day or same_place)
