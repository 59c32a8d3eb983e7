"""Batches of items under way: readers may finish them in any order, what becomes of the items is passed on in theirs.

Comes in: batches. Goes out: those that wait for a reader (`UnderWay.waiting`), and outcomes in order. A batch over which a reader died
knows what is to be read again, item by item where it is not known which of them did it; what a reader dies of twice is set aside.
"""

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from memcon.flow.items import Outcome
from memcon.model.document import RawItem
from memcon.model.record import Reject

READER_DIED = "reading it ended the worker"  # the reason for which such an item is set aside
AHEAD = 4  # batches a reader that may be under way: one slow report holds back the writing, not the reading, until then


@dataclass(slots=True, eq=False)
class Batch:
    """Items read together, and what became of the first of them so far."""

    items: list[RawItem]
    outcomes: deque[Outcome] = field(default_factory=deque)  # that were not passed on yet
    done: int = 0
    singly: bool = False  # are its items read one by one, because a reader died over several of them?
    suspect: bool = False  # did a reader die over the next item alone?

    @property
    def complete(self) -> bool:
        return self.done == len(self.items)

    @property
    def next(self) -> list[RawItem]:
        """What to give to a reader."""
        rest = self.items[self.done :]
        return rest[:1] if self.suspect or self.singly else rest

    def put(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.done += 1
        self.suspect = False

    def lost(self, known: bool, detail: str) -> None:
        """A reader died over what it was given. `known`: it is known to be the next item; else it may be any."""
        if not known and len(self.next) > 1:
            self.singly = True
        elif self.suspect:
            self.put(Outcome(reject=Reject(self.items[self.done].source, READER_DIED, detail)))
        else:
            self.suspect = True


class UnderWay:
    """The batches that some readers have in hand or soon will."""

    def __init__(self, batches: Iterable[list[RawItem]], readers: int) -> None:
        self.waiting: deque[Batch] = deque()
        self._coming = iter(batches)
        self._readers = readers
        self._all: deque[Batch] = deque()  # in the order of the items
        self._ended = False

    def refill(self) -> bool:
        """Take in as many as the readers can soon begin; is there anything under way?"""
        while not self._ended and len(self._all) < AHEAD * self._readers and len(self.waiting) < self._readers:
            items = next(self._coming, None)
            self._ended = items is None
            if items:
                self._all.append(Batch(items))
                self.waiting.append(self._all[-1])
        return bool(self._all)

    def pass_on(self) -> Generator[Outcome, None, bool]:
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
