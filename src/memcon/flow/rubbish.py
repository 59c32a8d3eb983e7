"""While documents are read and joined, rings of objects are looked for seldom.

Both make millions of small objects that stay for long, and no rings of them. Python looks for rings each time that 700 objects have
come, and again and again among all that live: a seventh of the time of the rooms behind the parse, and more than a third of a join.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 50_000  # that come before it is looked again among the youngest
TIMES = 20  # that these are looked through before those that have lived longer are

_readers = 0  # what reads or joins at this moment; the first sets the thresholds, the last puts back what was there
_before = gc.get_threshold()


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """In this block, in all threads."""
    global _readers, _before
    if not _readers:
        _before = gc.get_threshold()
        gc.set_threshold(max(OBJECTS, _before[0]) if _before[0] else 0, TIMES, _before[2])
    _readers += 1
    try:
        yield
    finally:
        _readers -= 1
        if not _readers:
            gc.set_threshold(*_before)
