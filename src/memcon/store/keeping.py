"""Keeping what a join needs of the one before: written with the record, looked up by the next join.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from memcon.model.kept import Block, Kept, KeptActor, KeptCopies, KeptEngagement
from memcon.store import schema
from memcon.store.codec import pack, unpack

T = TypeVar("T")
MOST = 500  # values in one question: SQLite takes 32,766, and a short one is compiled sooner


def forget(db: Connection) -> None:
    """Nothing is kept any more."""
    for table in schema.KEPT_TABLES:
        db.execute(delete(table))


def put_kept(db: Connection, kept: Kept, sums: Mapping[str, object]) -> None:
    """Keep this beside what is kept."""
    _put(
        db,
        schema.kept_documents,
        ({"document": d.id, "key": d.key, "second_hand": d.second_hand} for d in kept.documents),
    )
    _put(db, schema.kept_actors, map(_actor_row, kept.actors))
    _put(db, schema.kept_names, ({"block": block, "name": name} for block, name in sorted(kept.names)))
    put_engagements(db, kept.engagements)
    _put(db, schema.kept_prints, ({"print": number, "statement": statement} for number, statement in kept.prints))
    _put(db, schema.kept_runs, ({"run": run} for run in sorted(kept.runs)))
    if kept.copies.ids:
        db.execute(insert(schema.kept_copies), _copies_row(kept.copies))
    put_sums(db, sums)


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
    return {
        "ids": pack((copies.ids, sizes)),
        "digests": copies.digests,
        "filed": b"".join(copies.filed),
        "keys": b"".join(copies.keys),
        "owners": b"".join(copies.owners),
        "candidates": copies.candidates,
        "strengths": copies.strengths,
        "tied": copies.tied,
    }


# ---- looking up ----------------------------------------------------------------------------------------------------


def documents(db: Connection) -> dict[str, str]:
    """The documents that were joined, with the keys of their findings."""
    return {row.document: row.key for row in db.execute(select(schema.kept_documents))}


def second_hand(db: Connection) -> set[str]:
    """The documents whose words a machine changed."""
    table = schema.kept_documents
    return set(db.execute(select(table.c.document).where(table.c.second_hand)).scalars())


def keys(db: Connection) -> dict[str, str]:
    """The documents that there are, with the keys of their findings."""
    return {row.document: row.key for row in db.execute(select(schema.findings.c.document, schema.findings.c.key))}


def copies(db: Connection) -> list[KeptCopies]:
    rows = db.execute(select(schema.kept_copies).order_by(schema.kept_copies.c.number))
    return [_copies(row) for row in rows]


def _copies(row: Any) -> KeptCopies:
    ids, sizes = unpack(row.ids, tuple[tuple[str, ...], list[list[int]]])
    filed, held, owners = (_cut(body, some) for body, some in zip((row.filed, row.keys, row.owners), sizes, strict=True))
    return KeptCopies(ids, row.digests, filed, held, owners, row.candidates, row.strengths, row.tied)


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
    return {
        (row.block, row.name)
        for some in chunked(sorted(set(values)), MOST)
        for row in db.execute(select(table).where(table.c[by].in_(some)))
    }


def _column(db: Connection, table: Table, by: str, values: Iterable[object], column: str) -> Iterator[Any]:
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
    return {
        (row.document, row.key): row.actor
        for some in chunked(sorted(set(found)), MOST)
        for row in db.execute(query.where(table.c.document.in_(some)))
    }


def documents_with(db: Connection, actors: Iterable[str]) -> set[str]:
    return set(_column(db, schema.kept_actors, "actor", actors, "document"))


def sums(db: Connection, actors: Iterable[str], kind: type[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for some in chunked(sorted(actors), MOST):
        rows = db.execute(select(schema.kept_sums).where(schema.kept_sums.c.actor.in_(some)))
        found |= {row.actor: unpack(row.body, kind) for row in rows}
    return found


def engagements(db: Connection, by: str, values: Iterable[str]) -> list[KeptEngagement]:
    """The engagements of some documents, parts, or the record's engagements: `by` is the column."""
    found = []
    table = schema.kept_engagements
    for some in chunked(sorted(set(values)), MOST):
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
    for some in chunked(blocks, 50):
        same = or_(*((table.c.block == b.key) & (table.c.first <= b.last) & (table.c.last >= b.first) for b in some))
        found |= {(row.document, row.key) for row in db.execute(select(table.c.document, table.c.key).where(same))}
    return found


def prints(db: Connection, wanted: Iterable[int]) -> set[str]:
    """The statements that have one of the prints."""
    return set(_column(db, schema.kept_prints, "print", wanted, "statement"))


def any_run(db: Connection, runs: Iterable[int]) -> bool:
    return next(_column(db, schema.kept_runs, "run", runs, "run"), None) is not None
