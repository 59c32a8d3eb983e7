"""The hashes of the parser's models: package and version -> the SHA-256 of each of its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import KEY
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model, as a path inside its package."""

    package: Annotated[str, KEY]
    version: Annotated[str, KEY]
    file: Annotated[str, KEY]
    sha256: str


FILES = Table("model_hashes.csv", ModelFile)


@cache
def model_hashes() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """(package, version) -> file, as a path inside the package -> SHA-256 in hexadecimal."""
    hashes: dict[tuple[str, str], dict[str, str]] = {}
    for row in FILES.rows:
        hashes.setdefault((row.package, row.version), {})[row.file] = row.sha256
    return hashes
