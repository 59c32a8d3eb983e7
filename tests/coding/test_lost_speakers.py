"""Statements whose speaker or words the parse loses: apposed subjects, passives, full stops for commas, one said inside another."""

from collections.abc import Callable

import pytest

from memcon.coding.statements import find_statements, read_statements
from memcon.model.resolved import Resolved

Said = Callable[[str], list[tuple[str, str | None, str]]]


@pytest.fixture(scope="session")
def said(resolve_text: Callable[..., Resolved]) -> Said:
    """Kind, the words for the speaker, and what is said, of each statement."""

    def run(text: str) -> list[tuple[str, str | None, str]]:
        return [(s.kind, s.speaker_text, s.span.of(text)) for s in find_statements(resolve_text(text))]

    return run


@pytest.fixture(scope="session")
def named(resolve_text: Callable[..., Resolved]) -> Callable[[str], list[str | None]]:
    """Whom the speaker of each statement is taken for."""

    def run(text: str) -> list[str | None]:
        statements, actors = read_statements(resolve_text(text))
        return [actors[s.speaker].name if s.speaker else None for s in statements]

    return run


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“We have had louder meetings than this one,” Harbour delegate Karl Holm, wearing a straw hat and “Lind” pins, said drily.",
            "Harbour delegate Karl Holm",
        ),
        (
            "“Will he ever say it?” the presumptive nominee of the party, Dana Lind, tweeted on Sunday after the vote.",
            "the presumptive nominee of the party",
        ),
        ("“We may differ, but we are friends,” Karl Holm, 57, told a voter passing by who seemed confused.", "Karl Holm"),
    ],
)
def test_a_speaker_of_whom_more_is_told_between_commas_says_the_quotation(said: Said, text: str, speaker: str) -> None:
    assert [(kind, who) for kind, who, _ in said(text)] == [("direct", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“It is complicated. Do you want them to run against somebody in the district?” asked Sen. Maria Holm of Harbour, "
            "who is willing to see some reforms.",
            "Sen. Maria Holm",
        ),
        ("“It goes in here and out here,” Karl Holm said, pointing to one and then the other of his ears.", "Karl Holm"),
        (
            "“Show me somebody, even from your business, the media, who is accurate in everything that they say that happened "
            "50 years ago,” Holm told the host of a show by phone.",
            "Holm",
        ),
    ],
)
def test_a_cue_right_behind_the_mark_has_the_name_beside_it_for_its_subject(said: Said, text: str, speaker: str) -> None:
    assert ("direct", speaker) in [(kind, who) for kind, who, _ in said(text)]


def test_the_subject_of_a_sentence_calls_names_across_a_participle(said: Said) -> None:
    text = "Karl Holm, speaking on Radio Jutland, called Lind a “coward,” and said his plan was “empty.”"
    assert [(who, words) for _, who, words in said(text)] == [
        ("Karl Holm", "Lind a “coward,"),
        ("Karl Holm", "his plan was “empty."),
    ]


def test_who_was_joined_by_another_speaks_and_not_the_other(said: Said) -> None:
    text = "Silva was joined on stage by Senator Lind and joked, “You are being ridiculous.”"
    assert said(text) == [("direct", "Silva", "You are being ridiculous.")]


@pytest.mark.parametrize("cue", ["Lind said Monday", "Lind told reporters on Monday"])
def test_a_sentence_that_only_says_who_said_it_attributes_a_quotation_closed_by_a_full_stop(said: Said, cue: str) -> None:
    assert said(f'"They like to lie. We have to stop that." {cue}.') == [
        ("direct", "Lind", "They like to lie. We have to stop that.")
    ]


def test_a_sentence_that_says_something_else_does_not(said: Said) -> None:
    assert not [s for s in said('"We have to stop that." Lind said on Monday that the road was open.') if s[0] == "direct"]


