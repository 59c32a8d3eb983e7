"""Looking up what a join keeps for the next one.

Every function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, or_, select

from memcon.model.kept import Block, KeptActor, KeptCopies, KeptEngagement
from memcon.model.record import Engagement
from memcon.store import kept_tables, schema
from memcon.store.codec import unpack

T = TypeVar("T")
COPIES = ("digests", "orders", "candidates", "strengths", "verbatims", "copies", "gone")  # as they are
MOST = 500  # values in one question: SQLite takes 32,766, and a short one is compiled sooner


def chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    chunk: list[T] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def documents_that_are(db: Connection, flag: str) -> set[str]:
    """The documents that are `second_hand` or `datable`."""
    table = kept_tables.kept_documents
    return set(db.execute(select(table.c.document).where(table.c[flag])).scalars())


def last_day(db: Connection, but: Iterable[str] = ()) -> date | None:
    """The last day on which one of the documents, but for some, can have appeared."""
    table = kept_tables.kept_documents
    some = set(but)
    if not some:
        return db.execute(select(func.max(table.c.last))).scalar()
    rows = db.execute(select(table.c.document, table.c.last).where(table.c.last.is_not(None)).order_by(table.c.last.desc()))
    with rows:
        return next((row.last for row in rows if row.document not in some), None)


def prints_of(db: Connection, documents: Iterable[str]) -> set[tuple[int, str]]:
    """The prints of the statements of some documents."""
    bodies = column(db, kept_tables.kept_documents, "document", documents, "prints")
    return {pair for body in bodies for pair in unpack(body, tuple[tuple[int, str], ...])}


def came_and_went(db: Connection) -> tuple[list[str], list[str]]:
    """The documents that are not joined as they are now, and those that were joined and are no more, or not so."""
    now, then = schema.findings, kept_tables.kept_documents
    same = (then.c.document == now.c.document) & (then.c.key == now.c.key)
    came = select(now.c.document).where(~select(then.c.document).where(same).exists())
    went = select(then.c.document).where(~select(now.c.document).where(same).exists())
    return list(db.execute(came).scalars()), list(db.execute(went).scalars())


def copies(db: Connection) -> list[KeptCopies]:
    rows = db.execute(select(kept_tables.kept_copies).order_by(kept_tables.kept_copies.c.number))
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
    return set(column(db, kept_tables.kept_names, "block", blocks, "name"))


def blocks(db: Connection, by: str, values: Iterable[str]) -> set[tuple[str, str]]:
    """Blocks, each with a name in it, of some names or blocks: `by` is the column."""
    table = kept_tables.kept_names
    if empty(db, table):
        return set()
    return {
        (row.block, row.name)
        for some in chunked(sorted(set(values)), MOST)
        for row in db.execute(select(table).where(table.c[by].in_(some)))
    }


def addresses(db: Connection, documents: Iterable[str]) -> set[str]:
    """The web addresses of some documents."""
    return set(column(db, schema.documents, "id", documents, "address")) - {None}


def at_addresses(db: Connection, found: Iterable[str]) -> dict[str, set[str]]:
    """The documents at some web addresses."""
    table = schema.documents
    documents: dict[str, set[str]] = {}
    if not empty(db, table):
        for some in chunked(sorted(set(found)), MOST):
            for row in db.execute(select(table.c.id, table.c.address).where(table.c.address.in_(some))):
                documents.setdefault(row.address, set()).add(row.id)
    return documents


def empty(db: Connection, table: Table) -> bool:
    """Has a table no rows? Then a join of many documents need not ask for each of them."""
    return db.execute(select(next(iter(table.c))).limit(1)).first() is None


def column(db: Connection, table: Table, by: str, values: Iterable[object], column: str) -> Iterator[Any]:
    if empty(db, table):
        return
    for some in chunked(sorted(set(values), key=str), MOST):
        yield from db.execute(select(table.c[column]).where(table.c[by].in_(some))).scalars()


def actors_named(db: Connection, found: Iterable[str]) -> list[KeptActor]:
    """The persons with some names."""
    return [unpack(body, KeptActor) for body in column(db, kept_tables.kept_actors, "name", found, "body")]


def actors_who_are(db: Connection, actors: Iterable[str]) -> list[KeptActor]:
    """The actors of documents who are some of the record's."""
    return [unpack(body, KeptActor) for body in column(db, kept_tables.kept_actors, "actor", actors, "body")]


