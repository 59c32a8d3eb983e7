"""What is otherwise in the second of two releases, row by row, and why (`differences`).

Comes in: two releases. Goes out: a `RowDifference` for each row that came, went or changed. Engagements and actors have other ids where
other documents are joined; two are one where words at the same place of the same document name both.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from memcon.export.release.reading import Cells, Released, Spot
from memcon.export.release.release import RELEASED
from memcon.export.release.summaries import SUMMARIES

Change = Literal["new", "gone", "changed"]
KEYS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id",), "actors": ("id",), "engagements": ("id",), "participants": ("engagement", "actor", "part"),
    "history": ("engagement", "step"), "reports": ("engagement", "document", "start", "end"), "statements": ("id",),
    "events": ("id",), "mentions": ("document", "start", "end"), "coverage": ("month",), "counts": ("of", "by", "value"),
}  # fmt: skip
NAMES_OTHERS = {
    "id", "engagement", "actor", "part_of", "rescheduled_as", "speaker", "addressee", "holder", "actors", "recipients",
}  # fmt: skip  # columns with ids of engagements or actors
TOLD = 3  # documents that a reason names


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row of a table. `key`: what tells it from the others; `columns`: each that changed, with its value before and after."""

    table: str
    change: Change
    key: tuple[str | None, ...]
    columns: tuple[tuple[str, str | None, str | None], ...]
    reason: str


def differences(before: Released, after: Released) -> Iterator[RowDifference]:
    """In the order of the tables; within one first what came and changed, then what went."""
    compared = _Compared(before, after)
    for table in RELEASED:
        yield from compared.table(table)


class _Compared:
    def __init__(self, before: Released, after: Released) -> None:
        self.before, self.after = before, after
        self.now_called = {
            **_partners(before.spots["engagements"], after.spots["engagements"]),
            **_partners(before.spots["actors"], after.spots["actors"]),
        }

    def table(self, name: str) -> Iterator[RowDifference]:
        old = dict(_keyed(name, map(self._renamed, self.before.rows(name))))
        for key, row in _keyed(name, self.after.rows(name)):
            was = old.pop(key, None)
            if was is None:
                yield RowDifference(name, "new", key[:-1], (), self._why(name, None, row))
            elif was != row:
                columns = tuple((c, was[c], row[c]) for c in row if was[c] != row[c])
                yield RowDifference(name, "changed", key[:-1], columns, self._why(name, was, row))
        for key, row in old.items():
            yield RowDifference(name, "gone", key[:-1], (), self._why(name, row, None))

    def _renamed(self, row: Cells) -> Cells:
        """A row of the first release with the ids that the second has for the same."""
        return {c: self._now(value) if c in NAMES_OTHERS else value for c, value in row.items()}

    def _now(self, value: str | None) -> str | None:
        if value and value.startswith("["):
            return msgspec.json.encode([self.now_called.get(one, one) for one in msgspec.json.decode(value)]).decode()
        return self.now_called.get(value or "", value)

    def _why(self, table: str, was: Cells | None, row: Cells | None) -> str:
        if table in SUMMARIES:
            return "it sums up the other tables"
        if table == "documents":
            return self._of_document(was, row)
        told = row or was or {}
        if (document := told.get("document")) and (why := self._moved(document)):
            return why
        return self._of_tellers(table, told) or self._otherwise()

    def _of_document(self, was: Cells | None, row: Cells | None) -> str:
        if was and row:
            if was["captured"] != row["captured"] or was["source"] != row["source"]:
                return "it is supplied otherwise"
            return self._otherwise()
        return "the second release has read it" if row else "the second release has not read it"

    def _moved(self, document: str) -> str | None:
        """What became of a document, if anything did."""
        old, new = self.before.documents.get(document), self.after.documents.get(document)
        if old is None or new is None:
            return "its document is new" if old is None else "its document is gone"
        return "its document is dated otherwise" if _dated(old) != _dated(new) else None

    def _of_tellers(self, table: str, told: Cells) -> str | None:
        """Of an engagement or actor: documents that came or went among those that tell of it."""
        kind = "actors" if table == "actors" else "engagements"
        name = told.get("engagement") or told.get("id")
        now = {d for d, _ in self.after.spots[kind].get(name, ())}
        former: set[str | None] = {old for old, new in self.now_called.items() if new == name} or {name}
        then = {d for old in former for d, _ in self.before.spots[kind].get(old, ())}
        if table == "actors" and not now and not then:
            return "no words name it by itself; it follows from the rows that have its id"
        came, went = sorted(d for d in now - then if d), sorted(d for d in then - now if d)
        fresh = [d for d in came if d not in self.before.documents]
        lost = [d for d in went if d not in self.after.documents]
        parts = (
            ("new documents tell of it", fresh),
            ("documents that told of it are gone", lost),
            ("documents that were there are joined to it", [d for d in came if d not in fresh]),
            ("documents are no longer joined to it", [d for d in went if d not in lost]),
        )
        return "; ".join(f"{words}: {_some(some)}" for words, some in parts if some) or None

    def _otherwise(self) -> str:
        one, other = self.before.version, self.after.version
        if one != other:
            return f"memcon {one or '?'} made the first release, {other or '?'} the second"
        return "the same documents tell of it: what others tell, or a correction by hand, changed it"


def _dated(document: Cells) -> tuple[str | None, str | None]:
    return document["published_earliest"], document["published_latest"]


def _some(documents: list[str]) -> str:
    more = f" and {len(documents) - TOLD} more" if len(documents) > TOLD else ""
    return ", ".join(documents[:TOLD]) + more


def _keyed(table: str, rows: Iterator[Cells]) -> Iterator[tuple[tuple[str | None, ...], Cells]]:
    """Rows by what tells them apart, with a number behind it, for several can have the same."""
    seen: Counter[tuple[str | None, ...]] = Counter()
    for row in rows:
        key = tuple(row[column] for column in KEYS[table])
        yield (*key, str(seen[key])), row
        seen[key] += 1


def _partners(before: Mapping[str | None, set[Spot]], after: Mapping[str | None, set[Spot]]) -> dict[str, str]:
    """What is called otherwise in the second release: the id that it has there. Each has one partner, the one with most words in common."""
    at: defaultdict[Spot, list[str]] = defaultdict(list)
    for name, spots in after.items():
        if name and name not in before:
            for spot in spots:
                at[spot].append(name)
    pairs: Counter[tuple[str, str]] = Counter()
    for name, spots in before.items():
        if name and name not in after:
            pairs.update((name, other) for spot in spots for other in at[spot])
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (old, new), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found
