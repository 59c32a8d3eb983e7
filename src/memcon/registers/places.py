"""Places by name: cities, seas and straits, regions, venues.

Comes in: data/cities.csv (GeoNames, CC BY 4.0) and data/places.csv. Goes out: `places_named(name)`, every place that can be
meant, the most populous first. The cities are read when the first name is looked up: 34,000 rows, 0.1 s, 11 MB.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.registers.phrases import rows

WRITTEN_OUT = {"st.": "saint", "st": "saint", "ft.": "fort", "mt.": "mount"}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the tables; `people` is None for what is not a city."""

    name: str
    country: str | None
    region: str
    latitude: float
    longitude: float
    people: int | None
    geonames: int | None
    kind: str


def places_named(name: str) -> tuple[KnownPlace, ...]:
    """The places that bear a name, own table first, then cities by population; diacritics do not count."""
    own = special_places().get(name, ())
    cities = [_city(line) for line in _cities().get(plain(name), ())]
    return (*own, *sorted(cities, key=lambda c: -(c.people or 0)))


def plain(name: str) -> str:
    """A name without diacritics and case, "St." written out."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = name.lower()
    short, _, rest = name.partition(" ")
    return f"{WRITTEN_OUT[short]} {rest}" if rest and short in WRITTEN_OUT else name


@cache
def special_places() -> Mapping[str, tuple[KnownPlace, ...]]:
    """Seas, regions, venues and other names of cities, by each name."""
    found: dict[str, tuple[KnownPlace, ...]] = defaultdict(tuple)
    for r in rows("places.csv"):
        place = KnownPlace(
            r["name"], r["country"] or None, r["region"], float(r["latitude"]), float(r["longitude"]), None, None, r["kind"]
        )
        for name in (r["name"], *(n for n in r["names"].split(";") if n)):
            found[name] += (place,)
    return dict(found)


@cache
def _cities() -> Mapping[str, tuple[str, ...]]:
    """Plain name -> lines of the table, parsed only when asked for."""
    text = (files("memcon.registers") / "data" / "cities.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line.startswith(("#", "name,")):
            continue
        name = plain(line.split('"')[1] if line.startswith('"') else line.split(",", 1)[0])
        found[name] = (*found.get(name, ()), line)
    return found


def _city(line: str) -> KnownPlace:
    name, country, region, latitude, longitude, people, geonames = line.rsplit(",", 6)
    return KnownPlace(
        name.strip('"'), country, region, float(latitude), float(longitude), int(people), int(geonames), "city"
    )
