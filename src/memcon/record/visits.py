"""What somebody did on a visit is part of it, and has its place, though another report tells it.

Comes in: engagements, and others beside them that are finished already. Goes out: the same, each with the visit or other whole that it
is part of, and its days and place where its own are not told. A meeting is on the visit of one who takes part where it was in the state
visited, or where somebody of that state takes part and no words tell where it was. Refuses a visit of which no words tell the days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import SAME_ROOM, EngagementKind
from memcon.model.record import Actor, Engagement
from memcon.model.resolved import Place, PlaceBasis
from memcon.model.status import UNDONE
from memcon.registers.states import states

JOURNEY = 14  # days; within wider dates, being there is only shown by a meeting with somebody of that state
NARROW = 7  # days; within wider ones he can meet them elsewhere too
STAY = 2  # days; reports tell his first day there, or the day on which he leaves for it


def within_visits(
    engagements: Sequence[Engagement], actors: Mapping[str, Actor], beside: Sequence[Engagement] = ()
) -> list[Engagement]:
    """Meetings that somebody had in the country that he visited, on the days of the visit, are parts of it."""
    visits: dict[str, list[Engagement]] = {}
    for v in sorted((*engagements, *beside), key=lambda e: (e.date.days or 0, e.id)):
        country = v.place.country if v.place else None
        of_its_own = v.date.told and v.date.days is not None and v.date.basis.kind is not BasisKind.INFERRED
        if v.kind != "visit" or country is None or v.status in UNDONE or not of_its_own:
            continue
        for p in v.participants:
            if (v.date.days or 0) <= JOURNEY and actors[p.actor].kind == "person" and actors[p.actor].state != country:
                visits.setdefault(p.actor, []).append(v)
    return [_within_visit(e, visits, actors) if e.kind in SAME_ROOM and e.part_of is None else e for e in engagements]


def _within_visit(e: Engagement, visits: Mapping[str, Sequence[Engagement]], actors: Mapping[str, Actor]) -> Engagement:
    """The meeting as part of the shortest visit that it fits; of one whose days are near, where none has its day."""
    if not e.date.exact or e.date.earliest is None:
        return e
    hosts = {actors[p.actor].state for p in e.participants if actors[p.actor].kind == "person" and actors[p.actor].named}
    on = [v for p in e.participants for v in visits.get(p.actor, ())]
    for slack in (0, STAY):
        for v in on:
            if _is_on(e, v, hosts, slack):
                return _placed(e, v) if e.place is None else replace(e, part_of=v.id)
    return e


def _is_on(e: Engagement, visit: Engagement, hosts: set[str | None], slack: int) -> bool:
    """Was the meeting in the state visited, by its place or by whom the traveller met, and on its days?"""
    first, last, day = visit.date.earliest, visit.date.latest, e.date.earliest
    country = visit.place.country if visit.place else None
    near = timedelta(days=slack)
    if not (first and last and day and country) or not first - near <= day <= last + near:
        return False
    firm = country in hosts and (visit.date.days or 0) <= NARROW
    if e.place is None:
        return firm and slack == 0
    return e.place.country == country and (firm or slack == 0)


def _placed(e: Engagement, visit: Engagement) -> Engagement:
    """In the state visited: in which of its towns no words tell."""
    country = visit.place.country if visit.place else None
    state = states().get(country or "")
    return replace(e, part_of=visit.id, place=Place(state.name, country, basis=PlaceBasis.HOST) if state else None)


def within_wholes(engagements: Sequence[Engagement]) -> list[Engagement]:
    """Engagements that are part of another one have its days and place where their own are not told. What reports together place in
    another state than a visit, or weeks from it, is no part of it."""
    by_id = {e.id: e for e in engagements}
    wholes = [by_id.get(e.part_of) if e.part_of else None for e in engagements]
    return [
        e if whole is None else _within(e, whole) if _on_that_visit(e, whole) else replace(e, part_of=None)
        for e, whole in zip(engagements, wholes, strict=True)
    ]


def _on_that_visit(part: Engagement, visit: Engagement) -> bool:
    if visit.kind != EngagementKind.VISIT:
        return True
    told = visit.date.told and part.date.told
    if told and not part.date.can_be(visit.date, slack=NARROW):
        return False
    return len({place.country for place in (part.place, visit.place) if place and place.told and place.country}) < 2


def _within(part: Engagement, whole: Engagement) -> Engagement:
    days = part.date
    open_day = not (days.earliest and days.latest) or not days.told
    if open_day and whole.date.told and whole.date.earliest and whole.date.latest and days.can_be(whole.date):
        days = replace(whole.date, basis=Basis(BasisKind.INFERRED, reason=f"as part of {whole.id}", of=whole.date.basis))
    place = part.place if part.place is not None and part.place.told else whole.place or part.place
    if part.kind == EngagementKind.CALL:
        place = part.place  # who calls from there is there, the other is not
    return replace(part, date=days, place=place)
