"""Where a database is, as a user names it: a file, or the address of a PostgreSQL server.

Comes in: a path, or "postgresql://user:password@host:port/name". Goes out: a `Path` or a `Server`, whose words never show the password.
"""

import re
from dataclasses import dataclass
from pathlib import Path

SERVER = re.compile(r"postgres(?:ql)?(?:\+psycopg)?:/{1,2}", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=:)[^:@/]*(?=@)")


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server. `url` is what SQLAlchemy takes."""

    url: str

    def __str__(self) -> str:
        return _PASSWORD.sub("***", self.url.replace("+psycopg", "", 1), count=1)


Address = Path | Server
Place = str | Path | Server  # as it is named


def address(given: Place) -> Address:
    """The file or the server that the words name. A path has lost one of the two slashes of an address."""
    if isinstance(given, Server):
        return given
    words = str(given)
    found = SERVER.match(words)
    return Server(f"postgresql+psycopg://{words[found.end() :]}") if found else Path(given)
