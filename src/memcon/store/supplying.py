"""Where documents are found: each at one or several sources, with what the supplier says of it there.

A document whose last source gives it otherwise now (another day or outlet in the manifest) is another document, and goes. Every
function works on a connection inside a transaction that its caller opened.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, select, update

from memcon.model.document import Supply
from memcon.store.schema import documents, rejects, sources
from memcon.store.upserts import put_new


def supplies(db: Connection) -> list[Supply]:
    """Every source of every document."""
    return [Supply(*row) for row in db.execute(select(sources))]


def put_supply(db: Connection, supply: Supply) -> None:
    """Note where a document is found. The first of its sources, by name, is the one that the record tells first."""
    row = {"document": supply.document, "source": supply.source, "sha256": supply.sha256, "said": supply.said}
    put_new(db, sources, row)
    db.execute(delete(rejects).where(rejects.c.source == supply.source))
    name_first(db, supply.document)


def name_first(db: Connection, document: str) -> None:
    first = select(func.min(sources.c.source)).where(sources.c.document == document).scalar_subquery()
    db.execute(update(documents).where(documents.c.id == document).values(source=first))


def drop_supplies(db: Connection, gone: Iterable[Supply], heir: str) -> list[str]:
    """Forget sources that give something else now: `heir`, or that otherwise. Goes out: the documents that went with their last."""
    went = []
    for supply in gone:
        db.execute(
            delete(sources).where(
                sources.c.document == supply.document,
                sources.c.source == supply.source,
                sources.c.sha256 == supply.sha256,
                sources.c.said == supply.said,
            )
        )
        if db.execute(select(sources.c.source).where(sources.c.document == supply.document).limit(1)).first():
            name_first(db, supply.document)
        elif supply.document != heir:
            db.execute(delete(documents).where(documents.c.id == supply.document))
            went.append(supply.document)
    return went


def also_at(db: Connection, ids: Sequence[str] | None = None) -> dict[str, tuple[str, ...]]:
    """The sources but the first of the documents that have several, in the order of their names."""
    query = select(sources.c.document, sources.c.source).join(documents, documents.c.id == sources.c.document)
    query = query.where(sources.c.source != documents.c.source).distinct().order_by(sources.c.document, sources.c.source)
    if ids is not None:
        query = query.where(sources.c.document.in_(ids))
    found: dict[str, tuple[str, ...]] = {}
    for document, source in db.execute(query):
        found[document] = (*found.get(document, ()), source)
    return found


def several(db: Connection) -> int:
    """How many documents are found at more than one source."""
    many = select(sources.c.document).group_by(sources.c.document).having(func.count(sources.c.source.distinct()) > 1)
    return db.execute(select(func.count()).select_from(many.subquery())).scalar_one()


def of_older(db: Connection) -> int:
    """How many documents an older memcon kept under an id of its own."""
    return db.execute(select(func.count(sources.c.document.distinct())).where(sources.c.said == "")).scalar_one()
