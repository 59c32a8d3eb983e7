"""A line break ends a paragraph, unless the lines are only wrapped at a fixed width."""

from textwrap import fill

import pytest

from memcon.registers.wrapping import paragraph_pieces

PARAGRAPHS = (
    "The foreign ministers of both republics met in the old customs house on Monday, and spoke for two hours about the ferry, "
    "the price of grain and the return of the archives that were carried off in the war.",
    "“We have agreed on nearly everything that was open between us,” the Danish minister, Karen Holm, told reporters when she "
    "came out. Her guest, Per Dahl, said that he would travel to Aarhus on March 20.",
    "Neither side would say who pays for the new quay.",
)


def pieces(text: str) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in paragraph_pieces(text) if text[a:b].strip()]


@pytest.mark.parametrize("width", [60, 70, 76, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n    "])
def test_wrapped_lines_are_one_paragraph(width: int, between: str) -> None:
    assert pieces(between.join(fill(p, width) for p in PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_text_with_a_paragraph_on_each_line_keeps_its_lines(between: str) -> None:
    assert pieces(between.join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_one_wrapped_paragraph_shows_by_its_own_lines() -> None:
    wrapped = fill(PARAGRAPHS[1], 70)
    assert pieces(f"{PARAGRAPHS[0]}\n\n{wrapped}\n\n{PARAGRAPHS[2]}") == list(PARAGRAPHS)


def test_a_name_runs_over_the_line_end() -> None:
    assert pieces("The envoy praised the close cooperation between the\nUnited Nations and Turkey.") == [
        "The envoy praised the close cooperation between the United Nations and Turkey."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "MEETING OF THE FOREIGN MINISTERS\nAarhus, 4 May 2031",
        "The ministers spoke about these things\n- the ferry and the price of grain\n- the return of the archives",
        "QUESTION: Will the Secretary go to Quito next week?\nMR. HOLM: I have nothing to announce.",
        "Karen Holm\nMinister for Foreign Affairs",
    ],
)
def test_headings_items_and_turns_stay_apart(text: str) -> None:
    assert pieces(text) == [" ".join(line.split()) for line in text.split("\n")]
