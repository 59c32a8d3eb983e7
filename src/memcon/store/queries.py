"""One item by its id, what belongs to one item or document, and whole lists without a filter."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, and_, func, or_, select

from memcon.model.errors import StoreError
from memcon.model.findings import Event, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.record import Decision, Engagement, Family
from memcon.model.variants import QuotationVariants
from memcon.store import kept_tables
from memcon.store import schema as t
from memcon.store.codec import unpack
from memcon.store.filters import published_columns, values
from memcon.store.kept import MOST, chunked

T = TypeVar("T")
KINDS = {
    "engagement": t.engagements,
    "actor": t.actors,
    "statement": t.statements,
    "event": t.events,
    "document": t.documents,
    "outlook": t.outlook,
    "family": t.families,
}


def engagements(db: Connection) -> list[Engagement]:
    """All of them, in order of time; those without a date come last."""
    e = t.engagements
    day = func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last()
    return values(db, select(e.c.body).order_by(day, e.c.date_latest.nulls_last(), e.c.id), Engagement)


def outlets(db: Connection) -> dict[str, str | None]:
    """Who published each document."""
    return {row.id: row.outlet for row in db.execute(select(t.documents.c.id, t.documents.c.outlet))}


def last_statements_of(db: Connection, speaker: str, most: int) -> list[Statement]:
    """The last of what somebody said, by the day on which it appeared, then by place; what is undated counts as before all else."""
    s, d = t.statements, t.documents
    earliest, latest, source = published_columns()
    day = func.coalesce(latest, earliest)
    query = source.with_only_columns(s.c.id).join(s, s.c.document == d.c.id).where(s.c.speaker == speaker)
    query = query.order_by(day.desc().nulls_last(), d.c.id.desc(), s.c.start.desc(), s.c.id.desc()).limit(most)
    ids = list(db.execute(query).scalars())[::-1]
    found = get(db, s, Statement, ids)  # to sort what somebody said with its words would take three times as long
    return [found[i] for i in ids]


def issues_of(db: Connection, speaker: str) -> list[tuple[str, int]]:
    """Of what somebody speaks, the most frequent first, each with the number of his statements."""
    s, i = t.statements, t.statement_issues
    count = func.count().label("n")
    query = select(i.c.issue, count).join(s, s.c.id == i.c.statement).where(s.c.speaker == speaker)
    return [(row.issue, int(row.n)) for row in db.execute(query.group_by(i.c.issue).order_by(count.desc(), i.c.issue))]


def said_in(db: Connection, reports: Iterable[str], state: Iterable[str]) -> list[Statement]:
    """What actors of some states say in some reports, what copies retell left out; in the order of the reports' ids and of the text."""
    s, a = t.statements, t.actors
    found: list[Statement] = []
    for some in chunked(sorted(set(reports)), MOST):
        query = select(s.c.body).join(a, a.c.id == s.c.speaker).where(s.c.document.in_(some), a.c.state.in_(sorted(state)))
        found += values(db, query.order_by(s.c.document, s.c.start), Statement)
    return [one for one in found if one.retells is None]


def events_of_reports(db: Connection, reports: Iterable[str], types: Iterable[str]) -> list[Event]:
    """The events of some types in some reports, what copies retell left out; in the order of the reports' ids and of the text."""
    e = t.events
    found: list[Event] = []
    for some in chunked(sorted(set(reports)), MOST):
        query = select(e.c.body).where(e.c.document.in_(some), e.c.type.in_(sorted(types)), e.c.retells.is_(None))
        found += values(db, query.order_by(e.c.document, e.c.start, e.c.id), Event)
    return found


def families(db: Connection, document: str | None = None) -> list[Family]:
    """Families of copies, the largest first; those of one document."""
    f, m = t.families, t.family_members
    query = select(f.c.body).order_by(f.c.size.desc(), f.c.id)
    if document:
        query = query.where(f.c.id.in_(select(m.c.family).where(m.c.document == document)))
    return values(db, query, Family)


def quotations(db: Connection) -> list[QuotationVariants]:
    """Quotations whose words differ between documents."""
    return values(db, select(t.quotations.c.body).order_by(t.quotations.c.id), QuotationVariants)


