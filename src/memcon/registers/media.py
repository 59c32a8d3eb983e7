"""What a file is, by its first bytes and the end of its name. The table is `data/media.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Reader = Literal["text", "html", "lines", "gzip", "parquet"]


@dataclass(frozen=True, slots=True)
class Medium:
    """A kind of file. `reads` is None where memcon cannot read it; `remedy` then says what to do."""

    name: str
    reads: Reader | None
    magic: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    remedy: str
    source: str


@cache
def media() -> tuple[Medium, ...]:
    """Every kind of file that is known."""
    table = tomllib.loads((files("memcon.registers") / "data" / "media.toml").read_text(encoding="utf-8"))
    return tuple(
        Medium(
            name=line["name"],
            reads=line.get("reads"),
            magic=tuple(bytes.fromhex(m) for m in line.get("magic", [])),
            suffixes=tuple(line["suffixes"]),
            remedy=line.get("remedy", ""),
            source=line["source"],
        )
        for line in table["medium"]
    )


def by_magic(head: bytes) -> Medium | None:
    """The kind that begins with these bytes."""
    return next((m for m in media() if any(head.startswith(magic) for magic in m.magic)), None)


def by_suffix(name: str) -> Medium | None:
    """The kind whose files end like this name."""
    lower = name.lower()
    return next((m for m in media() if lower.endswith(m.suffixes)), None)
