"""A record, or what filters choose of it, written in other formats; and asked in SQL.

Comes in: the name of a format, filters as plain values. Goes out: bytes in a stream, files in an empty folder, rows.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from memcon.api.asking import Asking, Day, as_day, filter_of, several
from memcon.model.errors import UnknownName
from memcon.parties import party
from memcon.store import noting

if TYPE_CHECKING:
    from memcon.export.chosen import Chosen
    from memcon.export.release.about import About, Lists
    from memcon.export.sql import Answer


class Outputs(Asking):
    """Exports, releases, SQL."""

    def export(
        self,
        out: IO[bytes] | Path,
        format: str = "json",
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        issue: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        every: bool = False,
        keep_called_off: bool = False,
        min_confidence: float = 0.0,
    ) -> None:
        """Write the record in one of the formats of `EXPORTERS`: to a binary stream, or into an empty folder.

        The formats for desks (ics, superdesk, atom) take filters, as `engagements` does; the others are of the whole record.
        every            also what no list shows
        min_confidence   without engagements whose status, and statements whose speaker, is less sure
        keep_called_off  in a calendar, what was called off shows as confirmed, with a mark
        Raises UnknownName where there is no such format, or one that takes no filter or least confidence is given some;
        MissingAsset where its library is absent.
        """
        from memcon.export.exporters import exporter_named
        from memcon.export.sure import SureRecord

        exporter = exporter_named(format)
        if exporter.needs is not None:
            exporter.needs.require(f"to write {format}")
        if exporter.makes_folder != isinstance(out, Path):
            where = "into a folder, not to a stream" if exporter.makes_folder else "to a stream, not into a folder"
            raise ValueError(f"{format} is written {where}")
        if self._least(min_confidence) and not exporter.sure:
            raise UnknownName(f"{format} has neither engagements nor statements: min_confidence would leave out nothing")
        filters = (with_, person, issue, since, until, every, keep_called_off)
        if not exporter.takes_filters:
            if any(filters):
                raise UnknownName(f"{format} is of the whole record and takes no filters")
            with self._store.record() as record:
                exporter.write(SureRecord(record, min_confidence) if min_confidence else record, out)
            return
        chosen = self.chosen(
            with_=with_,
            person=person,
            issue=issue,
            since=since,
            until=until,
            every=every,
            min_confidence=min_confidence,
        )
        exporter.write(replace(chosen, keep_called_off=keep_called_off), out)

    def chosen(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        issue: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        every: bool = False,
        back_to: Day | None = None,
        min_confidence: float = 0.0,
    ) -> "Chosen":
        """What a format for desks writes: engagements as of the day of the last report, those of lists of diplomacy or `every` one,
        with the actors and the documents that they cite. `back_to`: what can be on or after this day, or has no day."""
        from memcon.export.chosen import Chosen, cited
        from memcon.wording.listing import tells
        from memcon.wording.words import state_name

        day = self.last_published()
        first = as_day(back_to)
        kept = filter_of(with_, person, (), as_day(since), as_day(until), issue)
        kept = replace(kept, news=(first, day)) if first and day else kept
        asked = self._engagements(kept)
        found = self._as_of(asked, day) if day else asked
        found = [e for e in found if first is None or e.date.latest is None or e.date.latest >= first]
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        shown = tuple(self._sure([e for e in found if every or tells(e, actors)], min_confidence))
        about = ", ".join((*(state_name(party(p)) for p in several(with_)), *several(person), *((issue,) if issue else ())))
        before = self._store.ask(noting.first_ids)
        taken = {e.id for e in self.engagements_by_id(before.values())}  # somebody else's now
        first_ids = {e.id: before[e.id] for e in shown if e.id in before and before[e.id] not in taken}
        return Chosen(shown, actors, self.documents_by_id(cited(shown)), day, about, first_ids=first_ids)

    def release(self, folder: Path, about: "About | None" = None) -> None:
        """Write a release to publish into an empty folder: docs/research.md. Raises MissingAsset where pyarrow is absent."""
        from memcon.export.parquet import NEEDS
        from memcon.export.release.about import About
        from memcon.export.release.release import write_release

        NEEDS.require("to write a release")
        with self._store.record() as record:
            write_release(record, folder, about or About(), closed_lists())

    @contextmanager
    def sql(self, question: str) -> Iterator["Answer"]:
        """What SQL finds in the tables of docs/tables.md; read the answer within the `with`.

        Raises StoreError for a question that DuckDB does not understand, MissingAsset where it is absent.
        """
        from memcon.export.sql import ask_record

        with self._store.record() as record, ask_record(question, record) as answer:
            yield answer


def closed_lists() -> "Lists":
    """The lists of words of memcon's tables that columns of a release are taken from."""
    from memcon.export.release.about import Lists
    from memcon.registers.issues import issues
    from memcon.registers.plover import contexts, types

    modes = {t.name: (*t.modes, *sorted(t.unweighted)) for t in types().values()}
    told = {issue.id: issue.description for issue in issues().values()}
    return Lists(modes, tuple(sorted(set(contexts().values()))), told)
