"""A point within each country, at which a map marks what is told of it without a town. The table is `data/country_points.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Reads
from memcon.registers.places import country_code
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class CountryPoint:
    """A line of the table; `of`: the middle of its largest part, or its largest city, where it is too small for the outlines."""

    alpha3: Annotated[str, Reads(country_code), KEY]
    latitude: float
    longitude: float
    of: Literal["area", "city"]


COUNTRY_POINTS = Table("country_points.csv", CountryPoint)


@cache
def country_points() -> Mapping[str, CountryPoint]:
    return {row.alpha3: row for row in COUNTRY_POINTS.rows}
