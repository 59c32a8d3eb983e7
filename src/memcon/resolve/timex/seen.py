"""A time expression as it is seen from one day: what its words say, in which direction it lies, and from where."""

from dataclasses import dataclass
from datetime import date

from memcon.model.annotated import When
from memcon.resolve.timex.direction import Direction


@dataclass(frozen=True, slots=True)
class Seen:
    """A time expression, the direction that its clause gives it, and the day from which it is seen."""

    when: When
    direction: Direction
    preposition: str | None
    symbol: str
    anchor: date

    @property
    def tense(self) -> str | None:
        return self.direction.tense
