"""Places by name: cities, seas and straits, regions, venues.

Comes in: data/cities.csv (GeoNames, CC BY 4.0), data/places.csv and data/territories.csv. Goes out: `places_named(name)`, every
place that can be meant, the most populous first. The cities are read when the first name is looked up: 34,000 rows, 0.1 s, 11 MB.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Literal

from memcon.registers.cells import BLANK, KEY, Parted, Reads
from memcon.registers.states import StateCode
from memcon.registers.tables import Table

WRITTEN_OUT = {"st.": "saint", "st": "saint", "ft.": "fort", "mt.": "mount"}
PlaceKind = Literal["sea", "strait", "region", "island", "venue", "city", "capital"]
ALPHA3 = 3  # letters of the code of a country


def country_code(code: str) -> str:
    """The code of a country. GeoNames has territories that the table of states leaves out."""
    if len(code) != ALPHA3 or not code.isupper():
        raise ValueError(f"no code of a country: {code!r}")
    return code


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A line of places.csv."""

    name: str
    names: Annotated[tuple[str, ...], Parted(";")]
    country: Annotated[str, Reads(country_code)] | None
    region: Annotated[str, BLANK]
    latitude: float
    longitude: float
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class CityRow:
    """A line of cities.csv."""

    name: str
    country: Annotated[str, Reads(country_code)]
    region: Annotated[str, BLANK]
    latitude: float
    longitude: float
    population: int
    geonames: int


@dataclass(frozen=True, slots=True)
class Territory:
    """A line of territories.csv: a territory without foreign affairs of its own, and the state whose it is."""

    code: Annotated[str, Reads(country_code), KEY]
    state: StateCode
    example: str
    source: str


PLACES = Table("places.csv", PlaceRow)
CITIES = Table("cities.csv", CityRow)
TERRITORIES = Table("territories.csv", Territory)


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


@lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[KnownPlace, ...]:
    """The places that bear a name, own table first, then cities by population; diacritics do not count."""
    own = special_places().get(name, ())
    cities = [_city(number, line) for number, line in _cities().get(plain(name), ())]
    return (*own, *sorted(cities, key=lambda c: -(c.people or 0)))


def state_of(country: str) -> str:
    """The state that a country's code stands for: of a territory without foreign affairs of its own the state whose it is."""
    return _owners().get(country, country)


@cache
def _owners() -> Mapping[str, str]:
    return {row.code: row.state for row in TERRITORIES.rows}


def plain(name: str) -> str:
    """A name without diacritics and case, "St." written out, and without the apostrophe that ends "Male'"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = name.lower().rstrip("'’")
    short, _, rest = name.partition(" ")
    return f"{WRITTEN_OUT[short]} {rest}" if rest and short in WRITTEN_OUT else name


@cache
def special_places() -> Mapping[str, tuple[KnownPlace, ...]]:
    """Seas, regions, venues and other names of cities, by each name."""
    found: dict[str, tuple[KnownPlace, ...]] = defaultdict(tuple)
    for r in PLACES.rows:
        if r.kind == "capital":
            continue
        place = KnownPlace(
            r.name, state_of(r.country) if r.country else None, r.region, r.latitude, r.longitude, None, None, r.kind
        )
        for name in (r.name, *r.names):
            found[name] += (place,)
    return dict(found)


@cache
def shared_capitals() -> frozenset[tuple[str, str | None]]:
    """Capitals whose names other cities bear too, so that they stand for no government: plain name and state."""
    return frozenset((plain(name), r.country) for r in PLACES.rows if r.kind == "capital" for name in (r.name, *r.names))


@cache
def _cities() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Plain name -> lines of the table with their numbers, parsed only when asked for."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, line in CITIES.lines():
        name = plain(line.split('"')[1] if line.startswith('"') else line.split(",", 1)[0])
        found[name] = (*found.get(name, ()), (number, line))
    return found


def _city(number: int, line: str) -> KnownPlace:
    r = CITIES.row_at(number, line)
    return KnownPlace(r.name, state_of(r.country), r.region, r.latitude, r.longitude, r.population, r.geonames, "city")
