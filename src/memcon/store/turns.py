"""Turns: several programs on one database, of which one writes at a time and the last one joins.

A writer takes its turn at the beginning of its transaction and waits for it (`take_turn`). All who read reports into a database
are known to each other while they read (`Readers`): who ends while others still read leaves the join to these. What they hold is a
lock of the file system or of the server, so that it is gone with a process that is killed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Protocol

from sqlalchemy import Connection, Engine

from memcon.model.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows: each who ends joins, and the writers' turns keep them apart
    fcntl = None  # type: ignore[assignment]

WRITES = "memcon_writes"  # the execution option of a connection that will write
SAID_AFTER = 1.0  # seconds after which the wait is told
LONGEST = 1800.0  # seconds: the join of a large record is one turn
READING, ENDING, WRITING = 7_361_001, 7_361_002, 7_361_003  # a server's advisory locks: numbers that are nobody else's

Waiting = Callable[[str], None]


def take_turn(take: Callable[[], bool], where: str, waiting: Waiting | None) -> None:
    """Try until it is taken; say once that it takes long. Raises StoreError where it takes too long."""
    began, pause, said = monotonic(), 0.002, False
    while not take():
        waited = monotonic() - began
        if waited > LONGEST:
            raise StoreError(
                f"{where}: another memcon has been writing for {LONGEST / 60:.0f} minutes; see whether it still runs"
            )
        if waited > SAID_AFTER and not said and waiting:
            waiting(
                f"{where}: another memcon is writing; waiting for it to finish (Ctrl-C gives up; what was read is safe)"
            )
            said = True
        sleep(pause)
        pause = min(pause * 1.5, 0.1)


class Locks(Protocol):
    """The two locks by which those who read know of each other: many may hold the first, one the second."""

    def share(self) -> None: ...
    def end(self) -> None: ...
    def alone(self) -> bool: ...
    def close(self) -> None: ...


@dataclass(slots=True)
class Readers:
    """Those who read into a database now, seen by one of them."""

    locks: Locks | None

    def last(self) -> bool:
        """Stop being one of them. True for the one who leaves nobody behind."""
        if self.locks is None:
            return True
        self.locks.end()
        return self.locks.alone()


@contextmanager
def readers(engine: Engine, path: Path | None) -> Iterator[Readers]:
    """Be one of those who read. `path`: of a file's database; None for a server's, and for one in memory."""
    locks: Locks | None = None
    if engine.dialect.name == "postgresql":
        locks = _ServerLocks(engine)
    elif path is not None and fcntl is not None:
        with suppress(OSError):  # a folder in which nothing can be made: then nobody else can write here either
            locks = _FileLocks(path)
    try:
        if locks:
            locks.share()
        yield Readers(locks)
    finally:
        if locks:
            locks.close()


class _FileLocks:
    """Locks on two small files beside the database, taken away by the last who reads."""

    def __init__(self, path: Path) -> None:
        self._paths = [path.with_name(path.name + end) for end in ("-readers", "-ending")]
        self._files = [os.open(p, os.O_RDWR | os.O_CREAT, 0o666) for p in self._paths]

    def share(self) -> None:
        fcntl.flock(self._files[0], fcntl.LOCK_SH)

    def end(self) -> None:
        fcntl.flock(self._files[1], fcntl.LOCK_EX)  # one after another: two who end at once must not leave it to each other
        fcntl.flock(self._files[0], fcntl.LOCK_UN)

    def alone(self) -> bool:
        try:
            fcntl.flock(self._files[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            # Who opened them meanwhile reads beside nobody, and joins again what is joined: no harm.
            for path in self._paths:
                path.unlink(missing_ok=True)
            return True
        finally:
            for file in self._files:
                fcntl.flock(file, fcntl.LOCK_UN)

    def close(self) -> None:
        for file in self._files:
            os.close(file)


class _ServerLocks:
    """Advisory locks of a connection of their own, which the server takes back where the connection is lost."""

    def __init__(self, engine: Engine) -> None:
        self._db: Connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def share(self) -> None:
        self._ask("pg_advisory_lock_shared", READING)

    def end(self) -> None:
        self._ask("pg_advisory_lock", ENDING)
        self._ask("pg_advisory_unlock_shared", READING)

    def alone(self) -> bool:
        alone = bool(self._ask("pg_try_advisory_lock", READING))
        self._ask("pg_advisory_unlock_all")
        return alone

    def close(self) -> None:
        with suppress(Exception):  # a server that went away has taken the locks back
            self._ask("pg_advisory_unlock_all")
        self._db.close()

    def _ask(self, function: str, *key: int) -> object:
        return self._db.exec_driver_sql(f"SELECT {function}({', '.join(map(str, key))})").scalar()
