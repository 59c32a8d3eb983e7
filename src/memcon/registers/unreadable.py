"""Kinds of files that memcon cannot read, and what to do with each. The table is `data/unreadable.toml`.

What it can read stands in `READERS`, `read/readers.py`; no first bytes and no suffix stand in both.
"""

from dataclasses import dataclass
from typing import Annotated

from memcon.registers.cells import KEY, ONCE, Column, Reads
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A kind of file that is set aside, with its remedy."""

    name: Annotated[str, KEY]
    suffixes: Annotated[tuple[str, ...], Column("suffixes", one="suffix"), ONCE]
    remedy: str
    source: str
    magic: tuple[Annotated[bytes, Reads(bytes.fromhex)], ...] = ()

    def __post_init__(self) -> None:
        if bare := [suffix for suffix in self.suffixes if not suffix.startswith(".")]:
            raise ValueError(f"a suffix begins with a full stop: {bare[0]!r}")


UNREADABLE = Table("unreadable.toml", Unreadable, at="unreadable")


def by_magic(head: bytes) -> Unreadable | None:
    """The kind that begins with these bytes."""
    return next((kind for kind in UNREADABLE.rows if kind.magic and head.startswith(kind.magic)), None)


def by_suffix(name: str) -> Unreadable | None:
    """The kind whose files end like this name."""
    lower = name.lower()
    return next((kind for kind in UNREADABLE.rows if lower.endswith(kind.suffixes)), None)
