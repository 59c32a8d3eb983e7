"""Local engagements held to be one occasion, and what they say together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import LocalEngagement
from memcon.model.identity import Identity
from memcon.model.ids import content_id
from memcon.model.kinds import ONE_SIDED, ORGANISED, EngagementKind
from memcon.model.record import Actor
from memcon.model.resolved import Place
from memcon.model.status import Status

ALONE = ONE_SIDED | ORGANISED | {EngagementKind.VISIT, EngagementKind.CEREMONY}  # those of one side can be told alone

Member = tuple[str, str]  # document, local key


@dataclass
class Cluster:
    """Local engagements held to be one occasion, and what they say together."""

    members: tuple[tuple[str, str], ...]  # (document, local key)
    locals: tuple[tuple[Document, LocalEngagement], ...]
    kinds: frozenset[EngagementKind]
    people: dict[str, frozenset[str]]  # side -> persons' ids; empty where only the state or a delegation is named
    sides: dict[str, str]  # actor -> side
    dates: tuple[DateRange, ...]  # as words tell them
    windows: tuple[DateRange, ...]  # the days of what is told as news or of a stay, and without a day of its own
    places: tuple[Place, ...]
    statuses: frozenset[Status]
    organisers: frozenset[str]
    ordinals: frozenset[str]  # "second", of "their second summit"
    called: frozenset[str]  # the places that its noun is named by: "the Hanoi summit"
    rolls: tuple[Mapping[str, frozenset[str]], ...]  # state -> persons, as the titles of official papers name all who met
    identity: Identity = field(repr=False)

    @classmethod
    def of(cls, document: Document, local: LocalEngagement, identity: Identity, actors: Mapping[str, Actor]) -> "Cluster":
        """One local engagement on its own."""
        known = [(p, i) for p in local.participants if (i := identity.of(document.id, p.actor))]
        people: dict[str, frozenset[str]] = {}
        for p, i in known:
            if p.part == "host":
                continue  # the state visited receives, it does not travel
            actor = actors[i]
            if actor.state is None and not actor.named and actor.name.islower():
                continue  # "officials": nobody knows whose
            who = frozenset((i,)) if actor.kind == "person" and actor.named else frozenset()
            side = side_of(actor)
            people[side] = people.get(side, frozenset()) | who
        return cls(
            members=((document.id, local.key),),
            locals=((document, local),),
            kinds=frozenset((local.kind,)),
            people=people,
            sides={i: side_of(actors[i]) for _, i in known},
            dates=(local.date,) if is_dated(local) else (),
            windows=(local.date,) if local.date.presumed else (),
            places=(local.place,) if local.place and local.place.told else (),
            statuses=frozenset(m.status for m in local.mentions),
            organisers=frozenset(side_of(actors[i]) for p, i in known if _organises(p.part, local.kind, actors[i])),
            ordinals=frozenset((local.ordinal,) if local.ordinal else ()),
            called=frozenset((local.called.name,) if local.called else ()),
            rolls=_roll(document.id, local, identity, actors),
            identity=identity,
        )

    @cached_property
    def id(self) -> str:
        """From the first words that tell of it, so that it stays when documents are added after those."""
        first = min(self.locals, key=lambda pair: (pair[0].order, pair[1].mentions[0].span))
        span = first[1].mentions[0].span
        return content_id("engagement", first[0].id, span.start, span.end, first[1].kind)

    @cached_property
    def several(self) -> bool:
        """Do words tell of several at once?"""
        return any(local.several for _, local in self.locals)

    @cached_property
    def another(self) -> bool:
        """Do words tell it from another?"""
        return any(local.another for _, local in self.locals)

    def with_(self, other: "Cluster") -> "Cluster":
        sides = self.people.keys() | other.people.keys()
        return Cluster(
            members=tuple(sorted(self.members + other.members)),
            locals=tuple(sorted(self.locals + other.locals, key=lambda pair: (pair[0].order, pair[1].key))),
            kinds=self.kinds | other.kinds,
            people={s: self.people.get(s, frozenset()) | other.people.get(s, frozenset()) for s in sides},
            sides=self.sides | other.sides,
            dates=self.dates + other.dates,
            windows=self.windows + other.windows,
            places=self.places + other.places,
            statuses=self.statuses | other.statuses,
            organisers=self.organisers | other.organisers,
            ordinals=self.ordinals | other.ordinals,
            called=self.called | other.called,
            rolls=self.rolls + tuple(roll for roll in other.rolls if roll not in self.rolls),
            identity=self.identity,
        )


def _organises(part: str, kind: EngagementKind, actor: Actor) -> bool:
    """Is it the body whose summit it is: named as that, or as those who meet ("leaders of the Group of 20 ended their summit")?"""
    body = actor.kind == "organisation" and actor.named and actor.state is None
    return part == "organiser" or (kind in ORGANISED and body)


def _roll(
    document: str, local: LocalEngagement, identity: Identity, actors: Mapping[str, Actor]
) -> tuple[Mapping[str, frozenset[str]], ...]:
    """Who took part by the title of an official paper; nothing where that names fewer than two states' persons."""
    if not local.official or local.kind in ALONE:
        return ()
    found: dict[str, frozenset[str]] = {}
    for p in local.mentions[0].participants:
        i = identity.of(document, p.actor)
        state = actors[i].state if i else None
        if i and state and actors[i].kind == "person" and actors[i].named:
            found[state] = found.get(state, frozenset()) | {i}
    return (found,) if len(found) > 1 else ()


def side_of(actor: Actor) -> str:
    """The state that somebody acts for; of those who act for none, his name or the body that his description names."""
    words = [w for w in actor.name.split() if w[:1].isupper()]
    return actor.state or (" ".join(words) if words and not actor.named else actor.name)


def standing(actor: Actor) -> tuple[object, ...]:
    """What of an actor decides with whom his engagements are compared."""
    return side_of(actor), actor.kind, actor.named, actor.state, actor.name.islower()


def is_dated(engagement: LocalEngagement) -> bool:
    return engagement.date.known and not engagement.date.presumed
