"""Paths -> RawItems."""

import csv
from collections.abc import Iterator
from pathlib import Path

from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of


def read_folder(folder: Path, use_manifest: bool = True) -> Iterator[RawItem]:
    given: dict[str, Given] = {}
    if use_manifest and (folder / "manifest.csv").exists():
        with (folder / "manifest.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                given[row["source"]] = Given(
                    published=row.get("published") or None,
                    published_basis="manifest",
                    outlet=row.get("outlet") or None,
                    title=row.get("title") or None,
                )
    for path in sorted(folder.glob("*.txt")):
        body = path.read_bytes()
        yield RawItem(str(path), body, "text/plain", sha256_of(body), given.get(path.name, Given()))
