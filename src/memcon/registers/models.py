"""The hashes of the parser's models: package and version -> the SHA-256 of each of its files."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def model_hashes() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """(package, version) -> file, as a path inside the package -> SHA-256 in hexadecimal."""
    hashes: dict[tuple[str, str], dict[str, str]] = {}
    with (files("memcon.registers") / "data" / "model_hashes.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            hashes.setdefault((row["package"], row["version"]), {})[row["file"]] = row["sha256"]
    return hashes
