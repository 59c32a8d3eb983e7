"""A release read back from its folder (`Released`): its tables, the version that made it, which documents tell of what.

Comes in: a folder. Refuses one that `memcon release` did not write.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from memcon.export.release.csv_tables import rows_of
from memcon.export.release.release import RELEASED, SUMS
from memcon.model.errors import StoreError

Cells = Mapping[str, str | None]
Spot = tuple[str | None, str | None]  # a document and where in it words begin
MARK = "_memcon.json"


def is_release(folder: Path) -> bool:
    return (folder / SUMS).is_file() and (folder / "csv").is_dir()


class Released:
    """One release. Tables are read each time they are asked for; what tells rows apart is kept."""

    def __init__(self, folder: Path) -> None:
        if not is_release(folder):
            raise StoreError(f"{folder}: is no release; memcon release DIR makes one")
        self.folder = folder

    def rows(self, table: str) -> Iterator[Cells]:
        """Raises StoreError where the columns are not those of this memcon."""
        path = self.folder / "csv" / f"{table}.csv"
        if not path.is_file():
            raise StoreError(f"{path}: is missing; sha256sum -c {SUMS} tells what else is")
        wanted = {column.name for column in RELEASED[table].columns}
        for row in rows_of(RELEASED[table], path):
            if row.keys() != wanted:
                other = ", ".join(sorted(wanted ^ row.keys()))
                raise StoreError(f"{path}: has other columns than this memcon writes ({other}); make both releases anew")
            yield row

    @cached_property
    def version(self) -> str | None:
        """Of the memcon that made it, where the folder tells it."""
        try:
            return str(json.loads((self.folder / MARK).read_text(encoding="utf-8"))["memcon"])
        except (OSError, ValueError, KeyError):
            return None

    @cached_property
    def documents(self) -> Mapping[str | None, Cells]:
        return {row["id"]: row for row in self.rows("documents")}

    @cached_property
    def spots(self) -> Mapping[str, Mapping[str | None, set[Spot]]]:
        """Of engagements and of actors: the places where words name each."""
        engagements: defaultdict[str | None, set[Spot]] = defaultdict(set)
        actors: defaultdict[str | None, set[Spot]] = defaultdict(set)
        for row in self.rows("reports"):
            engagements[row["engagement"]].add((row["document"], row["start"]))
        for row in self.rows("mentions"):
            if row["actor"]:
                actors[row["actor"]].add((row["document"], row["start"]))
        return {"engagements": dict(engagements), "actors": dict(actors)}
