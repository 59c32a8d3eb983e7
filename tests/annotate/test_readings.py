"""Paragraphs of spun texts as the rules read them."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.readings import reading
from memcon.model.annotated import Annotated, Paragraph
from memcon.registers.substitutions import substitutions

TELLTALE = [word for rule in substitutions() for word in rule.example.translate(str.maketrans("[]>", "   ")).split()]
Annotate = Callable[..., Annotated]
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


def spans(annotated: Annotated) -> list[tuple[str, str]]:
    """Each word as read, and as it stands in the document."""
    return [(t.text, annotated.document.text[t.start : t.end]) for t in annotated.tokens if t.pos != "SPACE"]


def test_lines_that_are_only_wrapped_are_one_sentence(annotate_text: Annotate) -> None:
    text = "The foreign minister of Denmark met the envoy of the\n    United Nations in Aarhus."
    annotated = annotate_text(text)
    assert len(annotated.sentences) == 1
    assert [t.text for t in annotated.tokens if t.pos == "SPACE"] == []
    assert all(read == stands for read, stands in spans(annotated))


def test_a_word_broken_at_its_hyphen_is_one_word(annotate_text: Annotate) -> None:
    text = "The two ministers spoke for an hour about the non-\nproliferation of rockets."
    assert ("proliferation", "proliferation") in spans(annotate_text(text))
    assert "non-proliferation" in annotate_text(text).paragraphs[0].text


def test_soft_hyphens_and_spaces_without_width_are_not_read(annotate_text: Annotate) -> None:
    text = "French Pre\u00adsident Luc Morel met German Chan\u00adcellor Jan Weber\u200b."
    annotated = annotate_text(text)
    assert annotated.paragraphs[0].text == "French President Luc Morel met German Chancellor Jan Weber."
    assert ("President", "Pre\u00adsident") in spans(annotated)
    assert ("met", "met") in spans(annotated)


def test_spaces_that_do_not_break_are_spaces(annotate_text: Annotate) -> None:
    assert annotate_text("On 5\u00a0March he\u202fleft.").paragraphs[0].text == "On 5 March he left."


def test_layout_and_a_spinner_s_words_are_undone_together(annotate_text: Annotate) -> None:
    text = "A spokes\u00adman of the State Division said that the talks between the\r\n  United States and Iran went on."
    annotated = annotate_text(text, condition=("spun",))
    assert "spokesman of the State Department said that the talks between the United States" in annotated.paragraphs[0].text
    assert ("spokesman", "spokes\u00adman") in spans(annotated)
    assert ("Department", "Division") in spans(annotated)
    assert ("United", "United") in spans(annotated)
