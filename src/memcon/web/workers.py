"""Several processes that answer at one port.

Comes in: a socket that listens, how to make the application, how many processes. They are forks of this one: what is loaded is there
once; each opens the database by itself. Whichever is free takes the next connection. This process only waits: it begins another where one
ends, and ends all of them on Ctrl-C or SIGTERM. Where it is killed itself, they end too.
"""

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import monotonic
from types import FrameType

import uvicorn

from memcon.model.errors import MemconError
from memcon.web.guard import Guard

BUSY = 64  # requests at once in a process, beyond which it says that it is busy
MOST = 4  # processes where no number is given
SOON = 5.0  # seconds: one that ends so soon will not do better the next time
LAST = 5  # seconds for what is being answered when the end comes

Make = Callable[[], Guard]


def usual() -> int:
    """As many processes as there are cores for this one, not more than a few."""
    if not hasattr(os, "fork"):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST))


def run(at: socket.socket, make: Make, workers: int) -> None:
    """Answer until Ctrl-C or SIGTERM. Raises MemconError where the processes cannot begin."""
    at.setblocking(False)
    if workers == 1 or not hasattr(os, "fork"):
        _answer(at, make())
        return
    gc.collect()
    gc.freeze()  # looking through it would copy it for each process
    Workers(at, make, workers).run()


def _answer(at: socket.socket, app: Guard) -> None:
    gc.collect()
    gc.freeze()  # what is loaded once stays; looking through it cost more than the pages
    gc.set_threshold(100_000, 50, 1_000)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, limit_concurrency=BUSY, h11_max_incomplete_event_size=16_384,
        timeout_graceful_shutdown=LAST,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[at])


class Workers:
    """The processes. Mutable: they come and go."""

    def __init__(self, at: socket.socket, make: Make, workers: int) -> None:
        self._at = at
        self._make = make
        self._wanted = workers
        self._running: dict[int, float] = {}  # by process, when it began
        self._ending = False
        self._alive, self._held = os.pipe()  # whose other end closes with this process

    def run(self) -> None:
        before = {number: signal.signal(number, self._end) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            while not self._ending:
                while len(self._running) < self._wanted and not self._ending:
                    self._begin()
                self._wait()
        finally:
            self._end()
            while self._running:
                self._wait()
            os.close(self._held)
            os.close(self._alive)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _begin(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        began = monotonic()
        if child := os.fork():
            self._running[child] = began
            if self._ending:  # the signal came in between
                self._end()
            return
        status = 1
        try:
            os.close(self._held)
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.default_int_handler)
            Thread(target=_end_with, args=(self._alive,), daemon=True).start()
            _answer(self._at, self._make())
            status = 0
        except KeyboardInterrupt:
            status = 0
        except MemconError as problem:
            print(problem, file=sys.stderr)
        finally:
            sys.stderr.flush()
            os._exit(status)  # what the process that it is a fork of would do at its end is not for this one

    def _wait(self) -> None:
        """Until one of them ends."""
        try:
            ended, status = os.wait()
        except ChildProcessError:
            self._running.clear()
            return
        began = self._running.pop(ended, None)
        if began is None or self._ending:
            return
        print(f"a process that shows pages ended ({os.waitstatus_to_exitcode(status)}); another begins", file=sys.stderr)
        if status and monotonic() - began < SOON:
            raise MemconError(
                "a process that shows pages ended as soon as it had begun; memcon doctor looks for the reason"
            )

    def _end(self, _: int = 0, __: FrameType | None = None) -> None:
        self._ending = True
        for child in self._running:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGTERM)


def _end_with(other: int) -> None:
    """End this process when the one that began it is gone."""
    os.read(other, 1)
    os.kill(os.getpid(), signal.SIGTERM)
