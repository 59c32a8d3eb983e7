"""What can be asked of the record: lists with filters, one item by its id, its neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from memcon.model.errors import StoreError
from memcon.model.findings import Event, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.life import HORIZON
from memcon.model.record import Actor, Decision, Engagement, Family
from memcon.model.variants import QuotationVariants
from memcon.store import schema as t
from memcon.store.codec import folded, unpack
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


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; an empty field keeps everything. Several parties or persons must all take part.

    parties  each an alpha-3 code of a state, or the name of an actor
    since, until  days: what can have been on one of them stays, what has no date goes
    news     of engagements: two days between which reports tell of it, or on the first of which it can still be to come
    """

    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    issue: str | None = None
    kind: str | None = None
    copies: bool = True  # what copies tell again, too
    news: tuple[date, date] | None = None


def engagements(db: Connection, keep: Filter) -> list[Engagement]:
    """Engagements in order of time; those without a date come last."""
    e, p = t.engagements, t.engagement_participants
    query = in_order(select(e.c.body))
    for wanted in _actors_wanted(keep):
        query = query.where(e.c.id.in_(select(p.c.engagement).where(p.c.actor.in_(wanted))))
    if keep.status:
        query = query.where(e.c.status.in_(keep.status))
    if keep.kind:
        query = query.where(e.c.kind == keep.kind)
    if keep.issue:
        query = query.where(e.c.id.in_(_having(t.engagement_issues, "engagement", "issue", keep.issue)))
    if keep.news:
        query = query.where(_is_news(*keep.news))
    query = _within(query, e.c.date_earliest, e.c.date_latest, keep)
    return _values(db, query, Engagement)


def in_order(query: Select[Any]) -> Select[Any]:
    """Engagements in order of time."""
    e = t.engagements
    return query.order_by(
        func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.date_latest.nulls_last(), e.c.id
    )


def engagements_with(db: Connection, party: str | None = None, person: str | None = None) -> frozenset[str]:
    """The ids of the engagements in which a party or a person takes part."""
    p = t.engagement_participants
    wanted = _actors_wanted(Filter((party,) if party else (), (person,) if person else ()))[0]
    return frozenset(db.execute(select(p.c.engagement).where(p.c.actor.in_(wanted))).scalars())


def engagements_on(db: Connection, issue: str) -> frozenset[str]:
    """The ids of the engagements about an issue."""
    return frozenset(db.execute(_having(t.engagement_issues, "engagement", "issue", issue)).scalars())


def statements(db: Connection, keep: Filter) -> list[Statement]:
    """Statements in order of the documents' dates, then of the text. Parties speak or are spoken to, persons speak."""
    s, d = t.statements, t.documents
    earliest, latest, source = published_columns()
    query = source.with_only_columns(s.c.body).join(s, s.c.document == d.c.id)
    query = query.order_by(func.coalesce(earliest, latest).nulls_last(), d.c.id, s.c.start, s.c.id)
    for party in keep.parties:
        ids = _party(party)
        query = query.where(or_(s.c.speaker.in_(ids), s.c.addressee.in_(ids)))
    for person in keep.persons:
        query = query.where(s.c.speaker.in_(_named(person)))
    if keep.kind:
        query = query.where(s.c.kind == keep.kind)
    if keep.issue:
        query = query.where(s.c.id.in_(_having(t.statement_issues, "statement", "issue", keep.issue)))
    if not keep.copies:
        query = query.where(s.c.retells.is_(None))
    return _values(db, _within(query, earliest, latest, keep), Statement)


def actors(db: Connection, keep: Filter, after: str | None = None, most: int | None = None) -> list[Actor]:
    """Actors, those mentioned most often first: at most so many, of those behind the one of an id."""
    a = t.actors
    query = select(a.c.body).order_by(a.c.mentions.desc(), a.c.name, a.c.id)
    for wanted in _actors_wanted(keep):
        query = query.where(a.c.id.in_(wanted))
    if keep.kind:
        query = query.where(a.c.kind == keep.kind)
    if after is not None:
        at = db.execute(select(a.c.mentions, a.c.name).where(a.c.id == after)).first()
        if at is None:
            raise StoreError(f"no actor has the id {after!r} behind which a list could go on")
        named_later = or_(a.c.name > at.name, and_(a.c.name == at.name, a.c.id > after))
        query = query.where(or_(a.c.mentions < at.mentions, and_(a.c.mentions == at.mentions, named_later)))
    return _values(db, query.limit(most), Actor)


