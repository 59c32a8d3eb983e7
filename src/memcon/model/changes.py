"""What a join changed in the record (`Change`): kept beside it, and no part of it, for it depends on when reports were read."""

from dataclasses import dataclass
from typing import Literal

from memcon.model.record import Engagement

ChangeKind = Literal[
    "announced",
    "reported",
    "confirmed",
    "moved",
    "postponed",
    "called off",
    "lapsed",
    "newly disputed",
    "status changed",
    "gone",
]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an engagement when reports were joined.

    at         when that was, in UTC, as an ISO time
    told       what was and what is: "12 May -> 14 May"
    engagement as it is now; of one that is gone, as it was
    moved_by   the documents that came to tell of it then, or told of it otherwise
    """

    at: str
    what: ChangeKind
    told: str
    engagement: Engagement
    moved_by: tuple[str, ...]
