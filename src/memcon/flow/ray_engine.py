"""Ray: the items of a run read by the actors of a cluster, each with its model, and pieces of its join done by them. The only module that
knows Ray, an extra: memcon[ray].

An actor has one batch at a time and no more batches are under way than the actors can soon begin. One that dies is replaced; the items
that it had in hand are read again one by one, and one that ends its actor twice is set aside. memcon must be installed on every machine.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from memcon.flow.batches import Batch, Out, T, UnderWay, set_aside
from memcon.flow.items import Outcome
from memcon.flow.joining.crew import Piece
from memcon.flow.joining.pieces import done_here
from memcon.model.document import RawItem
from memcon.model.errors import MemconError
from memcon.model.extras import Extra

STILLBORN = 3  # actors that may die before they have answered once
SOURCES = Path(__file__).parents[2]


class Reader:
    """What runs on the cluster: a model, loaded for the first batch, and batches read with it. All travels as MessagePack."""

    def __init__(self, model: str | None) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from memcon.annotate.parser import Parser

        self._parser = Parser(model)

    def read(self, batch: bytes) -> bytes:
        from memcon.flow.items import read_items

        self._parser.load()
        items = msgspec.msgpack.decode(batch, type=list[RawItem])
        return msgspec.msgpack.encode(list(read_items(items, self._parser)))

    def work(self, batch: bytes) -> bytes:
        from memcon.flow.joining.pieces import done

        return msgspec.msgpack.encode([done(piece) for piece in msgspec.msgpack.decode(batch, type=list[Piece])])


class RayEngine:
    """Actors on a Ray cluster. Use it in a `with`; leaving it ends them.

    address  of the cluster; None: a cluster of this machine alone, made for the run
    """

    def __init__(self, size: int, address: str | None = None, model: str | None = None) -> None:
        Extra("ray", "ray").require("to read on a Ray cluster")
        self._ray: Any = import_module("ray")
        self._size, self._address, self._model = size, address, model
        self._idle: list[Any] = []
        self._busy: dict[Any, tuple[Any, Batch[Any, Any]]] = {}  # what an actor was asked -> the actor, its batch
        self._stillborn = 0
        self._began = False

    def __enter__(self) -> Self:
        if not self._ray.is_initialized():
            os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # else a cluster of this machine reports itself over the network
            paths = os.pathsep.join([str(SOURCES), *filter(None, [os.environ.get("PYTHONPATH")])])
            environment = {} if self._address else {"env_vars": {"PYTHONPATH": paths}}
            here = (
                {}
                if self._address
                else {"num_cpus": self._size, "include_dashboard": False, "_node_ip_address": "127.0.0.1"}
            )
            try:
                self._ray.init(
                    address=self._address or "local",
                    runtime_env=environment,
                    logging_level="error",
                    log_to_driver=False,
                    **here,
                )
            except (ConnectionError, RuntimeError, ValueError) as problem:
                raise MemconError(
                    f"{self._address or 'Ray'}: no cluster answers ({problem}); see `ray status` there"
                ) from problem
            self._began = True
        self._idle = [self._actor() for _ in range(self._size)]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for actor in (*self._idle, *(actor for actor, _ in self._busy.values())):
            self._ray.kill(actor)
        self._idle, self._busy = [], {}
        if self._began:
            self._ray.shutdown()

    def _actor(self) -> Any:
        return self._ray.remote(num_cpus=1, max_restarts=0)(Reader).remote(self._model)

    def read(self, batches: Iterable[list[RawItem]]) -> Iterator[Outcome]:
        """What becomes of each item, in order."""
        return self._through(UnderWay(batches, self._size, set_aside))

    def work(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """What comes of each piece, in order."""
        return self._through(UnderWay(([piece] for piece in pieces), self._size, done_here))

    def _through(self, work: UnderWay[T, Out]) -> Iterator[Out]:
        while work.refill():
            while work.waiting and self._idle:
                self._ask(self._idle.pop(), work.waiting.popleft())
            if not (yield from work.pass_on()):
                self._hear(work.waiting)

    def _ask(self, actor: Any, batch: Batch[T, Out]) -> None:
        some = batch.next
        method = actor.work if isinstance(some[0], Piece) else actor.read
        self._busy[method.remote(msgspec.msgpack.encode(some))] = (actor, batch)

    def _hear(self, waiting: deque[Batch[T, Out]]) -> None:
        """Take in the next answer, or that an actor is gone."""
        (asked,), _ = self._ray.wait(list(self._busy), num_returns=1)
        actor, batch = self._busy.pop(asked)
        try:
            answer = self._ray.get(asked)
        except self._ray.exceptions.RayActorError as problem:
            self._replace(batch, problem)
        except self._ray.exceptions.RayTaskError as problem:
            self._idle.append(actor)
            if isinstance(problem.cause, MemconError):
                raise problem.cause from None
            raise RuntimeError(f"a worker met a bug:\n{problem}") from problem
        else:
            self._stillborn = 0
            kind = bytes if isinstance(batch.items[0], Piece) else Outcome
            for outcome in msgspec.msgpack.decode(answer, type=list[kind]):  # type: ignore[valid-type]
                batch.put(outcome)
            self._idle.append(actor)
        if not batch.complete:
            waiting.appendleft(batch)

    def _replace(self, batch: Batch[Any, Any], problem: Exception) -> None:
        """Another actor in the place of a dead one. Its items are read again one by one; the one that it died of twice is set aside."""
        self._stillborn += 1
        if self._stillborn > STILLBORN * self._size:
            raise MemconError(
                f"Ray's workers end before they answer ({problem}); see its logs, or read without --engine ray"
            )
        batch.lost(False, "twice; is memory short?")
        self._idle.append(self._actor())
