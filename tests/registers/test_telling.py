"""Words that a translation exchanges without telling anything else."""

import pytest

from memcon.registers.telling import office_words, same_words, state_words


@pytest.mark.parametrize(
    ("word", "same"),
    [("kenyan", "kenya"), ("argentinian", "argentina"), ("nineteen", "19"), ("23rd", "23"), ("nov", "november")],
)
def test_a_word_stands_for_the_one_that_another_language_leads_back_to(word: str, same: str) -> None:
    assert same_words()[word] == same


def test_a_word_that_is_a_pronoun_too_stands_for_no_number() -> None:
    assert "one" not in same_words() and "a" not in same_words()


def test_words_of_offices_name_nobody_and_states_are_known_by_their_last_word() -> None:
    assert {"minister", "secretary", "foreign", "affairs"} <= office_words()
    assert {"kenya", "zealand", "arabia"} <= state_words()
