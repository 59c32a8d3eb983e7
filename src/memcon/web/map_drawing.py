"""A map of places: which part of the world, where the marks stand, which names find room.

Comes in: spots. Goes out: `Map`s in units of `projection`, which a template prints above the outlines of `static/world.svg`. What a mark
stands for is told by its shape: a circle for a town, a diamond for a sea or a region, a square for a country of which no town is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot, sqrt

from memcon.analysis.spots import Extent, Spot
from memcon.web.projection import BOTTOM, LEFT, RIGHT, TOP, project
from memcon.wording.words import where

Box = tuple[float, float, float, float]  # left, top, width, height
# West, south, east, north, in degrees.
PARTS = {
    "world": (-140, -56, 180, 80),
    "Europe": (-32, 33, 60, 71),
    "Middle East": (14, 8, 76, 44),
    "Asia": (54, -12, 152, 56),
    "Pacific": (104, -48, 180, 24),
    "Africa": (-26, -37, 62, 39),
    "Americas": (-150, -56, -20, 66),
}
SHAPES = {"town": "circle", "area": "diamond", "country": "square"}
NEAR = 5.0  # pixels between towns that have one mark
WIDE, NARROW = 1240, 360  # pixels of a drawing across, at most
HIGH = 760  # pixels
SMALL = 34.0, 20.0  # units of the map of one town
FONT = 12.0  # pixels
LETTER = 0.56  # of the height of the type
LEAST, MOST = 3.5, 22.0  # pixels of a mark's radius on a wide screen; on a narrow one the greatest is less
NAMED = 40  # marks whose names are tried


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`spots`: the towns that it stands for, the one with most engagements first."""

    spots: tuple[Spot, ...]
    shape: str
    x: float
    y: float
    size: float
    label: Label | None = None

    @property
    def engagements(self) -> int:
        return sum(s.engagements for s in self.spots)

    @property
    def told(self) -> bool:
        """Do words tell the place of any of them?"""
        return any(s.told for s in self.spots)


@dataclass(frozen=True, slots=True)
class Map:
    box: Box
    pixels: int  # across
    unit: float  # units of a pixel
    marks: tuple[Mark, ...]
    outside: int  # engagements whose places lie outside of this part


def drawn(spots: Iterable[Spot], part: str, most: int) -> Map:
    """The places of a part of the world on a drawing of at most so many pixels across."""
    west, south, east, north = PARTS[part]
    (left, top), (right, bottom) = project(north, west), project(south, east)
    box = left, top, right - left, bottom - top
    pixels = min(most, round(HIGH * box[2] / box[3]))
    unit = box[2] / pixels
    known = list(spots)
    inside = [
        s
        for s in known
        if s.latitude is not None and s.longitude is not None and _in(box, *project(s.latitude, s.longitude))
    ]
    marks = _marks(inside, unit, MOST * (0.6 if most <= NARROW else 1.0))
    outside = sum(s.engagements for s in known) - sum(s.engagements for s in inside)
    return Map(box, pixels, unit, tuple(_named(marks, box, unit)), outside)


def around(spot: Spot) -> Map | None:
    """One place and what lies around it; None where it has no point."""
    if spot.latitude is None or spot.longitude is None:
        return None
    x, y = project(spot.latitude, spot.longitude)
    width, height = SMALL if spot.extent == "town" else (SMALL[0] * 1.8, SMALL[1] * 1.8)
    (left, top), (right, bottom) = project(TOP, LEFT), project(BOTTOM, RIGHT)
    box = (
        round(min(max(x - width / 2, left), right - width), 2),
        round(min(max(y - height / 2, top), bottom - height), 2),
        width,
        height,
    )
    unit = width / NARROW
    mark = Mark((spot,), SHAPES[spot.extent], x, y, round(7 * unit, 2))
    label = _label(mark, box, unit, (), spot.place.name)
    return Map(box, NARROW, unit, (replace(mark, label=label),), 0)


def _in(box: Box, x: float, y: float) -> bool:
    left, top, width, height = box
    return left <= x <= left + width and top <= y <= top + height


def _marks(spots: Sequence[Spot], unit: float, most: float) -> list[Mark]:
    """One for each place, and for towns that lie too near each other to be told apart; the largest first."""
    groups: list[tuple[float, float, list[Spot]]] = []
    for s in spots:  # those with most engagements come first
        assert s.latitude is not None and s.longitude is not None
        x, y = project(s.latitude, s.longitude)
        near = (g for g in groups if s.extent == g[2][0].extent == "town" and hypot(g[0] - x, g[1] - y) < NEAR * unit)
        group = next(near, None)
        if group:
            group[2].append(s)
        else:
            groups.append((x, y, [s]))
    highest = max((sum(s.engagements for s in some) for _, _, some in groups), default=1)
    made = [
        Mark(
            tuple(some),
            SHAPES[some[0].extent],
            x,
            y,
            round(max(LEAST, most * sqrt(sum(s.engagements for s in some) / highest)) * unit, 2),
        )
        for x, y, some in groups
    ]
    return sorted(made, key=lambda m: (-m.engagements, m.spots[0].place.name))


def _named(marks: Sequence[Mark], box: Box, unit: float) -> list[Mark]:
    """The marks with the names that find room beside them, above and below, those with most engagements first."""
    taken: list[Box] = [(m.x - m.size * 0.8, m.y - m.size * 0.8, m.size * 1.6, m.size * 1.6) for m in marks[:NAMED]]
    made = []
    for n, m in enumerate(marks):
        text = f"{m.spots[0].place.name}{' and nearby' if len(m.spots) > 1 else ''} {m.engagements}"
        label = _label(m, box, unit, [t for i, t in enumerate(taken) if i != n], text) if n < NAMED else None
        if label:
            taken.append(_room(label, unit))
        made.append(replace(m, label=label))
    return made


def _label(m: Mark, box: Box, unit: float, taken: Sequence[Box], text: str) -> Label | None:
    """Its words where they find room: behind it, before it, above, below."""
    aside, middle = m.size + 3 * unit, m.y + FONT * unit * 0.35
    tried = (
        Label(m.x + aside, middle, "start", text),
        Label(m.x - aside, middle, "end", text),
        Label(m.x, m.y - aside, "middle", text),
        Label(m.x, m.y + aside + FONT * unit * 0.75, "middle", text),
    )
    for label in tried:
        left, top, width, height = _room(label, unit)
        if (
            _in(box, left, top)
            and _in(box, left + width, top + height)
            and not any(_meet((left, top, width, height), t) for t in taken)
        ):
            return Label(round(label.x, 2), round(label.y, 2), label.anchor, text)
    return None


def _room(label: Label, unit: float) -> Box:
    width = len(label.text) * LETTER * FONT * unit
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - FONT * unit * 0.85, width, FONT * unit * 1.1


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def extent_in_words(extent: Extent) -> str:
    return {
        "town": "a town or a place in it",
        "area": "a region, a sea or an island",
        "country": "a country; no town is told",
    }[extent]


def title(mark: Mark) -> str:
    """Geneva (Switzerland): 3; Lausanne (Switzerland): 1."""
    return "; ".join(f"{where(s.place)}: {s.engagements}" for s in mark.spots)
