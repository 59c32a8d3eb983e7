"""The relationship of two states: what was held, planned and called off by month, beside what was read in that time; the silences."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

import msgspec
from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from memcon import OpenRecord
from memcon.analysis import vega
from memcon.analysis.contacts import Gap, Pair, is_contact
from memcon.analysis.dyad import Dyad
from memcon.analysis.series import Month, number, since_read
from memcon.analysis.who_met import WhoMet, who_met
from memcon.model.life import has_day
from memcon.model.record import Actor, Engagement
from memcon.parties import party
from memcon.registers.states import states
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened, actors_of, engagements, remembered, worth_listing
from memcon.web.filters import Asked, Slip
from memcon.web.ordering import last_first
from memcon.web.rendering import status_class

router = APIRouter()
LANES = (("visit", "Visits"), ("call", "Calls"), ("", "Meetings and talks"))
LISTED = 40  # relationships, of those who met most
SHOWN = 50  # engagements of each group
WIDTH = 960.0  # units of the drawing
LEAST = 4.0  # of a bar: what is narrower cannot be pointed at


@dataclass(frozen=True, slots=True)
class Bar:
    """Engagements on a line of time: from and width, in units of the drawing. One whose day is not known to the day is wide and stands by
    itself; those of one shape that would lie on each other are one bar."""

    some: tuple[Engagement, ...]
    x: float
    width: float

    @property
    def e(self) -> Engagement:
        return self.some[0]

    @property
    def first(self) -> date:
        return min(e.date.earliest for e in self.some if e.date.earliest)

    @property
    def last(self) -> date:
        return max(e.date.latest for e in self.some if e.date.latest)


@dataclass(frozen=True, slots=True)
class Relation:
    """Two states: their months, the engagements that have a place in a list, who takes part, who met whom, the lines of time."""

    dyad: Dyad
    read: list[Month]
    drawn: list[Month]
    listed: list[Engagement]
    actors: dict[str, Actor]
    who: WhoMet
    lanes: list[tuple[str, list[Bar]]]


@router.get("/relations/{left}/{right}.json", tags=["relations"], summary="The relationship of two states over time")
def relation_json(request: Request, record: Opened, left: str, right: str) -> Response:
    found, read = series(record, left, right)
    return as_json(request, {"dyad": msgspec.to_builtins(found), "coverage": [msgspec.to_builtins(m) for m in read]})


@router.get("/relations/{left}/{right}.csv", response_class=Table, tags=["relations"], summary="By month, as a table")
def relation_csv(request: Request, record: Opened, left: str, right: str) -> Response:
    return as_csv(request, (msgspec.to_builtins(m) for m in series(record, left, right)[1]), f"{left}-{right}")


def series(record: OpenRecord, left: str, right: str) -> tuple[Dyad, list[Month]]:
    """The relationship of two states, and its months."""

    def look() -> tuple[Dyad, list[Month]]:
        found = record.dyad(left, right)
        return found, record.series(found)

    return remembered(record, ("dyad", party(left), party(right)), look)


def known_of(record: OpenRecord, left: str, right: str) -> Relation:
    """What the page of two states tells."""

    def look() -> Relation:
        found, read = series(record, left, right)
        every = engagements(record, Asked(with_=(found.left, found.right)))
        actors = actors_of(record, every)
        listed = worth_listing(record, every, actors)
        drawn = since_read(read)
        who = who_met(listed, actors, found.left, found.right)
        return Relation(found, read, drawn, listed, actors, who, lanes(listed, drawn))

    return remembered(record, ("relation", party(left), party(right)), look)


def known_pairs(record: OpenRecord) -> list[Pair]:
    """Who met whom, those who met most first."""
    return remembered(record, "pairs", record.pairs)


@router.get("/relations", include_in_schema=False)
def relation_form(request: Request, record: Opened, left: str = "", right: str = "") -> Response:
    """From the form: the names become codes, so that a relationship has one address."""
    sides = [party(name) for name in (left, right) if name.strip()]
    if len(sides) == 2 and all(side in states() for side in sides):
        return RedirectResponse(addresses.relation(*sides), 303)
    if sides:
        raise Slip(f"give two states, by code or name: {left!r} and {right!r} are not")
    return html(request, "relations.html", pairs=known_pairs(record)[:LISTED])


@router.get("/relations/{left}/{right}", include_in_schema=False)
def relation_page(request: Request, record: Opened, left: str, right: str) -> Response:
    known = known_of(record, left, right)
    found, read, drawn, listed = known.dyad, known.read, known.drawn, known.listed
    groups = last_first(listed, SHOWN)
    return html(
        request,
        "relation.html",
        d=found,
        months=read,
        earlier=told_of(read[: len(read) - len(drawn)]),
        read_between=lambda gap: reports_between(read, gap),
        drawn=drawn,
        recalled=len(read) - len(drawn),
        lanes=known.lanes,
        width=WIDTH,
        most=max((m.reports for m in read), default=0) or 1,
        busiest=max((m.held + m.called_off for m in read), default=0) or 1,
        engagements=groups,
        count=len(listed),
        shown=sum(len(some) for _, some in groups),
        quiet=quiet(listed, read, record.last_published()),
        who=known.who,
        talk=max((max(m.said_by_left, m.said_by_right) for m in drawn), default=0),
        events=max((max(m.cooperating, m.in_conflict) for m in drawn), default=0),
        deeds=max((max(m.cooperation, -m.conflict) for m in drawn), default=0.0),
        actors=known.actors,
        charts=addresses.charts(f"relations/{found.left}/{found.right}") if vega.installed() else {},
    )


@dataclass(frozen=True, slots=True)
class Quiet:
    """Since when no contact of the two is told: its last day, the engagement, the days to the last report, what was read since."""

    since: date
    last: Engagement
    days: int
    reports: int


def quiet(some: Iterable[Engagement], read: Iterable[Month], last: date | None) -> Quiet | None:
    """The silence that still goes on; None where none does, or no contact has a day."""
    dated = [(e.date.latest, e) for e in some if is_contact(e) and has_day(e.date) and e.date.latest]
    if not dated or last is None:
        return None
    day, e = max(dated, key=lambda pair: (pair[0], pair[1].id))
    reports = sum(m.reports for m in read if m.month > f"{day:%Y-%m}")
    return Quiet(day, e, (last - day).days, reports) if day < last else None


def told_of(some: Iterable[Month]) -> list[Month]:
    """The months in which something was or was read; what is remembered of decades ago lies between years of nothing."""
    return [m for m in some if any(value for value in astuple(m)[1:])]


def reports_between(every: Iterable[Month], gap: Gap) -> int:
    """How many reports were read in the months of a silence."""
    first, last = f"{gap.after:%Y-%m}", f"{gap.until:%Y-%m}"
    return sum(m.reports for m in every if m.reports and first <= m.month <= last)


def lanes(some: Iterable[Engagement], read: list[Month]) -> list[tuple[str, list[Bar]]]:
    """The dated engagements by kind, placed within the months that are shown."""
    if not read:
        return []
    first = number(read[0].month)
    step = WIDTH / len(read)
    made: dict[str, dict[tuple[float, float, str], list[Engagement]]] = {name: {} for _, name in LANES}
    names = dict(LANES)
    for e in some:
        if not has_day(e.date) or e.date.earliest is None or e.date.latest is None:
            continue
        begin, end = (
            (d.year * 12 + d.month - 1 - first) * step + (d.day - 1) / 31 * step for d in (e.date.earliest, e.date.latest)
        )
        if 0 <= begin <= WIDTH:
            wide = end - begin > LEAST
            at = (round(begin, 1), round(end - begin, 1)) if wide else (begin // LEAST * LEAST, LEAST)
            made[names.get(e.kind, names[""])].setdefault((*at, e.id if wide else status_class(e.status)), []).append(e)
    return [(name, [Bar(tuple(some), *key[:2]) for key, some in bars.items()]) for name, bars in made.items() if bars]
