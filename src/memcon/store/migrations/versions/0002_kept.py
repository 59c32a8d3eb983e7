"""What the join keeps, so that a few new documents are joined to a record without making it anew."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _blob(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _table(name: str, key: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))


def upgrade() -> None:
    second_hand: sa.Column[Any] = sa.Column("second_hand", sa.Boolean(), nullable=False)
    _table("kept_documents", ("document",), _text("document"), _text("key"), second_hand)
    _table(
        "kept_actors",
        ("document", "key"),
        _text("document"),
        _text("key"),
        _number("number"),
        _text("actor"),
        sa.Column("name", sa.Text(), nullable=True),
        _blob("body"),
    )
    _table("kept_names", ("block", "name"), _text("block"), _text("name"))
    _table("kept_sums", ("actor",), _text("actor"), _blob("body"))
    _table("kept_engagements", ("document", "key"), *map(_text, ("document", "key", "engagement", "part")), _blob("body"))
    _table(
        "kept_blocks",
        ("block", "document", "key"),
        *map(_text, ("block", "document", "key")),
        *map(_number, ("first", "last")),
    )
    _table(
        "kept_prints",
        ("print", "statement"),
        sa.Column("print", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("statement"),
    )
    _table("kept_runs", ("run",), sa.Column("run", sa.BigInteger(), autoincrement=False, nullable=False))
    _table(
        "kept_copies",
        ("number",),
        _number("number"),
        *map(_blob, ("ids", "digests", "filed", "keys", "owners", "candidates", "strengths", "tied")),
    )
    for table, column in (
        ("kept_actors", "actor"),
        ("kept_actors", "name"),
        ("kept_names", "name"),
        ("kept_engagements", "engagement"),
        ("kept_engagements", "part"),
        ("kept_blocks", "document"),
        ("engagements", "part_of"),
        ("statements", "retells"),
        ("events", "retells"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.create_index("ix_events_date", "events", ["date_earliest", "type"], unique=False)
    op.create_index("ix_findings_keys", "findings", ["document", "key"], unique=False)
    op.create_index("ix_documents_published", "documents", ["published_latest", "published_earliest"], unique=False)
