"""The tables: what was read (documents, findings, rejects) and the record that was joined from it.

A row has columns for what is looked for and sorted by, and a `body` that holds the whole value as JSON, so that what
comes out is exactly what went in. Of the tables of the record a join rewrites what differs; tables of the reading change by one
document at a time. What the join keeps for the next one has tables of its own (`store/kept_tables.py`). The migrations make all of
them; a test compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from memcon.store import kept_tables  # noqa: F401 - `metadata` knows its tables too
from memcon.store.columns import Text, days, id_of
from memcon.store.columns import metadata as metadata  # of the whole schema

HEAD = "0007"  # the newest migration; a test compares it with the folder of migrations


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
    *days("published"),
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
    id_of("documents", "document"),
    Column("key", Text, nullable=False),  # of bytes, what was given, registers, model and code
    Column("body", LargeBinary, nullable=False),
)

Index("ix_findings_keys", findings.c.document, findings.c.key)  # covers what tells whether a document is new

inferred = Table(
    "inferred",
    metadata,
    id_of("documents", "document"),
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
    id_of("documents", "document"),
    *days("published"),
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
    id_of("families", "family"),
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
    id_of("actors", "actor"),
    Column("folded", Text, primary_key=True),  # " wang yi ": lower case, without accents, between spaces
)

engagements = Table(
    "engagements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False, index=True),
    *days("date"),
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
    id_of("engagements", "engagement"),
    Column("actor", Text, primary_key=True, index=True),
    Column("part", Text, primary_key=True),
)
engagement_issues = Table(
    "engagement_issues", metadata, id_of("engagements", "engagement"), Column("issue", Text, primary_key=True, index=True)
)
engagement_reports = Table(
    "engagement_reports",
    metadata,
    id_of("engagements", "engagement"),
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
    "statement_issues", metadata, id_of("statements", "statement"), Column("issue", Text, primary_key=True, index=True)
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
    *days("date"),
    Column("retells", Text, index=True),
    Column("body", LargeBinary, nullable=False),
)
Index("ix_events_document", events.c.document, events.c.start)
Index("ix_events_date", events.c.date_earliest, events.c.type)
event_actors = Table(
    "event_actors",
    metadata,
    id_of("events", "event"),
    Column("actor", Text, primary_key=True, index=True),
    Column("side", Text, primary_key=True),  # actor or recipient
)
event_contexts = Table(
    "event_contexts", metadata, id_of("events", "event"), Column("context", Text, primary_key=True, index=True)
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
    *days("by"),
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
