"""The first tables, and the full-text index of the texts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FULL_TEXT = (
    "CREATE VIRTUAL TABLE texts_fts USING fts5(title, text, content='texts', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN "
    "INSERT INTO texts_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN "
    "INSERT INTO texts_fts (texts_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_state"), "actors", ["state"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("person", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_left"), "decisions", ["left"], unique=False)
    op.create_index(op.f("ix_decisions_right"), "decisions", ["right"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published_earliest", sa.Date(), nullable=True),
        sa.Column("published_latest", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index("ix_documents_sha256", "documents", ["sha256"], unique=False)
    op.create_index("ix_documents_source", "documents", ["source"], unique=False)
    op.create_table(
        "engagements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("rescheduled_as", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("generic", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagements")),
    )
    op.create_index("ix_engagements_date", "engagements", ["date_earliest", "date_latest"], unique=False)
    op.create_index(op.f("ix_engagements_status"), "engagements", ["status"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("tense", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("date_earliest", sa.Date(), nullable=True),
        sa.Column("date_latest", sa.Date(), nullable=True),
        sa.Column("retells", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index("ix_events_document", "events", ["document", "start"], unique=False)
    op.create_index(op.f("ix_events_type"), "events", ["type"], unique=False)
    op.create_table(
        "families",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_families")),
    )
    op.create_table(
        "issues",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_issues")),
    )
    op.create_index("ix_issues_document", "issues", ["document", "start"], unique=False)
    op.create_index(op.f("ix_issues_issue"), "issues", ["issue"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_ledger")),
    )
    op.create_table(
        "mentions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_actor"), "mentions", ["actor"], unique=False)
    op.create_index("ix_mentions_document", "mentions", ["document", "start"], unique=False)
    op.create_table(
        "outlook",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("by_earliest", sa.Date(), nullable=True),
        sa.Column("by_latest", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlook")),
    )
    op.create_index(op.f("ix_outlook_about"), "outlook", ["about"], unique=False)
    op.create_index(op.f("ix_outlook_document"), "outlook", ["document"], unique=False)
    op.create_table(
        "places",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_places")),
    )
    op.create_index("ix_places_document", "places", ["document", "start"], unique=False)
    op.create_table(
        "quotations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotations")),
    )
    op.create_table(
        "rejects",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "reason", "detail", name=op.f("pk_rejects")),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("addressee", sa.Text(), nullable=True),
        sa.Column("retells", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_addressee"), "statements", ["addressee"], unique=False)
    op.create_index("ix_statements_document", "statements", ["document", "start"], unique=False)
    op.create_index(op.f("ix_statements_speaker"), "statements", ["speaker"], unique=False)
    op.create_table(
        "times",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_times")),
    )
    op.create_index("ix_times_document", "times", ["document", "start"], unique=False)
    op.create_table(
        "actor_names",
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.id"], name=op.f("fk_actor_names_actor"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor", "folded", name=op.f("pk_actor_names")),
    )
    op.create_table(
        "dated",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("published_earliest", sa.Date(), nullable=True),
        sa.Column("published_latest", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_dated_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_dated")),
    )
    op.create_table(
        "engagement_issues",
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement"], ["engagements.id"], name=op.f("fk_engagement_issues_engagement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("engagement", "issue", name=op.f("pk_engagement_issues")),
    )
    op.create_index(op.f("ix_engagement_issues_issue"), "engagement_issues", ["issue"], unique=False)
    op.create_table(
        "engagement_participants",
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement"], ["engagements.id"], name=op.f("fk_engagement_participants_engagement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("engagement", "actor", "part", name=op.f("pk_engagement_participants")),
    )
    op.create_index(op.f("ix_engagement_participants_actor"), "engagement_participants", ["actor"], unique=False)
    op.create_table(
        "engagement_reports",
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engagement"], ["engagements.id"], name=op.f("fk_engagement_reports_engagement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("engagement", "document", name=op.f("pk_engagement_reports")),
    )
    op.create_index(op.f("ix_engagement_reports_document"), "engagement_reports", ["document"], unique=False)
    op.create_table(
        "event_actors",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_actors_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "actor", "side", name=op.f("pk_event_actors")),
    )
    op.create_index(op.f("ix_event_actors_actor"), "event_actors", ["actor"], unique=False)
    op.create_table(
        "event_contexts",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_contexts_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "context", name=op.f("pk_event_contexts")),
    )
    op.create_index(op.f("ix_event_contexts_context"), "event_contexts", ["context"], unique=False)
    op.create_table(
        "family_members",
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["family"], ["families.id"], name=op.f("fk_family_members_family"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("family", "document", name=op.f("pk_family_members")),
    )
    op.create_index(op.f("ix_family_members_document"), "family_members", ["document"], unique=False)
    op.create_table(
        "findings",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_findings_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_findings")),
    )
    op.create_table(
        "inferred",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_inferred_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "key", name=op.f("pk_inferred")),
    )
    op.create_table(
        "statement_issues",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.id"], name=op.f("fk_statement_issues_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement", "issue", name=op.f("pk_statement_issues")),
    )
    op.create_index(op.f("ix_statement_issues_issue"), "statement_issues", ["issue"], unique=False)
    op.create_table(
        "texts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_texts_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_texts")),
        sa.UniqueConstraint("document"),
    )
    op.bulk_insert(
        sa.table("ledger", sa.column("key", sa.Text), sa.column("value", sa.Text)), [{"key": "generation", "value": "0"}]
    )
    for statement in FULL_TEXT:
        op.execute(statement)
