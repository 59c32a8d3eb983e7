"""The days of undated reports, from those that share an engagement with them; read again under their day, until none is new.

Comes in: the reports that came and the ids of those that went. Goes out: the days of all undated reports that have one from others,
and what these reports say under them. Looked at again are all that others could date, where one that came or went names two persons
whom one of them names; else the days stay.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from memcon.coreference.dating import Report, datable, families_met, infer_dates
from memcon.coreference.persons.clusters import families_of
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.store import kept, reading

ReadAgain = Callable[[Document], Findings | None]


@dataclass(frozen=True, slots=True)
class Dated:
    """`reports`: those that are read otherwise, or have another day, than before, as they are now; `datable`: all that others could
    date."""

    days: Mapping[str, DateRange]
    reports: Mapping[str, Report]
    datable: frozenset[str]


def dated(db: Connection, came: Mapping[str, Report], gone: Iterable[str], read_again: ReadAgain) -> Dated:
    before = {i: day for i, (_, day) in reading.dated_keys(db).items()}
    known = kept.documents_that_are(db, "datable") - set(gone) - came.keys()
    waiting = {i: r for i, r in came.items() if not r[0].published.known and datable(r[1])}
    new = set(waiting)
    waiting |= _as_read(db, known)
    if not waiting:
        return Dated({}, {}, frozenset())
    families = {i: families_met(findings) for i, (_, findings) in waiting.items()}
    if not new and not before.keys() - known and not _near(db, families.values(), came, gone):
        return Dated({i: day for i, day in before.items() if i in known}, {}, frozenset(waiting))
    pool = [report for report in came.values() if report[0].published.known]
    pool += _bearing(db, families.values(), {*came, *gone, *waiting})
    days: dict[str, DateRange] = {}
    found: dict[str, Report] = {}
    while fresh := infer_dates([r for i, r in waiting.items() if i not in days], pool):
        days |= fresh
        for i, day in fresh.items():
            document = replace(waiting[i][0], published=day)
            found[i] = document, read_again(document) or waiting[i][1]
            pool.append(found[i])
    changed = {i for i in waiting if days.get(i) != before.get(i)} | new
    return Dated(days, {i: found.get(i, waiting[i]) for i in changed}, frozenset(waiting))


def _near(db: Connection, families: Iterable[set[str]], came: Mapping[str, Report], gone: Iterable[str]) -> bool:
    """Does one of the reports that came or went name two persons whom an undated one names?"""
    named = [families_met(findings) for _, findings in came.values()]
    went: dict[str, set[str]] = {}
    for actor in kept.actors_in(db, gone):
        went.setdefault(actor.document, set()).update(_families_of(actor.name))
    return any(len(mine & theirs) > 1 for mine in families for theirs in (*named, *went.values()))


def _families_of(name: str | None) -> frozenset[str]:
    return families_of(tuple(name.split())) if name else frozenset()


def _bearing(db: Connection, families: Iterable[set[str]], but: set[str]) -> list[Report]:
    """The dated reports of the store that name two persons whom an undated one names."""
    wanted = {family for some in families for family in some}
    names = kept.names(db, (f"family\t{family}" for family in wanted))
    bearing: dict[str, set[str]] = {}
    for actor in kept.actors_named(db, names):
        bearing.setdefault(actor.document, set()).update(_families_of(actor.name))
    near = {d for d, theirs in bearing.items() if any(len(mine & theirs) > 1 for mine in families)} - but
    return [report for _, report in sorted(_as_read(db, near).items()) if report[0].published.known]


def _as_read(db: Connection, documents: Iterable[str]) -> dict[str, Report]:
    """Documents as they say it themselves."""
    found: dict[str, Report] = {}
    for some in kept.chunked(sorted(documents), kept.MOST):
        findings = reading.findings_by_id(db, some)
        found |= {i: (d, findings[i]) for i, d in reading.documents_by_id(db, some, own=True).items()}
    return found
