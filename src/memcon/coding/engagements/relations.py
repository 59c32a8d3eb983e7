"""How the occasions of one document hang together: a meeting is part of a visit, a visit stands in for one put off."""

from memcon.coding.engagements.naming import in_rounds
from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.traits import people
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind, can_be_one
from memcon.model.resolved import Place, Resolved
from memcon.model.status import AHEAD, CALLED_OFF, UNDONE, Status

WHOLES = ("visit", "conference", "summit")
PARTS = ("meeting", "talks", "dinner", "press_conference", "ceremony", "speech")


def link(resolved: Resolved, occasions: list[Occasion]) -> dict[int, tuple[int | None, int | None]]:
    """For each occasion by number: the one it is part of, the one that replaced it."""
    rounds = {o.number for o in occasions if any(in_rounds(resolved, p.token) for p in o.phrases if not p.verbal)}
    return {o.number: (_whole(o, occasions, rounds), _replacement(o, occasions)) for o in occasions}


def _process(sitting: Occasion, occasions: list[Occasion], rounds: set[int]) -> int | None:
    """The talks that go on, of which this is a round: of its sides, where the report tells of one alone."""
    mine = people(sitting.actors.values()).keys()
    on = [o for o in occasions if o.kind == EngagementKind.TALKS and o.status == Status.ONGOING and o.date is None]
    fits = [o.number for o in on if o.number not in rounds and mine <= people(o.actors.values()).keys()]
    return fits[0] if len(fits) == 1 else None


def _whole(part: Occasion, occasions: list[Occasion], rounds: set[int]) -> int | None:
    if part.kind not in PARTS:
        return None
    if part.number in rounds and (process := _process(part, occasions, rounds)) is not None:
        return process
    fits = [o for o in occasions if o is not part and o.kind in WHOLES and o.kind != part.kind and _inside(part, o)]
    return min((o.number for o in fits), default=None)


def _inside(part: Occasion, whole: Occasion) -> bool:
    """The traveller takes part, and day or place is known to agree."""
    shared = set(part.actors) & set(whole.actors)
    if not shared or not _near(part.place, whole.place) or not _days_agree(part.date, whole.date):
        return False
    if (part.status in UNDONE) != (whole.status in UNDONE) or (part.status == Status.HELD and whole.status in AHEAD):
        return False
    if part.place is not None and whole.place is not None:
        return True
    if not (part.date and whole.date and part.date.known and whole.date.known):
        return False
    # On its day, or with somebody of the state visited: what a traveller does within a week need not be on his visit of that week.
    country = whole.place.country if whole.place else None
    hosts = country is None or any(actor.state == country for actor in part.actors.values())
    return hosts or (part.date.exact and whole.date.exact)


def _days_agree(a: DateRange | None, b: DateRange | None) -> bool:
    return a is None or b is None or a.can_be(b)


def _replacement(old: Occasion, occasions: list[Occasion]) -> int | None:
    if old.status not in CALLED_OFF:
        return None
    for new in occasions:
        if new is old or new.status in UNDONE or new.status == Status.CONSIDERED or not can_be_one(old.kind, new.kind):
            continue
        if not _near(old.place, new.place) or not set(people(old.actors.values())) & set(people(new.actors.values())):
            continue
        if old.date and new.date and old.date.latest and new.date.earliest and new.date.earliest > old.date.latest:
            return new.number
    return None


def _near(a: Place | None, b: Place | None) -> bool:
    return a is None or b is None or a.can_be(b)
