"""What a file is, by its first bytes and the end of its name. The table is `data/media.toml`."""

from dataclasses import dataclass
from typing import Annotated, Literal

from memcon.registers.cells import BLANK, KEY, ONCE, Column, Reads
from memcon.registers.tables import Table

# The readers that `read/read.py` calls. A new one is named here and called there.
Reader = Literal["text", "html", "lines", "gzip", "parquet"]


@dataclass(frozen=True, slots=True)
class Medium:
    """A kind of file. `reads` is None where memcon cannot read it; `remedy` then says what to do."""

    name: Annotated[str, KEY]
    suffixes: Annotated[tuple[str, ...], Column("suffixes", one="suffix"), ONCE]
    source: str
    reads: Annotated[Reader | None, Column("reads", one="reader")] = None
    magic: tuple[Annotated[bytes, Reads(bytes.fromhex)], ...] = ()
    remedy: Annotated[str, BLANK] = ""

    def __post_init__(self) -> None:
        if not (self.reads or self.remedy):
            raise ValueError("neither reads nor remedy: how is it read, or what is to be done with it?")
        if bare := [suffix for suffix in self.suffixes if not suffix.startswith(".")]:
            raise ValueError(f"a suffix begins with a full stop: {bare[0]!r}")


MEDIA = Table("media.toml", Medium, at="medium")


def media() -> tuple[Medium, ...]:
    """Every kind of file that is known."""
    return MEDIA.rows


def by_magic(head: bytes) -> Medium | None:
    """The kind that begins with these bytes."""
    return next((m for m in media() if any(head.startswith(magic) for magic in m.magic)), None)


def by_suffix(name: str) -> Medium | None:
    """The kind whose files end like this name."""
    lower = name.lower()
    return next((m for m in media() if lower.endswith(m.suffixes)), None)
