"""Datelines of known towns are read without the usual dash; headings and rows of towns are none."""

import pytest

from memcon.clean.dateline import find_dateline

REST = " of the country said that the two sides had met there on Monday and had agreed to meet again in the following year."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("New Delhi, Jan 20 (PTI) The minister", "New Delhi", "PTI"),
        ("Manama, Oct 18. (BNA): The minister", "Manama", "BNA"),
        ("Lilongwe, July 5, Mana: The minister", "Lilongwe", "Mana"),
        ("Accra, June 7, GNA - The minister", "Accra", "GNA"),
        ("SUVA, Fiji (10 May 2012): The minister", "SUVA", None),
        ("Pretoria - The minister", "Pretoria", None),
        ("TUNIS: The minister", "TUNIS", None),
        ("(ANSA) - Rome, February 6 - The minister", "Rome", None),
        ("[PRESS OFFICE] Apia, 11 February 2010 – The minister", "Apia", None),
        ("Colombo, 13 Oct. (ONA)---The minister", "Colombo", "ONA"),
        ("MINSK, February 27. /North-Wire/. The minister", "MINSK", "North-Wire"),
        ("BRIDGETOWN, Barbados, CPA -- The minister", "BRIDGETOWN", None),
        ("Bern, 18.02.2010 - The minister", "Bern", None),
        ("Riyadh, Oct. 16. The minister", "Riyadh", None),
        ("BEIJING, May 21. The minister", "BEIJING", None),
    ],
)
def test_a_known_town_that_is_signed_or_marked_is_a_dateline(opening: str, place: str, agency: str | None) -> None:
    found = find_dateline(opening + REST)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "opening",
    [
        "MALI: The minister",
        "Monday, May 21. The minister",
        "Geneva: The minister",
        "Paris - Dakar: the race",
        "London, Paris and Rome said",
        "Ministers: The head",
    ],
)
def test_a_state_before_a_colon_and_a_row_of_towns_are_no_datelines(opening: str) -> None:
    assert find_dateline(opening + REST) is None


def test_a_headline_is_too_short_for_a_dateline_of_nothing_but_a_town() -> None:
    assert find_dateline("Pretoria - Minister opens talks") is None
