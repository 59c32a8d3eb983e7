"""What a record was asked for before, as long as it stays the same.

Comes in: the stamp of the record, a question, how to answer it. Goes out: the answer, from memory where it was given before. Threads may
ask at once; then both may look, and one answer is kept.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sized
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")
MOST = 20_000  # items that are kept by their ids
ANSWERS = 64  # others, which together are
WEIGHT = 50_000  # items at most: a thousand engagements take six megabytes


class AtHand:
    """Mutable; empties itself when the stamp changes."""

    def __init__(self) -> None:
        self._stamp: str | None = None
        self._items: dict[str, Any] = {}
        self._answers: dict[Hashable, Any] = {}  # the oldest first
        self._lock = Lock()

    def some(self, stamp: str | None, ids: Iterable[str], look: Callable[[list[str]], Mapping[str, T]]) -> dict[str, T]:
        """The items of some ids that there are."""
        wanted = list(ids)
        with self._lock:
            self._as_of(stamp)
            known = {i: self._items[i] for i in wanted if i in self._items}
        missing = [i for i in wanted if i not in known]
        if not missing:
            return known
        found = look(missing)
        with self._lock:
            self._as_of(stamp)
            if len(self._items) + len(found) > MOST:
                self._items.clear()
            self._items.update(found)
        return {**known, **found}

    def one(self, stamp: str | None, question: Hashable, look: Callable[[], T]) -> T:
        """The answer to a question."""
        with self._lock:
            self._as_of(stamp)
            if question in self._answers:
                return cast(T, self._answers[question])
        found = look()
        if _weight(found) > WEIGHT:
            return found
        with self._lock:
            self._as_of(stamp)
            self._answers[question] = found
            while len(self._answers) > ANSWERS or sum(map(_weight, self._answers.values())) > WEIGHT:
                self._answers.pop(next(iter(self._answers)))
        return found

    def _as_of(self, stamp: str | None) -> None:
        if stamp != self._stamp:
            self._stamp = stamp
            self._items.clear()
            self._answers.clear()


def _weight(answer: object) -> int:
    return len(answer) if isinstance(answer, Sized) else 1
