"""Workers: processes of their own that read items, each with its model.

Comes in: batches of items. Goes out: an `Outcome` for each item, in the order of the items whichever worker is faster, so
that the database is the same whatever the number of workers. A worker that dies (out of memory, killed) is replaced, and the
item it had in hand is read once more, alone; one that takes its worker with it again is set aside. What a worker cannot
mend (a missing model, a bug where bugs are to crash) ends the run.

Workers are started as programs, not forked and not through `multiprocessing`: a fork copies the threads' locks of a progress
bar or of a matrix library in whatever state they are, and a spawned process runs the caller's script again.
"""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self, cast

from memcon.flow.items import Outcome
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.document import RawItem
from memcon.model.errors import MemconError, MissingAsset
from memcon.model.record import Reject

WORKER_DIED = "reading it ended the worker"  # the reason for which such an item is set aside
AHEAD = 4  # batches a worker that may be under way: one slow report holds back the writing, not the reading, until then
STILLBORN = 3  # workers that may die before they are ready
SOURCES = Path(__file__).parents[2]


@dataclass(slots=True, eq=False)
class Batch:
    """Items read together, and what became of the first of them so far."""

    items: list[RawItem]
    outcomes: deque[Outcome] = field(default_factory=deque)
    done: int = 0
    suspect: bool = False  # is the next item the one that a worker died of?

    @property
    def complete(self) -> bool:
        return self.done == len(self.items)

    def put(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.done += 1
        self.suspect = False


@dataclass(slots=True, eq=False)
class Worker:
    """A process, the batch it has in hand, and how many answers it still owes."""

    process: "subprocess.Popen[bytes]"
    ready: bool = False
    batch: Batch | None = None
    owes: int = 0

    def give(self, batch: Batch) -> None:
        """The rest of a batch, or its next item alone where a worker died of it."""
        rest = batch.items[batch.done :]
        items = rest[:1] if batch.suspect else rest
        self.batch, self.owes = batch, len(items)
        with suppress(OSError):  # where it has died, its listener says so
            send(cast(BinaryIO, self.process.stdin), Task(tuple(items)))

    def take(self, outcome: Outcome) -> Batch | None:
        """Note what became of the item in hand. The batch, where others are to read the rest of it."""
        batch = self.batch
        assert batch is not None
        batch.put(outcome)
        self.owes -= 1
        if self.owes:
            return None
        self.batch = None
        return None if batch.complete else batch

    def end(self) -> None:
        self.process.kill()  # it holds nothing that is worth waiting for
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe and not pipe.closed:
                with suppress(OSError):
                    pipe.close()


class Pool:
    """Some workers. Use it in a `with`; leaving it ends them."""

    def __init__(self, size: int, model: str | None = None) -> None:
        self.ready_at: float | None = None  # when the first worker had loaded its model
        self._size = size
        self._model = model
        self._workers: list[Worker] = []
        self._said: SimpleQueue[tuple[Worker, Answer | None]] = SimpleQueue()
        self._stillborn = 0

    def __enter__(self) -> Self:
        for _ in range(self._size):
            self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def read(self, batches: Iterable[list[RawItem]]) -> Iterator[Outcome]:
        """What becomes of each item, in order."""
        coming = iter(batches)
        under_way: deque[Batch] = deque()
        waiting: deque[Batch] = deque()
        ended = False
        while True:
            while not ended and len(under_way) < AHEAD * self._size and len(waiting) < self._size:
                items = next(coming, None)
                ended = items is None
                if items:
                    under_way.append(Batch(items))
                    waiting.append(under_way[-1])
            for worker in self._workers:
                if waiting and worker.ready and worker.batch is None:
                    worker.give(waiting.popleft())
            drained = False
            while under_way and (under_way[0].outcomes or under_way[0].complete):
                yield from _drain(under_way)
                drained = True
            if ended and not under_way:
                return
            if not drained:  # else there is room for more batches: workers without one say nothing that could be waited for
                self._hear(waiting)

    def _hear(self, waiting: deque[Batch]) -> None:
        """Take in the next thing that a worker says."""
        worker, answer = self._said.get()
        if answer is None:
            self._replace(worker, waiting)
        elif answer.missing is not None:
            raise MissingAsset(answer.missing)
        elif answer.broken is not None:
            raise RuntimeError(f"a worker met a bug:\n{answer.broken}")
        elif answer.outcome is None:
            worker.ready = True
            self.ready_at = self.ready_at or monotonic()
        elif batch := worker.take(answer.outcome):
            waiting.appendleft(batch)

    def _replace(self, dead: Worker, waiting: deque[Batch]) -> None:
        """Another worker in the place of a dead one; the item it had in hand is to be read once more, alone, or set aside."""
        code = dead.process.wait()
        dead.end()
        self._workers.remove(dead)
        self._stillborn = 0 if dead.ready else self._stillborn + 1
        if self._stillborn >= STILLBORN:
            raise MemconError(f"workers end before they begin (code {code}); try with one process: --workers 1")
        if batch := dead.batch:
            if batch.suspect:
                source = batch.items[batch.done].source
                batch.put(Outcome(reject=Reject(source, WORKER_DIED, f"twice, with code {code}; is memory short?")))
            else:
                batch.suspect = True
            if not batch.complete:
                waiting.appendleft(batch)
        self._start()

    def _start(self) -> None:
        paths = os.pathsep.join([str(SOURCES), *filter(None, [os.environ.get("PYTHONPATH")])])
        # One thread each: see `annotate.parser`.
        environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONPATH": paths}
        command = [sys.executable, "-m", "memcon.flow.worker", *filter(None, [self._model])]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        worker = Worker(process)
        self._workers.append(worker)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()

    def _listen(self, worker: Worker) -> None:
        """Pass on what a worker says until it says no more."""
        for answer in receive(cast(BinaryIO, worker.process.stdout), Answer):
            self._said.put((worker, answer))
        self._said.put((worker, None))


def _drain(under_way: deque[Batch]) -> Iterator[Outcome]:
    """What is there of the oldest batch; once it is complete, it goes."""
    batch = under_way[0]
    while batch.outcomes:
        yield batch.outcomes.popleft()
    if batch.complete and not batch.outcomes:
        under_way.popleft()
