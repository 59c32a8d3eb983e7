"""The places of a document."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import Place, Resolved

Resolve = Callable[..., Resolved]


def places(resolved: Resolved) -> dict[str, Place]:
    return {resolved.annotated.read(p.first, p.last): p.place for p in resolved.places}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The ministers met in Reykjavik on Saturday.", "Reykjavik", "ISL"),
        ("They signed it in Dayton, Ohio, after three weeks.", "Dayton", "USA"),
        ("The talks moved to Geneva, Switzerland.", "Geneva", "CHE"),
        ("Sadat and Begin talked at Camp David for days.", "Camp David", "USA"),
        ("Warships passed through the Strait of Hormuz.", "Strait of Hormuz", None),
        ("She flew to Japan on Monday.", "Japan", "JPN"),
    ],
)
def test_a_place_has_its_country(resolve_text: Resolve, text: str, name: str, country: str | None) -> None:
    assert places(resolve_text(text))[name].country == country


def test_a_capital_that_acts_is_no_place(resolve_text: Resolve) -> None:
    assert "Tehran" not in places(resolve_text("Tehran rejected the offer within hours."))


def test_a_city_has_coordinates_and_a_geonames_id(resolve_text: Resolve) -> None:
    vienna = places(resolve_text("Negotiators gathered in Vienna again."))["Vienna"]
    assert vienna.geonames == 2761369
    assert vienna.latitude == pytest.approx(48.2, abs=0.1) and vienna.longitude == pytest.approx(16.4, abs=0.1)
