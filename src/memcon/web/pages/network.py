"""The network of who met whom in a period: drawn, and as a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from memcon import OpenRecord
from memcon.analysis import vega
from memcon.analysis.level import LEVELS, Level
from memcon.analysis.network import Network, contacts_within, foremost, network
from memcon.model.kinds import DIPLOMATIC, EngagementKind
from memcon.model.record import Actor
from memcon.parties import party
from memcon.registers.states import states
from memcon.web import addresses
from memcon.web.answers import Table, as_csv, as_json, html
from memcon.web.asking import Opened, actors_of, engagements, remembered
from memcon.web.filters import Asked, Issue, Kind, Since, Until, With, asked, chosen
from memcon.web.network_drawing import MOST, drawings
from memcon.web.pages.places import recent_of
from memcon.wording.words import state_name

router = APIRouter()
LISTED = 150  # pairs of the table; the CSV has all
OF = ("states", "persons")
Of = Annotated[str | None, Query(max_length=10, description="Whom to tie.", json_schema_extra={"enum": ["", *OF]})]
At = Annotated[
    str | None,
    Query(
        alias="level",
        max_length=12,
        description="The level of the lower of two; states: of one no person is named.",
        json_schema_extra={"enum": ["", *LEVELS]},
    ),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a network is asked for."""

    filters: Asked
    persons: bool = False
    level: Level | None = None

    def query(self) -> dict[str, object]:
        asked = {name: value for name, value in self.filters.query().items() if name not in ("person", "status")}
        return asked | {"of": "persons" if self.persons else None, "level": self.level}


def wanted(
    with_: With = None,
    kind: Kind = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    of: Of = None,
    at: At = None,
) -> Wanted:
    filters = asked(with_=with_, kind=kind, issue=issue, since=since, until=until)
    return Wanted(filters, chosen("kind of node", of, OF) == "persons", chosen("level", at, LEVELS))


Want = Annotated[Wanted, Depends(wanted)]


@dataclass(frozen=True, slots=True)
class Found:
    """`vague`: contacts that can have been in the period, of which it is not told to within some weeks when they were."""

    network: Network
    vague: int
    actors: dict[str, Actor]  # of persons alone

    def name(self, node: str) -> str:
        """China; Wang Yi, China."""
        who = self.actors.get(node)
        if who is None:
            return state_name(node)
        return f"{who.name}, {state_name(who.state)}" if who.state else who.name

    def label(self, node: str) -> str:
        """China; Wang Yi (CHN)."""
        who = self.actors.get(node)
        return f"{who.name} ({who.state})" if who and who.state else self.name(node)

    def rows(self) -> Iterator[dict[str, Any]]:
        for k in self.network.links:
            yield {
                "left": k.left, "left_name": self.name(k.left), "right": k.right, "right_name": self.name(k.right),
                "times": k.times, "last": k.last, "level": k.level,
            }  # fmt: skip


def find(record: OpenRecord, want: Wanted) -> Found:
    def look() -> Found:
        some, vague = contacts_within(engagements(record, want.filters), want.filters.period)
        actors = actors_of(record, some)
        among = frozenset(code for name in want.filters.with_ if (code := party(name)) in states())
        found = network(some, actors, want.persons, want.level, among)
        return Found(found, vague, {n: actors[n] for n in found.occasions if n in actors})

    return remembered(record, ("network", want), look)


@router.get("/network.json", tags=["relations"], summary="Who met whom in a period, those who met most first")
def network_json(request: Request, record: Opened, want: Want) -> Response:
    found = find(record, want)
    nodes = [{"id": n, "name": found.name(n), "occasions": count} for n, count in found.network.occasions.items()]
    return as_json(request, {**_period(want.filters), "vague": found.vague, "nodes": nodes, "links": list(found.rows())})


@router.get("/network.csv", response_class=Table, tags=["relations"], summary="The pairs of the network as a table")
def network_csv(request: Request, record: Opened, want: Want) -> Response:
    return as_csv(request, find(record, want).rows(), "network")


@router.get("/network", include_in_schema=False)
def network_page(request: Request, record: Opened, want: Want) -> Response:
    given, want = want, replace(want, filters=recent_of(record, want.filters))
    found = find(record, want)
    drawn = foremost(found.network.links, MOST)
    names = {n: found.label(n) for k in drawn for n in (k.left, k.right)}
    return html(
        request,
        "network.html",
        want=want,
        recent=given != want,
        found=found,
        drawings=drawings(drawn, names, found.network.occasions) if drawn else None,
        shown=found.network.links[:LISTED],
        nodes=len(found.network.occasions),
        levels=LEVELS,
        kinds=[k for k in EngagementKind if k in DIPLOMATIC],
        strangers=record.strangers(with_=want.filters.with_),
        as_json=addresses.listed("/network.json", **want.query()),
        as_csv=addresses.listed("/network.csv", **want.query()),
        charts=addresses.charts("pairs", **want.query()) if vega.installed() else {},
        met=lambda left, right: _met(want, left, right, found),
    )


def _period(filters: Asked) -> dict[str, date | None]:
    return {"from": filters.since, "to": filters.until}


def _met(want: Wanted, left: str, right: str, found: Found) -> str:
    """Where the meetings of two are listed."""
    query = want.query() | {"of": None, "level": None}
    if want.persons:
        names = [found.actors[i].name for i in (left, right) if i in found.actors]
        return addresses.listed("/engagements", **query | {"person": names})
    return addresses.listed("/engagements", **query | {"with": [left, right]})
