"""A document with its people, bodies, states, places and days made out."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from math import cos, hypot, radians
from typing import Literal, get_args

from memcon.model.annotated import Annotated
from memcon.model.clauses import Clauses
from memcon.model.dates import DateRange
from memcon.model.text import Span

ActorKind = Literal["person", "organisation", "state", "group"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
How = Literal["name", "role", "pronoun"]
CITIES_KM = 60.0  # two cities of one country that lie closer can be meant by one report ("Carbis Bay", "St Ives")
REGION_KM = 600.0  # a region's or venue's point lies no farther from the cities in it
KM_PER_DEGREE = 111.2


StateFeature = Literal[
    "title", "past_title", "of_state", "beside", "respective", "body", "sole_office", "party", "union_state", "of_city", "accredited",
    "leader", "leader_family", "registered", "monarch", "told_office", "list", "body_before", "serves", "habit", "named", "home", "topic",
    "place", "leads", "heading", "suite", "item", "label", "companion", "envoy_along",
    "own_paper", "own_staff", "own_word", "own_government", "own_turn", "near", "agency", "press", "dateline", "dateline_town",
    "across", "visits", "other_holder",
]  # fmt: skip
STATE_FEATURES: tuple[StateFeature, ...] = get_args(StateFeature)
StateGap = Literal["serves_none", "international", "no_evidence", "too_little", "contradiction"]


@dataclass(frozen=True, slots=True)
class StateEvidence:
    """One thing that tells whom somebody serves. `span` is None where it stands outside the text: an outlet, an address."""

    feature: StateFeature
    state: str  # ISO 3166 alpha-3
    weight: float  # below 0 where it speaks against the state
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """An office that the document says somebody holds or held."""

    title: str  # in standard words: "foreign minister", "Secretary of State"
    organisation: str | None
    span: Span
    past: bool = False  # "former", "then", "who was until ..."
    state: str | None = None  # ISO 3166 alpha-3 that the office serves


@dataclass(frozen=True, slots=True)
class LocalActor:
    """Somebody or something in one document. `key` is unique in the document: states have their alpha-3 code."""

    key: str
    kind: ActorKind
    name: str  # the fullest form in standard words; of an unnamed one the description ("State Department spokesman")
    aliases: tuple[str, ...] = ()
    state: str | None = None  # ISO 3166 alpha-3 it acts for
    roles: tuple[RoleClaim, ...] = ()
    named: bool = True  # false for "US officials", "a spokesman"
    plural: bool = False
    gender: str | None = None  # f, m where the text shows it
    evidence: tuple[StateEvidence, ...] = ()  # for and against the states that it may serve
    gap: StateGap | None = None  # of a named person without a state: why


@dataclass(frozen=True, slots=True)
class ActorMention:
    """tokens[first:last], and who they mean. `actor` is None where it stays ambiguous or unknown; `reason` says why."""

    first: int
    last: int
    head: int
    span: Span
    text: str
    how: How
    actor: str | None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    embedded: bool = False  # a name inside another name ("Biden administration")
    together: bool = False  # the candidates are meant all at once ("the two leaders"), not one of them
    place_use: bool = False  # a state or city named as a place ("flew to Beijing"), not as an actor


class PlaceBasis(StrEnum):
    """What gives a place."""

    TOLD = "told"  # words name it
    HOST = "host"  # the words tell who receives, and nothing tells that he is abroad


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its standard name; WGS 84 degrees; ISO 3166 alpha-3; the GeoNames id where there is one; what gives it."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    basis: PlaceBasis = field(default=PlaceBasis.TOLD, compare=False)
    venue: bool = field(
        default=False, compare=False
    )  # a spot by its own name: no register tells its degrees, but its town's may

    @property
    def told(self) -> bool:
        return self.basis is PlaceBasis.TOLD

    @property
    def is_country(self) -> bool:
        return self.country is not None and self.latitude is None and not self.venue

    @property
    def is_region(self) -> bool:
        """Is it of several states: Europe, the Pacific?"""
        return self.country is None and self.latitude is not None

    def inside(self, town: "Place") -> "Place":
        """The venue, in the country and at the degrees of the town or the state in which it is."""
        if town.country is None or self.country not in (None, town.country) or town.is_region:
            return self
        near = self if self.latitude is not None else town
        return replace(self, country=town.country, latitude=near.latitude, longitude=near.longitude)

    def can_be(self, other: "Place") -> bool:
        """Can both name one spot: a city and its country, a city and its region, two names within reach?"""
        if self.name == other.name or self.country is None or other.country is None:
            return True
        if self.country != other.country:
            return False
        if self.is_country or other.is_country:
            return True
        return self.distance_km(other) <= (CITIES_KM if self.geonames and other.geonames else REGION_KM)

    def distance_km(self, other: "Place") -> float:
        """Exact enough to tell cities apart; 0 where a coordinate is unknown."""
        if self.latitude is None or other.latitude is None or self.longitude is None or other.longitude is None:
            return 0.0
        north = self.latitude - other.latitude
        east = (self.longitude - other.longitude) * cos(radians((self.latitude + other.latitude) / 2))
        return hypot(north, east) * KM_PER_DEGREE


@dataclass(frozen=True, slots=True)
class PlaceMention:
    first: int
    last: int
    span: Span
    place: Place


class Signal(StrEnum):
    """What the word before a time expression makes of it, after the signals of TimeML."""

    ON = "on"  # it is on these days
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"
    FROM = "from"
    AFTER = "after"
    OLD = "old"  # "moved from Monday"
    NEW = "new"  # "moved to Friday", "put off until May"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with the days that it stands for in this document. tokens[first:last].

    `date` has the days of the words themselves; `occasion` those of what is said to be on them, by the signal before them: of
    "until Friday" the days up to Friday.
    """

    first: int
    last: int
    span: Span
    date: DateRange
    kind: str
    tense: str | None = None
    signal: Signal = Signal.ON
    occasion: DateRange | None = None


