"""What the fields of a JSON object or of a table's row say of a report, under whatever names they have (`Said`).

Comes in: fields as they stand, and the names that the user maps. Goes out: words, or None. Usual names are in
`data/line_keys.csv`; capitals, spaces, hyphens and underscores in a name do not count ("Publish Date" is publish_date). A name with
full stops leads into nested values: `fields.bodyText`.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, get_args

from memcon.model.errors import UnknownName
from memcon.registers.line_keys import LineField, keys_of

Fields = Mapping[str, Any]  # a line of JSON or a row of a table, as it comes in

# Where a value stands that is given as an object: schema.org and NewsAPI, WordPress, NYT, MongoDB, XML turned into JSON.
INNER = ("name", "rendered", "main", "$date", "$oid", "$numberLong", "#text", "value")
_LOOSE = re.compile(r"[\s_-]+")
Mapped = tuple[tuple[LineField, str], ...]


def mapped(said: Iterable[str]) -> Mapped:
    """What `--map text=FIELD` says, several times; raises `UnknownName` where memcon has no such field."""
    return tuple(_mapped(words) for words in said)


def _mapped(words: str) -> tuple[LineField, str]:
    field, equals, key = (part.strip() for part in words.partition("="))
    for known in get_args(LineField):
        if field == known and key:
            return known, key
    names = ", ".join(get_args(LineField))
    wrong = f"{words!r} is not of the form text=FIELD" if not (equals and key and field) else f"there is no field {field!r}"
    raise UnknownName(f"{wrong}; there are {names}: --map text=FIELD")


def names_of(field: LineField, maps: Mapped) -> tuple[str, ...]:
    """The names under which a field is read: those that the user maps to it, and no other then; else the usual ones."""
    return tuple(key for of, key in maps if of == field) or keys_of(field)


@cache
def watched(maps: Mapped) -> tuple[str, ...]:
    """All names under which something is read."""
    return tuple(name for field in get_args(LineField) for name in names_of(field, maps))


class Said:
    """What some fields say. Of several names of one thing, the first that says something counts."""

    def __init__(self, fields: Fields, maps: Mapped = ()) -> None:
        self.fields = fields
        self.maps = maps
        self._loose = {loosely(key): key for key in reversed(list(fields)) if isinstance(key, str)}

    def value(self, field: LineField) -> Any:
        """The first value that says something, laid bare."""
        return next((value for value in self._values(field) if _speaks(value)), None)

    def words(self, field: LineField) -> str | None:
        """The first value that is words; a text may be a list of paragraphs."""
        for value in self._values(field):
            if field == "text" and isinstance(value, list) and all(isinstance(line, str) for line in value):
                value = "\n\n".join(value)
            if isinstance(value, str) and value.strip():
                return value
            if field == "id" and isinstance(value, int) and not isinstance(value, bool):
                return str(value)
        return None

    def _values(self, field: LineField) -> Iterator[Any]:
        return (_bare(self._at(name)) for name in names_of(field, self.maps))

    def _at(self, name: str) -> Any:
        """What stands under a name: as it is written, as it may be written, or within other values."""
        if name in self.fields:
            return self.fields[name]
        if (key := self._loose.get(loosely(name))) is not None:
            return self.fields[key]
        return _within(self.fields, name.split(".")) if "." in name else None


@lru_cache(maxsize=10_000)
def loosely(name: str) -> str:
    """A name without what its makers do as they please."""
    return _LOOSE.sub("", name.strip().casefold())


def _within(value: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        if isinstance(value, list) and step.isdigit():
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _bare(value: Any) -> Any:
    """A value out of the object that it stands in."""
    for _ in range(3):
        if not isinstance(value, Mapping):
            break
        value = next((value[key] for key in INNER if key in value), None)
    return value


def _speaks(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, float):
        return not math.isnan(value)
    return value is not None and not isinstance(value, bool)
