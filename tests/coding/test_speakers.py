"""Who speaks where the words for the speaker do not name him: pronouns, texts, descriptions, unnamed groups, houses."""

from collections.abc import Callable

import pytest

from memcon.coding.statements import read_statements
from memcon.model.resolved import Resolved

Said = Callable[[str], list[tuple[str, str | None]]]


@pytest.fixture(scope="session")
def said(resolve_text: Callable[..., Resolved]) -> Said:
    """The words for the speaker and the name of whom they mean, of each statement."""

    def run(text: str) -> list[tuple[str, str | None]]:
        statements, actors = read_statements(resolve_text(text))
        return [(s.speaker_text or "", actors[s.speaker].name if s.speaker else None) for s in statements]

    return run


def test_he_is_whoever_spoke_last_not_whom_he_spoke_of(said: Said) -> None:
    text = (
        "“The road is long,” said Danish Foreign Minister Karl Holm on Monday.\n"
        "The plan failed because of President Peter Lind, he added."
    )
    assert said(text)[-1] == ("he", "Karl Holm")


def test_he_goes_on_in_the_next_paragraph(said: Said) -> None:
    text = "“The road is long,” said Danish Foreign Minister Karl Holm.\n“We know it well,” he said."
    assert said(text) == [("Danish Foreign Minister Karl Holm", "Karl Holm"), ("he", "Karl Holm")]


def test_it_is_the_body_that_spoke_last(said: Said) -> None:
    text = "The White House said that Norway had agreed to the plan. It said that Norway would pay."
    assert said(text)[-1] == ("It", "White House")


@pytest.mark.parametrize("noun", ["statement", "letter"])
def test_a_text_speaks_for_whoever_issued_it(said: Said, noun: str) -> None:
    text = f"President Peter Lind of Finland wrote a {noun} on Monday. The {noun} said that the road was open."
    assert said(text)[-1] == (f"The {noun}", "Peter Lind")


def test_a_state_s_statement_is_the_state_s(said: Said) -> None:
    text = "The North Korean statement said that the talks were over."
    assert said(text) == [("The North Korean statement", "North Korea")]


def test_a_paper_s_commentary_is_the_paper_s_and_it_goes_on(said: Said) -> None:
    text = "The Jutland Gazette said in a commentary that the talks were over. It said that Norway had left."
    assert said(text) == [("The Jutland Gazette", "Jutland Gazette"), ("It", "Jutland Gazette")]


def test_the_official_is_the_one_quoted_before(said: Said) -> None:
    text = "A senior Danish official said that the road was open. “It was never shut,” the official told reporters."
    assert len({who for _, who in said(text)}) == 1


def test_a_description_by_age_is_of_whoever_spoke_last(said: Said) -> None:
    text = "President Peter Lind said that the road was open. The 64-year-old cleric said that it would stay so."
    assert [who for _, who in said(text)] == ["Peter Lind", "Peter Lind"]


def test_an_unnamed_group_speaks_by_its_own_words(said: Said) -> None:
    text = "Two senior diplomats said that the road was open. They said that it would stay so."
    assert said(text) == [("Two senior diplomats", "senior diplomats"), ("They", "senior diplomats")]


def test_an_office_is_of_its_person(said: Said) -> None:
    text = "President Peter Lind flew to Oslo. Mr. Lind's office said that he would stay a week. It said that he was well."
    assert [who for _, who in said(text)] == ["Peter Lind's office", "Peter Lind's office"]


def test_a_government_that_the_text_does_not_tell_apart_stays_open(said: Said) -> None:
    assert said("The government said that the road was open.") == [("The government", None)]


def test_a_spokesman_for_a_body_is_the_man_named_behind_it(said: Said) -> None:
    text = "A spokesman for the Qatari foreign ministry, Majid Ansar, said that mediation continued."
    assert [who for _, who in said(text)] == ["Majid Ansar"]


def test_a_blog_named_once_is_meant_further_on(said: Said) -> None:
    text = (
        "A commentary by the Jutland Notes blog said that the talks were over.\nNorway was calm.\n"
        "The blog said that Norway had left. It said that others would follow."
    )
    assert {who for _, who in said(text)} == {"Jutland Notes"}


def test_a_name_in_a_list_behind_the_speakers_is_not_the_speaker(said: Said) -> None:
    text = "The chiefs of three banks -- Standard Chartered, HSBC and Danske Bank -- announced their withdrawal."
    assert all(who != "Standard Chartered" for _, who in said(text))


def test_a_relay_yields_to_whoever_it_quotes(said: Said) -> None:
    text = "Karl Dahl, a spokesman, said that they were “aware of the reports. We are checking,” according to the Jutland Gazette."
    assert said(text)[0][0] == "Karl Dahl"


def test_a_sentence_can_begin_with_its_cue(said: Said) -> None:
    text = "Added U.S. Rep. Gerald Nash of New York: “The clauses exist to prevent this.”"
    assert [who for _, who in said(text)] == ["Gerald Nash"]
