"""The migrations that ship with memcon, run through Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

FOLDER = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def known_versions() -> frozenset[str]:
    """Every version that this memcon can read or bring up to date."""
    return frozenset(revision.revision for revision in ScriptDirectory.from_config(_config()).walk_revisions())


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version, in one transaction."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
