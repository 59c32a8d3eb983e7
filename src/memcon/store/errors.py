"""What SQLite says, in words that name the database and the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from memcon.model.errors import StoreError

REMEDIES = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space, or give another place with --db; what was read is safe",
    sqlite3.SQLITE_IOERR: "the disk cannot be written (full, over a quota, or failing); free some space, or give another "
    "place with --db; what was read is safe",
    sqlite3.SQLITE_READONLY: "the database is read-only; make it and its folder writable, or give another with --db",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; its folder must exist and be writable, or give another with --db",
    sqlite3.SQLITE_PERM: "the database may not be opened; change its permissions, or give another with --db",
    sqlite3.SQLITE_NOTADB: "the file is not a memcon database; give another with --db",
    sqlite3.SQLITE_CORRUPT: "the database is damaged; restore a copy, or move it away and read the reports again",
    sqlite3.SQLITE_BUSY: "another memcon is writing to the database; wait until it is done, then run this again",
    sqlite3.SQLITE_LOCKED: "another memcon is writing to the database; wait until it is done, then run this again",
}


def explain(where: str, problem: sqlite3.Error) -> StoreError:
    """The error to show for a database that SQLite refuses."""
    # The low byte of the extended code is the primary one: SQLITE_READONLY_DIRECTORY is a SQLITE_READONLY.
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    remedy = REMEDIES.get(code, "run `memcon doctor`")
    return StoreError(f"{where}: {remedy} ({problem})")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turns SQLite's refusals into StoreErrors. A wrong statement of ours (ProgrammingError and the like) stays a bug."""
    try:
        yield
    except DatabaseError as problem:
        if isinstance(problem.orig, sqlite3.Error) and _expected(problem.orig):
            raise explain(where, problem.orig) from problem
        raise
    except sqlite3.DatabaseError as problem:
        if _expected(problem):
            raise explain(where, problem) from problem
        raise


def _expected(problem: sqlite3.Error) -> bool:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF in REMEDIES
