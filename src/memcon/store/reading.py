"""Writing and reading what was read: documents with their findings, rejects, the ledger. Where they are found, `supplying` keeps.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from memcon.model.dates import DateRange
from memcon.model.document import Document, Supply
from memcon.model.findings import Findings
from memcon.model.record import Reject
from memcon.store.codec import pack, pack_document, unpack, unpack_document
from memcon.store.kept import MOST, chunked
from memcon.store.schema import dated, documents, findings, inferred, ledger, rejects, texts
from memcon.store.search import put_words
from memcon.store.supplying import also_at, put_supply
from memcon.store.upserts import put_new, put_value

GENERATION = "generation"  # counts the changes of documents and findings
JOINED = "joined"  # the generation and the code version that the record was joined from


def key_of(db: Connection, document: str) -> str | None:
    """The key under which the document's findings are kept; None where it was never read."""
    return db.execute(select(findings.c.key).where(findings.c.document == document)).scalar()


def keys(db: Connection) -> dict[str, str]:
    """The key of the findings of every document: a tenth of a kilobyte each, and 20 times as fast as one by one."""
    return {row.document: row.key for row in db.execute(select(findings.c.document, findings.c.key))}


def keys_of(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The key of the findings of some documents."""
    query = select(findings.c.document, findings.c.key)
    return {
        row.document: row.key
        for some in chunked(sorted(set(ids)), MOST)
        for row in db.execute(query.where(findings.c.document.in_(some)))
    }


def put_document(db: Connection, document: Document, found: Findings, key: str, supply: Supply | None = None) -> None:
    """The document with its text and findings, in the place of an earlier reading of it; its source beside those it has."""
    db.execute(delete(documents).where(documents.c.id == document.id))
    row = {
        "id": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "title": document.title,
        "outlet": document.outlet,
        "address": document.url,
        "published_earliest": document.published.earliest,
        "published_latest": document.published.latest,
        "language": document.language,
        "words": len(document.text.split()),
        "body": pack_document(document),
    }
    db.execute(insert(documents), row)
    db.execute(insert(texts), {"document": document.id, "title": document.title, "text": document.text})
    put_words(db, document.id, document.title, document.text)
    db.execute(insert(findings), {"document": document.id, "key": key, "body": pack(found)})
    put_supply(db, supply or Supply(document.id, document.source, document.sha256))
    count_change(db)


def put_reject(db: Connection, reject: Reject, first: bool) -> None:
    """Set an input aside. `first`: nothing else of this source came in this run, so older reasons are gone."""
    if first:
        db.execute(delete(rejects).where(rejects.c.source == reject.source))
    row = {"source": reject.source, "reason": reject.reason, "detail": reject.detail}
    put_new(db, rejects, row)


def count_change(db: Connection) -> None:
    """What the record is joined from has changed."""
    bumped = update(ledger).where(ledger.c.key == GENERATION)
    number = int(db.execute(select(ledger.c.value).where(ledger.c.key == GENERATION)).scalar_one())
    db.execute(bumped.values(value=str(number + 1)))


def generation(db: Connection) -> str:
    return str(db.execute(select(ledger.c.value).where(ledger.c.key == GENERATION)).scalar_one())


def touch(db: Connection) -> None:
    """Write what stands there already."""
    db.execute(update(ledger).where(ledger.c.key == GENERATION).values(value=ledger.c.value))


def joined(db: Connection) -> str | None:
    return db.execute(select(ledger.c.value).where(ledger.c.key == JOINED)).scalar()


def set_joined(db: Connection, stamp: str) -> None:
    put_value(db, JOINED, stamp)


def count(db: Connection) -> tuple[int, int]:
    """Documents and their words."""
    row = db.execute(select(func.count(), func.coalesce(func.sum(documents.c.words), 0)).select_from(documents)).one()
    return row[0], row[1]


def last_published(db: Connection) -> date | None:
    """The last day on which a document can have appeared; None where no document has one."""
    return db.execute(select(func.max(documents.c.published_latest))).scalar()


def published(db: Connection) -> dict[str, DateRange]:
    """The day on which each document appeared, as the record has it."""
    own = {row.document: unpack(row.body, DateRange) for row in db.execute(select(dated.c.document, dated.c.body))}
    rows = db.execute(select(documents.c.id, documents.c.published_earliest, documents.c.published_latest))
    return {i: own.get(i) or DateRange(earliest, latest) for i, earliest, latest in rows}


def digests(db: Connection) -> dict[str, str]:
    """The digest of the bytes of each document."""
    return {row.id: row.sha256 for row in db.execute(select(documents.c.id, documents.c.sha256))}


_DOCUMENT = select(documents.c.id, documents.c.source, documents.c.body, texts.c.text).join(
    texts, texts.c.document == documents.c.id
)


def all_documents(db: Connection) -> Iterator[Document]:
    """Every document as it was read, sorted by id."""
    others = also_at(db)
    rows = db.execute(_DOCUMENT.order_by(documents.c.id))
    return (unpack_document(row.body, row.text, row.source, others.get(row.id, ())) for row in rows)


def recorded_documents(db: Connection) -> Iterator[Document]:
    """Every document as the record shows it: with the day that the join gave it, where it had none. Sorted by id."""
    query = _DOCUMENT.add_columns(dated.c.body.label("day")).outerjoin(dated, dated.c.document == documents.c.id)
    others = also_at(db)
    return (_dated(row, others) for row in db.execute(query.order_by(documents.c.id)))


def documents_by_id(db: Connection, ids: list[str], own: bool = False) -> dict[str, Document]:
    """Some documents as the record shows them, or as they were read (`own`: with the day that they say themselves)."""
    query = _DOCUMENT.add_columns(dated.c.body.label("day")).outerjoin(dated, dated.c.document == documents.c.id)
    others = also_at(db, ids)
    found = (_dated(row, others, own) for row in db.execute(query.where(documents.c.id.in_(ids))))
    return {d.id: d for d in found}


def _dated(row: Any, others: Mapping[str, tuple[str, ...]], own: bool = False) -> Document:
    document = unpack_document(row.body, row.text, row.source, others.get(row.id, ()))
    return replace(document, published=unpack(row.day, DateRange)) if row.day and not own else document


def all_findings(db: Connection) -> Iterator[Findings]:
    """What every document says by itself, sorted by document."""
    return (unpack(body, Findings) for body in db.execute(select(findings.c.body).order_by(findings.c.document)).scalars())


def findings_by_id(db: Connection, ids: list[str]) -> dict[str, Findings]:
    """What some documents say by themselves."""
    rows = db.execute(select(findings.c.document, findings.c.body).where(findings.c.document.in_(ids)))
    return {row.document: unpack(row.body, Findings) for row in rows}


def dated_keys(db: Connection, ids: list[str] | None = None) -> dict[str, tuple[str, DateRange]]:
    """The documents that the join dated, all or some: the key of what they say by themselves, and the day."""
    query = select(dated.c.document, dated.c.body, findings.c.key).join(findings, findings.c.document == dated.c.document)
    rows = db.execute(query if ids is None else query.where(dated.c.document.in_(ids)))
    return {row.document: (row.key, unpack(row.body, DateRange)) for row in rows}


def inferred_findings(db: Connection, document: str, key: str) -> Findings | None:
    """The findings read again under a day that the join inferred, where they are kept."""
    query = select(inferred.c.body).where(inferred.c.document == document, inferred.c.key == key)
    body = db.execute(query).scalar()
    return unpack(body, Findings) if body else None


def put_inferred(db: Connection, document: str, key: str, found: Findings) -> None:
    row = {"document": document, "key": key, "body": pack(found)}
    put_new(db, inferred, row)


def all_rejects(db: Connection) -> Iterator[Reject]:
    rows = db.execute(select(rejects).order_by(rejects.c.source, rejects.c.reason, rejects.c.detail))
    return (Reject(row.source, row.reason, row.detail) for row in rows)