class SettingKind(StrEnum):
    """What gives the day and the place of a stretch of text."""

    HEADING = "heading"  # a diary's heading: its day and place are those of the items below it
    ITEM = "item"  # an item's own opening: "BRUSSELS - ", under the day of its heading
    DATELINE = "dateline"  # where and when the report was written, not when what it tells was
    LETTERHEAD = "letterhead"  # the same of a ministry's paper: "New Delhi, March 14"


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the place that the layout of a text gives to what stands in text[start:end]; `words` are what says so."""

    kind: SettingKind
    start: int
    end: int
    words: Span
    day: DateRange | None = None
    place: Place | None = None
    owner: int | None = None  # head token of the name of whose diary it is

    @property
    def dates_items(self) -> bool:
        """Are what it tells and the day one: in a diary, not under a dateline?"""
        return self.kind in (SettingKind.HEADING, SettingKind.ITEM)


@dataclass(frozen=True, slots=True)
class Home:
    """Whose paper a document is: the kind of its publisher, and the state whose government, agency or press it is."""

    kind: str | None = None
    state: str | None = None

    @property
    def official(self) -> bool:
        """Does a government or a national agency publish it?"""
        return self.kind in ("government", "agency") and self.state is not None


@dataclass
class Resolved:
    """Who, where and when of one document. Treated as frozen once made."""

    annotated: Annotated
    clauses: Clauses
    actors: dict[str, LocalActor]
    mentions: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[Time, ...]
    venues: tuple[PlaceMention, ...] = ()  # buildings, ships and spots that no register has, by their own names
    settings: tuple[Setting, ...] = ()
    home: Home = Home()
    notes: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _mention_of(self) -> dict[int, ActorMention]:
        """Token -> the widest mention that holds it and has an actor; heads win over insides."""
        found: dict[int, ActorMention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.last - m.first, m.first)):
            for i in range(mention.first, mention.last):
                found[i] = mention
        for mention in self.mentions:
            if not mention.embedded:
                found[mention.head] = mention
        return found

    def mention_at(self, i: int) -> ActorMention | None:
        """The mention that holds token i."""
        return self._mention_of.get(i)

    def actor_at(self, i: int) -> LocalActor | None:
        """Who token i means, or None."""
        mention = self.mention_at(i)
        return self.actors[mention.actor] if mention and mention.actor else None

    @cached_property
    def _holders_of(self) -> dict[int, tuple[str, ...]]:
        """Token of a title -> the keys of the persons whom the text says hold it there."""
        spans = sorted((c.span, a.key) for a in self.actors.values() if a.kind == "person" and a.named for c in a.roles)
        found: dict[int, tuple[str, ...]] = {}
        tokens, at = self.annotated.tokens, 0
        for span, key in spans:
            while at and tokens[at].start >= span.start:
                at -= 1
            while at < len(tokens) and tokens[at].end <= span.start:
                at += 1
            for token in tokens[at:]:
                if token.start >= span.end:
                    break
                found[token.i] = (*found.get(token.i, ()), key)
        return found

    def holders_at(self, i: int) -> list[LocalActor]:
        """The named persons who hold the title that token i is part of: "President of the Senate Ana Cruz"."""
        return [self.actors[key] for key in self._holders_of.get(i, ())]

    @cached_property
    def _time_of(self) -> dict[int, Time]:
        times = (replace(t, date=t.occasion) if t.occasion else t for t in self.times)
        return {i: t for t in times for i in range(t.first, t.last)}

    def time_at(self, i: int) -> Time | None:
        """The time at token i, with the days of what is said to be on it."""
        return self._time_of.get(i)

    def setting_of(self, i: int) -> Setting | None:
        """The day and the place that the layout gives to token i: of the diary's heading or item, the dateline, the letterhead."""
        at = self.annotated.tokens[i].start
        n = bisect_right(self._setting_starts, at) - 1
        return self.settings[n] if n >= 0 and at < self.settings[n].end else None

    def owner_at(self, i: int) -> int | None:
        """The token that names whose diary the item with token i is of."""
        setting = self.setting_of(i)
        return setting.owner if setting is not None and setting.dates_items else None

    @cached_property
    def _setting_starts(self) -> list[int]:
        return [setting.start for setting in self.settings]

    @cached_property
    def _place_of(self) -> dict[int, PlaceMention]:
        return {i: p for p in self.places for i in range(p.first, p.last)}

    def place_at(self, i: int) -> PlaceMention | None:
        return self._place_of.get(i)

    @cached_property
    def _venue_of(self) -> dict[int, PlaceMention]:
        return {i: p for p in self.venues for i in range(p.first, p.last)}

    def venue_at(self, i: int) -> PlaceMention | None:
        """The building or the ship whose name holds token i."""
        return self._venue_of.get(i)
