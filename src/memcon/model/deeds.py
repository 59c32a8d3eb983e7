"""What one of two states did to the other, as reports tell it: what is left of an event once only its day and its weight count."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done: no plan, no denial, no copy.

    month      2024-05, its own or, where it has none, that of its report; None where neither has one
    earliest, latest  its own days
    intensity  PLOVER's: cooperation above zero, conflict below
    """

    month: str | None
    earliest: date | None
    latest: date | None
    intensity: float

    def can_be_within(self, since: date | None, until: date | None) -> bool:
        """Can it have been on one of these days? Without a day of its own it cannot, where some are asked for."""
        if since is None and until is None:
            return True
        if self.earliest is None and self.latest is None:
            return False
        late = since is None or self.latest is None or self.latest >= since
        return late and (until is None or self.earliest is None or self.earliest <= until)
