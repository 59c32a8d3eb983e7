"""A stretch that names a state or a body, as a type."""

from dataclasses import dataclass

from memcon.model.resolved import How


@dataclass(frozen=True, slots=True)
class Power:
    """tokens[first:last] name a state (`state` and no `body`) or a body, standardised, with its state."""

    first: int
    last: int
    head: int
    state: str | None
    body: str | None
    how: How
    place: bool = False
    capital: bool = False
    kind: str = ""  # of a body: ministry, parliament, international ...
    habit: str | None = None  # the state that reports mean by such a body where they name none