def actors_in(db: Connection, found: Iterable[str]) -> list[KeptActor]:
    """The actors of some documents."""
    return [unpack(body, KeptActor) for body in column(db, kept_tables.kept_actors, "document", found, "body")]


def identities(db: Connection, found: Iterable[str]) -> dict[tuple[str, str], str]:
    """Who the actors of some documents are, by document and key."""
    table = kept_tables.kept_actors
    query = select(table.c.document, table.c.key, table.c.actor)
    if empty(db, table):
        return {}
    return {
        (row.document, row.key): row.actor
        for some in chunked(sorted(set(found)), MOST)
        for row in db.execute(query.where(table.c.document.in_(some)))
    }


def documents_with(db: Connection, actors: Iterable[str]) -> set[str]:
    return set(column(db, kept_tables.kept_actors, "actor", actors, "document"))


def sums(db: Connection, actors: Iterable[str], kind: type[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for some in () if empty(db, kept_tables.kept_sums) else chunked(sorted(actors), MOST):
        rows = db.execute(select(kept_tables.kept_sums).where(kept_tables.kept_sums.c.actor.in_(some)))
        found |= {row.actor: unpack(row.body, kind) for row in rows}
    return found


def engagements(db: Connection, by: str, values: Iterable[str]) -> list[KeptEngagement]:
    """The engagements of some documents, parts, or the record's engagements: `by` is the column."""
    found = []
    table = kept_tables.kept_engagements
    for some in () if empty(db, table) else chunked(sorted(set(values)), MOST):
        for row in db.execute(select(table).where(table.c[by].in_(some))):
            found.append(replace(unpack(row.body, KeptEngagement), id=row.engagement, part=row.part))
    return found


def parts_of(db: Connection, engagement_ids: Iterable[str]) -> set[str]:
    """The parts in which some of the record's engagements are joined."""
    return set(column(db, kept_tables.kept_engagements, "engagement", engagement_ids, "part"))


def near(db: Connection, blocks: Iterable[Block]) -> set[tuple[str, str]]:
    """The engagements, by document and key, that share one of the blocks."""
    table = kept_tables.kept_blocks
    found: set[tuple[str, str]] = set()
    for some in () if empty(db, table) else chunked(blocks, 50):
        same = or_(*((table.c.block == b.key) & (table.c.first <= b.last) & (table.c.last >= b.first) for b in some))
        found |= {(row.document, row.key) for row in db.execute(select(table.c.document, table.c.key).where(same))}
    return found


def prints(db: Connection, wanted: Iterable[int]) -> set[str]:
    """The statements that have one of the prints."""
    return set(column(db, kept_tables.kept_prints, "print", wanted, "statement"))


def runs_told(db: Connection, runs: Iterable[int]) -> list[tuple[int, str]]:
    """Runs of words, each with the documents of the statements that have it."""
    kept, told = kept_tables.kept_prints, schema.statements
    query = select(kept.c.print, told.c.document).join(told, told.c.id == kept.c.statement)
    return [
        (row.print, row.document)
        for some in (() if empty(db, kept) else chunked(sorted(set(runs)), MOST))
        for row in db.execute(query.where(kept.c.print.in_(some)))
    ]


def documents_with_runs(db: Connection, runs: Iterable[int]) -> set[str]:
    """The documents with quotations whose wordings differ and have one of the runs."""
    return set(column(db, kept_tables.kept_runs, "run", runs, "document"))


def quotations_of(db: Connection, documents: Iterable[str]) -> set[str]:
    """The quotations that some documents have."""
    return set(column(db, kept_tables.kept_quotations, "document", documents, "quotation"))


def documents_quoting(db: Connection, quotations: Iterable[str]) -> set[str]:
    """The documents that have some quotations."""
    return set(column(db, kept_tables.kept_quotations, "quotation", quotations, "document"))


def plain(db: Connection, engagements: Iterable[str]) -> dict[str, Engagement]:
    """Engagements as they are without what is beside them, where that differs from what they are in the record."""
    bodies = column(db, kept_tables.kept_plain, "engagement", engagements, "body")
    return {e.id: e for e in (unpack(body, Engagement) for body in bodies)}
