"""The tables: what was read (documents, findings, rejects) and the record that was joined from it.

A row has columns for what is looked for and sorted by, and a `body` that holds the whole value as JSON, so that what
comes out is exactly what went in. Of the tables of the record a join rewrites what differs; tables of the reading change by one
document at a time. The migrations make these tables; a test compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
)
from sqlalchemy import Text as AnyText
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import TypeDecorator


class ServerText(TypeDecorator[str]):
    """Text on a server, sorted by code points as SQLite does, for a server's own order of letters would give another record; and
    without NUL, which PostgreSQL takes nowhere: a name of a broken file can hold one."""

    impl = AnyText(collation="C")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:
        return value.replace("\0", "\ufffd") if value else value


Text = AnyText().with_variant(ServerText(), "postgresql")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

HEAD = "0007"  # the newest migration; a test compares it with the folder of migrations


def _of(parent: str, name: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{parent}.id", ondelete="CASCADE"), primary_key=True)


def _dates(prefix: str) -> tuple[Column[object], Column[object]]:
    return Column(f"{prefix}_earliest", Date), Column(f"{prefix}_latest", Date)


# ---- what was read -------------------------------------------------------------------------------------------------

ledger = Table(
    "ledger",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),  # the first of its sources
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("address", Text, index=True),
    *_dates("published"),
    Column("language", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # everything but the text and the sources
)
Index("ix_documents_source", documents.c.source)
Index("ix_documents_sha256", documents.c.sha256)
Index("ix_documents_published", documents.c.published_latest, documents.c.published_earliest)

sources = Table(  # where each document is found, and what is said of it there
    "sources",
    metadata,
    Column("document", Text, primary_key=True),  # its row may come and go while it is read again
    Column("source", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("said", Text, primary_key=True),
)

texts = Table(  # what is looked for in them, `search` keeps: in SQLite beside them, on a server in a column
    "texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    _of("documents", "document"),
    Column("key", Text, nullable=False),  # of bytes, what was given, registers, model and code
    Column("body", LargeBinary, nullable=False),
)

Index("ix_findings_keys", findings.c.document, findings.c.key)  # covers what tells whether a document is new

inferred = Table(
    "inferred",
    metadata,
    _of("documents", "document"),
    Column("key", Text, primary_key=True),  # of the findings' key and the inferred day
    Column("body", LargeBinary, nullable=False),  # findings read again with that day
)

rejects = Table(
    "rejects",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("detail", Text, primary_key=True),
)

changes = Table(  # what each join changed in the record, in the order of time: no part of the record
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("engagement", Text, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# ---- the record ----------------------------------------------------------------------------------------------------

dated = Table(  # documents that the join dated, with the day it gave them
    "dated",
    metadata,
    _of("documents", "document"),
    *_dates("published"),
    Column("body", LargeBinary, nullable=False),
)

families = Table(
    "families",
    metadata,
    Column("id", Text, primary_key=True),
    Column("canonical", Text, nullable=False),
    Column("size", Integer, nullable=False),  # documents, with the canonical
    Column("body", LargeBinary, nullable=False),
)
family_members = Table(
    "family_members",
    metadata,
    _of("families", "family"),
    Column("document", Text, primary_key=True, index=True),
    Column("relation", Text, nullable=False),
    Column("score", Float, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text, index=True),
    Column("named", Boolean, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
actor_names = Table(
    "actor_names",
    metadata,
    _of("actors", "actor"),
    Column("folded", Text, primary_key=True),  # " wang yi ": lower case, without accents, between spaces
)

engagements = Table(
    "engagements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False, index=True),
    *_dates("date"),
    Column("place", Text),
    Column("country", Text),
    Column("part_of", Text, index=True),
    Column("rescheduled_as", Text, index=True),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("generic", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("ix_engagements_date", engagements.c.date_earliest, engagements.c.date_latest)
engagement_participants = Table(
    "engagement_participants",
    metadata,
    _of("engagements", "engagement"),
    Column("actor", Text, primary_key=True, index=True),
    Column("part", Text, primary_key=True),
)
engagement_issues = Table(
    "engagement_issues", metadata, _of("engagements", "engagement"), Column("issue", Text, primary_key=True, index=True)
)
engagement_reports = Table(
    "engagement_reports",
    metadata,
    _of("engagements", "engagement"),
    Column("document", Text, primary_key=True, index=True),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("speaker", Text, index=True),
    Column("addressee", Text, index=True),
    Column("retells", Text, index=True),
    Column("body", LargeBinary, nullable=False),
)
Index("ix_statements_document", statements.c.document, statements.c.start)
statement_issues = Table(
    "statement_issues", metadata, _of("statements", "statement"), Column("issue", Text, primary_key=True, index=True)
)

quotations = Table(  # those whose words were changed on the way
    "quotations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("tense", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    *_dates("date"),
    Column("retells", Text, index=True),
    Column("body", LargeBinary, nullable=False),
)
Index("ix_events_document", events.c.document, events.c.start)
Index("ix_events_date", events.c.date_earliest, events.c.type)
event_actors = Table(
    "event_actors",
    metadata,
    _of("events", "event"),
    Column("actor", Text, primary_key=True, index=True),
    Column("side", Text, primary_key=True),  # actor or recipient
)
event_contexts = Table(
    "event_contexts", metadata, _of("events", "event"), Column("context", Text, primary_key=True, index=True)
)


def _spotted(name: str, *more: Column[object]) -> Table:
    """A table of things seen at a place of a document, in the order of the text."""
    return Table(
        name,
        metadata,
        Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
        Column("document", Text, nullable=False),
        Column("start", Integer, nullable=False),
        *more,
        Column("body", LargeBinary, nullable=False),
    )


mentions = _spotted("mentions", Column("actor", Text, index=True))
times = _spotted("times")
places = _spotted("places")
issues = _spotted("issues", Column("issue", Text, index=True))
for _table in (mentions, times, places, issues):
    Index(f"ix_{_table.name}_document", _table.c.document, _table.c.start)

outlook = Table(
    "outlook",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("holder", Text),
    Column("about", Text, index=True),
    Column("outcome", Text, nullable=False),
    *_dates("by"),
    Column("body", LargeBinary, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("person", Boolean, nullable=False),  # made by a person: kept by every join
    Column("body", LargeBinary, nullable=False),
)

# ---- what the join keeps, so that the next one need not begin anew ---------------------------------------------------

kept_documents = Table(
    "kept_documents",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, nullable=False),  # of the findings that were joined
    Column("second_hand", Boolean, nullable=False),  # a machine changed its words
    Column("datable", Boolean, nullable=False),  # it is undated, and another report could date it
    Column("last", Date),  # on which it can have appeared
    Column("prints", LargeBinary, nullable=False),  # of its statements
)
kept_actors = Table(  # the actors of each document, and who they are
    "kept_actors",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("actor", Text, nullable=False, index=True),
    Column("name", Text, index=True),  # of a named person
    Column("body", LargeBinary, nullable=False),
)
kept_names = Table(  # names of persons, by what those share that can be joined
    "kept_names", metadata, Column("block", Text, primary_key=True), Column("name", Text, primary_key=True, index=True)
)
kept_sums = Table(  # what all documents say of an actor
    "kept_sums", metadata, Column("actor", Text, primary_key=True), Column("body", LargeBinary, nullable=False)
)
kept_engagements = Table(  # the engagements of each document, and which they are
    "kept_engagements",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("engagement", Text, nullable=False, index=True),
    Column("part", Text, nullable=False, index=True),  # what can be joined, directly or not, has the same
    Column("body", LargeBinary, nullable=False),
)
kept_blocks = Table(  # what engagements share that can be one, and the months in which
    "kept_blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
    Column("key", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)
kept_prints = Table(  # words on end that statements quote, as numbers
    "kept_prints",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", Text, primary_key=True),
)
kept_runs = (
    Table(  # words on end of quotations whose wordings differ, and the documents of these: a new one would be evidence
        "kept_runs",
        metadata,
        Column("run", BigInteger, primary_key=True, autoincrement=False),
        Column("document", Text, primary_key=True, index=True),
    )
)
kept_quotations = Table(  # the documents that have one quotation, in the same words or not
    "kept_quotations",
    metadata,
    Column("quotation", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
)
kept_plain = Table(  # engagements as they are without what others show of them and people set right, where that differs
    "kept_plain",
    metadata,
    Column("engagement", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    *_dates("date"),
    Column("body", LargeBinary, nullable=False),
)
kept_copies = Table(  # the index of copies, by what was changed at once
    "kept_copies",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("ids", LargeBinary, nullable=False),
    Column("digests", LargeBinary, nullable=False),
    Column("orders", LargeBinary, nullable=False),
    Column("filed", LargeBinary, nullable=False),
    Column("keys", LargeBinary, nullable=False),
    Column("owners", LargeBinary, nullable=False),
    Column("candidates", LargeBinary, nullable=False),
    Column("strengths", LargeBinary, nullable=False),
    Column("verbatims", LargeBinary, nullable=False),
    Column("copies", LargeBinary, nullable=False),
    Column("gone", LargeBinary, nullable=False),
)

KEPT_TABLES = (
    kept_documents, kept_actors, kept_names, kept_sums, kept_engagements, kept_blocks, kept_prints, kept_runs,
    kept_quotations, kept_plain, kept_copies,
)  # fmt: skip

RECORD_TABLES = (
    dated, family_members, families, actor_names, actors, engagement_participants, engagement_issues, engagement_reports,
    engagements, statement_issues, statements, quotations, event_actors, event_contexts, events, mentions, times, places, issues,
    outlook,
)  # fmt: skip


def ddl() -> str:
    """The tables as SQL statements."""
    made = [str(CreateTable(table)).strip() for table in metadata.sorted_tables]
    made += [
        str(CreateIndex(index)).strip() for table in metadata.sorted_tables for index in sorted(table.indexes, key=_name)
    ]
    return ";\n\n".join(made) + ";"


def _name(index: Index) -> str:
    return str(index.name)
