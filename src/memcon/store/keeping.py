"""Keeping what a join needs of the one before: written with the record; `kept` looks it up.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, update

from memcon.model.kept import KeptActor, KeptCopies, KeptDocument, KeptEngagement
from memcon.model.record import Engagement
from memcon.store import kept_tables
from memcon.store.bulk import put_rows
from memcon.store.codec import pack, unpack
from memcon.store.kept import COPIES, MOST, chunked, column

T = TypeVar("T")


def forget(db: Connection) -> None:
    """Nothing is kept any more."""
    for table in kept_tables.KEPT_TABLES:
        db.execute(delete(table))


def put_documents(db: Connection, documents: Iterable[KeptDocument]) -> None:
    """Keep documents with the prints of their statements."""
    documents = list(documents)
    rows = (
        {
            "document": d.id,
            "key": d.key,
            "second_hand": d.second_hand,
            "datable": d.datable,
            "last": d.last,
            "prints": pack(d.prints),
        }
        for d in documents
    )
    _put(db, kept_tables.kept_documents, rows)
    prints = sorted({pair for d in documents for pair in d.prints})
    _put(db, kept_tables.kept_prints, ({"print": number, "statement": statement} for number, statement in prints))


def put_names(db: Connection, names: Iterable[tuple[str, str]]) -> None:
    """Keep names of persons, each with a block that it is in."""
    _put(db, kept_tables.kept_names, ({"block": block, "name": name} for block, name in sorted(names)))


def put_actors(db: Connection, actors: Iterable[KeptActor]) -> None:
    _put(db, kept_tables.kept_actors, map(_actor_row, actors))


def put_quotations(db: Connection, groups: Iterable[tuple[str, Iterable[str]]], runs: Iterable[tuple[int, str]]) -> None:
    """Keep the documents of each quotation, and the runs of words of those whose wordings differ, each with a document."""
    of = ({"quotation": quotation, "document": document} for quotation, some in groups for document in sorted(set(some)))
    _put(db, kept_tables.kept_quotations, of)
    _put(db, kept_tables.kept_runs, ({"run": run, "document": document} for run, document in sorted(runs)))


def drop_quotations(db: Connection, quotations: Iterable[str], documents: Iterable[str]) -> None:
    """Keep neither these quotations nor the runs of words of these documents."""
    _drop(db, kept_tables.kept_quotations, kept_tables.kept_quotations.c.quotation, quotations)
    _drop(db, kept_tables.kept_runs, kept_tables.kept_runs.c.document, documents)


def put_plain(db: Connection, engagements: Iterable[Engagement]) -> None:
    """Keep engagements as they are without what is beside them."""
    rows = (
        {
            "engagement": e.id,
            "kind": e.kind,
            "status": e.status,
            "date_earliest": e.date.earliest,
            "date_latest": e.date.latest,
            "body": pack(e),
        }
        for e in engagements
    )
    _put(db, kept_tables.kept_plain, rows)


def drop_plain(db: Connection, engagements: Iterable[str]) -> None:
    _drop(db, kept_tables.kept_plain, kept_tables.kept_plain.c.engagement, engagements)


def put_copies(db: Connection, rows: Iterable[KeptCopies], whole: bool) -> None:
    """Keep what changed of the index of copies; `whole`: in the place of all that is kept of it."""
    if whole:
        db.execute(delete(kept_tables.kept_copies))
    for row in rows:
        db.execute(insert(kept_tables.kept_copies), _copies_row(row))


def drop_documents(db: Connection, gone: Iterable[str]) -> None:
    """Keep nothing of some documents any more, but their texts in the index of copies."""
    gone = sorted(gone)
    by_print: dict[str, list[int]] = {}
    for body in column(db, kept_tables.kept_documents, "document", gone, "prints"):
        for number, statement in unpack(body, tuple[tuple[int, str], ...]):
            by_print.setdefault(statement, []).append(number)
    table = kept_tables.kept_prints
    for statement, numbers in by_print.items():
        for some in chunked(numbers, MOST):
            db.execute(delete(table).where(table.c.print.in_(some), table.c.statement == statement))
    for kept in (
        kept_tables.kept_documents,
        kept_tables.kept_actors,
        kept_tables.kept_engagements,
        kept_tables.kept_blocks,
    ):
        _drop(db, kept, kept.c.document, gone)


def put_sums(db: Connection, sums: Mapping[str, object]) -> None:
    _drop(db, kept_tables.kept_sums, kept_tables.kept_sums.c.actor, sums)
    _put(db, kept_tables.kept_sums, ({"actor": i, "body": pack(total)} for i, total in sums.items()))


def move_actors(db: Connection, moved: Iterable[KeptActor]) -> None:
    """Who the actors of documents are now."""
    table = kept_tables.kept_actors
    for a in moved:
        here = (table.c.document == a.document) & (table.c.key == a.actor.key)
        db.execute(update(table).where(here).values(actor=a.id, body=pack(a)))


def put_engagements(db: Connection, engagements: Iterable[KeptEngagement]) -> None:
    for some in chunked(engagements, 5000):
        _put(db, kept_tables.kept_engagements, map(_engagement_row, some))
        _put(db, kept_tables.kept_blocks, (row for e in some for row in _block_rows(e)))


def _engagement_row(e: KeptEngagement) -> dict[str, Any]:
    body = pack(replace(e, id="", part="", blocks=()))  # what changes while the rest stays has columns of its own
    return {"document": e.document, "key": e.local.key, "engagement": e.id, "part": e.part, "body": body}


def _block_rows(e: KeptEngagement) -> Iterator[dict[str, Any]]:
    at = {"document": e.document, "key": e.local.key}
    return ({"block": b.key, **at, "first": b.first, "last": b.last} for b in {b.key: b for b in e.blocks}.values())


def drop_engagements(db: Connection, documents: Iterable[str]) -> None:
    for table in (kept_tables.kept_engagements, kept_tables.kept_blocks):
        _drop(db, table, table.c.document, documents)


def move_engagements(db: Connection, moved: Iterable[KeptEngagement]) -> None:
    """What the engagements of documents became, and their parts; all else of them stays."""
    table = kept_tables.kept_engagements
    for e in moved:
        here = (table.c.document == e.document) & (table.c.key == e.local.key)
        db.execute(update(table).where(here).values(engagement=e.id, part=e.part))


def drop_sums(db: Connection, actors: Iterable[str]) -> None:
    _drop(db, kept_tables.kept_sums, kept_tables.kept_sums.c.actor, actors)


def _put(db: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    put_rows(db, table, rows, new=False)


def _drop(db: Connection, table: Table, column: ColumnElement[str], values: Iterable[str]) -> None:
    for some in chunked(sorted(values), MOST):
        db.execute(delete(table).where(column.in_(some)))


def _actor_row(a: KeptActor) -> dict[str, Any]:
    row = {"document": a.document, "key": a.actor.key, "number": a.number, "actor": a.id, "name": a.name}
    return {**row, "body": pack(a)}


def _copies_row(copies: KeptCopies) -> dict[str, Any]:
    sizes = [[len(part) for part in parts] for parts in (copies.filed, copies.keys, copies.owners)]
    joined = {name: b"".join(getattr(copies, name)) for name in ("filed", "keys", "owners")}
    whole = {name: getattr(copies, name) for name in COPIES}
    return {"ids": pack((copies.ids, sizes)), **joined, **whole}
