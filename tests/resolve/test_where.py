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
        ("The United States said that talks in Geneva would go on.", "Geneva", "CHE"),
        ("The United States sent an envoy to St. Petersburg.", "St. Petersburg", "RUS"),
        ("They met in St. Petersburg, Florida, on Friday.", "St. Petersburg", "USA"),
        ("They met in Geneva, Illinois, on Friday.", "Geneva", "USA"),
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


def test_a_region_told_once_holds_for_the_whole_report(resolve_text: Resolve) -> None:
    resolved = resolve_text("He was born in Vienna, Virginia. He never left Vienna for long.")
    assert [p.place.country for p in resolved.places if resolved.annotated.read(p.first, p.last) == "Vienna"] == ["USA"] * 2


def test_a_town_that_the_table_lacks_is_not_its_famous_namesake(resolve_text: Resolve) -> None:
    place = places(resolve_text("They met in Athens, Vermont, on Friday."))["Athens"]
    assert place.country == "USA" and place.latitude is None


def test_a_republic_is_no_town(resolve_text: Resolve) -> None:
    assert "Republic" not in places(resolve_text("The Hellenic Republic signed the treaty in Rome."))


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The Costa Rican president met him in San José.", "San José", "CRI"),
        ("The President of Seychelles met him in Victoria.", "Victoria", "SYC"),
        ("The Pakistani minister spoke in Hyderabad.", "Hyderabad", "PAK"),
        ("The Indian minister spoke in Hyderabad.", "Hyderabad", "IND"),
        ("The American minister will go to Athens.", "Athens", "GRC"),
        ("The Libyan minister met the envoy in Tripoli.", "Tripoli", "LBY"),
        ("The Lebanese minister met the Libyan premier in Tripoli.", "Tripoli", "LBY"),
        ("The king received him at Istana Negara.", "Istana Negara", "MYS"),
        ("The president received him at Al-Ittihadiya Palace.", "Al-Ittihadiya Palace", "EGY"),
        ("The president received him at Aso Rock.", "Aso Rock", "NGA"),
    ],
)
def test_a_namesake_is_of_the_state_that_the_sentence_speaks_of(
    text: str, place: str, country: str, resolve_text: Callable[..., Resolved]
) -> None:
    assert (place, country) in [(p.place.name, p.place.country) for p in resolve_text(text).places]