def events(db: Connection, keep: Filter) -> list[Event]:
    """Events in order of time, then of document and text. Kind is the PLOVER type, issue a context."""
    e, a = t.events, t.event_actors
    query = select(e.c.body).order_by(
        func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.document, e.c.start, e.c.id
    )
    for wanted in _actors_wanted(keep):
        query = query.where(e.c.id.in_(select(a.c.event).where(a.c.actor.in_(wanted))))
    if keep.kind:
        query = query.where(e.c.type == keep.kind.upper())
    if keep.issue:
        query = query.where(e.c.id.in_(_having(t.event_contexts, "event", "context", keep.issue)))
    if not keep.copies:
        query = query.where(e.c.retells.is_(None))
    return _values(db, _within(query, e.c.date_earliest, e.c.date_latest, keep), Event)


def events_with(db: Connection, party: str) -> frozenset[str]:
    """The ids of the events in which a party has a part."""
    a = t.event_actors
    wanted = _actors_wanted(Filter((party,)))[0]
    return frozenset(db.execute(select(a.c.event).where(a.c.actor.in_(wanted))).scalars())


def strangers(db: Connection, keep: Filter) -> list[str]:
    """The parties and persons asked for whom no actor is."""
    asked = [(p, _party(p)) for p in keep.parties]
    asked += [(p, _named(p).where(t.actors.c.kind == "person")) for p in keep.persons]
    return [said for said, wanted in asked if db.execute(wanted.limit(1)).first() is None]


def names(db: Connection) -> list[str]:
    """What the actors are called, those mentioned most often first."""
    return list(db.execute(select(t.actors.c.name).order_by(t.actors.c.mentions.desc(), t.actors.c.name)).scalars())


def names_like(db: Connection, beginning: str, limit: int) -> list[str]:
    """What actors are called of whose names a word begins so, those mentioned most often first."""
    a, plain = t.actors, beginning.strip().lower()
    name = func.lower(a.c.name)
    query = select(a.c.name).where(
        or_(name.startswith(plain, autoescape=True), name.contains(f" {plain}", autoescape=True))
    )
    query = query.where(a.c.named).order_by(a.c.mentions.desc(), a.c.name).limit(limit)
    return list(dict.fromkeys(db.execute(query).scalars()))


def outlets(db: Connection) -> dict[str, str | None]:
    """Who published each document."""
    return {row.id: row.outlet for row in db.execute(select(t.documents.c.id, t.documents.c.outlet))}


def last_statements_of(db: Connection, speaker: str, most: int) -> list[Statement]:
    """The last of what somebody said, by the day on which it appeared, then by place; what is undated counts as before all else."""
    s, d = t.statements, t.documents
    earliest, latest, source = published_columns()
    day = func.coalesce(latest, earliest)
    query = source.with_only_columns(s.c.body).join(s, s.c.document == d.c.id).where(s.c.speaker == speaker)
    query = query.order_by(day.desc().nulls_last(), d.c.id.desc(), s.c.start.desc(), s.c.id.desc()).limit(most)
    return _values(db, query, Statement)[::-1]


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
        found += _values(db, query.order_by(s.c.document, s.c.start), Statement)
    return [one for one in found if one.retells is None]


def events_of_reports(db: Connection, reports: Iterable[str], types: Iterable[str]) -> list[Event]:
    """The events of some types in some reports, what copies retell left out; in the order of the reports' ids and of the text."""
    e = t.events
    found: list[Event] = []
    for some in chunked(sorted(set(reports)), MOST):
        query = select(e.c.body).where(e.c.document.in_(some), e.c.type.in_(sorted(types)), e.c.retells.is_(None))
        found += _values(db, query.order_by(e.c.document, e.c.start, e.c.id), Event)
    return found