def outlook(db: Connection) -> list[Outlook]:
    """What is expected, in the order of the day by which."""
    o = t.outlook
    day = func.coalesce(o.c.by_latest, o.c.by_earliest).nulls_last()
    return [expected(row) for row in db.execute(outlook_rows().order_by(day, o.c.document, o.c.start))]


def outlook_of(db: Connection, engagement: str, reports: Iterable[str]) -> list[Outlook]:
    """What the reports of an engagement expect of it, in the order of the day by which."""
    return [o for some in chunked(sorted(set(reports)), MOST) for o in _outlook_in(db, some) if o.about == engagement]


def _outlook_in(db: Connection, documents: list[str]) -> list[Outlook]:
    o = t.outlook
    day = func.coalesce(o.c.by_latest, o.c.by_earliest).nulls_last()
    query = outlook_rows().where(o.c.document.in_(documents)).order_by(day, o.c.document, o.c.start)
    return [expected(row) for row in db.execute(query)]


def outlook_by_id(db: Connection, item: str) -> Outlook:
    """One that there is."""
    return expected(db.execute(outlook_rows().where(t.outlook.c.id == item)).one())


def outlook_rows() -> Select[Any]:
    """What is expected, each with the engagement of the record that it is about. It is kept with the key that this has in its document, for
    which engagement of the record that is, later reports can change."""
    o, k, e, own = t.outlook, kept_tables.kept_engagements, t.engagements, t.engagements.alias()
    told = o.outerjoin(k, and_(k.c.document == o.c.document, k.c.key == o.c.about)).outerjoin(e, e.c.id == k.c.engagement)
    told = told.outerjoin(own, own.c.id == o.c.about)  # of a record that was put in as a whole
    return select(o.c.body, func.coalesce(e.c.id, own.c.id).label("engagement")).select_from(told)


def expected(row: Any) -> Outlook:
    return replace(unpack(row.body, Outlook), about=row.engagement)


def _part(query: Select[Any], part: range | None) -> Select[Any]:
    """Of a list, all, or those at some places."""
    return query if part is None else query.offset(part.start).limit(len(part))


def find(db: Connection, prefix: str) -> tuple[str, str]:
    """The kind and the id of the one item whose id begins so ("engagement-3f9" or "3f9")."""
    found = look_up(db, prefix)
    if found is None:
        raise StoreError(f"nothing in the record has the id {prefix!r}; `memcon engagements` lists ids")
    return found


def look_up(db: Connection, prefix: str) -> tuple[str, str] | None:
    """As `find`, but None where no id begins so, or where the words have capitals, which no id has."""
    if prefix != prefix.lower():
        return None
    told = prefix.partition("-")[0]
    kinds = {told: KINDS[told]} if told in KINDS and "-" in prefix else KINDS
    found = [(kind, str(i)) for kind, table in kinds.items() for i in db.execute(_ids(kind, table, prefix)).scalars()]
    exact = [hit for hit in found if hit[1] == prefix]
    if exact or len(found) == 1:
        return (exact or found)[0]
    if not found:
        return None
    raise StoreError(f"{prefix!r} begins several ids: {', '.join(i for _, i in found[:6])}; give more of it")


def _ids(kind: str, table: Table, prefix: str) -> Select[Any]:
    start = prefix if prefix.startswith(kind) else f"{kind}-{prefix}"
    return select(table.c.id).where(table.c.id.startswith(start, autoescape=True)).order_by(table.c.id).limit(7)


def get(db: Connection, table: Table, kind: type[T], ids: Iterable[str]) -> dict[str, T]:
    """The items of these ids that there are."""
    wanted = sorted(set(ids))
    found: dict[str, T] = {}
    for at in range(0, len(wanted), 500):  # SQLite takes 32,766 parameters, others fewer
        query = select(table.c.id, table.c.body).where(table.c.id.in_(wanted[at : at + 500]))
        found.update((i, unpack(body, kind)) for i, body in db.execute(query))
    return found


