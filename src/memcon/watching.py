"""Watching for Python programs: what is new in folders and files, read as it comes, and what that changes in the record.

Comes in: paths that somebody else fills, a database. Goes out: a `Watched` each time that something was read. Raises `MemconError`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.api import default_db
from memcon.model.changes import Change
from memcon.model.record import Actor
from memcon.store.address import Place
from memcon.store.store import Store

if TYPE_CHECKING:
    from memcon.flow.counts import Summary


@dataclass(frozen=True, slots=True)
class Watched:
    """What was read at once, what that changed, and by id the actors of what changed."""

    summary: "Summary"
    changes: tuple[Change, ...]
    actors: dict[str, Actor]


def watch(
    paths: Iterable[str | Path],
    db: Place | None = None,
    *,
    every: float = 0.5,
    once: bool = False,
    model: str | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Iterator[Watched]:
    """Read what is new in folders and files, now and every so many seconds, without end; `once`: now alone.

    waiting  called with a sentence where another program writes and this one waits for its turn
    """
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.flow.watching import Watcher, make_ready

    parser = Parser(model)
    make_ready(parser)
    with Store(db or default_db(), waiting=waiting) as store:
        watcher = Watcher(store, [str(path) for path in paths], parser)
        for found in watcher.rounds(every, once):
            ids = (p.actor for c in found.changes for p in c.engagement.participants)
            yield Watched(found.summary, found.changes, store.actors(ids))
