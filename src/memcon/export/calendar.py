"""Engagements as an iCalendar (RFC 5545) to subscribe to.

Comes in: `Chosen`. Goes out: an all-day event for what has its days; a task (VTODO) for a plan of which no day, or only some days on one
of which it is, are told: no day is made up. What took place on no day that is known, and plans without a day of reports without one, are
left out, and the calendar says how many are.
What was put off and planned anew is one event that moves. The same engagements give the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, TYPE_CHECKING, Any

from memcon.export.chosen import Chain, Chosen, chains, said_days
from memcon.model.extras import Extra
from memcon.model.life import has_day, lasting
from memcon.model.record import Engagement
from memcon.model.status import DONE, UNDONE, Status
from memcon.wording import words
from memcon.wording.passages import printable

if TYPE_CHECKING:
    from icalendar import Calendar, Component

NEEDS = Extra("newsroom", "icalendar")
SURE = DONE | {Status.ANNOUNCED, Status.AGREED}  # by those who hold it, or over
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # the stamp of what no dated report tells; a stamp must be


def write_calendar(chosen: Chosen, out: IO[bytes]) -> None:
    out.write(calendar(chosen).to_ical())


def calendar(chosen: Chosen) -> "Calendar":
    """The calendar of some engagements."""
    from icalendar import Calendar

    entries = list(_entries(chosen))
    made = Calendar()
    made.add("prodid", "-//memcon//memcon//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", chosen.title)
    made.add("x-wr-calname", chosen.title)
    left_out = len([c for c in _all(chosen) if _place(c.now) is None])
    if left_out:
        told = f"{left_out} left out that took place on no day that is known, or of which only reports without a day tell"
        made.add("description", told)
        made.add("x-wr-caldesc", told)
    for entry in entries:
        made.add_component(entry)
    return made


def uid(e: Engagement, chosen: Chosen) -> str:
    """The id of an entry: the first that the engagement had."""
    return f"{chosen.first_id(e.id)}@memcon"


def _all(chosen: Chosen) -> Iterator[Chain]:
    """The entries, in order of time; where what something was put off to has no place in a calendar, both stand by themselves."""
    for chain in chains(chosen.engagements):
        if len(chain.engagements) > 1 and _place(chain.now) is None:
            yield from (Chain((e,)) for e in chain.engagements)
        else:
            yield chain


def _place(e: Engagement) -> str | None:
    """What it is in a calendar: an event, a task; None for what is over and has no days, and for a plan of no known age."""
    if lasting(e):
        return "event"
    return None if e.status in DONE or said_days(e) is None else "todo"


def _entries(chosen: Chosen) -> Iterator["Component"]:
    from icalendar import Event, Todo

    every = list(_all(chosen))
    heads = {e.id: uid(chain.first, chosen) for chain in every for e in chain.engagements}
    for chain in every:
        where = _place(chain.now)
        if where is None:
            continue
        made: Any = Event() if where == "event" else Todo()
        _add_shared(made, chain, chosen, heads)
        (_add_days if where == "event" else _add_window)(made, chain.now, chosen)
        yield made


def _add_shared(made: Any, chain: Chain, chosen: Chosen, heads: dict[str, str]) -> None:
    e = chain.now
    told = [days for one in chain.engagements if (days := said_days(one))]
    made.add("uid", uid(chain.first, chosen))
    made.add("sequence", chain.sequence)
    made.add("dtstamp", _stamp(max(last for _, last in told)) if told else EPOCH)
    if told:
        made.add("created", _stamp(min(first for first, _ in told)))
        made.add("last-modified", _stamp(max(last for _, last in told)))
    made.add("summary", chosen.summary(e))
    made.add("description", _description(chain, chosen))
    made.add("categories", [words.kind(e.kind), *e.issues])
    if where := words.where(e.place):
        made.add("location", printable(where))
    if e.place is not None and e.place.latitude is not None and e.place.longitude is not None:
        made.add("geo", (e.place.latitude, e.place.longitude))
    if link := chosen.link(e):
        made.add("url", link)
    whole = heads.get(e.part_of or "")
    if whole and whole != uid(chain.first, chosen):
        made.add("related-to", whole)


def _description(chain: Chain, chosen: Chosen) -> str:
    """What is told of the last of a chain, and of each before it that was put off."""
    told = [chosen.description(chain.now)]
    for before in reversed(chain.engagements[:-1]):
        told.append(f"In place of {words.when(before)}:\n{chosen.description(before)}")
    return "\n\n".join(told)


def _add_days(made: Any, e: Engagement, chosen: Chosen) -> None:
    """The days of an event: the end of a day is the next one. It keeps nobody from other business."""
    days = lasting(e)
    assert days is not None
    made.add("dtstart", days[0])
    made.add("dtend", days[1] + timedelta(days=1))
    made.add("transp", "TRANSPARENT")
    if e.status in UNDONE:
        made.add("status", "CONFIRMED" if chosen.keep_called_off else "CANCELLED")
    else:
        made.add("status", "CONFIRMED" if chosen.standing(e) in SURE else "TENTATIVE")


def _add_window(made: Any, e: Engagement, chosen: Chosen) -> None:
    """The days between which a task is, as far as they are told."""
    when = e.date
    if has_day(when) and when.earliest and when.latest:
        made.add("dtstart", when.earliest)
        made.add("due", when.latest)
    made.add("status", "CANCELLED" if e.status in UNDONE and not chosen.keep_called_off else "NEEDS-ACTION")


def _stamp(day: date) -> datetime:
    """A day of publication as the moment that a stamp must be: its beginning."""
    return datetime.combine(day, time(), UTC)
