"""What a database says, in words that name it and the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError

from memcon.model.errors import Unavailable

BUSY = "another memcon is writing to the database; wait until it is done, then run this again"
REMEDIES = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space, or give another place with --db; what was read is safe",
    sqlite3.SQLITE_IOERR: "the disk cannot be written (full, over a quota, or failing); free some space, or give another "
    "place with --db; what was read is safe",
    sqlite3.SQLITE_READONLY: "the database is read-only; make it and its folder writable, or give another with --db",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; its folder must exist and be writable, or give another with --db",
    sqlite3.SQLITE_PERM: "the database may not be opened; change its permissions, or give another with --db",
    sqlite3.SQLITE_NOTADB: "the file is not a memcon database; give another with --db",
    sqlite3.SQLITE_CORRUPT: "the database is damaged; restore a copy, or move it away and read the reports again",
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
}
# A server's, by the beginning of its SQLSTATE (PostgreSQL's manual, appendix A); the longest that fits holds.
SERVER_REMEDIES = {
    "": "the server cannot be reached, or went away; see whether it runs and take the address from its administrator; what was "
    "read is safe: run the same command again",
    "08": "the server cannot be reached, or went away; what was read is safe: run the same command again",
    "57P": "the server is shutting down or starting; what was read is safe: run the same command again when it is up",
    "28": "the server does not let you in; see the user, the password (or ~/.pgpass) and the server's pg_hba.conf",
    "3D": "there is no such database on the server; make it: createdb NAME",
    "42501": "you may not do this in the database; ask its owner for the right, or read with a user who has it",
    "25006": "the database is read-only (a standby, or set so); give the address of the one that is written to",
    "53100": "the server's disk is full; what was read is safe: free some space there, then run the same command again",
    "53": "the server has no more memory or connections; close some, then run the same command again",
    "40": BUSY,
    "55P03": BUSY,
}


def explain(where: str, problem: sqlite3.Error) -> Unavailable:
    """The error to show for a database that SQLite refuses."""
    # The low byte of the extended code is the primary one: SQLITE_READONLY_DIRECTORY is a SQLITE_READONLY.
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    remedy = REMEDIES.get(code, "run `memcon doctor`")
    return Unavailable(f"{where}: {remedy} ({problem})")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turns a database's refusals into `Unavailable`. A wrong statement of ours (ProgrammingError and the like) stays a bug."""
    try:
        yield
    except DBAPIError as problem:
        if isinstance(problem, DatabaseError) and isinstance(problem.orig, sqlite3.Error) and _expected(problem.orig):
            raise explain(where, problem.orig) from problem
        if remedy := server_remedy(problem):
            lines = [line for line in str(problem.orig).splitlines() if line.strip()]
            raise Unavailable(f"{where}: {remedy} ({lines[0] if lines else type(problem.orig).__name__})") from problem
        raise
    except sqlite3.DatabaseError as problem:
        if _expected(problem):
            raise explain(where, problem) from problem
        raise


def server_remedy(problem: DBAPIError) -> str | None:
    """What to do about a refusal of a server; None where it is no refusal, or not a server's."""
    if isinstance(problem.orig, sqlite3.Error):
        return None
    state = getattr(problem.orig, "sqlstate", None)
    if not state:
        return SERVER_REMEDIES[""] if problem.connection_invalidated or _unreachable(problem) else None
    fitting = [code for code in SERVER_REMEDIES if code and state.startswith(code)]
    return SERVER_REMEDIES[max(fitting, key=len)] if fitting else None


def went_away(problem: DBAPIError) -> bool:
    """Was the connection lost, so that the same can be tried again on another?"""
    state = getattr(problem.orig, "sqlstate", None) or ""
    lost = problem.connection_invalidated or state.startswith(("08", "57P")) or (not state and _unreachable(problem))
    return not isinstance(problem.orig, sqlite3.Error) and lost


def _unreachable(problem: DBAPIError) -> bool:
    return type(problem.orig).__name__ in ("OperationalError", "ConnectionTimeout", "InterfaceError")


def _expected(problem: sqlite3.Error) -> bool:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF in REMEDIES
