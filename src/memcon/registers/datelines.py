"""Words in capitals before a dash that are no place of a dateline. The table is `data/datelines.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def not_places() -> frozenset[str]:
    table = tomllib.loads((files("memcon.registers") / "data" / "datelines.toml").read_text(encoding="utf-8"))
    return frozenset(table["not_places"])