def families(db: Connection, document: str | None = None) -> list[Family]:
    """Families of copies, the largest first; those of one document."""
    f, m = t.families, t.family_members
    query = select(f.c.body).order_by(f.c.size.desc(), f.c.id)
    if document:
        query = query.where(f.c.id.in_(select(m.c.family).where(m.c.document == document)))
    return _values(db, query, Family)


def quotations(db: Connection) -> list[QuotationVariants]:
    """Quotations whose words differ between documents."""
    return _values(db, select(t.quotations.c.body).order_by(t.quotations.c.id), QuotationVariants)


def outlook(db: Connection) -> list[Outlook]:
    """What is expected, in order of the day by which."""
    return _values(db, _outlook(), Outlook)


def outlook_in(db: Connection, reports: Iterable[str]) -> list[Outlook]:
    """What some reports expect, in order of the day by which."""
    found: list[Outlook] = []
    for some in chunked(sorted(set(reports)), MOST):
        found += _values(db, _outlook().where(t.outlook.c.document.in_(some)), Outlook)
    return found


def _outlook() -> Select[tuple[bytes]]:
    o = t.outlook
    return select(o.c.body).order_by(func.coalesce(o.c.by_latest, o.c.by_earliest).nulls_last(), o.c.document, o.c.start)


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


def engagements_of(db: Connection, actor: str | None = None, document: str | None = None) -> list[Engagement]:
    """The engagements in which an actor takes part, or of which a document tells, in order of time."""
    e, p, r = t.engagements, t.engagement_participants, t.engagement_reports
    query = select(e.c.body).order_by(func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.id)
    if actor:
        query = query.where(e.c.id.in_(select(p.c.engagement).where(p.c.actor == actor)))
    if document:
        query = query.where(e.c.id.in_(select(r.c.engagement).where(r.c.document == document)))
    return _values(db, query, Engagement)


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
    return _values(db, query.order_by(func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.id), Engagement)


def versions_of(db: Connection, document: str) -> list[str]:
    """The ids of the documents that have the address of one, itself among them; none where it has no address."""
    d = t.documents
    address = select(d.c.address).where(d.c.id == document).scalar_subquery()
    return list(db.execute(select(d.c.id).where(d.c.address == address).order_by(d.c.id)).scalars())


def statements_of(db: Connection, speaker: str | None = None, document: str | None = None) -> list[Statement]:
    s = t.statements
    query = select(s.c.body).order_by(s.c.document, s.c.start)
    if speaker:
        query = query.where(s.c.speaker == speaker)
    if document:
        query = query.where(s.c.document == document)
    return _values(db, query, Statement)


def how_often_mentioned(db: Connection, actor: str) -> tuple[int, int]:
    """How often an actor is mentioned, and in how many documents."""
    m = t.mentions
    row = db.execute(select(func.count(), func.count(m.c.document.distinct())).where(m.c.actor == actor)).one()
    return int(row[0]), int(row[1])


def mentions_of(db: Connection, actor: str) -> list[tuple[str, NameMention]]:
    """Where an actor is mentioned."""
    m = t.mentions
    query = select(m.c.document, m.c.body).where(m.c.actor == actor).order_by(m.c.document, m.c.start)
    return [(document, unpack(body, NameMention)) for document, body in db.execute(query)]


def mentions_in(db: Connection, document: str) -> list[NameMention]:
    """Who is mentioned in a document, in the order of the text."""
    return _spotted(db, t.mentions, NameMention, document)


def times_in(db: Connection, document: str) -> list[TimeMention]:
    return _spotted(db, t.times, TimeMention, document)


def places_in(db: Connection, document: str) -> list[NamedPlace]:
    return _spotted(db, t.places, NamedPlace, document)


def events_in(db: Connection, document: str) -> list[Event]:
    e = t.events
    return _values(db, select(e.c.body).where(e.c.document == document).order_by(e.c.start, e.c.id), Event)


