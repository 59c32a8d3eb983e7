"""Keeping what a join needs of the one before: written with the record, looked up by the next join.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from memcon.model.kept import Block, KeptActor, KeptCopies, KeptDocument, KeptEngagement
from memcon.model.record import Engagement
from memcon.store import schema
from memcon.store.codec import pack, unpack

T = TypeVar("T")
COPIES = ("digests", "orders", "candidates", "strengths", "verbatims", "copies", "gone")  # as they are
MOST = 500  # values in one question: SQLite takes 32,766, and a short one is compiled sooner


def forget(db: Connection) -> None:
    """Nothing is kept any more."""
    for table in schema.KEPT_TABLES:
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
    _put(db, schema.kept_documents, rows)
    prints = sorted({pair for d in documents for pair in d.prints})
    _put(db, schema.kept_prints, ({"print": number, "statement": statement} for number, statement in prints))


def put_names(db: Connection, names: Iterable[tuple[str, str]]) -> None:
    """Keep names of persons, each with a block that it is in."""
    _put(db, schema.kept_names, ({"block": block, "name": name} for block, name in sorted(names)))


def put_actors(db: Connection, actors: Iterable[KeptActor]) -> None:
    _put(db, schema.kept_actors, map(_actor_row, actors))


def put_quotations(db: Connection, groups: Iterable[tuple[str, Iterable[str]]], runs: Iterable[tuple[int, str]]) -> None:
    """Keep the documents of each quotation, and the runs of words of those whose wordings differ, each with a document."""
    of = ({"quotation": quotation, "document": document} for quotation, some in groups for document in sorted(set(some)))
    _put(db, schema.kept_quotations, of)
    _put(db, schema.kept_runs, ({"run": run, "document": document} for run, document in sorted(runs)))


def drop_quotations(db: Connection, quotations: Iterable[str], documents: Iterable[str]) -> None:
    """Keep neither these quotations nor the runs of words of these documents."""
    _drop(db, schema.kept_quotations, schema.kept_quotations.c.quotation, quotations)
    _drop(db, schema.kept_runs, schema.kept_runs.c.document, documents)


def put_plain(db: Connection, engagements: Iterable[Engagement]) -> None:
    """Keep engagements as they are without what is beside them."""
    rows = (
        {
            "engagement": e.id,
            "kind": e.kind,
            "date_earliest": e.date.earliest,
            "date_latest": e.date.latest,
            "body": pack(e),
        }
        for e in engagements
    )
    _put(db, schema.kept_plain, rows)


def drop_plain(db: Connection, engagements: Iterable[str]) -> None:
    _drop(db, schema.kept_plain, schema.kept_plain.c.engagement, engagements)


def put_copies(db: Connection, rows: Iterable[KeptCopies], whole: bool) -> None:
    """Keep what changed of the index of copies; `whole`: in the place of all that is kept of it."""
    if whole:
        db.execute(delete(schema.kept_copies))
    for row in rows:
        db.execute(insert(schema.kept_copies), _copies_row(row))


def drop_documents(db: Connection, gone: Iterable[str]) -> None:
    """Keep nothing of some documents any more, but their texts in the index of copies."""
    gone = sorted(gone)
    by_print: dict[str, list[int]] = {}
    for body in _column(db, schema.kept_documents, "document", gone, "prints"):
        for number, statement in unpack(body, tuple[tuple[int, str], ...]):
            by_print.setdefault(statement, []).append(number)
    table = schema.kept_prints
    for statement, numbers in by_print.items():
        for some in chunked(numbers, MOST):
            db.execute(delete(table).where(table.c.print.in_(some), table.c.statement == statement))
    for kept in (schema.kept_documents, schema.kept_actors, schema.kept_engagements, schema.kept_blocks):
        _drop(db, kept, kept.c.document, gone)


def put_sums(db: Connection, sums: Mapping[str, object]) -> None:
    _drop(db, schema.kept_sums, schema.kept_sums.c.actor, sums)
    _put(db, schema.kept_sums, ({"actor": i, "body": pack(total)} for i, total in sums.items()))


def move_actors(db: Connection, moved: Iterable[KeptActor]) -> None:
    """Who the actors of documents are now."""
    table = schema.kept_actors
    for a in moved:
        here = (table.c.document == a.document) & (table.c.key == a.actor.key)
        db.execute(update(table).where(here).values(actor=a.id, body=pack(a)))


def put_engagements(db: Connection, engagements: Iterable[KeptEngagement]) -> None:
    for some in chunked(engagements, 5000):
        _put(db, schema.kept_engagements, map(_engagement_row, some))
        _put(db, schema.kept_blocks, (row for e in some for row in _block_rows(e)))


def _engagement_row(e: KeptEngagement) -> dict[str, Any]:
    body = pack(replace(e, id="", part="", blocks=()))  # what changes while the rest stays has columns of its own
    return {"document": e.document, "key": e.local.key, "engagement": e.id, "part": e.part, "body": body}


def _block_rows(e: KeptEngagement) -> Iterator[dict[str, Any]]:
    at = {"document": e.document, "key": e.local.key}
    return ({"block": b.key, **at, "first": b.first, "last": b.last} for b in {b.key: b for b in e.blocks}.values())


def drop_engagements(db: Connection, documents: Iterable[str]) -> None:
    for table in (schema.kept_engagements, schema.kept_blocks):
        _drop(db, table, table.c.document, documents)


def move_engagements(db: Connection, moved: Iterable[KeptEngagement]) -> None:
    """What the engagements of documents became, and their parts; all else of them stays."""
    table = schema.kept_engagements
    for e in moved:
        here = (table.c.document == e.document) & (table.c.key == e.local.key)
        db.execute(update(table).where(here).values(engagement=e.id, part=e.part))


def drop_sums(db: Connection, actors: Iterable[str]) -> None:
    _drop(db, schema.kept_sums, schema.kept_sums.c.actor, actors)


def _put(db: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    for chunk in chunked(rows, 5000):
        db.execute(upsert(table).on_conflict_do_nothing(), chunk)


def _drop(db: Connection, table: Table, column: ColumnElement[str], values: Iterable[str]) -> None:
    for some in chunked(sorted(values), MOST):
        db.execute(delete(table).where(column.in_(some)))


def chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    chunk: list[T] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _actor_row(a: KeptActor) -> dict[str, Any]:
    row = {"document": a.document, "key": a.actor.key, "number": a.number, "actor": a.id, "name": a.name}
    return {**row, "body": pack(a)}


def _copies_row(copies: KeptCopies) -> dict[str, Any]:
    sizes = [[len(part) for part in parts] for parts in (copies.filed, copies.keys, copies.owners)]
    joined = {name: b"".join(getattr(copies, name)) for name in ("filed", "keys", "owners")}
    whole = {name: getattr(copies, name) for name in COPIES}
    return {"ids": pack((copies.ids, sizes)), **joined, **whole}


# ---- looking up ----------------------------------------------------------------------------------------------------


def documents(db: Connection) -> dict[str, str]:
    """The documents that were joined, with the keys of their findings."""
    table = schema.kept_documents
    return {row.document: row.key for row in db.execute(select(table.c.document, table.c.key))}


def documents_that_are(db: Connection, flag: str) -> set[str]:
    """The documents that are `second_hand` or `datable`."""
    table = schema.kept_documents
    return set(db.execute(select(table.c.document).where(table.c[flag])).scalars())


def last_day(db: Connection, but: Iterable[str] = ()) -> date | None:
    """The last day on which one of the documents, but for some, can have appeared."""
    table = schema.kept_documents
    some = set(but)
    days = (row.last for row in db.execute(select(table.c.document, table.c.last)) if row.document not in some)
    return max((day for day in days if day), default=None)


def prints_of(db: Connection, documents: Iterable[str]) -> set[tuple[int, str]]:
    """The prints of the statements of some documents."""
    bodies = _column(db, schema.kept_documents, "document", documents, "prints")
    return {pair for body in bodies for pair in unpack(body, tuple[tuple[int, str], ...])}


def keys(db: Connection) -> dict[str, str]:
    """The documents that there are, with the keys of their findings."""
    return {row.document: row.key for row in db.execute(select(schema.findings.c.document, schema.findings.c.key))}


def copies(db: Connection) -> list[KeptCopies]:
    rows = db.execute(select(schema.kept_copies).order_by(schema.kept_copies.c.number))
    return [_copies(row) for row in rows]


def _copies(row: Any) -> KeptCopies:
    ids, sizes = unpack(row.ids, tuple[tuple[str, ...], list[list[int]]])
    filed, held, owners = (_cut(body, some) for body, some in zip((row.filed, row.keys, row.owners), sizes, strict=True))
    return KeptCopies(ids=ids, filed=filed, keys=held, owners=owners, **{name: getattr(row, name) for name in COPIES})


def _cut(body: bytes, sizes: Iterable[int]) -> tuple[bytes, ...]:
    found, at = [], 0
    for size in sizes:
        found.append(body[at : at + size])
        at += size
    return tuple(found)


def names(db: Connection, blocks: Iterable[str]) -> set[str]:
    """The names of persons in some blocks."""
    return set(_column(db, schema.kept_names, "block", blocks, "name"))


def blocks(db: Connection, by: str, values: Iterable[str]) -> set[tuple[str, str]]:
    """Blocks, each with a name in it, of some names or blocks: `by` is the column."""
    table = schema.kept_names
    if empty(db, table):
        return set()
    return {
        (row.block, row.name)
        for some in chunked(sorted(set(values)), MOST)
        for row in db.execute(select(table).where(table.c[by].in_(some)))
    }


def empty(db: Connection, table: Table) -> bool:
    """Has a table no rows? Then a join of many documents need not ask for each of them."""
    return db.execute(select(next(iter(table.c))).limit(1)).first() is None


def _column(db: Connection, table: Table, by: str, values: Iterable[object], column: str) -> Iterator[Any]:
    if empty(db, table):
        return
    for some in chunked(sorted(set(values), key=str), MOST):
        yield from db.execute(select(table.c[column]).where(table.c[by].in_(some))).scalars()


def actors_named(db: Connection, found: Iterable[str]) -> list[KeptActor]:
    """The persons with some names."""
    return [unpack(body, KeptActor) for body in _column(db, schema.kept_actors, "name", found, "body")]


def actors_who_are(db: Connection, actors: Iterable[str]) -> list[KeptActor]:
    """The actors of documents who are some of the record's."""
    return [unpack(body, KeptActor) for body in _column(db, schema.kept_actors, "actor", actors, "body")]


