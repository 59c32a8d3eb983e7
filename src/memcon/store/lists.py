"""Lists with filters: statements, actors, events; who is meant by a name; in which engagements somebody takes part."""

from sqlalchemy import Connection, and_, func, or_, select

from memcon.model.errors import StoreError
from memcon.model.findings import Event, Statement
from memcon.model.record import Actor
from memcon.store import schema as t
from memcon.store.filters import Filter, acting_for, actors_wanted, called, having, published_columns, values, within


def engagements_with(db: Connection, party: str | None = None, person: str | None = None) -> frozenset[str]:
    """The ids of the engagements in which a party or a person takes part."""
    p = t.engagement_participants
    wanted = actors_wanted(Filter((party,) if party else (), (person,) if person else ()))[0]
    return frozenset(db.execute(select(p.c.engagement).where(p.c.actor.in_(wanted))).scalars())


def engagements_on(db: Connection, issue: str) -> frozenset[str]:
    """The ids of the engagements about an issue."""
    return frozenset(db.execute(having(t.engagement_issues, "engagement", "issue", issue)).scalars())


def statements(db: Connection, keep: Filter) -> list[Statement]:
    """Statements in order of the documents' dates, then of the text. Parties speak or are spoken to, persons speak."""
    s, d = t.statements, t.documents
    earliest, latest, source = published_columns()
    query = source.with_only_columns(s.c.body).join(s, s.c.document == d.c.id)
    query = query.order_by(func.coalesce(earliest, latest).nulls_last(), d.c.id, s.c.start, s.c.id)
    for party in keep.parties:
        ids = acting_for(party)
        query = query.where(or_(s.c.speaker.in_(ids), s.c.addressee.in_(ids)))
    for person in keep.persons:
        query = query.where(s.c.speaker.in_(called(person)))
    if keep.kind:
        query = query.where(s.c.kind == keep.kind)
    if keep.issue:
        query = query.where(s.c.id.in_(having(t.statement_issues, "statement", "issue", keep.issue)))
    if not keep.copies:
        query = query.where(s.c.retells.is_(None))
    return values(db, within(query, earliest, latest, keep), Statement)


def actors(db: Connection, keep: Filter, after: str | None = None, most: int | None = None) -> list[Actor]:
    """Actors, those mentioned most often first: at most so many, of those behind the one of an id."""
    a = t.actors
    query = select(a.c.body).order_by(a.c.mentions.desc(), a.c.name, a.c.id)
    for wanted in actors_wanted(keep):
        query = query.where(a.c.id.in_(wanted))
    if keep.kind:
        query = query.where(a.c.kind == keep.kind)
    if after is not None:
        at = db.execute(select(a.c.mentions, a.c.name).where(a.c.id == after)).first()
        if at is None:
            raise StoreError(f"no actor has the id {after!r} behind which a list could go on")
        named_later = or_(a.c.name > at.name, and_(a.c.name == at.name, a.c.id > after))
        query = query.where(or_(a.c.mentions < at.mentions, and_(a.c.mentions == at.mentions, named_later)))
    return values(db, query.limit(most), Actor)


def events(db: Connection, keep: Filter) -> list[Event]:
    """Events in order of time, then of document and text. Kind is the PLOVER type, issue a context."""
    e, a = t.events, t.event_actors
    query = select(e.c.body).order_by(
        func.coalesce(e.c.date_earliest, e.c.date_latest).nulls_last(), e.c.document, e.c.start, e.c.id
    )
    for wanted in actors_wanted(keep):
        query = query.where(e.c.id.in_(select(a.c.event).where(a.c.actor.in_(wanted))))
    if keep.kind:
        query = query.where(e.c.type == keep.kind.upper())
    if keep.issue:
        query = query.where(e.c.id.in_(having(t.event_contexts, "event", "context", keep.issue)))
    if not keep.copies:
        query = query.where(e.c.retells.is_(None))
    return values(db, within(query, e.c.date_earliest, e.c.date_latest, keep), Event)


def strangers(db: Connection, keep: Filter) -> list[str]:
    """The parties and persons asked for whom no actor is."""
    asked = [(p, acting_for(p)) for p in keep.parties]
    asked += [(p, called(p).where(t.actors.c.kind == "person")) for p in keep.persons]
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
