"""Lists of words that decide in pages and copies, and endings of texts and words that differ between copies."""

import pytest

from memcon.copies.quotations.quoted import _folded
from memcon.registers.copies import SPELLINGS, TRUNCATIONS, Spelling, Truncation, sends_on
from memcon.registers.word_lists import COPY_WORDS, FUNCTION_WORDS, PAGE_WORDS, VENUE_WORDS, any_of, page_words


@pytest.mark.parametrize("row", SPELLINGS.rows, ids=lambda row: row.american)
def test_both_spellings_of_an_example_are_one_word(row: Spelling) -> None:
    british, american = row.example.split(" = ")
    assert row.british.search(british) and row.of(british) == american
    assert _folded(british) == _folded(american)


@pytest.mark.parametrize("row", TRUNCATIONS.rows, ids=lambda row: row.example)
def test_the_end_of_an_example_sends_the_reader_on(row: Truncation) -> None:
    assert sends_on().search(row.example)
    assert not sends_on().search(row.example + " The two sides met on Monday and agreed to meet again.")


def test_no_word_is_listed_twice() -> None:
    for table in (PAGE_WORDS, COPY_WORDS, FUNCTION_WORDS, VENUE_WORDS):
        for made in table.rows:
            assert len(set(made.words)) == len(made.words), made.name


@pytest.mark.parametrize(
    "made", [m for t in (PAGE_WORDS, FUNCTION_WORDS, VENUE_WORDS) for m in t.rows], ids=lambda made: made.name
)
def test_a_list_has_a_word_of_its_example(made: object) -> None:
    text = made.example.lower()  # type: ignore[attr-defined]
    assert any(word.lower() in text for word in made.words)  # type: ignore[attr-defined]


def test_longer_words_are_tried_first() -> None:
    assert any_of(["a", "a b", "c."]) == "a\\ b|c\\.|a"
    assert page_words("contributed") == ("contributed", "also contributed")
