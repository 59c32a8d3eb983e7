"""A database that cannot be used says why and what to do; what was written stays."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import records
from memcon.model.dates import Basis, BasisKind
from memcon.model.errors import StoreError, Unavailable
from memcon.model.findings import Findings
from memcon.store import database, migrate, schema, turns
from memcon.store.store import Store

NOBODY = 65534


def tables_of(path: Path) -> dict[str, object]:
    """The tables, indexes and triggers of a file, each table with its columns in no order."""
    with sqlite3.connect(path) as db:
        kinds = dict(db.execute("SELECT name, type FROM sqlite_master"))
        columns = {
            name: sorted(db.execute(f"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{name}')"))
            for name, kind in kinds.items()
            if kind == "table"
        }
        ledger = db.execute("SELECT key, value FROM ledger").fetchall()
    return {"kinds": kinds, "columns": columns, "ledger": ledger}


def test_the_migrations_make_what_a_new_database_has(tmp_path: Path) -> None:
    Store(tmp_path / "new.db").close()
    with database._engine(tmp_path / "migrated.db", read_only=False).begin() as db:
        migrate.upgrade(db)
        context = MigrationContext.configure(
            db, opts={"include_name": lambda name, *_: not str(name).startswith("texts_fts")}
        )
        assert compare_metadata(context, schema.metadata) == []
    assert tables_of(tmp_path / "new.db") == tables_of(tmp_path / "migrated.db")


def test_the_version_that_the_code_expects_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(migrate._config()).get_current_head() == schema.HEAD


def test_a_database_of_a_newer_memcon_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"newer memcon.*9999.*upgrade memcon"):
            Store(path, read_only)


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_an_older_database_is_brought_up_to_date(read_only: bool, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    engine = database._engine(path, read_only=False)
    with engine.begin() as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with Store(path, read_only) as store:
        assert store.count() == (0, 0)
    assert database._version(engine, path) == schema.HEAD


def test_a_date_written_before_its_basis_had_parts_keeps_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    paper = records.document()
    with Store(path) as store:
        store.add(paper, records.found_in(paper), "key")
    with sqlite3.connect(path) as connection:
        for (body,) in connection.execute("SELECT body FROM documents").fetchall():
            fields = json.loads(body)
            fields["published"]["basis"] = "as the manifest says"
            connection.execute("UPDATE documents SET body = ?", (json.dumps(fields).encode(),))
        for later in (
            "TABLE sources",
            "TABLE changes",
            "INDEX ix_documents_address",
            "INDEX ix_engagements_rescheduled_as",
        ):
            connection.execute(f"DROP {later}")
        connection.execute("ALTER TABLE documents DROP COLUMN address")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    with Store(path) as store:
        (read,) = store.documents()
    assert read.published.basis == Basis(BasisKind.OTHER, reason="as the manifest says")
    assert (read.published.earliest, str(read.published.basis)) == (paper.published.earliest, "as the manifest says")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and quite long ones. " * 100)
    with pytest.raises(StoreError, match="not a memcon database"):
        Store(path)
    assert path.read_text().startswith("These are notes")


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreError, match="not one of memcon's"):
        Store(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path)


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        Store(tmp_path / "file" / "deep" / "record.db")


def test_asking_a_database_that_is_not_there_says_to_read_first(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="read some reports first"):
        Store(tmp_path / "none.db", read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    Store(path).close()
    monkeypatch.setattr(turns, "LONGEST", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    d = records.document()
    with pytest.raises(StoreError, match="another memcon has been writing"):
        Store(path).add(d, Findings(d.id), "key")
    other.close()


def _as_nobody(code: str, *arguments: str) -> str:
    """What some Python prints that runs as a user who may write nothing here; root may write everywhere."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


OPEN = f"""
import os, sys
from pathlib import Path
import memcon.store.migrate, sqlalchemy.dialects.sqlite
from memcon.store.store import Store
from memcon.model.dates import Basis, BasisKind
from memcon.model.errors import StoreError
if os.getuid() == 0:
    os.setuid({NOBODY})
try:
    with Store(Path(sys.argv[1]), read_only=sys.argv[2] == "r") as store:
        if sys.argv[2] == "w":
            store.check_writable()
        print(store.count())
except StoreError as error:
    print("StoreError", error)
"""


@pytest.fixture
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that may be read by everybody and written by nobody, in such a folder."""
    folder = tmp_path_factory.mktemp("locked")
    path = folder / "record.db"
    with Store(path) as store:
        d = records.document()
        store.add(d, Findings(d.id), "key")
    path.chmod(0o444)
    folder.chmod(0o555)
    parent = folder.parent
    while os.getuid() == 0 and not parent.stat().st_mode & 0o001:
        parent.chmod(0o755)
        parent = parent.parent
    return path


def test_a_read_only_database_can_be_asked(locked: Path) -> None:
    assert _as_nobody(OPEN, str(locked), "r").startswith("(1, ")


def test_a_read_only_database_cannot_be_written_and_says_so(locked: Path) -> None:
    told = _as_nobody(OPEN, str(locked), "w")
    assert told.startswith("StoreError") and "writable" in told and str(locked) in told


def test_a_database_in_a_read_only_folder_cannot_be_made_and_says_so(locked: Path) -> None:
    told = _as_nobody(OPEN, str(locked.parent / "other.db"), "w")
    assert told.startswith("StoreError") and "writable" in told


FILL = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
import records
from memcon.store.store import Store
from memcon.model.dates import Basis, BasisKind
from memcon.model.errors import StoreError
store = Store(Path(sys.argv[1]))
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 800_000, size + 800_000))
kept = 0
try:
    for n in range(500):
        d = records.document(records.TEXT + f"Copy {n}. " * 200, f"{n}.txt")
        store.add(d, records.found_in(d), "key")
        kept += 1
except StoreError as error:
    print(kept)
    print("StoreError", error)
"""


def test_a_full_disk_is_told_and_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    tests = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", FILL, str(path), tests], capture_output=True, text=True, check=False)
    kept, told = done.stdout.splitlines()[:2]
    assert told.startswith("StoreError") and "free some space" in told
    with Store(path) as store:
        assert store.count()[0] == int(kept) > 0
        assert len(store.findings()) == int(kept)


def test_a_large_log_is_emptied_when_its_writer_ends_though_others_have_the_database_open(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Store(path).close()
    with Store(path, read_only=True) as reader:
        assert reader.count() == (0, 0)
        with Store(path) as writer:
            writer.add(paper := records.document(), Findings(paper.id), "key")
        assert (tmp_path / "record.db-wal").stat().st_size == 0
        assert reader.count()[0] == 1


def test_who_reads_goes_on_to_the_file_that_took_the_place_of_another(tmp_path: Path) -> None:
    path, other = tmp_path / "record.db", tmp_path / "other.db"
    Store(path).close()
    with Store(other) as store:
        store.add(paper := records.document(), Findings(paper.id), "key")
    with Store(path, read_only=True) as reader:
        assert reader.count()[0] == 0
        other.replace(path)
        assert reader.count()[0] == 1


def test_a_database_that_vanishes_while_it_is_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Store(path).close()
    with Store(path, read_only=True) as reader:
        assert reader.count() == (0, 0)
        path.unlink()
        with pytest.raises(Unavailable, match="there is no database"):
            reader.count()
