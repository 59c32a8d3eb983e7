"""A correction: what a person decided at one time, in one or several decisions.

Comes in: decisions of persons, in order of time. Goes out: `Correction`s, numbered, with what they say in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.model.errors import StoreError
from memcon.model.record import Decision
from memcon.wording import judged


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided at one time: one line of `memcon fix list`. Its number moves up where an earlier one is taken back; its id
    stays."""

    number: int
    at: str
    what: str
    reason: str
    items: tuple[str, ...]
    decisions: tuple[Decision, ...]
    judge: str | None = None

    @property
    def id(self) -> str:
        return "correction-" + "".join(c for c in self.at.partition("+")[0] if c.isdigit())

    @property
    def rejects(self) -> bool:
        """Does it say that something is no engagement, or no statement?"""
        return any(d.verdict == "rejected" for d in self.decisions)


def listed(decisions: Sequence[Decision]) -> list[Correction]:
    """Decisions of one time are one correction."""
    by_time: dict[str, list[Decision]] = {}
    for d in decisions:
        by_time.setdefault(d.at or "", []).append(d)
    return [
        Correction(
            n,
            at,
            _what(made),
            made[0].reason,
            tuple(dict.fromkeys(i for d in made for i in d.items)),
            tuple(made),
            made[0].judge,
        )
        for n, (at, made) in enumerate(sorted(by_time.items()), 1)
    ]


def chosen(made: Sequence[Correction], which: int | str | None) -> Correction:
    """The correction of a number or an id; the last where neither is given."""
    if not made:
        raise StoreError("there is no correction yet")
    if which is None:
        return made[-1]
    for c in made:
        if which in (c.number, c.id):
            return c
    raise StoreError(f"there is no correction {which}, or it was taken back; `memcon fix list` numbers them")


def _what(decisions: Sequence[Decision]) -> str:
    first = next((d for d in decisions if d.verdict == "different"), decisions[0])
    if first.verdict == "same":
        return f"merged {first.about}s"
    if first.verdict == "different":
        return f"split {first.about}"
    return f"{first.about}: " + "; ".join(map(judged.said, decisions))
