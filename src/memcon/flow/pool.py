"""Workers: processes of their own that read items, each with its model, or do pieces of a join, without one.

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
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

from memcon.flow.batches import Batch, Out, T, UnderWay, set_aside
from memcon.flow.items import Outcome
from memcon.flow.joining.crew import Piece
from memcon.flow.joining.pieces import done_here
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.document import RawItem
from memcon.model.errors import MemconError, MissingAsset

STILLBORN = 3  # workers that may die before they are ready
SOURCES = Path(__file__).parents[2]


@dataclass(slots=True, eq=False)
class Worker:
    """A process, the batch it has in hand, and how many answers it still owes."""

    process: "subprocess.Popen[bytes]"
    ready: bool = False
    batch: Batch[Any, Any] | None = None
    owes: int = 0

    def give(self, batch: Batch[Any, Any]) -> None:
        """The rest of a batch, or its next item alone where a worker died of it."""
        some = batch.next
        self.batch, self.owes = batch, len(some)
        task = Task(pieces=tuple(some)) if isinstance(some[0], Piece) else Task(tuple(some))
        with suppress(OSError):  # where it has died, its listener says so
            send(cast(BinaryIO, self.process.stdin), task)

    def take(self, outcome: Outcome | bytes) -> Batch[Any, Any] | None:
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
    """Some workers. Use it in a `with`; leaving it ends them. `joins`: they load no model and read nothing."""

    def __init__(self, size: int, model: str | None = None, joins: bool = False) -> None:
        self.ready_at: float | None = None  # when the first worker had loaded its model
        self._size = size
        self._arguments = ["--join"] if joins else [model] if model else []
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
        return self._through(UnderWay(batches, self._size, set_aside))

    def work(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """What comes of each piece, in order."""
        return self._through(UnderWay(([piece] for piece in pieces), self._size, done_here))

    def _through(self, work: UnderWay[T, Out]) -> Iterator[Out]:
        while work.refill():
            for worker in self._workers:
                if work.waiting and worker.ready and worker.batch is None:
                    worker.give(work.waiting.popleft())
            if not (
                yield from work.pass_on()
            ):  # else there is room for more: workers without a batch say nothing to wait for
                self._hear(work.waiting)

    def _hear(self, waiting: deque[Batch[T, Out]]) -> None:
        """Take in the next thing that a worker says."""
        worker, answer = self._said.get()
        if answer is None:
            self._replace(worker, waiting)
        elif answer.missing is not None:
            raise MissingAsset(answer.missing)
        elif answer.broken is not None:
            raise RuntimeError(f"a worker met a bug:\n{answer.broken}")
        elif (became := answer.outcome if answer.result is None else answer.result) is None:
            worker.ready = True
            self.ready_at = self.ready_at or monotonic()
        elif batch := worker.take(became):
            waiting.appendleft(batch)

    def _replace(self, dead: Worker, waiting: deque[Batch[T, Out]]) -> None:
        """Another worker in the place of a dead one; the item it had in hand is to be read once more, alone, or set aside."""
        code = dead.process.wait()
        dead.end()
        self._workers.remove(dead)
        self._stillborn = 0 if dead.ready else self._stillborn + 1
        if self._stillborn >= STILLBORN:
            raise MemconError(f"workers end before they begin (code {code}); try with one process: --workers 1")
        if batch := dead.batch:
            batch.lost(True, f"twice, with code {code}; is memory short?")
            if not batch.complete:
                waiting.appendleft(batch)
        self._start()

    def _start(self) -> None:
        paths = os.pathsep.join([str(SOURCES), *filter(None, [os.environ.get("PYTHONPATH")])])
        # One thread each: see `annotate.pipeline`.
        environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONPATH": paths}
        command = [sys.executable, "-m", "memcon.flow.worker", *self._arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        worker = Worker(process)
        self._workers.append(worker)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()

    def _listen(self, worker: Worker) -> None:
        """Pass on what a worker says until it says no more."""
        for answer in receive(cast(BinaryIO, worker.process.stdout), Answer):
            self._said.put((worker, answer))
        self._said.put((worker, None))


class Joiners:
    """Workers that do pieces of a join. They are started when there are some, and end with them."""

    def __init__(self, size: int) -> None:
        self._size = size

    def work(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        with Pool(self._size, joins=True) as pool:
            yield from pool.work(pieces)
