"""Watching: folders and files that somebody else fills -> what is new in them is read and joined, round by round.

Comes in: paths. Goes out: a `Round` for each time something was read. A file is read when it has stood still for a moment, and again
when its size or time changes; one that cannot be read is set aside once, until it changes. The model is loaded once. No network
connection is opened: a feed is a file that the user's own fetcher writes.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from memcon.annotate.parser import Parser
from memcon.flow.counts import Summary
from memcon.flow.plan import record_of
from memcon.flow.run import read_into
from memcon.model.changes import Change
from memcon.model.document import RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.paths import MANIFEST, Found, all_files
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

STILL = 0.5  # seconds for which a file must not have changed: its writer may be at work
SHARE = 5  # times as long as a look at all files takes is waited between two looks

Sign = tuple[int, int]  # size, time of the last change


@dataclass(frozen=True, slots=True)
class Round:
    """What was read at once, and what that changed in the record."""

    summary: Summary
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Watcher:
    """The files as they were when they were read last."""

    store: Store
    paths: Sequence[str]
    parser: Parser
    options: ReadOptions = field(default_factory=ReadOptions)
    _read: dict[Path, Sign] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _still_in: float | None = None  # seconds after which a file that had just changed at the last look can be read

    def rounds(self, every: float, once: bool = False) -> Iterator[Round]:
        """A round each time that something is new. `every`: seconds between two looks; `once`: one look alone."""
        if once:
            time.sleep(STILL)
        while True:
            began = time.monotonic()
            if (found := self.look()) is not None:
                yield found
            if once:
                return
            pause = max(every, SHARE * (time.monotonic() - began) if found is None else 0)
            time.sleep(min(pause, self._still_in or pause))

    def look(self) -> Round | None:
        """Read what is new; None where nothing is."""
        waiting, rejects = self._new()
        if not waiting and not rejects:
            return None
        changes: list[Change] = []
        items = (i for some in (rejects, read_paths(waiting, self.options)) for i in some)
        summary = read_into(self.store, items, self.parser, changes=changes)
        return Round(summary, tuple(changes))

    def _new(self) -> tuple[list[Path], list[Reject]]:
        """The files that are new or otherwise now, in the order of their names, and what is newly wrong with the paths."""
        waiting: list[Path] = []
        rejects: list[Reject] = []
        manifests: dict[Path, Sign | None] = {}
        now, self._still_in = time.time(), None
        for found in all_files(self.paths):
            if isinstance(found, Reject):
                if (found.source, found.reason) not in self._told and found.reason != "nothing to read":
                    self._told.add((found.source, found.reason))
                    rejects.append(found)
                continue
            folder = found.path.parent
            if folder not in manifests:
                manifests[folder] = self._changed(folder / MANIFEST)
            sign = _sign(found)
            if sign is None:
                continue
            if (left := STILL - (now - sign[1] / 1e9)) > 0:
                self._still_in = min(left, STILL, self._still_in or STILL)
                continue
            if sign != self._read.get(found.path) or manifests[folder]:
                self._read[found.path] = sign
                waiting.append(found.path)
        for folder, changed in manifests.items():
            if changed:
                self._read[folder / MANIFEST] = changed
        return waiting, rejects

    def _changed(self, manifest: Path) -> Sign | None:
        """The sign of a manifest that is another now: what it says of its files may be, too."""
        sign = _sign(Found(manifest, named=False))
        return sign if sign != self._read.get(manifest) else None


def make_ready(parser: Parser) -> None:
    """Load the model and the tables, and read and join a sentence in memory: a report that comes need not wait for what is done once."""
    words = b"The minister of Peru met Ana Bela in Oslo on Monday, an official said."
    record_of([RawItem("ready", words, "text/plain", sha256_of(words))], parser)


def _sign(found: Found) -> Sign | None:
    try:
        status = found.path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
