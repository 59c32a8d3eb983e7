"""Engagements of the record beside each other: what one has from another.

Comes in: engagements. Goes out: the same, with the days and places of what they are part of, plans that others show to have come about,
and what people set right. The result depends on no order: of several that show a thing, the first by day and id tells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.model.dates import Basis, BasisKind, DateRange, Reference
from memcon.model.kinds import IN_PERSON, SAME_ROOM, EngagementKind
from memcon.model.life import PLANNED
from memcon.model.record import Account, Actor, Decision, Engagement
from memcon.model.resolved import Place
from memcon.model.status import DATED_PLANS, DONE, Status
from memcon.record.successors import with_successors
from memcon.record.visits import JOURNEY, within_visits, within_wholes
from memcon.registers.places import places_named
from memcon.registers.states import states

AWAITED = DATED_PLANS | {Status.UNCONFIRMED}
POSTED = 2  # days


def by_themselves(
    engagements: Sequence[Engagement], actors: Mapping[str, Actor], beside: Sequence[Engagement] = ()
) -> list[Engagement]:
    """Engagements with what they have of what they are part of. `beside`: visits of others, as this makes them."""
    return within_visits(within_wholes(engagements), actors, beside)


def seen_beside(
    engagements: Sequence[Engagement], actors: Mapping[str, Actor], beside: Sequence[Engagement] = ()
) -> list[Engagement]:
    """Engagements, as `by_themselves` makes them, with what others show of them. `beside`: others, made so too."""
    made = with_successors(engagements, actors, beside)
    return confirmed_by_presence(recalled_apart(made, beside), actors, beside)


def set_right(engagement: Engagement, decisions: Sequence[Decision]) -> Engagement:
    """The engagement with the fields that people corrected. What was said of it stays in its history and accounts."""
    for d in decisions:
        match d.field:
            case "status":
                engagement = replace(engagement, status=Status(d.value or ""))
            case "kind":
                engagement = replace(engagement, kind=EngagementKind(d.value or ""))
            case "date":
                engagement = replace(
                    engagement,
                    date=DateRange.iso(d.value or "", Basis(BasisKind.CORRECTED, reason=f"corrected: {d.reason}")),
                )
            case "place":
                engagement = replace(engagement, place=_place(d.value))
    return replace(engagement, corrected=tuple(sorted({d.field for d in decisions if d.field})))


def _place(name: str | None) -> Place | None:
    """The best known place of a name; one that no register knows keeps its name."""
    if not name:
        return None
    country = next((s for s in states().values() if name in (s.name, *s.names)), None)
    if country:
        return Place(country.name, country.alpha3)
    known = places_named(name)
    if not known:
        return Place(name)
    best = known[0]
    return Place(best.name, best.country, best.latitude, best.longitude, best.geonames)


def recalled_apart(engagements: Sequence[Engagement], beside: Sequence[Engagement] = ()) -> list[Engagement]:
    """An undated meeting that a report recalls beside a dated one of the same people was another, some time before.

    Without this a reader of its bounds would take it for the one that the report is about.
    """
    dated: dict[str, list[frozenset[str]]] = {}
    for e in (*engagements, *beside):
        if e.status in DONE and e.date.exact and e.kind != "visit":
            for document in e.reports:
                dated.setdefault(document, []).append(frozenset(p.actor for p in e.participants))
    return [_recalled(e) if _is_recalled(e, dated) else e for e in engagements]


def _is_recalled(e: Engagement, dated: Mapping[str, Sequence[frozenset[str]]]) -> bool:
    if e.status not in DONE or e.date.earliest is not None or e.date.latest is None:
        return False
    people = {p.actor for p in e.participants}
    return any(len(people & others) > 1 for document in e.reports for others in dated.get(document, ()))


def _recalled(e: Engagement) -> Engagement:
    return replace(
        e,
        date=DateRange(
            None, None, Reference.PAST, Basis(BasisKind.RECALLED, reason="recalled beside a later one", of=e.date.basis)
        ),
    )


def confirmed_by_presence(
    engagements: Sequence[Engagement], actors: Mapping[str, Actor], beside: Sequence[Engagement] = ()
) -> list[Engagement]:
    """Plans that another engagement shows to have come about; of several that do, the first tells.

    A planned visit was made when its traveller met somebody in that country on its days, or in a meeting that is part of it; a
    planned meeting took place when all who were to meet were together on its day, at a joint press conference say.
    """
    # A transcript is posted on its day or soon after.
    met = [
        e
        for e in (*engagements, *beside)
        if e.status in DONE and e.kind in SAME_ROOM and (e.date.days or POSTED + 1) <= POSTED
    ]
    by_person: dict[str, list[Engagement]] = {}
    by_day = sorted(met, key=lambda e: (str(e.date.earliest), e.id))
    for e in by_day:
        for p in e.participants:
            by_person.setdefault(p.actor, []).append(e)
    inside = {e.part_of: e for e in reversed(by_day) if e.part_of}
    return [_confirmed(e, by_person, inside.get(e.id), actors) if e.status in AWAITED else e for e in engagements]


def _confirmed(
    plan: Engagement, met: Mapping[str, Sequence[Engagement]], part: Engagement | None, actors: Mapping[str, Actor]
) -> Engagement:
    shown = _travelled(plan, met, actors) if plan.kind == "visit" else None
    if shown is None and plan.kind == "visit" and part is not None and _was_on_it(part, plan, actors):
        shown = part
    if shown is None and plan.kind in IN_PERSON:
        shown = _together(plan, met, actors)
    if shown is None:
        return plan
    told = next(step for step in shown.history if step.status in DONE)
    days = plan.date
    if days.latest is None:
        days = replace(shown.date, basis=Basis(BasisKind.INFERRED, reason=f"as {shown.id} was then", of=shown.date.basis))
    # An account and no step of the history: those words are not of the plan.
    held = Account("status", Status.HELD, told.evidence, "agrees")
    return replace(plan, status=Status.HELD, date=days, accounts=(*plan.accounts, held))


def _was_on_it(part: Engagement, visit: Engagement, actors: Mapping[str, Actor]) -> bool:
    """Did somebody who travelled take part in what is part of the visit, after it was planned?"""
    planned = min((step.said_on.earliest for step in visit.history if step.said_on.earliest), default=None)
    country = visit.place.country if visit.place else None
    people = [actors[p.actor] for p in visit.participants]
    travellers = {a.id for a in people if a.kind == "person" and (country is None or a.state != country)}
    after = planned is None or part.date.latest is None or planned <= part.date.latest
    return after and not travellers.isdisjoint(p.actor for p in part.participants)


def awaited(plan: Engagement) -> tuple[date, date] | None:
    """The days on which others can show that a plan came about."""
    first, last = plan.date.earliest, plan.date.latest
    if first is None or plan.kind not in IN_PERSON:
        return None
    if last is None:
        return (first, first + timedelta(days=PLANNED)) if plan.kind == "visit" else None
    return first, last


def _travelled(
    visit: Engagement, met: Mapping[str, Sequence[Engagement]], actors: Mapping[str, Actor]
) -> Engagement | None:
    """The first meeting that a traveller had in the country on the days of the visit."""
    days, country = awaited(visit), visit.place.country if visit.place else None
    if country is None or days is None or (days[1] - days[0]).days > PLANNED:
        return None
    wide = visit.date.days is None or visit.date.days > JOURNEY
    travellers = [
        p.actor for p in visit.participants if actors[p.actor].kind == "person" and actors[p.actor].state != country
    ]
    there = [e for t in travellers for e in met.get(t, ()) if e.place and e.place.country == country]
    there = [e for e in there if e.date.can_be(DateRange(*days))]
    if wide:
        there = [e for e in there if any(actors[p.actor].state == country for p in e.participants)]
    people = {p.actor for p in visit.participants}

    if wide:
        return min(there, key=lambda e: (str(e.date.earliest), e.id), default=None)

    def fits(e: Engagement) -> tuple[bool, int]:
        """Rather one whose report tells of the visit too, and with more of those whom the plan names."""
        return not set(e.reports).isdisjoint(visit.reports), len(people & {p.actor for p in e.participants})

    return max(there, key=fits, default=None)


def _together(plan: Engagement, met: Mapping[str, Sequence[Engagement]], actors: Mapping[str, Actor]) -> Engagement | None:
    """The first engagement of its day in which all who were to meet took part.

    One that a report of the plan tells as well is another: "received him today, and will host a dinner for him tonight".
    """
    named = [p.actor for p in plan.participants if actors[p.actor].kind == "person" and actors[p.actor].named]
    if not plan.date.exact or len(named) < len(plan.participants) or len({actors[n].state for n in named}) < 2:
        return None
    for e in met.get(named[0], ()):
        if not set(e.reports).isdisjoint(plan.reports):
            continue
        both_told = plan.place is not None and plan.place.told and e.place is not None and e.place.told
        somewhere_else = both_told and plan.place and e.place and not e.place.can_be(plan.place)
        if e.date.can_be(plan.date) and not somewhere_else and {p.actor for p in e.participants}.issuperset(named):
            return e
    return None
