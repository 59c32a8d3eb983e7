"""What a record was asked for before, as long as it stays the same.

Comes in: the stamp of the record, a question, how to answer it. Goes out: the answer, from memory where it was given before. Threads may
ask at once; then both may look, and one answer is kept.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")
MOST = 30_000  # of each that are kept by their ids; a thousand engagements take six megabytes
ANSWERS = 2_048  # others, those asked for last; a server looks for some hundreds ahead, which together are
WEIGHT = 400_000  # items at most, ids or such as are kept by their ids already


_ASKED: ContextVar[dict[int, str | None] | None] = ContextVar("asked", default=None)


@contextmanager
def one_answer() -> Iterator[None]:
    """Within it, the stamp of a record is looked for once: what is asked belongs to one answer."""
    token = _ASKED.set({})
    try:
        yield
    finally:
        _ASKED.reset(token)


class AtHand:
    """Mutable; empties itself when the stamp changes."""

    def __init__(self) -> None:
        self._stamp: str | None = None
        self._items: dict[str, dict[str, Any]] = {}
        self._whole: dict[str, Any] = {}
        self._answers: dict[Hashable, Any] = {}  # the one that was asked for longest ago first
        self._lock = Lock()

    def stamp(self, look: Callable[[], str | None]) -> str | None:
        """The stamp of the record: within `one_answer` the one that was found first."""
        asked = _ASKED.get()
        if asked is None:
            return look()
        if id(self) not in asked:
            asked[id(self)] = look()
        return asked[id(self)]

    def some(
        self, stamp: str | None, ids: Iterable[str], look: Callable[[list[str]], Mapping[str, T]], what: str = "items"
    ) -> dict[str, T]:
        """The items of some ids that there are; `what`: what is kept of each, its own under this name."""
        wanted = list(ids)
        with self._lock:
            self._as_of(stamp)
            kept = self._items.setdefault(what, {})
            known = {i: kept[i] for i in wanted if i in kept}
        missing = [i for i in wanted if i not in known]
        if not missing:
            return known
        found = look(missing)
        with self._lock:
            self._as_of(stamp)
            kept = self._items.setdefault(what, {})
            kept.update(found)
            if len(kept) > MOST:  # the oldest half goes
                for i in list(kept)[: len(kept) - MOST // 2]:
                    del kept[i]
        return {**known, **found}

    def one(self, stamp: str | None, question: Hashable, look: Callable[[], T]) -> T:
        """The answer to a question."""
        with self._lock:
            self._as_of(stamp)
            if question in self._answers:
                self._answers[question] = self._answers.pop(question)
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

    def whole(self, stamp: str | None, name: str, look: Callable[[], T]) -> T:
        """What is made of the whole record once. Only for what says itself how large a record may be for it."""
        with self._lock:
            self._as_of(stamp)
            if name in self._whole:
                return cast(T, self._whole[name])
        found = look()
        with self._lock:
            self._as_of(stamp)
            self._whole[name] = found
        return found

    def known(self, stamp: str | None, name: str) -> Any:
        """What `whole` made; None where nobody has asked for it yet."""
        with self._lock:
            self._as_of(stamp)
            return self._whole.get(name)

    def _as_of(self, stamp: str | None) -> None:
        if stamp != self._stamp:
            self._stamp = stamp
            self._items.clear()
            self._whole.clear()
            self._answers.clear()


def _weight(answer: object) -> int:
    return len(answer) if isinstance(answer, Sized) else 1
