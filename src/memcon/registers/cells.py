"""What may stand in a column: the type of a field -> how its cell is read.

Comes in: the hint of a field of a row's dataclass. Goes out: `Field`, with the function that reads a cell of a CSV table, or a
value of a TOML table, into that type. A cell that does not fit raises ValueError; the words of it name the column.

    str                     some words; empty is refused, and a space before or behind them
    Annotated[str, BLANK]   words or none
    X | None                None where the cell is empty
    Literal[...], an Enum   one of a closed list
    int, float, bool, date, re.Pattern[str]
    tuple[X, ...], frozenset[X]   a list; in CSV parted as `Parted` says
    dict[str, X], a dataclass     of TOML: words with values; an inline table
    Annotated[X, Reads(f)]  what f makes of the words; f raises ValueError where it cannot

A field with a default may be left out, and its cell empty. `Column` gives a column another name than its field.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from dataclasses import Field as DataclassField
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from memcon.registers.hints import (
    BLANK,
    KEY,
    ONCE,
    REST,
    Column,
    Parted,
    Reads,
    is_list,
    marks_of,
    members,
    takes_none,
)

__all__ = [
    "BLANK",
    "KEY",
    "ONCE",
    "REST",
    "CellError",
    "Column",
    "Field",
    "Parted",
    "Reads",
    "cell",
    "fields_of",
    "row_of",
    "unknown",
]

T = TypeVar("T")
Reader = Callable[[Any], Any]  # a cell or TOML value -> what stands in the row; raises ValueError


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row's type, with the column that it stands in."""

    name: str
    column: str
    one: str
    read: Reader
    required: bool  # it has no default and cannot be None
    optional: bool  # it has no default and can be None
    key: bool
    once: bool
    rest: bool


def fields_of(row: type) -> tuple[Field, ...]:
    """The fields of a row's type."""
    return _fields_of(row)


@cache
def _fields_of(row: type) -> tuple[Field, ...]:
    hints = get_type_hints(row, include_extras=True)
    return tuple(_field(f, hints[f.name]) for f in fields(row))


def _field(field: "DataclassField[Any]", hint: object) -> Field:
    marks = marks_of(hint)
    column = next((m for m in marks if isinstance(m, Column)), Column(field.name))
    one = column.one or (column.name.removesuffix("s") if is_list(hint) else column.name)
    bare = field.default is MISSING and field.default_factory is MISSING
    none = takes_none(hint)
    read = _reader(hint, one)
    return Field(
        field.name, column.name, one, read, bare and not none, bare and none, KEY in marks, ONCE in marks, REST in marks
    )


def _reader(hint: Any, one: str, marks: tuple[object, ...] = ()) -> Reader:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *more = get_args(hint)
        return _reader(inner, one, (*more, *marks))
    if made := next((m for m in marks if isinstance(m, Reads)), None):
        return _made(made.make, one)
    if origin in (Union, UnionType):
        return _either(get_args(hint), one, marks)
    if (known := members(hint)) is not None:
        return _one_of(known, one)
    if origin in (tuple, frozenset):
        return _several(hint, one, marks)
    if origin is dict:
        return _by_word(_reader(get_args(hint)[1], one), one)
    if origin is re.Pattern:
        return _made(re.compile, one)
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(row_of, hint)
    if hint is str:
        return _blank if BLANK in marks else _trimmed(one)
    return _plain(hint, one)


def _either(arms: tuple[Any, ...], one: str, marks: tuple[object, ...]) -> Reader:
    """X | None: nothing where the cell is empty. Of several types of TOML values, the first that takes the value."""
    kinds = [arm for arm in arms if arm is not NoneType]
    optional = NoneType in arms
    lists = [members(arm) for arm in kinds]
    if len(kinds) > 1 and None not in lists:
        readers = [_one_of({value: made for known in lists if known for value, made in known.items()}, one)]
    else:
        readers = [_reader(arm, one, marks) for arm in kinds]

    def read(value: Any) -> Any:
        if optional and (value is None or value == ""):
            return None
        for reader in readers[:-1]:
            try:
                return reader(value)
            except ValueError:
                continue
        return readers[-1](value)

    return read


