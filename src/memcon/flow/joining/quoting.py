"""The quotations that change: those of copies, and of spun and translated texts with the plain ones that say the same.

Comes in: the documents that are read anew, the store. Goes out: `Quoting`: their quotations, and all documents for which that makes a
difference. Looked at are whole families and whole quotations, so that what is told of each follows from the documents that have it.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from sqlalchemy import Connection

from memcon.copies.quotations.alterations import SECOND_HAND, quotation_variants, runs_in_doubt
from memcon.copies.quotations.retelling import numbers_of
from memcon.flow.joining.changed import Changed
from memcon.flow.joining.copied import Copied
from memcon.flow.joining.library import Library
from memcon.model.findings import Statement
from memcon.model.variants import QuotationVariants
from memcon.record.origins import Origins
from memcon.store import changing, kept, kept_tables, schema

Render = Callable[[Iterable[str]], list[Statement]]


@dataclass(frozen=True, slots=True)
class Quoting:
    """`documents`: all that were looked at; `gone`: quotations that stood in the place of these; `runs`: those in doubt, each with a
    document."""

    found: tuple[QuotationVariants, ...]
    documents: frozenset[str]
    gone: frozenset[str]
    runs: frozenset[tuple[int, str]]


class Quotations:
    """The quotations of the record, as far as they have to do with what changed. `render`: the statements of documents, as they are."""

    def __init__(self, db: Connection, changed: Changed, copied: Copied, library: Library, render: Render) -> None:
        self._db = db
        self._changed = changed
        self._copied = copied
        self._library = library
        self._render = render

    def of(self, anew: Set[str]) -> Quoting:
        """What changes where some documents are read anew."""
        gone = self._changed.gone
        before = kept.quotations_of(self._db, {*anew, *gone})
        documents = {*anew, *kept.documents_quoting(self._db, before)} | self._beside(anew)
        while True:
            documents = self._tied(documents - (gone - anew))
            found = self._variants(documents)
            quoting = {v.document for group in found for v in group.variants}
            if quoting <= documents:
                break
            documents |= quoting
        texts = self._library.documents(quoting)
        runs = {(run, v.document) for group in found for run in runs_in_doubt(group, texts) for v in group.variants}
        stood = kept.quotations_of(self._db, {*documents, *gone})
        return Quoting(found, frozenset(documents), frozenset(stood), frozenset(runs))

    def _tied(self, documents: set[str]) -> set[str]:
        """With all that are in a family or have a quotation with one of them."""
        while True:
            more = {d for f in self._copied.of(self._db, documents) for d in f.documents}
            more |= kept.documents_quoting(self._db, kept.quotations_of(self._db, documents))
            if more - self._left <= documents:
                return documents
            documents = documents | (more - self._left)

    @property
    def _left(self) -> Set[str]:
        return self._changed.gone - self._changed.documents.keys()

    def _beside(self, anew: Set[str]) -> set[str]:
        """Documents with words that new ones are, or were, evidence of, and spun or translated ones that quote the same persons."""
        known = kept.documents_that_are(self._db, "second_hand") - self._changed.gone
        numbers = {number for number, _ in kept.prints_of(self._db, self._changed.gone)}
        if kept.empty(self._db, kept_tables.kept_documents):
            return set()
        mine = [s for s in self._render(anew) if s.quotes]
        heard = self._changed.documents.keys() | self._copied.documents
        texts = self._library.documents({s.document for s in mine})
        numbers |= {n for s in mine if s.document in heard for n in numbers_of(s, texts[s.document].text)}
        found = kept.documents_with_runs(self._db, numbers)
        if known:
            were = changing.rows(self._db, schema.statements, Statement, "document", {*anew, *self._changed.gone})
            speakers = {s.speaker for s in (*mine, *were) if s.quotes and s.speaker}
            theirs = changing.rows(self._db, schema.statements, Statement, "document", known)
            found |= {s.document for s in theirs if s.quotes and s.speaker in speakers}
        return found

    def _variants(self, documents: Set[str]) -> tuple[QuotationVariants, ...]:
        said = self._render(documents)
        texts = self._library.documents(documents)
        odd = {d for d, document in texts.items() if SECOND_HAND & set(document.condition)}
        others = self._of_same_speakers(
            documents, {s.speaker for s in said if s.document in odd and s.quotes and s.speaker}
        )
        texts |= self._library.documents({s.document for s in others})
        families = self._copied.of(self._db, documents)
        return quotation_variants(list(texts.values()), [*said, *others], families, self._evidence)

    def _of_same_speakers(self, documents: Set[str], speakers: Iterable[str]) -> list[Statement]:
        """What other documents quote of some persons."""
        rows = changing.rows(self._db, schema.statements, Statement, "speaker", speakers)
        return [s for s in rows if s.quotes and s.document not in documents and s.document not in self._changed.gone]

    def _evidence(self, runs: Set[int]) -> Mapping[int, Set[str]]:
        """Which origins have some runs of words."""
        gone = self._changed.gone
        found = [(run, d) for run, d in kept.runs_told(self._db, runs) if d not in gone]
        found += [
            (number, s.document)
            for f in self._changed.findings.values()
            for s in f.statements
            for number in numbers_of(s, self._text(s)) & runs
        ]
        origins = Origins(self._copied.of(self._db, {d for _, d in found}))
        told: dict[int, set[str]] = {}
        for run, document in found:
            told.setdefault(run, set()).add(origins.of(document))
        return told

    def _text(self, statement: Statement) -> str:
        return self._changed.documents[statement.document].text
