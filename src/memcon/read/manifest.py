"""`manifest.csv` beside bare texts -> what the supplier says of each.

Comes in: a folder. Goes out: a `Given` for each file that it names, and a `Reject` for a manifest that cannot be read and
for a file that it names and the folder does not hold. Columns: source (the file's name), published, outlet, title, url;
any but the first may be missing, and others are passed over.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.model.document import Given
from memcon.model.record import Reject
from memcon.read.paths import MANIFEST, unreachable


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder's manifest says. `problem` is set where there is one that cannot be read."""

    folder: Path
    given: dict[str, Given]
    problem: Reject | None = None

    def of(self, path: Path) -> Given | None:
        """What it says of a file; a compressed file may be named without its .gz."""
        return self.given.get(path.name) or self.given.get(path.name.removesuffix(".gz"))

    def missing(self) -> Iterator[Reject]:
        """The files that it names and that are not there."""
        for name in self.given:
            if not any((self.folder / file).exists() for file in (name, f"{name}.gz")):
                detail = f"{self.folder / MANIFEST} names it; add the file or take out the line"
                yield Reject(str(self.folder / name), "named in the manifest, not in the folder", detail)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one where it has none."""
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest(folder, {})
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
            columns = csv.DictReader(file).fieldnames if not rows else list(rows[0])
    except OSError as problem:
        return Manifest(folder, {}, unreachable(path, problem))
    except (csv.Error, UnicodeDecodeError) as problem:
        detail = f"{problem}; save it as comma-separated UTF-8, or read with --no-manifest"
        return Manifest(folder, {}, Reject(str(path), "broken manifest", detail))
    if rows and "source" not in (columns or []):
        detail = (
            f"it has no column source, but {', '.join(map(str, columns or []))}; name the column of the file names source"
        )
        return Manifest(folder, {}, Reject(str(path), "broken manifest", detail))
    return Manifest(folder, {row["source"]: _given(row) for row in rows if row["source"]})


def _given(row: dict[str, str]) -> Given:
    published = (row.get("published") or "").strip() or None
    return Given(
        published=published,
        published_basis="manifest" if published else None,
        outlet=(row.get("outlet") or "").strip() or None,
        title=(row.get("title") or "").strip() or None,
        url=(row.get("url") or "").strip() or None,
    )
