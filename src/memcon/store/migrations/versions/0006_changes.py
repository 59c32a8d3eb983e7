"""What each join changed is kept, and the address of each document, by which its versions are found."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
    )
    for column in ("at", "engagement"):
        op.create_index(op.f(f"ix_changes_{column}"), "changes", [column], unique=False)
    op.add_column("documents", sa.Column("address", sa.Text(), nullable=True))
    op.create_index(op.f("ix_documents_address"), "documents", ["address"], unique=False)
    documents = sa.table(
        "documents", sa.column("id", sa.Text), sa.column("body", sa.LargeBinary), sa.column("address", sa.Text)
    )
    database = op.get_bind()
    for number, body in database.execute(sa.select(documents.c.id, documents.c.body)).all():
        if url := json.loads(body).get("url"):
            database.execute(sa.update(documents).where(documents.c.id == number).values(address=url))
