"""How the occasions of one document hang together: what is part of what, and what stands in for what was put off.

Comes in: a resolved document and its occasions. Goes out: for each by number, the one it is part of and the one that replaced it.
A part is told by words ("met at the summit", "had lunch during their talks"), or by the same traveller in one place on one day; a
journey has its stops for parts, a process its rounds. Refuses a whole of which only a day or only somebody agrees.
"""

from collections.abc import Iterator

from memcon.coding.engagements.naming import in_rounds
from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.traits import people
from memcon.coding.engagements.unnamed_parts import unnamed_whole
from memcon.model.annotated import Annotated, Token
from memcon.model.dates import DateRange
from memcon.model.kinds import MEETINGS, EngagementKind, near_kin
from memcon.model.resolved import Place, Resolved
from memcon.model.status import AHEAD, CALLED_OFF, UNDONE, Status
from memcon.registers.engagements import words

WHOLES = ("visit", "conference", "summit")
PARTS = ("meeting", "talks", "dinner", "press_conference", "ceremony", "speech")
BESIDE_TALKS = frozenset((EngagementKind.DINNER, EngagementKind.CEREMONY))  # two who talk dine and sign besides
NAME = 5  # tokens of the name of a body before its summit
REACH = 366  # days; what comes later is on its own account


def link(resolved: Resolved, occasions: list[Occasion]) -> dict[int, tuple[int | None, int | None]]:
    """For each occasion by number: the one it is part of, the one that replaced it."""
    rounds = {o.number for o in occasions if any(in_rounds(resolved, p.token) for p in o.phrases if not p.verbal)}
    wholes = {o.number: _whole(resolved, o, occasions, rounds) for o in occasions}
    return {o.number: (_unless_within(wholes, o.number), _replacement(o, occasions)) for o in occasions}


def _unless_within(wholes: dict[int, int | None], number: int) -> int | None:
    """The whole of an occasion; None where that is part of it in turn."""
    whole = wholes[number]
    return None if whole is not None and wholes[whole] == number and whole > number else whole


def _whole(r: Resolved, part: Occasion, occasions: list[Occasion], rounds: set[int]) -> int | None:
    if part.kind == EngagementKind.VISIT:
        return _journey(r, part, occasions)
    if part.kind not in PARTS:
        return None
    if (told := _told_whole(r, part, occasions)) is not None:
        return told
    if part.number in rounds and (process := _process(part, occasions, rounds)) is not None:
        return process
    others = [o for o in occasions if o is not part and o.kind != part.kind]
    fits = [o for o in others if o.kind in WHOLES and _inside(part, o)]
    if fits:  # rather the stop than the journey
        return min(fits, key=lambda o: (o.place is None or o.place.country is None, o.number)).number
    beside = next((o.number for o in others if _beside_talks(part, o)), None)
    unnamed = unnamed_whole(r, part, occasions) if beside is None else None
    return beside if unnamed is None else unnamed.number


def _told_whole(r: Resolved, part: Occasion, occasions: list[Occasion]) -> int | None:
    """The occasion at which, or during which, a phrase says that it was: "met at the summit", "on the sidelines of the conference"."""
    for phrase in part.phrases:
        for at in _where_told(r.annotated, phrase):
            for whole in occasions:
                if whole is not part and _can_hold(whole, part) and any(_names(r.annotated, p, at) for p in whole.phrases):
                    return whole.number
    return None


def _where_told(a: Annotated, phrase: Phrase) -> Iterator[int]:
    """The objects of the prepositions of a phrase and of its verb that lay it into something: "at", "during", "on the margins of"."""
    noun = a.tokens[phrase.token]
    over = [] if phrase.verbal or noun.dep not in ("dobj", "nsubj", "nsubjpass") else [noun.head]
    near = {phrase.token, *over, *(p.token for p in phrase.arguments.parties if p.token > phrase.token)}
    for i in sorted(near):
        for link in a.children(i):
            if link.dep == "prep" and (at := a.child(link.i, "pobj")) is not None:
                yield from _laid_into(a, link, at)


def _laid_into(a: Annotated, link: Token, at: Token) -> Iterator[int]:
    if at.lemma.lower() in words("beside"):
        of = next((t for t in a.children(at.i) if t.dep == "prep" and t.lower == "of"), None)
        inner = a.child(of.i, "pobj") if of is not None else None
        if inner is not None:
            yield inner.i
    elif link.lower in words("within_it"):
        yield at.i


def _names(a: Annotated, phrase: Phrase, i: int) -> bool:
    """Is it the phrase of that noun, or of one that the name at that noun stands before ("the Group of 20 summit")?"""
    if phrase.token == i or phrase.verbal:
        return phrase.token == i
    between = a.tokens[i : phrase.token]
    return 0 < len(between) <= NAME and all(t.pos in ("PROPN", "NUM") or t.lower in ("of", "-") for t in between)


