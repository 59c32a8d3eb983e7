"""Documents and what they say, as the join sees them: changed ones as they are now, all others from the store."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from memcon.copies.families.families import text_of_document
from memcon.copies.index.index import Text
from memcon.flow.ledger import inferred_key
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.store import reading
from memcon.store.kept import MOST, chunked


class Library:
    """Mutable: what was asked for once is at hand."""

    def __init__(self, db: Connection, documents: Mapping[str, Document], findings: Mapping[str, Findings]) -> None:
        self._db = db
        self._documents = dict(documents)
        self._findings = dict(findings)

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Documents, with the days that the record gives them."""
        wanted = sorted(set(ids))
        for some in chunked([i for i in wanted if i not in self._documents], MOST):
            self._documents |= reading.documents_by_id(self._db, some)
        return {i: self._documents[i] for i in wanted if i in self._documents}

    def findings(self, ids: Iterable[str]) -> dict[str, Findings]:
        """What documents say, under those days."""
        wanted = sorted(set(ids))
        missing = [i for i in wanted if i not in self._findings]
        for some in chunked(missing, MOST):
            self._findings |= reading.findings_by_id(self._db, some)
            for document, (key, day) in reading.dated_keys(self._db, some).items():
                found = reading.inferred_findings(self._db, document, inferred_key(key, day))
                if found is not None:
                    self._findings[document] = found
        return {i: self._findings[i] for i in wanted if i in self._findings}

    def texts(self, ids: Iterable[str]) -> dict[str, Text]:
        """Documents as copies are compared."""
        return {i: text_of_document(d) for i, d in self.documents(ids).items()}
