"""Where engagements took place: places counted, each with a point at which a map marks it, and what stands for no point.

Comes in: engagements. Goes out: `Where`. A place is counted as the record has it: of what is told of a country alone no town is made up,
and its mark stands for the country. What no place is told of is counted, calls apart, which have none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from memcon.model.kinds import EngagementKind
from memcon.model.record import Engagement
from memcon.model.resolved import Place
from memcon.registers.country_points import country_points
from memcon.registers.places import special_places

Extent = Literal["town", "area", "country"]  # a town or a building; a sea, a region, an island; a whole country
AREAS = frozenset(("sea", "strait", "region", "island"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and how many engagements it had. `told`: of how many words tell it; of the others only who received. Degrees are None
    where no point is known."""

    place: Place
    extent: Extent
    latitude: float | None
    longitude: float | None
    engagements: int
    told: int


@dataclass(frozen=True, slots=True)
class Where:
    """`spots`: those with most first; `nowhere`: engagements without a place, `calls`: calls without one."""

    spots: tuple[Spot, ...]
    nowhere: int
    calls: int


def where(engagements: Iterable[Engagement]) -> Where:
    """The places of some engagements."""
    found: dict[tuple[str, str | None], list[Place]] = defaultdict(list)
    nowhere = calls = 0
    for e in engagements:
        if e.place is not None:
            found[e.place.name, e.place.country].append(e.place)
        elif e.kind == EngagementKind.CALL:
            calls += 1
        else:
            nowhere += 1
    spots = [spot(some[0], len(some), sum(p.told for p in some)) for some in found.values()]
    return Where(tuple(sorted(spots, key=lambda s: (-s.engagements, s.place.name, s.place.country or ""))), nowhere, calls)


def spot(place: Place, engagements: int = 1, told: int = 1) -> Spot:
    """Where a map marks a place."""
    if not place.is_country and not (place.latitude is None and place.country):
        return Spot(place, _extent(place), place.latitude, place.longitude, engagements, told)
    point = country_points().get(place.country or "")
    return Spot(place, "country", point.latitude if point else None, point.longitude if point else None, engagements, told)


def _extent(place: Place) -> Extent:
    known = special_places().get(place.name, ())
    return "area" if place.is_region or any(k.kind in AREAS and k.country == place.country for k in known) else "town"
