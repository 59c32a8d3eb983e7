"""The network of who met whom: states or persons, tied by how often they met and at what level.

Comes in: engagements and actors. Goes out: a `Network`, and the part of it that a drawing has room for, in an order in which those who
met often stand near each other. The same engagements give the same network; nothing is left to chance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.analysis.contacts import is_contact, met
from memcon.analysis.level import LEVELS, Level, level, level_of
from memcon.analysis.wholes import Occasion, occasions
from memcon.model.life import has_day
from memcon.model.record import Actor, Engagement

PASSES = 6  # over the order of a drawing; it seldom gets better after three


@dataclass(frozen=True, slots=True)
class Link:
    """Two states (alpha-3 codes) or persons (ids): how often they met, when last, and the highest level at which they did."""

    left: str
    right: str
    times: int
    last: date | None
    level: Level


@dataclass(frozen=True, slots=True)
class Network:
    """`links`: those who met most first; `occasions`: by node, in how many it met another."""

    links: tuple[Link, ...]
    occasions: Mapping[str, int]


def contacts_within(engagements: Iterable[Engagement], period: bool) -> tuple[list[Engagement], int]:
    """The contacts among the engagements of a period that have a day to within some weeks, and how many have none. Without a period
    none has to have one."""
    found = [e for e in engagements if is_contact(e)]
    kept = [e for e in found if not period or has_day(e.date)]
    return kept, len(found) - len(kept)


def network(
    engagements: Iterable[Engagement],
    actors: Mapping[str, Actor],
    persons: bool = False,
    at: Level | None = None,
    among: frozenset[str] = frozenset(),
) -> Network:
    """Who met whom. `at`: only at this level; `among`: only pairs one of which is such a state, or acts for it. Private people are
    left out."""
    links: list[Link] = []
    told: dict[str, set[str]] = defaultdict(set)
    for (left, right), contacts in met(engagements, actors, persons).items():
        if among and not among & _states((left, right), actors, persons):
            continue
        found = [(o, _level(o, actors, left, right, persons)) for o in occasions(contacts)]
        found = [(o, reached) for o, reached in found if at in (None, reached)]
        if not found:
            continue
        last = max((e.date.latest for o, _ in found for e in o if e.date.latest), default=None)
        links.append(Link(left, right, len(found), last, min((reached for _, reached in found), key=LEVELS.index)))
        for side in (left, right):
            told[side] |= {o[0].id for o, _ in found}
    ranked = tuple(sorted(links, key=lambda k: (-k.times, k.left, k.right)))
    return Network(ranked, {node: len(some) for node, some in sorted(told.items())})


def _states(sides: tuple[str, str], actors: Mapping[str, Actor], persons: bool) -> set[str]:
    return {actors[side].state or "" for side in sides} if persons else set(sides)


def _level(occasion: Occasion, actors: Mapping[str, Actor], left: str, right: str, persons: bool) -> Level:
    """The highest level at which two met in an occasion."""
    if persons:
        return level_of(actors[left], actors[right])
    return min((level(e, actors, left, right) for e in occasion), key=LEVELS.index)


def foremost(links: Sequence[Link], most: int) -> list[Link]:
    """The links between at most so many: those that met most often, and all that these have with each other."""
    chosen: set[str] = set()
    for link in links:
        if len(chosen | {link.left, link.right}) <= most:
            chosen |= {link.left, link.right}
    return [k for k in links if {k.left, k.right} <= chosen]


def in_order(links: Sequence[Link]) -> list[str]:
    """The nodes of some links in a line, those who met often near each other: each is put where it lengthens the links least, the one
    that met most first; then each is moved as long as that shortens them."""
    weight: Counter[str] = Counter()
    tied: dict[str, dict[str, int]] = defaultdict(dict)
    for k in links:
        weight.update({k.left: k.times, k.right: k.times})
        tied[k.left][k.right] = tied[k.right][k.left] = k.times
    order: list[str] = []
    for node in sorted(weight, key=lambda n: (-weight[n], n)):
        order = _put(node, order, tied)
    for _ in range(PASSES):
        before = order
        for node in sorted(order):
            order = _put(node, [n for n in order if n != node], tied)
        if order == before:
            break
    return order


def _put(node: str, order: list[str], tied: Mapping[str, Mapping[str, int]]) -> list[str]:
    """A line with a node where the links become shortest: its own, and those that it parts."""
    place = {n: i for i, n in enumerate(order)}
    own = [(place[n], times) for n, times in tied[node].items() if n in place]
    # The links of the others that cross each gap: they become longer by one where it is put there.
    crossed = [0] * (len(order) + 1)
    for one in order:
        for other, times in tied[one].items():
            if other in place and place[one] < place[other]:
                for gap in range(place[one] + 1, place[other] + 1):
                    crossed[gap] += times
    costs = [
        crossed[at] + sum(times * (at - i if i < at else i - at + 1) for i, times in own) for at in range(len(order) + 1)
    ]
    at = costs.index(min(costs))
    return [*order[:at], node, *order[at:]]
