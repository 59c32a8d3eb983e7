"""The status of an engagement, and its algebra: the order of a life, what can follow what, what excludes what.

Every set of statuses that a rule asks for has its name here, once. A member equals its word ("held"), so the record, the
database and the command line read and write words.
"""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """Where an engagement stands as of writing."""

    ANNOUNCED = "announced"  # made public by those who hold it
    PLANNED = "planned"
    CONSIDERED = "considered"  # possible, wished for, proposed, only talked of
    INVITED = "invited"
    AGREED = "agreed"
    HELD = "held"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"  # one side stays away or refuses
    RULED_OUT = "ruled_out"
    UNCONFIRMED = "unconfirmed"  # its day has passed and nothing was heard of it; never said by a text

    @property
    def done(self) -> bool:
        return self in DONE

    @property
    def ahead(self) -> bool:
        return self in AHEAD

    @property
    def undone(self) -> bool:
        return self in UNDONE

    @property
    def weight(self) -> int:
        """How much it tells of an occasion: of several said together the one with the greatest counts."""
        return _WEIGHT[self]


DONE = frozenset((Status.HELD, Status.ONGOING))
UNDONE = frozenset((Status.POSTPONED, Status.CANCELLED, Status.DECLINED, Status.RULED_OUT))
AHEAD = frozenset((Status.ANNOUNCED, Status.PLANNED, Status.AGREED, Status.INVITED, Status.CONSIDERED))
INTENDED = AHEAD - {Status.CONSIDERED}  # somebody means it to happen
DATED_PLANS = frozenset((Status.ANNOUNCED, Status.PLANNED, Status.AGREED))  # both sides mean it to happen
REFUSED = frozenset((Status.DECLINED, Status.RULED_OUT))  # before anything was fixed
CALLED_OFF = frozenset((Status.POSTPONED, Status.CANCELLED))  # after it was fixed
NOT_COME_ABOUT = AHEAD | REFUSED  # nothing of it has happened, and nothing was called off

# From what tells least to what tells most: a report of it over a plan, its end over its beginning.
_ORDER = (
    Status.UNCONFIRMED, Status.CONSIDERED, Status.INVITED, Status.PLANNED, Status.ANNOUNCED, Status.AGREED, Status.RULED_OUT,
    Status.DECLINED, Status.ONGOING, Status.POSTPONED, Status.CANCELLED, Status.HELD,
)  # fmt: skip
_WEIGHT = {status: weight for weight, status in enumerate(_ORDER)}


def can_follow(earlier: Status, later: Status) -> bool:
    """Can one occasion have the one status and, in a later report, the other?

    What was held is not to come again: later plans are of another. What was called off can be on again, and a report that
    what was told as held was called off contradicts the first, it does not fit another occasion better.
    """
    return later not in NOT_COME_ABOUT if earlier == Status.HELD else earlier != Status.ONGOING or later not in AHEAD


def exclude(one: Status, other: Status) -> bool:
    """Can not both be true of one occasion as of one day: held and called off, held and still to come."""
    statuses = {one, other}
    if Status.HELD in statuses or Status.ONGOING in statuses:
        return bool(statuses & (UNDONE | AHEAD))
    return bool(statuses & UNDONE) and bool(statuses & AHEAD)


def together(statuses: Iterable[Status]) -> Status | None:
    """What several voices of one report give together: the status that tells most; None of none."""
    return max(statuses, key=lambda s: s.weight, default=None)


def no_longer_ahead(status: Status) -> Status:
    """What a status becomes when its day passes in silence: a plan stays open, what went on is over."""
    if status in INTENDED:
        return Status.UNCONFIRMED
    return Status.HELD if status == Status.ONGOING else status