def test_a_quotation_that_ends_with_another_is_of_the_one_behind_it(said: Said) -> None:
    text = "Rao noted this. “People pass and I just say, ‘Thank you for coming,’” Lind explained."
    assert said(text)[-1][:2] == ("direct", "Lind")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("From the report: “In general, small samples produced worse results.”", "the report"),
        ("After the attack Lind issued a statement, “Last night our town was attacked. We mourn.”", "Lind"),
        ("Old Karl Holm agreed:\n“He speaks his mind, and I think that is what we need.”", "Old Karl Holm"),
    ],
)
def test_words_before_the_mark_hand_it_to_somebody(said: Said, text: str, speaker: str) -> None:
    assert [(kind, who) for kind, who, _ in said(text)] == [("direct", speaker)]


def test_a_second_clause_of_the_reporter_is_no_part_of_what_was_called_so(said: Said) -> None:
    text = 'President Lind has called the deals "unpatriotic," and his staff has made an effort to end them.'
    assert said(text) == [("mixed", "President Lind", 'the deals "unpatriotic,')]


def test_what_is_said_inside_what_is_said_takes_nothing_from_the_outer_speaker(said: Said) -> None:
    text = 'Lind said the union had dropped what she termed its fondness for "poverty wages" for the new workers.'
    assert ("mixed", "Lind") in [(kind, who) for kind, who, _ in said(text)]


def test_an_agency_that_tells_on_what_somebody_said_says_nothing_else(said: Said) -> None:
    text = "“We are working on it,” Maja Lind, a spokeswoman for the ministry, told reporters in Oslo, according to Norda."
    assert [(kind, who) for kind, who, _ in said(text)] == [("direct", "Maja Lind")]


def test_what_reporters_are_told_is_no_clause_about_reporters(said: Said) -> None:
    text = "Finnish Foreign Minister Dana Lind told reporters the Finnish government had offered to send 600 guards to the border."
    assert ("indirect", "Finnish Foreign Minister Dana Lind") in [(kind, who) for kind, who, _ in said(text)]


def test_a_friend_whom_she_had_met_is_not_told_that_she_had_met(said: Said) -> None:
    assert not said("She told a friend she had met in Oslo about it.")


def test_not_the_deal_urges_but_those_who_warn_of_it(said: Said) -> None:
    text = "Critics at home have warned him against a deal that would do little, urging quick action."
    assert [who for _, who, _ in said(text)] == ["Critics at home", "Critics at home"]


def test_a_chairman_is_the_democrat_named_behind_him(named: Callable[[str], list[str | None]]) -> None:
    assert named("“I will act,” said the panel’s chairman, Democrat Karl Holm.") == ["Karl Holm"]


def test_the_agency_is_the_agency_that_spoke_before(named: Callable[[str], list[str | None]]) -> None:
    text = "The envoys had left, the North's news agency, KCNA, said on Monday. They will return, the agency said."
    assert named(text) == ["KCNA", "KCNA"]


def test_the_president_is_not_the_one_under_whom_a_speaker_served(named: Callable[[str], list[str | None]]) -> None:
    text = (
        "President Dana Lind of Finland left the treaty on Tuesday.\n"
        "It was late, said Karl Holm, a former adviser under President Peter Borg.\n"
        "“They will want a new one,” the president said."
    )
    assert named(text)[-1] == "Dana Lind"


@pytest.mark.parametrize(
    "text",
    [
        "Lind criticised Rao for saying that the road was open.",
        "Lind thanked Rao for saying that the road was open.",
        "Lind accused Rao of claiming that the road was open.",
    ],
)
def test_who_is_blamed_for_saying_something_has_said_it(said: Said, text: str) -> None:
    assert ("indirect", "Rao", "the road was open") in said(text)


def test_who_begins_by_saying_something_has_said_it(said: Said) -> None:
    assert said("Lind began by saying that the road was open.") == [("indirect", "Lind", "the road was open")]
