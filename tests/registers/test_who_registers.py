"""The registers of states, offices, bodies, names and places; examples of offices and honorifics are read in test_examples."""

import pytest

from memcon.registers.names import (
    NICKNAMES,
    Nicknames,
    family_places,
    given_names,
    nicknames,
)
from memcon.registers.namesakes import leader_state, same_person
from memcon.registers.offices import bodies, who_words
from memcon.registers.phrases import Phrases
from memcon.registers.places import places_named
from memcon.registers.states import State, capitals, state_adjectives, state_names, states


@pytest.mark.parametrize("row", NICKNAMES.rows, ids=lambda r: r.forms[0])
def test_each_nickname_joins_the_two_names_of_its_example(row: Nicknames) -> None:
    short, long = row.example.split(" = ")
    assert same_person(short.split(), long.split())


@pytest.mark.parametrize("row", states().values(), ids=lambda r: r.alpha3)
def test_each_state_is_found_by_its_names_adjectives_and_capitals(row: State) -> None:
    for table, column in ((state_names(), "names"), (state_adjectives(), "adjectives"), (capitals(), "capitals")):
        for phrase in getattr(row, column):
            assert table.get(phrase) == row.alpha3, phrase


def test_a_body_is_found_by_its_short_and_its_long_name() -> None:
    for name in ("IAEA", "International Atomic Energy Agency"):
        found = bodies().get(name)
        assert found is not None and found.name == "International Atomic Energy Agency" and found.state is None


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("New York", 1), ("New York Times", 2)])
    assert phrases.at(("New", "York", "Times"), 0) == (3, 2)
    assert phrases.at(("New", "York", "City"), 0) == (2, 1)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Zhou Enlai", (0,)),
        ("Park Chung-hee", (0,)),
        ("Henry Kissinger", (-1,)),
        ("Jim Yong Kim", (-1,)),
        ("Yu Sun", (0, -1)),
    ],
)
def test_the_family_name_stands_first_where_the_culture_puts_it_first(name: str, places: tuple[int, ...]) -> None:
    assert family_places(tuple(name.split())) == places


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Andrei Gromyko", "Andrei A. Gromyko", True),
        ("José Manuel Barroso", "Jose Manuel Barroso", True),
        ("J. Baker", "James Baker", True),
        ("George H. Bush", "George W. Bush", False),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", True),
        ("Raul Castro", "Fidel Castro", False),
        ("Li Peng", "Li Qiang", False),
        ("Ban Ki-moon", "Ban Ki Moon", True),
        ("Bin Laden", "Osama bin Laden", True),
    ],
)
def test_two_forms_of_a_name_are_one_person_only_where_they_can_be(left: str, right: str, same: bool) -> None:
    assert same_person(left.split(), right.split()) is same
    assert same_person(right.split(), left.split()) is same


def test_a_leader_is_known_by_full_name_and_alone_by_a_family_name_of_one_state() -> None:
    assert leader_state(("Angela", "Merkel"), alone=False) == "DEU"
    assert leader_state(("Merkel",), alone=True) == "DEU"
    assert leader_state(("Merkel",), alone=False) is None
    assert leader_state(("Lee",), alone=True) is None


def test_no_first_name_has_two_genders() -> None:
    assert given_names()["indira"] == "f" and given_names()["helmut"] == "m"
    assert "kim" in nicknames() or "kim" not in given_names()


def test_no_word_before_a_title_is_both_part_of_it_and_not() -> None:
    assert not who_words().loose & who_words().past


def test_places_of_one_name_come_with_the_most_populous_first() -> None:
    vienna = places_named("Vienna")
    assert [p.country for p in vienna][:2] == ["AUT", "USA"]
    assert places_named("Reykjavik")[0].country == "ISL"
    assert places_named("Strait of Hormuz")[0].country is None
    assert places_named("Nowhere at All") == ()
