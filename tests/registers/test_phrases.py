"""Phrases of a register are split as the parser splits words."""

from memcon.registers.phrases import split


def test_letters_and_a_number_with_a_hyphen_between_are_one_word() -> None:
    assert split("the G-20 leaders") == ("the", "G-20", "leaders")


def test_two_words_with_a_hyphen_between_are_three() -> None:
    assert split("Asia-Pacific") == ("Asia", "-", "Pacific")
