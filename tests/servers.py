"""A PostgreSQL server of its own for the tests that need one, in a folder that goes with them."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Letters in the order of a dictionary, as on most servers: memcon's own order must not depend on it.
LETTERS = ("--locale-provider=icu", "--icu-locale=en", "--locale=C.UTF-8")
WHERE = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


def programs() -> Path | None:
    """The folder of the server's programs, the newest where there are several; None where it is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = [
        folder for pattern in WHERE for folder in Path("/").glob(pattern.lstrip("/")) if (folder / "initdb").exists()
    ]
    return max(folders, default=None, key=lambda folder: [int(n) for n in folder.parent.name.split(".") if n.isdigit()])


@dataclass(slots=True)
class PostgresServer:
    """A server on a free port. It can be killed and started again, as machines are."""

    bin: Path
    folder: Path
    port: int
    user: str | None

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd="/", **self._as())

    def _as(self) -> dict[str, Any]:
        if self.user is None:
            return {}
        return {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []}

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-o", options, "-l", log, "start")

    def stop(self, how: str = "fast") -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", how, "-w", "stop")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.stop("immediate")

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "memcon", "-T", "template0", name)
        return f"postgresql://memcon@127.0.0.1:{self.port}/{name}"


@contextmanager
def server(folder: Path) -> Iterator[PostgresServer]:
    """A server that runs until the end. The folder must be one that its user may enter."""
    found = programs()
    assert found is not None
    user = None
    if os.getuid() == 0:  # the server refuses to run as root
        names = {u.pw_name for u in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = PostgresServer(found, folder, port, user)
    one.run("initdb", "-D", str(folder / "data"), "-U", "memcon", "-A", "trust", "-E", "UTF8", *LETTERS)
    one.start()
    try:
        yield one
    finally:
        for _ in range(3):
            try:
                one.stop("immediate")
                break
            except subprocess.CalledProcessError:
                time.sleep(0.2)