def actors_in(db: Connection, found: Iterable[str]) -> list[KeptActor]:
    """The actors of some documents."""
    return [unpack(body, KeptActor) for body in _column(db, schema.kept_actors, "document", found, "body")]


def identities(db: Connection, found: Iterable[str]) -> dict[tuple[str, str], str]:
    """Who the actors of some documents are, by document and key."""
    table = schema.kept_actors
    query = select(table.c.document, table.c.key, table.c.actor)
    if empty(db, table):
        return {}
    return {
        (row.document, row.key): row.actor
        for some in chunked(sorted(set(found)), MOST)
        for row in db.execute(query.where(table.c.document.in_(some)))
    }


def documents_with(db: Connection, actors: Iterable[str]) -> set[str]:
    return set(_column(db, schema.kept_actors, "actor", actors, "document"))


def sums(db: Connection, actors: Iterable[str], kind: type[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for some in () if empty(db, schema.kept_sums) else chunked(sorted(actors), MOST):
        rows = db.execute(select(schema.kept_sums).where(schema.kept_sums.c.actor.in_(some)))
        found |= {row.actor: unpack(row.body, kind) for row in rows}
    return found


def engagements(db: Connection, by: str, values: Iterable[str]) -> list[KeptEngagement]:
    """The engagements of some documents, parts, or the record's engagements: `by` is the column."""
    found = []
    table = schema.kept_engagements
    for some in () if empty(db, table) else chunked(sorted(set(values)), MOST):
        for row in db.execute(select(table).where(table.c[by].in_(some))):
            found.append(replace(unpack(row.body, KeptEngagement), id=row.engagement, part=row.part))
    return found


def parts_of(db: Connection, engagement_ids: Iterable[str]) -> set[str]:
    """The parts in which some of the record's engagements are joined."""
    return set(_column(db, schema.kept_engagements, "engagement", engagement_ids, "part"))


def near(db: Connection, blocks: Iterable[Block]) -> set[tuple[str, str]]:
    """The engagements, by document and key, that share one of the blocks."""
    table = schema.kept_blocks
    found: set[tuple[str, str]] = set()
    for some in () if empty(db, table) else chunked(blocks, 50):
        same = or_(*((table.c.block == b.key) & (table.c.first <= b.last) & (table.c.last >= b.first) for b in some))
        found |= {(row.document, row.key) for row in db.execute(select(table.c.document, table.c.key).where(same))}
    return found


def prints(db: Connection, wanted: Iterable[int]) -> set[str]:
    """The statements that have one of the prints."""
    return set(_column(db, schema.kept_prints, "print", wanted, "statement"))


def runs_told(db: Connection, runs: Iterable[int]) -> list[tuple[int, str]]:
    """Runs of words, each with the documents of the statements that have it."""
    kept, told = schema.kept_prints, schema.statements
    query = select(kept.c.print, told.c.document).join(told, told.c.id == kept.c.statement)
    return [
        (row.print, row.document)
        for some in (() if empty(db, kept) else chunked(sorted(set(runs)), MOST))
        for row in db.execute(query.where(kept.c.print.in_(some)))
    ]


def documents_with_runs(db: Connection, runs: Iterable[int]) -> set[str]:
    """The documents with quotations whose wordings differ and have one of the runs."""
    return set(_column(db, schema.kept_runs, "run", runs, "document"))


def quotations_of(db: Connection, documents: Iterable[str]) -> set[str]:
    """The quotations that some documents have."""
    return set(_column(db, schema.kept_quotations, "document", documents, "quotation"))


def documents_quoting(db: Connection, quotations: Iterable[str]) -> set[str]:
    """The documents that have some quotations."""
    return set(_column(db, schema.kept_quotations, "quotation", quotations, "document"))


def plain(db: Connection, engagements: Iterable[str]) -> dict[str, Engagement]:
    """Engagements as they are without what is beside them, where that differs from what they are in the record."""
    bodies = _column(db, schema.kept_plain, "engagement", engagements, "body")
    return {e.id: e for e in (unpack(body, Engagement) for body in bodies)}
