"""What a table for analysis is made of: columns with their types and meaning, and how its rows are made.

The tables themselves stand in `export/tables.py`. Nothing here knows a file format.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from memcon.export.view import RecordView
from memcon.model.dates import DateRange
from memcon.model.record import Actor
from memcon.model.resolved import Place

Value = str | int | float | bool | date | list[str] | None
Row = dict[str, Value]
YEAR = "year"  # the column by which tables are parted


class Type(StrEnum):
    """Of a column. Every column may be null but those of `Type.TEXTS`, which are empty."""

    TEXT = "text"
    TEXTS = "list of text"
    DAY = "day"
    WHOLE = "whole number"
    REAL = "number"
    TRUTH = "true or false"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    what: str  # for people


class Sheets:
    """A record, and what several tables look up in it: read once, when it is first asked for."""

    def __init__(self, record: RecordView) -> None:
        self.record = record

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        return {a.id: a for a in self.record.actors}

    @cached_property
    def published(self) -> Mapping[str, DateRange]:
        """The day of each document."""
        return {d.id: d.published for d in self.record.documents}

    @cached_property
    def _titles(self) -> dict[str, Mapping[str, list[str]]]:
        return {}

    def titles(self, who: Actor) -> Mapping[str, list[str]]:
        """The titles of offices of today that each document gives somebody."""
        if who.id not in self._titles:
            found: dict[str, list[str]] = {}
            for role in who.roles:
                for cited in role.evidence if role.until is None else ():
                    found.setdefault(cited.document, []).append(role.title)
            self._titles[who.id] = found
        return self._titles[who.id]

    def name(self, actor: str | None) -> str | None:
        return self.actors[actor].name if actor and actor in self.actors else None

    def state(self, actor: str | None) -> str | None:
        return self.actors[actor].state if actor and actor in self.actors else None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record. `parted`: has it a column `year`, and a file for each year?"""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: Callable[[Sheets], Iterator[Row]]
    parted: bool = True


def year_of(when: DateRange | None) -> int | None:
    """The year in which a day surely lies."""
    if when is None or when.earliest is None or when.latest is None or when.earliest.year != when.latest.year:
        return None
    return when.earliest.year


def date_columns(name: str, of: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_earliest", Type.DAY, f"first day on which {of} can be; null if open"),
        Column(f"{name}_latest", Type.DAY, f"last day on which {of} can be; null if open"),
        Column(f"{name}_value", Type.TEXT, "the same as TIMEX3 writes it"),
        Column(f"{name}_basis", Type.TEXT, "the words or the reason that give it, or why it stays unknown"),
    )


def date_cells(name: str, when: DateRange | None) -> Row:
    if when is None:
        return {f"{name}_{part}": None for part in ("earliest", "latest", "value", "basis")}
    return {
        f"{name}_earliest": when.earliest,
        f"{name}_latest": when.latest,
        f"{name}_value": when.value,
        f"{name}_basis": str(when.basis) or None,
    }


PLACE_COLUMNS = (
    Column("place_name", Type.TEXT, "the place"),
    Column("place_country", Type.TEXT, "its state, ISO 3166 alpha-3"),
    Column("place_latitude", Type.REAL, "degrees north, WGS 84"),
    Column("place_longitude", Type.REAL, "degrees east, WGS 84"),
    Column("place_geonames", Type.WHOLE, "its number in GeoNames"),
    Column("place_basis", Type.TEXT, "told: words name it; host: who receives, in his own state"),
)


def place_cells(where: Place | None) -> Row:
    if where is None:
        return {column.name: None for column in PLACE_COLUMNS}
    return {
        "place_name": where.name,
        "place_country": where.country,
        "place_latitude": where.latitude,
        "place_longitude": where.longitude,
        "place_geonames": where.geonames,
        "place_basis": where.basis.value,
    }
