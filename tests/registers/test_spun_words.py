"""The table of words that spinners write and people do not."""

import pytest

from memcon.registers.spun_words import odd_words, spun_words


def words_in(text: str) -> list[str]:
    return [text[odd.start : odd.end] for odd in odd_words(text)]


@pytest.mark.parametrize("words", sorted(spun_words()))
def test_each_line_is_found_and_the_words_it_stands_for_are_not(words: str) -> None:
    assert words_in(f"so {words}") == [words]
    assert words not in words_in(f"so {spun_words()[words].plain}")


def test_an_ending_put_on_by_rote_is_odd_whatever_the_word() -> None:
    assert words_in("two embassys denyed it and were sometinged") == ["embassys", "denyed", "sometinged"]


def test_a_name_is_no_odd_word() -> None:
    assert words_in("Mr. Eld flew to Dorsum with Physique Magazine") == []


def test_what_people_write_is_not_odd() -> None:
    text = (
        "The surveys were delayed on both Mondays; the treaty was infringed, the ministers enjoyed the ferry, and the envoys "
        "conveyed their thanks."
    )
    assert words_in(text) == []


def test_a_pair_does_not_reach_across_a_full_stop() -> None:
    assert words_in("They came united. Provinces sent help.") == []
