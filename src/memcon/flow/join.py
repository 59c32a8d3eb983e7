"""The join: what all documents say, made into one record, and kept in the store.

Joined are the parts of the record that something new touches: by documents that came, went or are read otherwise, and by what people
decided or took back. Where nothing was joined, or by other rules, that is all. The record is the same, byte for byte.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from memcon.annotate.parser import Parser
from memcon.coreference.dating import Report
from memcon.flow.guard import read_guarded
from memcon.flow.joining.crew import Crew
from memcon.flow.joining.joined import Joined, changed_by, joined, without_items
from memcon.flow.joining.write import write
from memcon.flow.ledger import inferred_key, join_stamp
from memcon.flow.noticing import noticed, renamed
from memcon.flow.rubbish import seldom_looked_for
from memcon.model.changes import Change
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Decision, Reject
from memcon.store import changing, deciding, kept, noting, reading
from memcon.store.database import empty_database
from memcon.store.store import Store


def stale(store: Store) -> bool:
    """Have documents, or the rules of the join, changed since the record was joined?"""
    return store.joined() != join_stamp(store.generation())


def join(store: Store, parser: Parser, changes: list[Change] | None = None, crew: Crew | None = None) -> bool:
    """Bring the record up to date; False where it was. What that changes in a record that stood is kept, and put into `changes`.
    `crew`: who helps where there is much to compare; the record is the same."""
    with seldom_looked_for():
        return _brought_up_to_date(store, parser, changes, crew)


def _brought_up_to_date(store: Store, parser: Parser, changes: list[Change] | None, crew: Crew | None) -> bool:
    while True:
        now = join_stamp(store.generation())
        before = store.joined()
        if before == now:
            return False
        found = _joined(store, _same_rules(before, now), parser, crew)
        with store.writing() as db:
            if (reading.joined(db), join_stamp(reading.generation(db))) == (before, now):  # nobody wrote in between
                _write(db, found, now, _same_rules(before, now), changes)
                return True


def _same_rules(before: str | None, now: str) -> bool:
    return (before or "").partition(" ")[2] == now.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a join found: what of the record changes, and what was read again for it. `refused`: on what rules broke down."""

    joined: Joined
    again: Sequence[tuple[str, str, Findings]]
    refused: Sequence[Reject]


def _joined(store: Store, on: bool, parser: Parser, crew: Crew | None) -> _Found:
    """What changes since the last join; all of the record, unless `on` it was joined by the same rules."""
    with store.transaction() as db, empty_database() as nothing:
        known = db if on else nothing
        new, gone = kept.came_and_went(db) if on else (list(reading.keys(db)), [])
        came = _reports(db, new)
        keys = reading.keys_of(db, {*new, *kept.documents_that_are(known, "datable")})
        decisions = deciding.person_decisions(db)
        since = _differing(deciding.joined_decisions(db) if on else (), without_items(decisions))
        reading_again = _ReadAgain(db, keys, parser)
        changed = changed_by(known, came, gone, keys, without_items(decisions), since, reading_again)
        return _Found(joined(known, changed, crew=crew), reading_again.found, reading_again.refused)


def _write(db: Connection, found: _Found, stamp: str, on: bool, changes: list[Change] | None) -> None:
    noting.put_first_ids(db, renamed(db, found.joined, on), datetime.now(UTC).isoformat(timespec="seconds"))
    if on:
        noted = noticed(db, found.joined)
        noting.put_changes(db, noted)
        if changes is not None:
            changes += noted
    else:
        changing.forget(db)
    for document, key, findings in found.again:
        reading.put_inferred(db, document, key, findings)
    for reject in found.refused:
        reading.put_reject(db, reject, first=False)
    write(db, found.joined)
    deciding.set_joined_decisions(db, tuple(found.joined.changed.decisions))
    reading.set_joined(db, stamp)


def _reports(db: Connection, ids: Sequence[str]) -> dict[str, Report]:
    """Documents as they say it themselves."""
    found: dict[str, Report] = {}
    for some in kept.chunked(sorted(ids), kept.MOST):
        findings = reading.findings_by_id(db, some)
        found |= {i: (d, findings[i]) for i, d in reading.documents_by_id(db, some, own=True).items()}
    return found


def _differing(before: Sequence[Decision], now: Sequence[Decision]) -> list[Decision]:
    """Decisions that were made or taken back."""
    return [*(d for d in before if d not in now), *(d for d in now if d not in before)]


class _ReadAgain:
    """Reads documents again under the days that others give them, and notes what was found: the next join will want it too.

    None where a rule breaks down on one: then what it says by itself stays. `keys`: of what documents say by themselves.
    """

    def __init__(self, db: Connection, keys: Mapping[str, str], parser: Parser) -> None:
        self._db = db
        self._keys = keys
        self._parser = parser
        self.found: list[tuple[str, str, Findings]] = []
        self.refused: list[Reject] = []

    def __call__(self, document: Document) -> Findings | None:
        key = inferred_key(self._keys[document.id], document.published)
        known = reading.inferred_findings(self._db, document.id, key)
        if known is not None:
            return known
        (found,) = read_guarded([document], self._parser)
        if isinstance(found, Reject):
            self.refused.append(found)
            return None
        self.found.append((document.id, key, found))
        return found
