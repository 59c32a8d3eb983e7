"""The migrations that ship with memcon, run through Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from memcon.store.schema import metadata
from memcon.store.search import make_full_text

FOLDER = Path(__file__).parent / "migrations"


def _config(db: Connection | None = None) -> Config:
    config = Config(attributes={"connection": db})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def known_versions() -> frozenset[str]:
    """Every version that this memcon can read or bring up to date."""
    return frozenset(revision.revision for revision in ScriptDirectory.from_config(_config()).walk_revisions())


def upgrade(db: Connection) -> None:
    """Bring the database to the newest version, in the transaction that the caller opened."""
    command.upgrade(_config(db), "head")


def make(db: Connection) -> None:
    """The tables of the newest version where there are none."""
    metadata.create_all(db)
    make_full_text(db)
    db.exec_driver_sql("INSERT INTO ledger (key, value) VALUES ('generation', '0')")
    command.stamp(_config(db), "head")
