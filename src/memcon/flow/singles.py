"""The local engagements that a join kept, each by itself, as the join compares them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from memcon.model.cluster import Cluster, Member
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.identity import Identity
from memcon.model.kept import KeptEngagement
from memcon.model.record import Actor
from memcon.store import changing, kept


def member_of(row: KeptEngagement) -> Member:
    return row.document, row.local.key


def singles_of(
    db: Connection,
    rows: Iterable[KeptEngagement],
    ids: dict[Member, str] | None = None,
    changed: Mapping[str, Actor] | None = None,
) -> dict[Member, Cluster]:
    """Each local engagement by itself. Of its document it knows the day alone, which is what the join asks for.

    ids       who those are who are not who they were; who all others are is added, for what is joined has one idea of who is who
    changed   actors that are not as they were
    """
    rows = list(rows)
    ids = {} if ids is None else ids
    for member, known in kept.identities(db, {row.document for row in rows}).items():
        ids.setdefault(member, known)
    identity = Identity(ids)
    named = ((row.document, p) for row in rows for p in (*row.local.participants, *row.local.mentions[0].participants))
    present = {i for document, p in named if (i := identity.of(document, p.actor))}  # the title's own are asked for too
    actors = changing.actors_in_short(db, present - (changed or {}).keys()) | dict(changed or {})
    return {member_of(row): Cluster.of(_stub(row.document, row.published), row.local, identity, actors) for row in rows}


def _stub(document: str, published: DateRange) -> Document:
    return Document(document, "", "", "", (), None, None, (), published, "")
