"""Where engagements took place: a country is no town, what has no place is counted, and no place is made up."""

from dataclasses import replace

import records
from memcon.analysis.spots import spot, where
from memcon.model.kinds import EngagementKind
from memcon.model.record import Engagement
from memcon.model.resolved import Place, PlaceBasis
from memcon.registers.country_points import country_points
from memcon.registers.states import states

ONE = records.full_record(records.document(records.TEXT)).engagements[0]
GENEVA = records.GENEVA
SWITZERLAND = Place("Switzerland", "CHE", geonames=2658434)


def at(place: Place | None, kind: EngagementKind = EngagementKind.MEETING) -> Engagement:
    return replace(ONE, place=place, kind=kind)


def test_places_are_counted_and_what_no_words_tell_is_told_apart() -> None:
    received = replace(SWITZERLAND, basis=PlaceBasis.HOST)
    found = where([at(GENEVA), at(GENEVA), at(SWITZERLAND), at(received), at(None), at(None, EngagementKind.CALL)])
    assert [(s.place.name, s.extent, s.engagements, s.told) for s in found.spots] == [
        ("Geneva", "town", 2, 2),
        ("Switzerland", "country", 2, 1),
    ]
    assert (found.nowhere, found.calls) == (1, 1)


def test_a_country_is_marked_within_it_and_not_at_its_capital() -> None:
    found = spot(Place("United States", "USA"))
    assert found.latitude is not None and found.longitude is not None
    assert 35 < found.latitude < 45 and -105 < found.longitude < -90


def test_a_region_of_several_states_and_a_sea_are_areas() -> None:
    assert spot(Place("Europe", None, 50.0, 10.0)).extent == "area"
    assert spot(Place("Bali", "IDN", -8.4, 115.1)).extent == "area"


def test_a_country_without_a_point_keeps_its_place_in_the_table() -> None:
    assert spot(Place("Nowhere", "XXX")).latitude is None


def test_nearly_every_state_has_a_point() -> None:
    assert states().keys() - country_points().keys() <= {"TKL"}
