"""Batches under way: workers may finish them in any order, what becomes of their items is passed on in theirs.

Comes in: batches of items to read, or of pieces of a join. Goes out: those that wait for a worker (`UnderWay.waiting`), and what became of
the items, in order. A batch over which a worker died knows what is to be done again, item by item where it is not known which of them did
it; of what a worker dies twice, its maker says what becomes (`Lost`): an item is set aside, a piece is done by the run itself.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from memcon.flow.items import Outcome
from memcon.model.document import RawItem
from memcon.model.record import Reject

READER_DIED = "reading it ended the worker"  # the reason for which such an item is set aside
AHEAD = 4  # batches a worker that may be under way: one slow report holds back the writing, not the reading, until then
T = TypeVar("T")
Out = TypeVar("Out")
Lost = Callable[[T, str], Out]


def set_aside(item: RawItem, detail: str) -> Outcome:
    """What becomes of an item of which readers die."""
    return Outcome(reject=Reject(item.source, READER_DIED, detail))


@dataclass(slots=True, eq=False)
class Batch(Generic[T, Out]):
    """Items in one worker's hand, and what became of the first of them so far. `lost_for_good` says what becomes of one of which workers
    die."""

    items: list[T]
    lost_for_good: Lost[T, Out]
    outcomes: deque[Out] = field(default_factory=deque)  # that were not passed on yet
    done: int = 0
    singly: bool = False  # are its items done one by one, because a worker died over several of them?
    suspect: bool = False  # did a worker die over the next item alone?

    @property
    def complete(self) -> bool:
        return self.done == len(self.items)

    @property
    def next(self) -> list[T]:
        """What to give to a worker."""
        rest = self.items[self.done :]
        return rest[:1] if self.suspect or self.singly else rest

    def put(self, outcome: Out) -> None:
        self.outcomes.append(outcome)
        self.done += 1
        self.suspect = False

    def lost(self, known: bool, detail: str) -> None:
        """A worker died over what it was given. `known`: it is known to be the next item; else it may be any."""
        if not known and len(self.next) > 1:
            self.singly = True
        elif self.suspect:
            self.put(self.lost_for_good(self.items[self.done], detail))
        else:
            self.suspect = True


class UnderWay(Generic[T, Out]):
    """The batches that some workers have in hand or soon will."""

    def __init__(self, batches: Iterable[list[T]], workers: int, lost_for_good: Lost[T, Out]) -> None:
        self.waiting: deque[Batch[T, Out]] = deque()
        self._coming = iter(batches)
        self._workers = workers
        self._lost_for_good = lost_for_good
        self._all: deque[Batch[T, Out]] = deque()  # in the order of the items
        self._ended = False

    def refill(self) -> bool:
        """Take in as many as the workers can soon begin; is there anything under way?"""
        while not self._ended and len(self._all) < AHEAD * self._workers and len(self.waiting) < self._workers:
            items = next(self._coming, None)
            self._ended = items is None
            if items:
                self._all.append(Batch(items, self._lost_for_good))
                self.waiting.append(self._all[-1])
        return bool(self._all)

    def pass_on(self) -> Generator[Out, None, bool]:
        """What is there of the oldest batches; whether it was anything."""
        passed = False
        while self._all and (self._all[0].outcomes or self._all[0].complete):
            batch = self._all[0]
            while batch.outcomes:
                yield batch.outcomes.popleft()
            passed = True
            if batch.complete and not batch.outcomes:
                self._all.popleft()
        return passed
