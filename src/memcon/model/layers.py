"""Stretches laid over one another: stretches with what they hold in, what each place holds out.

An endless sentence has clause in clause, each as long as what is left of it: a place that is taken is not passed again.
"""

from collections.abc import Iterable
from typing import TypeVar

Held = TypeVar("Held")


def first_laid(stretches: Iterable[tuple[range, Held]]) -> dict[int, Held]:
    """Each place of the stretches with the first that covers it."""
    found: dict[int, Held] = {}
    free: dict[int, int] = {}  # taken place -> one behind it, before which all are taken
    for stretch, held in stretches:
        at, passed = stretch.start, []
        while at < stretch.stop:
            passed.append(at)
            if at in free:
                at = free[at]
            else:
                found[at] = held
                at += 1
        free.update(dict.fromkeys(passed, at))
    return found
