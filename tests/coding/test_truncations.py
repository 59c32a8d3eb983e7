"""No text, however it is cut off, garbled or set, stops the reading: annotate, resolve and code find no exception.

Feeds hold headlines, captions and texts that end in mid-word; each is a text like any other.
"""

from collections.abc import Iterator

import pytest

from conftest import make_document
from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.coding.code import code
from memcon.grammar.clauses import clauses_of
from memcon.resolve.resolve import resolve

STEP = 1  # every character

PARAGRAPHS = {
    "statements": (
        "“The strait is open,” the Danish foreign minister, Karen Holm, told reporters in Aarhus; “it was never shut,” she "
        "added, accusing ‘two’ neighbours of “double talk”. The talks went well, according to a statement."
    ),
    "engagements": (
        "AARHUS, May 3 - President Jonas Lind will meet Prime Minister Ana Reyes of Chile on 12 June, his office said; a visit "
        "to Santiago planned for last week's summit was called off, “for now”, after the ambassador had been summoned twice"
    ),
    "turns": (
        "QUESTION: Will the Secretary go to Quito?\nMR. HOLM: I have nothing to announce. I can tell you that “talks” go on."
        "\nQ    And when?\nTHE PRESIDENT: We met them on Friday; they said they'd come back, didn't they?"
    ),
    "wrapped": (
        "The envoys of both sides, who had not spoken since the spring, said on\nMonday that they would meet in Bergen “within "
        "a week or\ntwo”, a spokes­man for the ministry, Per Dahl, said. Neither the\nplace nor the day is fixed – according to"
    ),
}


def cuts(text: str) -> Iterator[str]:
    """The text cut off behind each of its characters, and its ends."""
    for at in range(1, len(text) + 1, STEP):
        yield text[:at]
        if at % 3 == 0:
            yield text[at:]


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_no_paragraph_cut_off_anywhere_stops_the_reading(parser: Parser, name: str) -> None:
    documents = [make_document(text, "2031-05-04") for text in cuts(PARAGRAPHS[name]) if text.strip()]
    for annotated in annotate_all(documents, parser):
        code(resolve(annotated, clauses_of(annotated)))


@pytest.mark.parametrize(
    "text",
    [
        "The road is open, according to a statement",
        "According to",
        "according",
        "“”",
        "“",
        "said:",
        "Q:",
        "Q: A:",
        "— @a",
        "he said, “",
        ":",
        "­",
        "\xa0",
    ],
)
def test_a_scrap_is_read_like_any_text(parser: Parser, text: str) -> None:
    for annotated in annotate_all([make_document(text, "2031-05-04")], parser):
        code(resolve(annotated, clauses_of(annotated)))


def test_a_source_named_in_the_last_words_is_the_speaker(parser: Parser) -> None:
    (annotated,) = annotate_all([make_document("The road is open, according to a statement")], parser)
    text = annotated.document.text
    (statement,) = code(resolve(annotated, clauses_of(annotated))).statements
    assert (statement.span.of(text), statement.speaker_text) == ("The road is open", "a statement")
