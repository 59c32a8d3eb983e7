"""What is new since the last join, and may it be added to the record? Raises `TouchesMuch` where it may not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from memcon.copies.families.families import text_of_document
from memcon.copies.index.index import Text
from memcon.copies.index.stored import undisturbed
from memcon.copies.quotations.alterations import SECOND_HAND
from memcon.coreference.dating import datable
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.kept import KeptCopies
from memcon.store import changing, deciding, keeping, reading

MOST_NEW = 50  # documents; of more, the full join is about as fast
MOST_UNDATED = 200
MOST_TOUCHED = 400  # documents that must be looked at again


class TouchesMuch(Exception):
    """The new documents touch what only the full join does exactly, or more than is worth doing in part."""


@dataclass(frozen=True, slots=True)
class New:
    """The documents to add, by id, with what they say and what is kept of their words."""

    documents: dict[str, Document]
    findings: Sequence[Findings]
    keys: dict[str, str]
    copies: KeptCopies


def what_is_new(db: Connection, stamp: str) -> New:
    """The documents that came since the last join, where nothing else changed and no family of copies does."""
    keys = _keys(db, stamp)
    if deciding.person_decisions(db):
        raise TouchesMuch("people decided something")
    documents = reading.documents_by_id(db, list(keys))
    findings = changing.findings(db, keys)
    undated = changing.undated(db)
    if len(undated) > MOST_UNDATED or any(map(datable, changing.findings(db, undated))):
        raise TouchesMuch("an undated report could be dated")
    if any(SECOND_HAND & set(d.condition) for d in documents.values()):
        raise TouchesMuch("a machine changed the words of a new report")

    def read(ids: Iterable[str]) -> dict[str, Text]:
        return {i: text_of_document(d) for i, d in reading.documents_by_id(db, sorted(ids)).items()}

    copies = undisturbed(keeping.copies(db), list(read(documents).values()), read)
    if copies is None:
        raise TouchesMuch("a family of copies changes")
    return New(documents, findings, keys, copies)


def _keys(db: Connection, stamp: str) -> dict[str, str]:
    """The new documents with the keys of their findings."""
    (before, code), (after, same) = (reading.joined(db) or "0 ").split(" "), stamp.split(" ")
    known, all_ = keeping.documents(db), keeping.keys(db)
    if code != same or not known or any(all_.get(document) != key for document, key in known.items()):
        raise TouchesMuch("what was joined changed")
    new = {document: all_[document] for document in sorted(all_.keys() - known.keys())}
    if not 0 < len(new) <= MOST_NEW or int(after) - int(before) != len(new):
        raise TouchesMuch("more changed than a few documents that came")
    return new
