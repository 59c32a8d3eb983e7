"""Columns that tables share: text that sorts the same on every database, the id of a parent, two days; and what knows all tables."""

from sqlalchemy import Column, Date, ForeignKey, MetaData
from sqlalchemy import Text as AnyText
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


def id_of(parent: str, name: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{parent}.id", ondelete="CASCADE"), primary_key=True)


def days(prefix: str) -> tuple[Column[object], Column[object]]:
    return Column(f"{prefix}_earliest", Date), Column(f"{prefix}_latest", Date)
