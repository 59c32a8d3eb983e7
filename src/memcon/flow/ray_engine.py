"""Ray: the items of a run read by the actors of a cluster, each with its model. The only module that knows Ray, an extra: memcon[ray].

An actor has one batch at a time and no more batches are under way than the actors can soon begin. One that dies is replaced; the items
that it had in hand are read again one by one, and one that ends its actor twice is set aside. memcon must be installed on every machine.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from memcon.flow.items import Outcome
from memcon.flow.pool import WORKER_DIED
from memcon.model.document import RawItem
from memcon.model.errors import MemconError
from memcon.model.extras import Extra
from memcon.model.record import Reject

AHEAD = 4  # batches a worker that may be under way
STILLBORN = 3  # actors that may die before they have answered once
SOURCES = Path(__file__).parents[2]


class Reader:
    """What runs on the cluster: a model, and batches read with it. Batches and outcomes travel as MessagePack."""

    def __init__(self, model: str | None) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from memcon.annotate.parser import Parser

        self._parser = Parser(model)
        self._parser.load()

    def read(self, batch: bytes) -> bytes:
        from memcon.flow.items import read_items

        items = msgspec.msgpack.decode(batch, type=list[RawItem])
        return msgspec.msgpack.encode(list(read_items(items, self._parser)))


@dataclass(slots=True, eq=False)
class _Batch:
    """Items read together. `left`: those that are read one by one, because an actor died over them."""

    items: list[RawItem]
    outcomes: list[Outcome] = field(default_factory=list)
    alone: bool = False
    deaths: int = 0

    @property
    def next(self) -> list[RawItem]:
        rest = self.items[len(self.outcomes) :]
        return rest[:1] if self.alone else rest

    @property
    def complete(self) -> bool:
        return len(self.outcomes) == len(self.items)


class RayEngine:
    """Actors on a Ray cluster. Use it in a `with`; leaving it ends them.

    address  of the cluster; None: a cluster of this machine alone, made for the run
    """

    def __init__(self, size: int, address: str | None = None, model: str | None = None) -> None:
        Extra("ray", "ray").require("to read on a Ray cluster")
        self._ray: Any = import_module("ray")
        self._size, self._address, self._model = size, address, model
        self._idle: list[Any] = []
        self._busy: dict[Any, tuple[Any, _Batch]] = {}  # what an actor was asked -> the actor, its batch
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
        coming = iter(batches)
        under_way: deque[_Batch] = deque()
        waiting: deque[_Batch] = deque()
        ended = False
        while True:
            while not ended and len(under_way) < AHEAD * self._size and len(waiting) < self._size:
                items = next(coming, None)
                ended = items is None
                if items:
                    under_way.append(_Batch(items))
                    waiting.append(under_way[-1])
            while waiting and self._idle:
                self._ask(self._idle.pop(), waiting.popleft())
            while under_way and under_way[0].complete:
                yield from under_way.popleft().outcomes
            if ended and not under_way:
                return
            if self._busy:
                self._hear(waiting)

    def _ask(self, actor: Any, batch: _Batch) -> None:
        self._busy[actor.read.remote(msgspec.msgpack.encode(batch.next))] = (actor, batch)

    def _hear(self, waiting: deque[_Batch]) -> None:
        """Take in the next answer, or that an actor is gone."""
        (asked,), _ = self._ray.wait(list(self._busy), num_returns=1)
        actor, batch = self._busy.pop(asked)
        try:
            answer = self._ray.get(asked)
        except self._ray.exceptions.RayActorError as problem:
            self._replace(batch, problem)
        except self._ray.exceptions.RayTaskError as problem:
            self._idle.append(actor)
            raise RuntimeError(f"a worker met a bug:\n{problem}") from problem
        else:
            self._stillborn = 0
            batch.outcomes += msgspec.msgpack.decode(answer, type=list[Outcome])
            batch.deaths = 0
            self._idle.append(actor)
        if not batch.complete:
            waiting.appendleft(batch)

    def _replace(self, batch: _Batch, problem: Exception) -> None:
        """Another actor in the place of a dead one. Its items are read again one by one; the one that it died of twice is set aside."""
        self._stillborn += 1
        if self._stillborn > STILLBORN * self._size:
            raise MemconError(
                f"Ray's workers end before they answer ({problem}); see its logs, or read without --engine ray"
            )
        if batch.alone:
            batch.deaths += 1
            if batch.deaths > 1:
                source = batch.items[len(batch.outcomes)].source
                batch.outcomes.append(Outcome(reject=Reject(source, WORKER_DIED, "twice; is memory short?")))
                batch.deaths = 0
        batch.alone = True
        self._idle.append(self._actor())
