"""A diary on paper, and as JSON.

Comes in: a `Diary`, the actors and documents that it names. Goes out: a `Page`; or objects with the fields of the record beside words for
people and the sources.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from memcon.analysis.diary import GRACE, Diary, Entry
from memcon.desk.page import Item, Page, Section
from memcon.desk.quoting import quotes, source_json
from memcon.export import record_json
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.life import lasting
from memcon.model.record import Actor, Engagement
from memcon.wording import words

QUOTED = 2  # sources that are shown of an engagement; JSON gives all


class DiaryPage:
    """A diary with what it names. `about`: for whom it is, for the title ("China, Wang Yi")."""

    def __init__(
        self, diary: Diary, actors: Mapping[str, Actor], documents: Mapping[str, Document], about: str = ""
    ) -> None:
        self._diary = diary
        self._actors = actors
        self._documents = documents
        self._about = about

    def page(self) -> Page:
        d = self._diary
        title = f"Diary, {_span(d.day, d.until)}" + (f": {self._about}" if self._about else "")
        lead = (
            f"As of {words.day(DateRange.day(d.day))}, by what had been reported until then; days, places and names are "
            f"those that are known now. Changes since {words.day(DateRange.day(d.since))}.",
        )
        sections = (*self._ahead(), *self._changed())
        return Page(title, lead, sections)

    def _ahead(self) -> Iterable[Section]:
        d = self._diary
        nothing = "" if d.days else "Nothing that has its day within these."
        yield Section("Planned next", (), nothing)
        for day, entries in d.days:
            yield Section(
                f"{day:%A}, {words.day(DateRange.day(day))}", tuple(self._item(e, day) for e in entries), below=True
            )
        if d.some_day:
            yield Section("On one of some days", tuple(self._item(e) for e in d.some_day))
        if d.no_day:
            yield Section("No day yet", tuple(self._item(e) for e in d.no_day))
        more = [f"{d.later} more planned for days after {words.day(DateRange.day(d.until))}."] if d.later else []
        if d.undated:
            more.append(f"{d.undated} without a day, told only by reports without one: nobody knows how old they are.")
        if more:
            yield Section("Not shown", (), " ".join(more))

    def _changed(self) -> Iterable[Section]:
        d = self._diary
        yield Section("Moved", tuple(map(self._item, d.moved)), "Nothing.")
        yield Section("Called off", tuple(map(self._item, d.called_off)), "Nothing.")
        awaiting = f"Nothing whose day passed within {GRACE} days is without a report."
        yield Section("Awaiting a report", tuple(map(self._item, d.awaiting)), awaiting)
        yield Section("Lapsed: the day passed, and no report says more", tuple(map(self._item, d.lapsed)), "Nothing.")

    def _item(self, entry: Entry, day: date | None = None) -> Item:
        e = entry.engagement
        head = words.occasion(e)
        lasts = lasting(e)
        if day is None or lasts is None or lasts[0] != lasts[1]:
            head = f"{words.when(e)}: {head}"
        said = words.status_line(e)
        lines = [", ".join(words.sides(e, self._actors)), f"{said}; {words.support(e)}; {words.short(e.id)}"]
        if entry.was is not None and entry.now is None:
            lines.append(f"was {words.day(entry.was)}")
        if entry.now is not None:
            lines.append(f"now {words.when(entry.now)}, {words.status_line(entry.now)}; {words.short(entry.now.id)}")
        if entry.differing:
            lines.append(f"reports differ: {', '.join(entry.differing)}")
        shown = quotes(_chosen(entry), self._documents)
        more = len({s.document for s in entry.sources}) - len({s.document for s in _chosen(entry)})
        return Item(head, tuple(lines), shown, f"and {more} more origin{'s' * (more != 1)}" if more > 0 else "")

    def as_object(self) -> dict[str, Any]:
        """The diary as one JSON object."""
        d = self._diary

        def some(entries: Iterable[Entry]) -> list[dict[str, Any]]:
            return [self._object(e) for e in entries]

        return {
            "day": d.day.isoformat(),
            "until": d.until.isoformat(),
            "since": d.since.isoformat(),
            "days": [{"day": day.isoformat(), "engagements": some(entries)} for day, entries in d.days],
            "some_day": some(d.some_day),
            "no_day": some(d.no_day),
            "moved": some(d.moved),
            "called_off": some(d.called_off),
            "awaiting": some(d.awaiting),
            "lapsed": some(d.lapsed),
            "later": d.later,
            "undated": d.undated,
        }

    def _object(self, entry: Entry) -> dict[str, Any]:
        return {
            **self._engagement(entry.engagement),
            "was": record_json.date(entry.was),
            "now": self._engagement(entry.now) if entry.now else None,
            "differing": list(entry.differing),
            "sources": [source_json(s, self._documents) for s in entry.sources],
        }

    def _engagement(self, e: Engagement) -> dict[str, Any]:
        return {
            "id": e.id,
            "kind": e.kind,
            "status": e.status,
            "date": record_json.dated(e.date),
            "when": words.when(e),
            "who": words.sides(e, self._actors),
            "participants": [
                {"actor": p.actor, "name": a.name, "office": words.office(a, e) or None, "state": a.state, "part": p.part}
                for p in e.participants
                if (a := self._actors.get(p.actor))
            ],
            "place": record_json.place(e.place),
            "issues": list(e.issues),
            "origins": e.origins,
            "reports": list(e.reports),
            "part_of": e.part_of,
            "rescheduled_as": e.rescheduled_as,
            "corrected": list(e.corrected),
        }


def _chosen(entry: Entry) -> list[Any]:
    """The first and the last of its sources: who told it first, and who last."""
    found = list(entry.sources)
    return found if len(found) <= QUOTED else [found[0], found[-1]]


def _span(first: date, last: date) -> str:
    return words.day(DateRange(first, last, f"{first}/{last}"))
