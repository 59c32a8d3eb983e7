"""What is said in a transcript, by whom; and what a question does not say."""

from collections.abc import Callable

from engagement_samples import told

from memcon.coding.statements import find_statements, read_statements
from memcon.coding.voices import with_voices
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]


def said(resolved: Resolved) -> list[tuple[str | None, str]]:
    """Who, by the record's name, and what."""
    text = resolved.annotated.document.text
    statements, actors = read_statements(resolved)
    return [(actors[s.speaker].name if s.speaker else None, s.span.of(text)) for s in statements]


BRIEFING = (
    "QUESTION: The Secretary met the Norwegian minister last week. Will he go to Oslo?\n"
    "MR. HOLM: We expect the Secretary to go to Oslo on Monday.\n\nI have nothing more to say."
)


def test_an_answer_is_one_statement_of_whoever_has_the_floor(resolve_text: Resolve) -> None:
    assert said(resolve_text(BRIEFING)) == [
        ("Holm", "We expect the Secretary to go to Oslo on Monday.\n\nI have nothing more to say.")
    ]


def test_what_a_question_takes_for_granted_is_not_held(resolve_text: Resolve) -> None:
    statuses = {s for o in told(resolve_text(BRIEFING, "2022-01-14")) for s in o.statuses}
    assert not statuses & {"held", "ongoing"}


def test_i_is_whoever_has_the_floor(resolve_text: Resolve) -> None:
    text = "PRESIDENT LIND: I met Prime Minister Ana Reyes on Monday.\nPRIME MINISTER REYES: And I will meet him again."
    resolved = resolve_text(text, "2022-01-14")
    heard = with_voices(resolved, find_statements(resolved))
    voices = [heard.actors[str(m.actor)].name for m in heard.mentions if m.reason == "first person"]
    assert voices == ["Lind", "Ana Reyes"]


def test_what_an_answer_reports_of_another_is_his_statement_too(resolve_text: Resolve) -> None:
    text = "Q: What of the bridge?\nMS. HOLM: I said that I would ask. Foreign Minister Per Dahl said that it was shut."
    assert said(resolve_text(text))[1:] == [("Per Dahl", "it was shut")]


def test_an_official_named_in_a_question_is_quoted_only_by_his_own_words(resolve_text: Resolve) -> None:
    text = "Q: You said that the bridge was open. Foreign Minister Per Dahl said it was shut. Who lies?\nMS. HOLM: Ask Mr. Dahl that."
    assert said(resolve_text(text)) == [("Per Dahl", "it was shut"), ("Holm", "Ask Mr. Dahl that.")]


def test_a_nameless_answer_is_of_whom_the_title_names(resolve_text: Resolve) -> None:
    text = "Foreign Ministry Spokesperson Lin Bo's Press Conference\n\nQ: What of the bridge?\n\nA: The bridge was opened on Monday."
    assert said(resolve_text(text)) == [("Lin Bo", "The bridge was opened on Monday.")]


def test_a_nameless_answer_of_nobody_in_particular_has_no_speaker(resolve_text: Resolve) -> None:
    text = "Questions to Lin Bo and Karen Holm\n\nQ: What of the bridge?\n\nA: The bridge was opened on Monday."
    assert said(resolve_text(text)) == [(None, "The bridge was opened on Monday.")]


def test_a_short_courtesy_states_nothing(resolve_text: Resolve) -> None:
    assert said(resolve_text("Q: Thank you, sir.\nMR. HOLM: Thank you.\nQ: Bye.\nMR. HOLM: Good night.")) == []


def test_paragraphs_behind_a_colon_are_said_as_long_as_they_say_i(resolve_text: Resolve) -> None:
    text = (
        "The Danish foreign minister, Karen Holm, said:\n\nThe talks in Oslo went well, and I am glad.\n\nWe meet again in the "
        "spring.\n\nThe minister will fly to Oslo on Monday, her office said."
    )
    assert said(resolve_text(text))[0] == (
        "Karen Holm",
        "The talks in Oslo went well, and I am glad.\n\nWe meet again in the spring.",
    )


def test_a_list_behind_a_colon_is_nobody_s_words(resolve_text: Resolve) -> None:
    text = "The minister said that these would attend:\n\n- The foreign minister of Norway and his deputy\n\n- The envoys"
    assert all("Norway" not in words for _, words in said(resolve_text(text)))


def test_a_quotation_that_begins_a_paragraph_earlier_is_of_the_same_speaker(resolve_text: Resolve) -> None:
    text = "“The road is long, and we know it.\n\n“It is the only one,” Foreign Minister Per Dahl said."
    assert said(resolve_text(text)) == [
        ("Per Dahl", "The road is long, and we know it."),
        ("Per Dahl", "It is the only one,"),
    ]


def test_from_somebody_announces_a_quotation(resolve_text: Resolve) -> None:
    text = "And from Foreign Minister Per Dahl:\n\n“Anna knows the road as few others do.”"
    assert said(resolve_text(text)) == [("Per Dahl", "Anna knows the road as few others do.")]
