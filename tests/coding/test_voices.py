"""Inside a quotation "I" is its speaker, and "we" the state he speaks for."""

from collections.abc import Callable

from engagement_samples import told

from memcon.coding.code import code
from memcon.coding.statements import find_statements
from memcon.coding.voices import with_voices
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]


def first_persons(resolved: Resolved) -> dict[str, str]:
    """The pronoun's word and the name of whom it means."""
    heard = with_voices(resolved, find_statements(resolved))
    found = [m for m in heard.mentions if m.reason == "first person" and m.actor]
    return {m.text: heard.actors[str(m.actor)].name for m in found}


def test_i_is_the_speaker(resolve_text: Resolve) -> None:
    text = "“I trust my neighbours,” said French President Charles de Gaulle."
    assert first_persons(resolve_text(text)) == {"I": "Charles de Gaulle", "my": "Charles de Gaulle"}


def test_we_is_the_state_that_the_speaker_serves(resolve_text: Resolve) -> None:
    text = "France was calm. “We trust Germany,” said French President Charles de Gaulle."
    assert first_persons(resolve_text(text)) == {"We": "France"}


def test_each_quotation_has_its_own_speaker(resolve_text: Resolve) -> None:
    text = (
        "“I came from Paris,” said French President Charles de Gaulle.\n"
        "“My door is open,” said German Chancellor Konrad Adenauer."
    )
    assert first_persons(resolve_text(text)) == {"I": "Charles de Gaulle", "My": "Konrad Adenauer"}


def test_a_pronoun_outside_quotation_marks_is_left_as_it_was(resolve_text: Resolve) -> None:
    assert first_persons(resolve_text("I think that de Gaulle was right.")) == {}


def test_a_quotation_without_a_speaker_gives_nobody_a_voice(resolve_text: Resolve) -> None:
    resolved = resolve_text("The banner read: “We are one people.”")
    assert first_persons(resolved) == {}


def test_who_says_i_met_takes_part_in_the_meeting(resolve_text: Resolve) -> None:
    text = "“I met Konrad Adenauer in Colombey on Monday,” French President Charles de Gaulle said."
    (meeting,) = told(resolve_text(text, "1958-09-17"))
    assert meeting.who == {"Charles de Gaulle", "Konrad Adenauer"}


def test_who_said_he_would_meet_has_not_met(resolve_text: Resolve) -> None:
    text = "“I will meet Konrad Adenauer on Sunday,” French President Charles de Gaulle said."
    (meeting,) = told(resolve_text(text, "1958-09-11"))
    assert (meeting.who, meeting.statuses) == ({"Charles de Gaulle", "Konrad Adenauer"}, ("planned",))


def test_reading_the_voices_twice_changes_nothing(resolve_text: Resolve) -> None:
    text = "“I trust my neighbours,” said French President Charles de Gaulle."
    resolved = resolve_text(text)
    statements = list(find_statements(resolved))
    once = with_voices(resolved, statements)
    assert with_voices(once, statements).mentions == once.mentions
    assert code(resolved) == code(resolved)


def test_in_a_speech_whose_label_stands_once_i_is_who_gives_it(resolve_text: Resolve) -> None:
    text = (
        "Remarks by President Charles de Gaulle on the Harbour\n\nTHE PRESIDENT: Good morning to you all.\n\n"
        "Last night, I had a long meeting with German Chancellor Konrad Adenauer."
    )
    (meeting,) = [e for e in told(resolve_text(text)) if e.kind == "meeting"]
    assert meeting.who == {"Charles de Gaulle", "Konrad Adenauer"}
