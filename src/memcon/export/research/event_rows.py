"""What the event rows of POLECAT and GDELT have in common: which events become rows, and how a row is written.

Comes in: a record. Goes out: events that took place or take place, as their documents tell, each once. What is denied, to come or
hypothetical is no row, for neither format has a column that would tell it; nor is what a copy tells again: it is counted with its
original.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from memcon.export.columns import Sheets
from memcon.export.guard import guarded
from memcon.export.view import RecordView
from memcon.model.document import Document
from memcon.model.findings import Event

Cell = str | int | float | None
TOOK_PLACE = ("past", "present")


@dataclass(frozen=True, slots=True)
class Report:
    """What a row has of an event's document."""

    url: str | None
    outlet: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the documents that tell it: its own, and the copies."""

    event: Event
    report: Report
    documents: tuple[str, ...]
    mentions: int


class Tellings:
    """The events of a record that become rows, and what is looked up for them."""

    def __init__(self, record: RecordView) -> None:
        self.sheets = Sheets(record)
        self.reports = {d.id: _report(d) for d in record.documents}
        self._copies: dict[str, list[str]] = {}
        for event in record.events:
            if event.retells:
                self._copies.setdefault(event.retells, []).append(event.document)

    def __iter__(self) -> Iterator[Telling]:
        for event in self.sheets.record.events:
            if event.retells is None and not event.negated and event.tense in TOOK_PLACE:
                told = (event.document, *self._copies.get(event.id, ()))
                yield Telling(event, self.reports[event.document], tuple(dict.fromkeys(told)), len(told))

    def office(self, actor: str, document: str) -> str | None:
        """The title that the event's own document gives somebody."""
        who = self.sheets.actors.get(actor)
        titles = self.sheets.titles(who).get(document, ()) if who else ()
        return next(iter(titles), None)


def _report(d: Document) -> Report:
    return Report(d.url, d.outlet, str(d.published.earliest) if d.published.exact else None, d.language)


def write_rows(out: IO[bytes], columns: Iterable[str], rows: Iterable[dict[str, Cell]]) -> None:
    """A header and a line a row, cells parted by tabs, without quotation marks; a column that a row lacks is empty."""
    names = list(columns)
    out.write(("\t".join(names) + "\n").encode())
    for row in rows:
        out.write(("\t".join(_cell(row.get(name)) for name in names) + "\n").encode())


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return guarded(re.sub(r"[\s\x00-\x1f]+", " ", value).strip()) if isinstance(value, str) and value else str(value)
