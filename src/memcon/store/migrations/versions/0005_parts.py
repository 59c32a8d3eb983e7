"""What the join keeps, so that any change of documents and decisions can be joined in part: it is kept anew by the next join."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

BLOBS = ("ids", "digests", "orders", "filed", "keys", "owners", "candidates", "strengths", "verbatims", "copies", "gone")
REMADE = ("kept_documents", "kept_runs", "kept_copies", "kept_quotations", "kept_plain")
EMPTIED = ("kept_actors", "kept_names", "kept_sums", "kept_engagements", "kept_blocks", "kept_prints")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _blob(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _table(name: str, key: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))


def upgrade() -> None:
    for name in REMADE:
        op.execute(f"DROP TABLE IF EXISTS {name}")
    for name in EMPTIED:
        op.execute(f"DELETE FROM {name}")
    op.execute("DELETE FROM ledger WHERE key = 'joined'")
    flags: list[sa.Column[Any]] = [sa.Column(name, sa.Boolean(), nullable=False) for name in ("second_hand", "datable")]
    last: sa.Column[Any] = sa.Column("last", sa.Date(), nullable=True)
    _table("kept_documents", ("document",), _text("document"), _text("key"), *flags, last, _blob("prints"))
    run: sa.Column[Any] = sa.Column("run", sa.BigInteger(), autoincrement=False, nullable=False)
    _table("kept_runs", ("run", "document"), run, _text("document"))
    number: sa.Column[Any] = sa.Column("number", sa.Integer(), nullable=False)
    _table("kept_copies", ("number",), number, *map(_blob, BLOBS))
    _table("kept_quotations", ("quotation", "document"), _text("quotation"), _text("document"))
    days: list[sa.Column[Any]] = [sa.Column(f"date_{end}", sa.Date(), nullable=True) for end in ("earliest", "latest")]
    _table("kept_plain", ("engagement",), _text("engagement"), _text("kind"), _text("status"), *days, _blob("body"))
    for table, column in (("kept_runs", "document"), ("kept_quotations", "document")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
