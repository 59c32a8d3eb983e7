"""Charts: each as SVG, PNG and Vega-Lite from one spec, drawn by the server; and a page that shows them.

They need the extra `charts`; without it the page says so, and their addresses tell what to install.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from memcon import OpenRecord
from memcon.analysis import charts, vega
from memcon.analysis.series import since_read
from memcon.model.kinds import EngagementKind
from memcon.parties import party
from memcon.web import addresses
from memcon.web.answers import as_file, html
from memcon.web.asking import Opened, remembered
from memcon.web.filters import Asked
from memcon.web.pages import network, places, relationship
from memcon.web.pages.lists import Filters
from memcon.wording.words import state_name

router = APIRouter()
Wanted = Annotated[network.Wanted, Depends(network.wanted)]


@dataclass(frozen=True, slots=True)
class Drawn:
    body: bytes


def drawn(request: Request, record: OpenRecord, question: Hashable, form: str, make: Callable[[], charts.Spec]) -> Response:
    """A spec in a form, made once for a question."""
    write, media = vega.FORMS[form]
    found = remembered(record, ("chart", form, question), lambda: Drawn(write(make())))
    return as_file(request, found.body, media)


def relation_spec(record: OpenRecord, left: str, right: str) -> charts.Spec:
    found, months = relationship.series(record, left, right)
    return charts.relation_chart(since_read(months), state_name(found.left), state_name(found.right))


def pairs_spec(record: OpenRecord, want: network.Wanted) -> charts.Spec:
    found = network.find(record, want)
    names = {n: found.label(n) for n in found.network.occasions}
    return charts.pairs_chart(found.network.links, names, (want.filters.since, want.filters.until))


def places_spec(record: OpenRecord, filters: Asked) -> charts.Spec:
    found, _, _ = places.find(record, filters)
    return charts.places_chart(found.spots, (filters.since, filters.until))


def add(form: str) -> None:
    """The addresses of the charts in a form."""
    about: dict[str, Any] = {"response_class": media_of(form), "tags": ["charts"]}

    @router.get(f"/charts/relations/{{left}}/{{right}}.{form}", summary=f"The months of a relationship ({form})", **about)
    def relation(request: Request, record: Opened, left: str, right: str) -> Response:
        return drawn(request, record, (party(left), party(right)), form, lambda: relation_spec(record, left, right))

    @router.get(f"/charts/pairs.{form}", summary=f"Who met most; by default in the last year ({form})", **about)
    def pairs(request: Request, record: Opened, want: Wanted) -> Response:
        asked = replace(want, filters=places.recent_of(record, want.filters))
        return drawn(request, record, ("pairs", asked), form, lambda: pairs_spec(record, asked))

    @router.get(f"/charts/places.{form}", summary=f"Where they met; by default in the last year ({form})", **about)
    def where(request: Request, record: Opened, filters: Filters) -> Response:
        asked = places.took_place(places.recent_of(record, filters))
        return drawn(request, record, ("places", asked), form, lambda: places_spec(record, asked))

    @router.get(f"/charts/reports.{form}", summary=f"What was read, by month ({form})", **about)
    def reports(request: Request, record: Opened) -> Response:
        return drawn(request, record, "reports", form, lambda: charts.reports_chart(record.coverage()))


def media_of(form: str) -> type[Response]:
    """The kind of answer, for the description of the API."""
    return type(f"As{form.title().replace('.', '')}", (Response,), {"media_type": vega.FORMS[form][1]})


for _form in vega.FORMS:
    add(_form)


@router.get("/charts", include_in_schema=False)
def charts_page(request: Request, record: Opened, filters: Filters) -> Response:
    asked = places.recent_of(record, filters)
    query = {name: value for name, value in asked.query().items() if name not in ("person", "status", "place")}
    persons = query | {"of": "persons"}
    return html(
        request,
        "charts.html",
        asked=asked,
        installed=vega.installed(),
        kinds=list(EngagementKind),
        charts=[
            ("pairs", "Who met most", addresses.charts("pairs", **query), addresses.listed("/network", **query)),
            ("persons", "Persons", addresses.charts("pairs", **persons), addresses.listed("/network", **persons)),
            ("places", "Where they met", addresses.charts("places", **query), addresses.listed("/map", **query)),
            ("reports", "What was read", addresses.charts("reports"), ""),
        ],
    )