def engagements_of(
    db: Connection, actor: str | None = None, document: str | None = None, part: range | None = None
) -> list[Engagement]:
    """The engagements in which an actor takes part, or of which a document tells, in order of time."""
    e, p, r = t.engagements, t.engagement_participants, t.engagement_reports
    query = select(e.c.body).order_by(func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.id)
    if actor:
        query = query.where(e.c.id.in_(select(p.c.engagement).where(p.c.actor == actor)))
    if document:
        query = query.where(e.c.id.in_(select(r.c.engagement).where(r.c.document == document)))
    return values(db, _part(query, part), Engagement)


def engagement_ids_of(db: Connection, actor: str) -> list[str]:
    """As `engagements_of` an actor, their ids alone."""
    e, p = t.engagements, t.engagement_participants
    query = select(e.c.id).where(e.c.id.in_(select(p.c.engagement).where(p.c.actor == actor)))
    return list(
        db.execute(query.order_by(func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.id)).scalars()
    )


def parts_of(db: Connection, engagement: str) -> list[Engagement]:
    """The engagements that are part of one, or that it replaces, in order of time."""
    e = t.engagements
    query = select(e.c.body).where(or_(e.c.part_of == engagement, e.c.rescheduled_as == engagement))
    return values(db, query.order_by(func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.id), Engagement)


def versions_of(db: Connection, document: str) -> list[str]:
    """The ids of the documents that have the address of one, itself among them; none where it has no address."""
    d = t.documents
    address = select(d.c.address).where(d.c.id == document).scalar_subquery()
    return list(db.execute(select(d.c.id).where(d.c.address == address).order_by(d.c.id)).scalars())


def statements_of(
    db: Connection, speaker: str | None = None, document: str | None = None, part: range | None = None
) -> list[Statement]:
    s = t.statements
    query = select(s.c.body).order_by(s.c.document, s.c.start)
    if speaker:
        query = query.where(s.c.speaker == speaker)
    if document:
        query = query.where(s.c.document == document)
    return values(db, _part(query, part), Statement)


def how_often_mentioned(db: Connection, actor: str) -> tuple[int, int]:
    """How often an actor is mentioned, and in how many documents."""
    m = t.mentions
    row = db.execute(select(func.count(), func.count(m.c.document.distinct())).where(m.c.actor == actor)).one()
    return int(row[0]), int(row[1])


def mentions_of(db: Connection, actor: str, part: range | None = None) -> list[tuple[str, NameMention]]:
    """Where an actor is mentioned."""
    m = t.mentions
    query = select(m.c.document, m.c.body).where(m.c.actor == actor).order_by(m.c.document, m.c.start)
    return [(document, unpack(body, NameMention)) for document, body in db.execute(_part(query, part))]


def mentions_in(db: Connection, document: str) -> list[NameMention]:
    """Who is mentioned in a document, in the order of the text."""
    return _spotted(db, t.mentions, NameMention, document)


def times_in(db: Connection, document: str) -> list[TimeMention]:
    return _spotted(db, t.times, TimeMention, document)


def places_in(db: Connection, document: str) -> list[NamedPlace]:
    return _spotted(db, t.places, NamedPlace, document)


def events_in(db: Connection, document: str) -> list[Event]:
    e = t.events
    return values(db, select(e.c.body).where(e.c.document == document).order_by(e.c.start, e.c.id), Event)


def _spotted(db: Connection, table: Table, kind: type[T], document: str) -> list[T]:
    query = select(table.c.body).where(table.c.document == document).order_by(table.c.start, table.c.number)
    return values(db, query, kind)


def decisions_of(db: Connection, item: str, part: range | None = None) -> list[Decision]:
    d = t.decisions
    query = (
        select(d.c.body).where(or_(d.c.left == item, d.c.right == item)).order_by(d.c.left, d.c.right, d.c.by, d.c.number)
    )
    return values(db, _part(query, part), Decision)


def decisions_by_label(db: Connection, labels: Iterable[str]) -> list[Decision]:
    """What was decided by rule of places in documents, in a fixed order."""
    d = t.decisions
    query = select(d.c.body).where(d.c.left.in_(sorted(labels))).order_by(d.c.left, d.c.right, d.c.by)
    return values(db, query, Decision)
