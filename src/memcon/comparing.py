"""What became new: two databases compared, or one as it stood on two days.

Comes in: paths of databases, days of publication. Goes out: `Difference`s of `memcon.analysis.changes`. A record "as it stood" is
joined anew, in memory, from the documents that had appeared by that day.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from memcon.analysis.changes import Difference, Side, differences
from memcon.export.release.differences import RowDifference
from memcon.export.release.differences import differences as release_differences
from memcon.export.release.reading import Released
from memcon.model.errors import StoreError
from memcon.model.record import Actor
from memcon.store import queries, reading
from memcon.store.address import Place
from memcon.store.store import Store


def compare(before: Place, after: Place) -> tuple[list[Difference], dict[str, Actor]]:
    """What is new in the second of two databases, and the actors of both by id."""
    (old, his), (new, theirs) = _side(before), _side(after)
    return differences(old, new), {**his, **theirs}


def compare_days(db: Place, before: date, after: date) -> tuple[list[Difference], dict[str, Actor]]:
    """What was new on the second day against the first, as the documents published by then tell it."""
    if before >= after:
        raise StoreError(f"{before} is not before {after}; give the earlier day first")
    (old, his), (new, theirs) = _as_of(db, before), _as_of(db, after)
    return differences(old, new), {**his, **theirs}


def compare_releases(before: Path, after: Path) -> Iterator[RowDifference]:
    """The rows that differ between two folders that `memcon release` wrote, each with the reason."""
    return release_differences(Released(before), Released(after))


def _side(path: Place) -> tuple[Side, dict[str, Actor]]:
    with Store(path, read_only=True) as store:
        engagements = store.ask(queries.engagements)
        actors = store.actors(p.actor for e in engagements for p in e.participants)
        return Side(tuple(engagements), store.ask(reading.digests)), actors


def _as_of(path: Place, day: date) -> tuple[Side, Mapping[str, Actor]]:
    from memcon.flow.plan import join_documents

    with Store(path, read_only=True) as store:
        documents = [d for d in store.documents() if d.published.latest and d.published.latest <= day]
        kept = {d.id for d in documents}
        findings = [f for f in store.findings() if f.document in kept]
        record = join_documents(documents, findings, lambda document: None, store.decisions()).record
    digests = {d.id: d.sha256 for d in documents}
    return Side(record.engagements, digests), {a.id: a for a in record.actors}