def _spotted(db: Connection, table: Table, kind: type[T], document: str) -> list[T]:
    query = select(table.c.body).where(table.c.document == document).order_by(table.c.start, table.c.number)
    return _values(db, query, kind)


def decisions_of(db: Connection, item: str) -> list[Decision]:
    d = t.decisions
    query = select(d.c.body).where(or_(d.c.left == item, d.c.right == item)).order_by(d.c.left, d.c.right, d.c.by)
    return _values(db, query, Decision)


def decisions_by_label(db: Connection, labels: Iterable[str]) -> list[Decision]:
    """What was decided by rule of places in documents, in a fixed order."""
    d = t.decisions
    query = select(d.c.body).where(d.c.left.in_(sorted(labels))).order_by(d.c.left, d.c.right, d.c.by)
    return _values(db, query, Decision)


def _actors_wanted(keep: Filter) -> Sequence[Select[Any]]:
    return [_party(p) for p in keep.parties] + [_named(p).where(t.actors.c.kind == "person") for p in keep.persons]


def _party(party: str) -> Select[Any]:
    """Ids of those who act for a state, or whose name is this."""
    if len(party) == 3 and party.isupper():
        named = _named(party).where(t.actors.c.kind != "person").with_only_columns(t.actors.c.id)
        return select(t.actors.c.id).where(or_(t.actors.c.state == party, t.actors.c.id.in_(named)))
    return _named(party)


def _named(name: str) -> Select[Any]:
    """Ids of actors one of whose names holds these words."""
    a, n = t.actors, t.actor_names
    holds = n.c.folded.contains(folded(name), autoescape=True)
    return select(a.c.id).where(a.c.id.in_(select(n.c.actor).where(holds)))


def _having(table: Table, item: str, column: str, value: str) -> Select[Any]:
    return select(table.c[item]).where(table.c[column] == value)


def published_columns() -> tuple[ColumnElement[Any], ColumnElement[Any], Select[Any]]:
    d, own = t.documents, t.dated
    source = select(d.c.id).select_from(d).outerjoin(own, own.c.document == d.c.id)
    earliest = func.coalesce(own.c.published_earliest, d.c.published_earliest)
    return earliest, func.coalesce(own.c.published_latest, d.c.published_latest), source


def _is_news(since: date, until: date) -> ColumnElement[bool]:
    """Engagements that can be to come, that reports of some days tell of, and those that either stands in for or is put off to."""
    e, told = t.engagements, t.engagement_reports
    earliest, latest, documents = published_columns()
    published = documents.where(or_(latest.is_(None), latest >= since), or_(earliest.is_(None), earliest <= until))
    ids = select(told.c.engagement).where(told.c.document.in_(published))
    after = select(e.c.rescheduled_as).where(e.c.id.in_(ids))
    by_then = select(told.c.engagement).where(
        told.c.document.in_(documents.where(or_(earliest.is_(None), earliest <= until)))
    )
    # Of what has no last day and was told of long ago, nobody says that it is to come (`life.is_stale`).
    fresh = since - HORIZON
    lately = select(told.c.engagement).where(told.c.document.in_(documents.where(or_(latest.is_(None), latest >= fresh))))
    open_ = or_(
        e.c.date_latest >= since, and_(e.c.date_latest.is_(None), or_(e.c.date_earliest >= fresh, e.c.id.in_(lately)))
    )
    return and_(e.c.id.in_(by_then), or_(open_, e.c.id.in_(ids), e.c.rescheduled_as.in_(ids), e.c.id.in_(after)))


def _within(query: Select[Any], earliest: ColumnElement[Any], latest: ColumnElement[Any], keep: Filter) -> Select[Any]:
    if keep.since or keep.until:
        query = query.where(or_(earliest.is_not(None), latest.is_not(None)))
    if keep.since:
        query = query.where(or_(latest.is_(None), latest >= keep.since))
    if keep.until:
        query = query.where(or_(earliest.is_(None), earliest <= keep.until))
    return query


def _values(db: Connection, query: Select[Any], kind: type[T]) -> list[T]:
    return [unpack(body, kind) for body in db.execute(query).scalars()]
