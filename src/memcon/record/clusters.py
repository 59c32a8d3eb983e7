"""Which engagements of different documents are one occasion: the likest pairs are joined first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from memcon.model.kinds import ONE_SIDED
from memcon.model.record import Decision
from memcon.record.cluster import ALONE, Cluster, Member
from memcon.record.judging import compatible, features, score, told

SEASON = 6  # months; an undated engagement is looked for so far around the day on which it was told


FIRM = 0.6  # closeness of two dates of which neither is wide
STAY = 3  # days; nobody is so soon in the same state again on another visit
LATE = 7  # days; a weekly paper tells as news what others told the week before

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
    windows: tuple[DateRange, ...]  # the days of what is told as news and without a day
    places: tuple[Place, ...]
    statuses: frozenset[Status]
    organisers: frozenset[str]
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
            dates=(local.date,) if _dated(local) else (),
            windows=() if local.date.told else (local.date,),
            places=(local.place,) if local.place and local.place.told else (),
            statuses=frozenset(m.status for m in local.mentions),
            organisers=frozenset(side_of(actors[i]) for p, i in known if p.part == "organiser"),
            rolls=_roll(document.id, local, identity, actors),
            identity=identity,
        )

    @cached_property
    def id(self) -> str:
        """From the first words that tell of it, so that it stays when documents are added after those."""
        first = min(
            self.locals, key=lambda pair: (str(pair[0].published.earliest or "9999"), pair[0].id, pair[1].mentions[0].span)
        )
        return content_id("engagement", first[0].id, first[1].mentions[0].span.start, first[1].kind)

    def with_(self, other: "Cluster") -> "Cluster":
        sides = self.people.keys() | other.people.keys()
        return Cluster(
            members=tuple(sorted(self.members + other.members)),
            locals=tuple(sorted(self.locals + other.locals, key=lambda pair: (pair[0].id, pair[1].key))),
            kinds=self.kinds | other.kinds,
            people={s: self.people.get(s, frozenset()) | other.people.get(s, frozenset()) for s in sides},
            sides=self.sides | other.sides,
            dates=self.dates + other.dates,
            windows=self.windows + other.windows,
            places=self.places + other.places,
            statuses=self.statuses | other.statuses,
            organisers=self.organisers | other.organisers,
            rolls=self.rolls + tuple(roll for roll in other.rolls if roll not in self.rolls),
            identity=self.identity,
        )


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


def join(
    singles: Sequence[Cluster], same: Iterable[tuple[Member, Member]] = (), apart: Iterable[tuple[Member, Member]] = ()
) -> tuple[list[Cluster], list[Decision], list[list[Member]]]:
    """The clusters, a decision for each join, and the parts between which no pair is alike: what happens in one touches no other.

    Pairs that people ruled the same come first, those ruled different stay apart.
    """
    current: dict[int, Cluster] = dict(enumerate(sorted(singles, key=lambda c: c.members)))
    where = {n: n for n in current}
    number = {c.members[0]: n for n, c in current.items()}
    for one, other in sorted(same):
        if one in number and other in number:
            a, b = sorted((find(where, number[one]), find(where, number[other])))
            if a != b:
                current[a] = current[a].with_(current.pop(b))
                where[b] = a
    enemies: dict[Member, set[Member]] = defaultdict(set)
    for one, other in apart:
        enemies[one].add(other)
        enemies[other].add(one)
    pairs = [
        (s, current[i].members, current[j].members, i, j)
        for i, j in candidates(current)
        if (s := score(current[i], current[j]))
    ]
    parts = _parts({m: n for n, c in current.items() for m in c.members}, ((i, j) for *_, i, j in pairs))
    decisions = []
    singly = dict(current)
    for _, left, right, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        a, b = find(where, i), find(where, j)
        if a == b or not compatible(current[a], current[b]) or _ruled_apart(current[a], current[b], enemies):
            continue
        decisions.append(
            Decision(label(left), label(right), "same", "rule: one occasion", told(features(singly[i], singly[j])))
        )
        current[a] = current[a].with_(current.pop(b))
        where[b] = a
    return list(current.values()), decisions, parts


def _parts(number: Mapping[Member, int], pairs: Iterable[tuple[int, int]]) -> list[list[Member]]:
    """Members that pairs tie together, directly or not."""
    where = {n: n for n in number.values()}
    for i, j in pairs:
        a, b = sorted((find(where, i), find(where, j)))
        where[b] = a
    parts: dict[int, list[Member]] = defaultdict(list)
    for member, n in number.items():
        parts[find(where, n)].append(member)
    return list(parts.values())


def _ruled_apart(a: Cluster, b: Cluster, enemies: Mapping[Member, set[Member]]) -> bool:
    return bool(enemies) and any(not enemies[m].isdisjoint(b.members) for m in a.members if m in enemies)


def label(members: tuple[Member, ...]) -> str:
    return "#".join(members[0])


def find(where: dict[int, int], i: int) -> int:
    while where[i] != i:
        i = where[i]
    return i


def candidates(clusters: Mapping[int, Cluster]) -> Iterable[tuple[int, int]]:
    """Pairs that share two sides, a traveller, or a day and a place, in one season.

    Blocking keeps the pairs to compare in proportion to the record: one bucket for each pair of sides and month.
    """
    buckets: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, cluster in clusters.items():
        for key, months in blocks(cluster):
            for month in months:
                buckets[key, month].append(n)
    # One cluster at a time, with all that it shares a bucket with: pairs remembered for all would be most of the join's memory.
    beside: dict[int, list[list[int]]] = defaultdict(list)
    for members in buckets.values():
        for n in members:
            beside[n].append(members)
    for i, around in beside.items():
        for j in sorted({j for members in around for j in members if j > i}):
            yield i, j


def blocks(cluster: Cluster) -> Iterator[tuple[str, range]]:
    """What a cluster shares with all that can be the same: a key, in any of some months."""
    months = _months(cluster)
    return (("\t".join(key), months) for key in _keys(cluster))


def _keys(cluster: Cluster) -> Iterable[tuple[str, ...]]:
    for a, b in combinations(sorted(cluster.people), 2):
        yield "sides", a, b
    if len(cluster.people) == 1 or cluster.kinds & ALONE:
        for side, who in cluster.people.items():
            for actor in who or (side,):
                yield "alone", actor
            if cluster.kinds & ONE_SIDED:
                yield "side", side
    for day in (d for d in cluster.dates if d.exact):
        yield "day", str(day.earliest)


def _months(cluster: Cluster) -> range:
    """The months in which it can lie; of an undated one, those around the day on which it was told."""
    for days in cluster.dates:
        if days.earliest and days.latest:
            return range(_month(days.earliest), min(_month(days.latest), _month(days.earliest) + SEASON * 2) + 1)
    told = [d.published.earliest for d, _ in cluster.locals if d.published.earliest]
    return range(_month(min(told)) - SEASON, _month(max(told)) + SEASON + 1) if told else range(1)


def _month(day: date) -> int:
    return day.year * 12 + day.month
