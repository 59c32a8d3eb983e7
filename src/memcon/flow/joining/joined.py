"""The join: what changed -> what of the record changes. Where nothing was joined before, all documents changed, and it is the record.

Comes in: what changed, and a connection to what was joined and kept. Goes out: `Joined`; nothing is written. Every step looks at
the parts that something changed touches, by the same rules whether that is one document or all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.coreference.dating import Report
from memcon.flow.joining.changed import Changed, places_in
from memcon.flow.joining.copied import Copied, what_is_copied
from memcon.flow.joining.crew import Crew
from memcon.flow.joining.dating import ReadAgain, dated
from memcon.flow.joining.library import Library
from memcon.flow.joining.met import Met, who_met
from memcon.flow.joining.told import Told, what_is_told
from memcon.flow.joining.who import Who, who_is_who
from memcon.model.record import Decision
from memcon.record.origins import settled_families


@dataclass(frozen=True, slots=True)
class Joined:
    """What of the record is new or otherwise. `ruled`: what people decided, with what it touches."""

    changed: Changed
    copied: Copied
    who: Who
    told: Told
    met: Met
    ruled: tuple[Decision, ...]


def joined(db: Connection, changed: Changed, copied: Copied | None = None, crew: Crew | None = None) -> Joined:
    """What changes. `copied`: the families that change, where they are known; `crew`: who helps where there is much to compare."""
    library = Library(db, changed.documents, changed.findings)
    copied = copied or what_is_copied(db, changed, library, crew)
    who = who_is_who(db, changed)
    told = what_is_told(db, changed, who, copied, library)
    met = who_met(db, changed, who, copied, library, crew)
    families = settled_families(copied.of(db, places_in(changed.decisions)), changed.decisions)
    return Joined(changed, copied, who, told, met, (*families, *who.ruled, *told.ruled, *met.ruled))


def changed_by(
    db: Connection,
    came: Mapping[str, Report],
    gone: Iterable[str],
    keys: Mapping[str, str],
    decisions: Sequence[Decision],
    decided: Iterable[Decision],
    read_again: ReadAgain,
) -> Changed:
    """What changes by documents that come and go, and by what people decided since, with undated reports that others date now."""
    days = dated(db, came, gone, read_again)
    reports = {**came, **days.reports}
    documents = {i: reports[i][0] for i in sorted(reports)}
    findings = {i: reports[i][1] for i in documents}
    left = frozenset(gone) | (days.reports.keys() - came.keys())
    library = Library(db, documents, findings)
    ruled = library.findings(places_in(decisions))
    named = frozenset(places_in(decided))
    return Changed(
        documents, findings, {i: keys.get(i, "") for i in documents}, left, decisions, named, ruled, days.days, days.datable
    )


def without_items(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions as people made them, whatever they touch."""
    return tuple(replace(d, items=()) for d in decisions)
