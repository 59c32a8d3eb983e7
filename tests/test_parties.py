"""A party is found however a user writes it."""

import pytest

from memcon.parties import near, party


@pytest.mark.parametrize("words", ["CHN", "chn", "China", "chinese", "the Chinese"])
def test_a_state_is_known_by_code_name_and_adjective(words: str) -> None:
    assert party(words) == "CHN"


@pytest.mark.parametrize("words", ["USA", "United States", "the United States", "U.S.", "American"])
def test_full_stops_and_articles_do_not_matter(words: str) -> None:
    assert party(words) == "USA"


def test_other_words_are_a_name() -> None:
    assert party("ASEAN") == "ASEAN"
    assert party("Arab League") == "Arab League"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Pompea", ["Mike Pompeo"]),
        ("Mike Pompey", ["Mike Pompeo"]),
        ("Uinted States", ["United States"]),
        ("Atlantis", []),
        ("kim", ["Kim Yong Chol"]),
    ],
)
def test_words_that_are_no_name_are_told_the_names_most_like_them(words: str, names: list[str]) -> None:
    assert near(words, ["Mike Pompeo", "Kim Yong Chol", "Angela Merkel"]) == names


def test_no_more_than_three_names_are_told() -> None:
    assert near("Kimm", [f"Kim {n}" for n in range(9)]) == ["Kim 0", "Kim 1", "Kim 2"]
