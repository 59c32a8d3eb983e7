"""Engagements are found by what took their place."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index(op.f("ix_engagements_rescheduled_as"), "engagements", ["rescheduled_as"], unique=False)
