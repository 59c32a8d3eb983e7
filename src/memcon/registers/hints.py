"""What the hints of a row's fields say: notes on a column, and questions about the type under them.

Comes in: type hints with notes, `Annotated[frozenset[Frame], Parted(" ")]`. Goes out: the notes, and whether a type is a list, may be
None, or takes only some values. `registers.cells` says what they mean for a cell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin


@dataclass(frozen=True, slots=True)
class Column:
    """The name of the column, and what one of its values is called ("need" of the column `needs`)."""

    name: str
    one: str | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """What stands between the values of one cell."""

    by: str


@dataclass(frozen=True, slots=True)
class Reads:
    """A function that makes the value of the cell's words."""

    make: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Mark:
    name: str


KEY = Mark("key")  # no two rows have the same in all their key fields
BLANK = Mark("blank")  # may be empty
ONCE = Mark("once")  # no value of it stands in another row, there or in another such field
REST = Mark("rest")  # of TOML: takes every key that is no other field's


def marks_of(hint: object) -> tuple[object, ...]:
    """What is noted on a hint, or inside it on the type beside None."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return (*marks, *marks_of(inner))
    if get_origin(hint) in (Union, UnionType):
        return tuple(m for arm in get_args(hint) for m in marks_of(arm))
    return ()


def takes_none(hint: object) -> bool:
    """Is it X | None? What `Reads` makes None of is given all the same."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return takes_none(inner) and not any(isinstance(m, Reads) for m in marks)
    return NoneType in get_args(hint)


def is_list(hint: object) -> bool:
    if get_origin(hint) is Annotated:
        return is_list(get_args(hint)[0])
    return get_origin(hint) in (tuple, frozenset)


def members(hint: Any) -> dict[Any, Any] | None:
    """What a closed list of values takes, with what each becomes; None of any other type."""
    if get_origin(hint) is Literal:
        return {value: value for value in get_args(hint)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}
    return None
