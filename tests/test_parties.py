"""A party is found however a user writes it."""

import pytest

from memcon.parties import party


@pytest.mark.parametrize("words", ["CHN", "chn", "China", "chinese", "the Chinese"])
def test_a_state_is_known_by_code_name_and_adjective(words: str) -> None:
    assert party(words) == "CHN"


@pytest.mark.parametrize("words", ["USA", "United States", "the United States", "U.S.", "American"])
def test_full_stops_and_articles_do_not_matter(words: str) -> None:
    assert party(words) == "USA"


def test_other_words_are_a_name() -> None:
    assert party("ASEAN") == "ASEAN"
    assert party("Arab League") == "Arab League"
