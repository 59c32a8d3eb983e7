"""Whose turn it is in a transcript, and labels that nobody speaks."""

from collections.abc import Callable

import pytest

from conftest import make_document
from memcon.annotate.annotate import read_paragraphs
from memcon.annotate.turns import find_turns
from memcon.model.annotated import Annotated

Turns = list[tuple[str, str | None, int]]


def turns(text: str) -> Turns:
    """Kind, label as read, and how many paragraphs."""
    paragraphs = read_paragraphs(make_document(text))
    return [
        (t.kind, None if t.label is None else paragraphs[t.label].text, t.last - t.first) for t in find_turns(paragraphs)
    ]


@pytest.mark.parametrize(
    ("asks", "label"),
    [
        ("Q: ", "Q:"),
        ("Q. ", "Q."),
        ("Q    ", "Q"),
        ("Q - ", "Q -"),
        ("QUESTION: ", "Question:"),
        ("Question: ", "Question:"),
        ("JOURNALIST: ", "Journalist:"),
        ("REPORTER: ", "Reporter:"),
        ("Reuters: ", "Reuters:"),
        ("Quito Herald: ", "Quito Herald:"),
    ],
)
def test_who_asks_has_many_labels(asks: str, label: str) -> None:
    text = f"{asks}Will you go to Quito?\nMR. HOLM: I have nothing to announce.\n{asks}When?\nMR. HOLM: In due course."
    found = turns(text)
    assert [kind for kind, _, _ in found] == ["question", "answer"] * 2
    assert found[0][1] == label


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("MR. HOLM", "Mr. Holm:"),
        ("MR HOLM", "Mr Holm:"),
        ("MS. O'BRIEN", "Ms. O'Brien:"),
        ("MR. McCORMACK", "Mr. McCormack:"),
        ("THE PRESIDENT", "The President:"),
        ("PRESIDENT SÁNCHEZ", "President Sánchez:"),
        ("MINISTER ŠEFČOVIČ", "Minister Šefčovič:"),
        ("KING HARALD V", "King Harald V:"),
        ("PRESIDENT VON HOLM", "President von Holm:"),
        ("PRESIDENT LIND (AS INTERPRETED)", "President Lind (as interpreted):"),
        ("Secretary Holm", "Secretary Holm:"),
        ("Foreign Minister Karen Holm", "Foreign Minister Karen Holm:"),
    ],
)
def test_a_label_is_read_in_ordinary_case(label: str, read: str) -> None:
    text = f"QUESTION: Will you go to Quito?\n{label}: I have nothing to announce.\n\nThe talks go on."
    assert turns(text)[1] == ("answer", read, 2)


def test_a_name_is_written_as_the_text_writes_it() -> None:
    text = "Press briefing by Ann McAllan\nQ: When?\nMS. MCALLAN: On Monday, as far as I know."
    assert turns(text)[1] == ("answer", "Ms. McAllan:", 1)


def test_a_spokesman_named_alone_is_known_by_the_title_and_his_other_turns() -> None:
    text = (
        "Foreign Ministry Spokesperson Lin Bo's Regular Press Conference\n"
        "Kyodo: Ships were seen off the islands. Can you confirm this?\nLin Bo: I have seen the reports.\n"
        "Andes Post: And the talks?\nLin Bo: They go on."
    )
    assert [kind for kind, _, _ in turns(text)] == ["question", "answer", "question", "answer"]


def test_an_answer_without_a_label_follows_its_question() -> None:
    text = (
        "Q - Will the minister go to Quito?\nHe will, on Monday.\nHe is glad of it.\nQ - And to Lima?\nThat is not planned."
    )
    assert turns(text) == [("question", "Q -", 1), ("unnamed", None, 2), ("question", "Q -", 1), ("unnamed", None, 1)]


def test_one_label_is_enough_where_the_title_calls_the_paper_his_speech() -> None:
    text = "Remarks by President Holm on the Harbour\n2:10 P.M.\nTHE PRESIDENT: Good morning to you all.\nWe have built it."
    assert turns(text) == [("answer", "The President:", 2)]


def test_one_label_of_whom_the_title_does_not_name_is_none() -> None:
    text = "Remarks by Minister Holm on the Harbour\nTHE PRESIDENT: Good morning to you all.\nWe have built it."
    assert turns(text) == []


def test_one_label_under_the_title_of_no_speech_is_none() -> None:
    text = "A harbour for President Holm\nTHE PRESIDENT: Good morning to you all.\nWe have built it."
    assert turns(text) == []


def test_a_turn_that_only_asks_back_is_a_question() -> None:
    text = "QUESTION: A word on Peru.\nMR. HOLM: On Peru or on Chile?\nQUESTION: Peru.\nMR. HOLM: The talks go on."
    assert [kind for kind, _, _ in turns(text)] == ["question", "question", "question", "answer"]


@pytest.mark.parametrize("end", ["END 4:05 P.M.", "6:32 P.M. EST", "END", "* * *"])
def test_the_moderator_and_the_line_that_ends_it_say_nothing(end: str) -> None:
    text = f"MODERATOR: Next, please.\nQ: And Peru?\nMS. HOLM: The talks go on.\n{end}\nThis text was corrected on Tuesday."
    assert turns(text) == [("chair", "Moderator:", 1), ("question", "Q:", 1), ("answer", "Ms. Holm:", 1)]


def test_speakers_can_stand_on_lines_of_their_own() -> None:
    text = (
        "Karen Holm and Per Dahl spoke to the press.\n\nKaren Holm\n\nThe talks went well today.\n\nPer Dahl\n\nThey did, and we "
        "go on.\n\nKaren Holm\n\nWe meet in May.\n\nPer Dahl\n\nIn Oslo, I hope."
    )
    assert [label for _, label, _ in turns(text)] == ["Karen Holm", "Per Dahl"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "NEW DELHI: The minister left for Quito on Monday, officials said.\nHe will be back on Friday.",
        "Location: Oslo\nDate: 4 May 2031\nPresent: the foreign ministers of both states and their deputies.",
        "FILE PHOTO: The minister arrives in Quito.\nRead more: The minister's long journey home.\nFILE PHOTO: The palace.",
        "Holm: Talks go on\nThe foreign minister, Karen Holm, spoke on Monday.",
        "The minister said: The talks go on.\nHe added: We meet in May.",
        "Monday: The minister flies to Quito.\nTuesday: He meets the president.\nMonday: He is back.",
    ],
)
def test_what_only_looks_like_a_turn_is_none(text: str) -> None:
    assert turns(text) == []


def test_the_words_of_a_turn_keep_their_places(annotate_text: Callable[..., Annotated]) -> None:
    text = "QUESTION: Will you go?\nMR. HOLM: I have nothing to announce."
    annotated = annotate_text(text)
    assert [text[t.start : t.end] for t in annotated.tokens if t.text in ("Mr.", "Holm")] == ["MR.", "HOLM"]
    assert annotated.in_question(next(t.i for t in annotated.tokens if t.text == "Will"))
    assert not annotated.in_question(next(t.i for t in annotated.tokens if t.text == "nothing"))