def _can_hold(whole: Occasion, part: Occasion) -> bool:
    """A visit, a summit or conference, whatever a body holds; of a meal or a signing, talks too."""
    organised = any(p.part == "organiser" for phrase in whole.phrases for p in phrase.arguments.parties)
    kinds = whole.kind in WHOLES or organised or (part.kind in BESIDE_TALKS and whole.kind in MEETINGS)
    return kinds and (whole.kind != part.kind or organised) and _days_agree(part.date, whole.date)


def _process(sitting: Occasion, occasions: list[Occasion], rounds: set[int]) -> int | None:
    """The talks that go on, of which this is a round: of its sides, where the report tells of one alone."""
    mine = people(sitting.actors.values()).keys()
    on = [o for o in occasions if o.kind == EngagementKind.TALKS and o.status == Status.ONGOING and not _known(o.date)]
    fits = [o.number for o in on if o.number not in rounds and mine <= people(o.actors.values()).keys()]
    return fits[0] if len(fits) == 1 else None


def _journey(r: Resolved, stop: Occasion, occasions: list[Occasion]) -> int | None:
    """The journey ("a tour of Central Asia", "his trip") of which the visit to a state is a stop, where it goes to no one state."""
    if stop.place is None or stop.place.country is None:
        return None
    fits = [o for o in occasions if o is not stop and _is_journey(r, o) and _stops_on(stop, o)]
    return fits[0].number if len(fits) == 1 else None


def _is_journey(r: Resolved, o: Occasion) -> bool:
    if o.kind != EngagementKind.VISIT or (o.place is not None and o.place.country is not None):
        return False
    named = any(not p.verbal and r.annotated.tokens[p.token].lemma in words("long_journeys") for p in o.phrases)
    return named or o.told.journey or o.place is not None


def _stops_on(stop: Occasion, journey: Occasion) -> bool:
    """Does one traveller make both, on days that can agree, and is both as much to come about?"""
    travellers = {k for k, actor in stop.actors.items() if actor.kind == "person"}
    together = not travellers.isdisjoint(journey.actors) and (stop.status in UNDONE) == (journey.status in UNDONE)
    return together and _days_agree(stop.date, journey.date)


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


def _beside_talks(part: Occasion, talks: Occasion) -> bool:
    """A meal or a signing of those who talk, on their day."""
    if part.kind not in BESIDE_TALKS or talks.kind not in MEETINGS or (part.status in UNDONE) != (talks.status in UNDONE):
        return False
    mine, theirs = people(part.actors.values()), people(talks.actors.values())
    if len(mine) < 2 or mine.keys() != theirs.keys() or not _near(part.place, talks.place):
        return False
    same = all(mine[side] & theirs[side] or not (mine[side] and theirs[side]) for side in mine)
    return same and _known(part.date) and _known(talks.date) and _days_agree(part.date, talks.date)


def _known(day: DateRange | None) -> bool:
    return day is not None and day.known


def _days_agree(a: DateRange | None, b: DateRange | None) -> bool:
    return a is None or b is None or a.can_be(b)


def _replacement(old: Occasion, occasions: list[Occasion]) -> int | None:
    """The one that stands in for what was put off: that the words say so, else the next of its people that is planned or was held."""
    if old.status not in CALLED_OFF:
        return None
    mine = {p.token for p in old.phrases}
    told = (o for o in occasions if o is not old and any(p.replaces in mine for p in o.phrases))
    if (new := next(told, None)) is not None:
        return new.number
    later = [(gap, o.number) for o in occasions if o is not old and (gap := _gap(old.date, o.date)) and _stands_in(old, o)]
    return min(later)[1] if later else None


def _stands_in(old: Occasion, new: Occasion) -> bool:
    if new.status in UNDONE or new.status == Status.CONSIDERED or not near_kin(old.kind, new.kind):
        return False
    return _near(old.place, new.place) and _same_people(old, new)


def _same_people(old: Occasion, new: Occasion) -> bool:
    """The sides of the one are among those of the other, and whoever is named of a side is named again."""
    mine, theirs = people(old.actors.values()), people(new.actors.values())
    if not mine or not theirs or not (mine.keys() <= theirs.keys() or theirs.keys() <= mine.keys()):
        return False
    return all(mine[s] & theirs[s] or not (mine[s] and theirs[s]) for s in mine.keys() & theirs.keys())


def _gap(old: DateRange | None, new: DateRange | None) -> int:
    """The days from the one to the other, where these can be told and are not too many; else 0."""
    if old is None or new is None or old.latest is None or new.earliest is None:
        return 0
    days = (new.earliest - old.latest).days
    return days if 0 < days <= REACH else 0


def _near(a: Place | None, b: Place | None) -> bool:
    return a is None or b is None or a.can_be(b)
