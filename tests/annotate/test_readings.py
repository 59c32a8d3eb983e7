"""Paragraphs of spun texts as the rules read them."""

from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.readings import reading
from memcon.model.annotated import Paragraph
from memcon.registers.substitutions import substitutions

TELLTALE = [word for rule in substitutions() for word in rule.example.translate(str.maketrans("[]>", "   ")).split()]
WORD = st.sampled_from([*TELLTALE, "the", "a", "in", "Rome", "met", "him", "“", "”", ",", ".", "Mr.", "China’s"])
TEXT = st.lists(WORD, max_size=25).map(" ".join)


def paragraph(text: str, start: int) -> Paragraph:
    read, swaps = reading(text, start, spun=True)
    return Paragraph(start, start + len(text), read, "body", swaps)


def test_a_text_that_is_not_spun_is_left_alone() -> None:
    text = "He joined the State Division last year."
    assert reading(text, 0, spun=False) == (text, ())


def test_a_read_word_stands_for_the_words_in_the_document() -> None:
    before = "x" * 7
    text = "They met final 12 months in Rome with the overseas minister."
    read = paragraph(text, len(before))
    document = before + text
    at = read.text.index("last year")
    assert read.place(at, at + len("last year")).of(document) == "final 12 months"
    at = read.text.index("foreign")
    assert read.place(at, at + len("foreign minister")).of(document) == "overseas minister"
    assert read.place(at, at + len("foreign")).of(document) == "overseas"
    at = read.text.index("Rome")
    assert read.place(at, at + 4).of(document) == "Rome"


@given(TEXT, st.integers(0, 50))
def test_every_stretch_of_a_reading_stands_for_words_of_the_document(text: str, start: int) -> None:
    read = paragraph(text, start)
    document = " " * start + text
    at = start
    length = 0
    for swap in read.swaps:
        assert document[at : swap.source.start] == read.text[length : swap.read.start]
        assert swap.source.of(document) != swap.read.of(read.text)
        assert read.place(swap.read.start, swap.read.end) == swap.source
        at, length = swap.source.end, swap.read.end
    assert document[at:] == read.text[length:]


@given(TEXT)
def test_a_word_that_was_not_changed_stands_for_itself(text: str) -> None:
    read = paragraph(text, 0)
    changed = {i for swap in read.swaps for i in range(swap.read.start, swap.read.end)}
    for i, letter in enumerate(read.text):
        if i not in changed and letter.isalnum():
            assert read.place(i, i + 1).of(text) == letter
