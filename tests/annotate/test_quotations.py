"""Quotation marks of every make, and what only looks like them."""

from collections.abc import Callable
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.quotations import paired
from memcon.model.annotated import Annotated


def inside(text: str) -> list[str]:
    return [text[p.inner_start : p.inner_end] for p in paired(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “the ferry sails at noon.”", ["the ferry sails at noon."]),
        ('She said "the ferry sails at noon."', ["the ferry sails at noon."]),
        ("She said ‘the ferry sails at noon’.", ["the ferry sails at noon"]),
        ("She said 'the ferry sails at noon'.", ["the ferry sails at noon"]),
        ("Sie sagte: „Die Fähre fährt.“", ["Die Fähre fährt."]),
        ("Elle a dit « le bac part à midi ».", [" le bac part à midi "]),
        ("She said ``the ferry sails at noon.''", ["the ferry sails at noon."]),
        ("Ona rekla: »Trajekt polazi«.", ["Trajekt polazi"]),
    ],
)
def test_marks_of_every_make_are_paired(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


def test_a_quotation_inside_another_is_one_level_deeper() -> None:
    text = "“He told me ‘never again’ and left,” the envoy said."
    assert [(text[p.inner_start : p.inner_end], p.depth) for p in paired(text)] == [
        ("He told me ‘never again’ and left,", 0),
        ("never again", 1),
    ]


def test_curly_marks_nest_in_their_own_kind() -> None:
    assert inside("“The “green line” holds,” he said.") == ["The “green line” holds,", "green line"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' talks ran over the envoys' dinner.",
        "The ministers’ talks ran over the envoys’ dinner.",
        "It's the king's view that they don't care.",
        'The gate is 6\'2" high and 12" thick.',
        "Back in the '90s they'd come and go.",
        "Back in the ’90s they’d come and go.",
        "No mark at all.",
        "He said ” and nothing else.",
    ],
)
def test_apostrophes_possessives_and_inches_are_no_quotations(text: str) -> None:
    assert inside(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert inside("'The ministers' dinner is off,' she said.") == ["The ministers' dinner is off,"]


def test_a_number_can_end_a_quotation() -> None:
    assert inside('"We shall meet in 2031" was all he said.') == ["We shall meet in 2031"]


def test_inches_beside_a_quotation_leave_it_alone() -> None:
    assert inside('A 12" shell hit "the old mill" at dawn.') == ["the old mill"]


def test_a_mark_closed_by_one_of_another_make_is_closed() -> None:
    assert inside('“The ferry sails at noon," she said.') == ["The ferry sails at noon,"]


def test_without_a_closing_mark_the_quotation_ends_with_the_paragraph_and_says_so() -> None:
    pair = paired("The envoy said “the road is mined.")[0]
    assert (pair.closed, pair.inner_end) == (False, len("The envoy said “the road is mined."))


def test_a_mark_that_others_follow_is_no_quotation() -> None:
    assert inside("“The road is mined, he said. “The bridge is gone,” she said.") == ["The bridge is gone,"]


def test_a_quotation_over_two_paragraphs_continues(annotate_text: Callable[..., Annotated]) -> None:
    text = "“The road is mined, the envoy said so.\n“The bridge is gone,” he added."
    first, second = annotate_text(text).quotations
    assert (first.closed, second.closed, second.continues) == (True, True, first.index)
    assert second.inner.of(text) == "The bridge is gone,"


def test_a_quotation_left_open_before_plain_text_does_not_continue(annotate_text: Callable[..., Annotated]) -> None:
    only, other = annotate_text("“The road is mined.\nThe bridge is “gone” too.").quotations
    assert (only.closed, other.continues) == (False, None)


def test_tokens_of_a_quotation_are_those_between_the_marks(annotate_text: Callable[..., Annotated]) -> None:
    annotated = annotate_text("The mayor said the bridge was “wide open” to trade.")
    quotation = annotated.quotations[0]
    assert annotated.read(quotation.first, quotation.last) == "wide open"


@given(st.text(alphabet="ab.,' \"“”‘’„«»12", max_size=40))
def test_pairs_never_cross_and_stay_in_the_text(text: str) -> None:
    pairs = paired(text)
    for a in pairs:
        assert 0 <= a.start < a.inner_start < a.inner_end <= a.end <= len(text)
        for b in pairs:
            apart = a.end <= b.start or b.end <= a.start
            within = (a.inner_start <= b.start and b.end <= a.inner_end) or (
                b.inner_start <= a.start and a.end <= b.inner_end
            )
            assert a is b or apart or within


def seconds(text: str) -> float:
    """What pairing takes of the processor, at its best."""

    def once() -> float:
        begun = process_time()
        paired(text)
        return process_time() - begun

    return min(once() for _ in range(3))


@pytest.mark.parametrize("marks", ["“", "“”", '"', "«»", "‘’'", "“‘«\"”’»'"])
def test_the_time_to_pair_marks_grows_with_the_text_and_no_faster(marks: str) -> None:
    chance = Random(7)
    words = [chance.choice((f"{mark}word", f"word{mark}")) for mark in chance.choices(marks, k=16_000)]
    short, long = seconds(" ".join(words[:2_000])), seconds(" ".join(words))
    assert long < 8 * 3 * short + 0.05  # eight times the words; three for what a busy machine adds
