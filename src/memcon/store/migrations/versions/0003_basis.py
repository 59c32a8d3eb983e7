"""The basis of a date, which was a sentence, has parts; of dates written before only that sentence is known."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

DATE = {"earliest", "latest", "value", "basis"}
PARTS = {"words": "", "anchor": None, "tense": None, "shift": None, "rule": "", "of": None}


def upgrade() -> None:
    database = op.get_bind()
    for name in sa.inspect(database).get_table_names():
        table = sa.Table(name, sa.MetaData(), autoload_with=database)
        if "body" not in table.c or not table.primary_key:
            continue
        keys = list(table.primary_key)
        for key in database.execute(sa.select(*keys)).all():
            here = sa.and_(*(column == value for column, value in zip(keys, key, strict=True)))
            body = database.execute(sa.select(table.c.body).where(here)).scalar_one()
            parts = json.dumps(with_parts(json.loads(body)), ensure_ascii=False, separators=(",", ":")).encode()
            database.execute(sa.update(table).where(here).values(body=parts))


def with_parts(value: Any) -> Any:
    """The value with every date's sentence as the reason of a basis; everything else as it is."""
    if isinstance(value, list):
        return [with_parts(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == DATE and isinstance(value["basis"], str):
        return {**value, "basis": {"kind": "other", "reason": value["basis"], **PARTS}}
    return {key: with_parts(item) for key, item in value.items()}