def _blank(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not words: {value!r}")
    return value


def _words(one: str) -> Reader:
    def read(value: Any) -> str:
        if value == "":
            raise ValueError(f"no {one} is given")
        if not isinstance(value, str):
            raise ValueError(f"the {one} is not words: {value!r}")
        return value

    return read


def _trimmed(one: str) -> Reader:
    words = _words(one)

    def read(value: Any) -> str:
        if (said := words(value)) != said.strip():
            raise ValueError(f"a space before or behind the {one}: {said!r}")
        return str(said)

    return read


def _made(make: Callable[[str], object], one: str) -> Reader:
    words = _words(one)

    def read(value: Any) -> Any:
        try:
            return make(words(value))
        except re.error as problem:
            raise ValueError(f"the {one} is no regular expression: {problem}") from problem

    return read


def _one_of(known: Mapping[Any, Any], one: str) -> Reader:
    def read(value: Any) -> Any:
        try:
            return known[value]
        except (KeyError, TypeError):
            if value == "":
                raise ValueError(f"no {one} is given") from None
            raise ValueError(f"no such {one}: {value!r}; one of {', '.join(str(k) for k in known if k)}") from None

    return read


def _several(hint: Any, one: str, marks: tuple[object, ...]) -> Reader:
    kind = get_origin(hint)
    inner = _reader(get_args(hint)[0], one)
    parted = next((m.by for m in marks if isinstance(m, Parted)), None)

    def read(value: Any) -> Any:
        if isinstance(value, str) and parted:
            value = [part for part in value.split(parted) if part]
        if not isinstance(value, list):
            raise ValueError(f"the {one}s are no list: {value!r}")
        made = kind(_inside(inner, n, part) for n, part in enumerate(value))
        if kind is frozenset and len(made) < len(value):
            twice = next(part for part in value if value.count(part) > 1)
            raise ValueError(f"the {one} {twice!r} is there twice")
        return made

    return read


def _by_word(inner: Reader, one: str) -> Reader:
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"the {one} is no table of words: {value!r}")
        return {word: _inside(inner, word, said) for word, said in value.items()}

    return read


def _inside(inner: Reader, place: str | int, value: Any) -> Any:
    """One value of several. Whatever is wrong with it is wrong at this place."""
    try:
        return inner(value)
    except ValueError as problem:
        raise CellError(str(problem), (place, *(problem.path if isinstance(problem, CellError) else ()))) from problem


NUMBERS: dict[type, Callable[[str], object]] = {int: int, float: float, date: date.fromisoformat}


def _plain(kind: type, one: str) -> Reader:
    """Numbers, yes or no, and days: in TOML typed already, in CSV as words."""

    def read(value: Any) -> Any:
        if type(value) is kind:
            return value
        if value == "":
            raise ValueError(f"no {one} is given")
        if kind is float and type(value) is int:
            return float(value)
        try:
            if isinstance(value, str):
                return NUMBERS[kind](value)
        except (KeyError, ValueError):
            pass
        raise ValueError(f"the {one} is no {kind.__name__}: {value!r}")

    return read


def row_of(row: type[T], value: Any) -> T:
    """The row that a table of TOML makes. Raises `CellError` with the key at fault."""
    if not isinstance(value, dict):
        raise ValueError(f"no table: {value!r}")
    known = fields_of(row)
    own = [f for f in known if not f.rest]
    made = {f.name: cell(f, value[f.column]) for f in own if f.column in value}
    left = {key: said for key, said in value.items() if key not in {f.column for f in own}}
    if rest := next((f for f in known if f.rest), None):
        made[rest.name] = cell(rest, left)
    elif left:
        strange = next(iter(left))
        raise CellError(unknown(strange, row), (strange,))
    if missing := next((f for f in own if f.required and f.name not in made), None):
        raise CellError(f"no {missing.one} is given")
    made |= {f.name: None for f in own if f.optional and f.name not in made}
    return row(**made)


def cell(field: Field, value: Any) -> Any:
    """What stands in the row for a cell. Raises `CellError`."""
    try:
        return field.read(value)
    except ValueError as problem:
        inside = problem.path if isinstance(problem, CellError) else ()
        raise CellError(str(problem), inside if field.rest else (field.column, *inside)) from problem


class CellError(ValueError):
    """What is wrong with a cell; `path` leads to it from the row: the column, and of TOML what is inside its value."""

    def __init__(self, words: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(words)
        self.path = path


def unknown(column: str, row: type) -> str:
    """That a table has no such column, and which it has."""
    return f"no such column: {column!r}; one of {', '.join(f.column for f in fields_of(row))}"
