"""What a text's own words tell of how it was copied."""

from datetime import date
from pathlib import Path

import pytest

from memcon.copies.condition.condition import condition, condition_evidence
from memcon.flow.plan import freeze
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.text import Zone, ZoneName
from memcon.read.read import read_paths

REPORTS = Path(__file__).parents[2] / "../shared/reports"
PLAIN = (
    "The foreign minister of Norway met her Turkish counterpart in Oslo last week. The State Department said the talks, "
    "the first since 2019, dealt with the war in Ukraine and with climate change. “It was a good meeting,” said an aide."
)
SPUN = (
    "The overseas minister of Norway met her Turkish counterpart in Oslo final week. The State Division mentioned the talks, "
    "the primary since 2019, handled the struggle in Ukraine and with local weather change. “It was a very good assembly,” "
    "mentioned an aide."
)
THESAURUS = (
    "The two countrys exchanged embassadors a twelvemonth ago, and their lawgivers hailed the grandness of the accord as well. "
    "The pact supplyed grain for the hebdomad."
)
TRANSLATED = (
    "The head of Norwegian diplomacy carried out a visit to Ankara. It became known that the both sides exchanged opinions on "
    "grain. In a related context, the American side declined to comment."
)


def document(text: str, zone: ZoneName = "body") -> Document:
    return parts((text, zone))


def parts(*stretches: tuple[str, ZoneName]) -> Document:
    zones, at = [], 0
    for text, zone in stretches:
        zones.append(Zone(at, at + len(text), zone))
        at += len(text)
    text = "".join(text for text, _ in stretches)
    return Document("d", "x.txt", "0", text, tuple(zones), None, None, (), DateRange.day(date(2022, 5, 4)), "en")


def test_a_plain_text_has_no_condition() -> None:
    assert condition(document(PLAIN)) == ()


@pytest.mark.parametrize("text", [SPUN, THESAURUS])
def test_a_text_full_of_misplaced_synonyms_is_spun(text: str) -> None:
    assert condition(document(text)) == ("spun",)


def test_one_odd_word_does_not_make_a_text_spun() -> None:
    assert condition(document(PLAIN.replace("State Department", "State Division"))) == ()


def test_a_few_odd_words_in_a_long_text_do_not_make_it_spun() -> None:
    assert condition(document(SPUN + " " + PLAIN * 200)) == ()


def test_boilerplate_is_no_evidence() -> None:
    assert condition(document(SPUN, "boilerplate")) == ()


def test_the_same_marker_often_counts_once() -> None:
    assert condition(document("It fell out final week and final week and final week, then again final week.")) == ()


def test_a_text_full_of_other_languages_turns_of_phrase_is_back_translated() -> None:
    assert condition(document(TRANSLATED)) == ("back_translated",)


def test_one_foreign_turn_of_phrase_is_no_translation() -> None:
    assert condition(document(PLAIN + " The head of Norwegian diplomacy was pleased.")) == ()


def test_the_evidence_is_the_words_themselves() -> None:
    marks = condition_evidence(document(TRANSLATED))
    shown = [mark.span.of(TRANSLATED) for mark in marks]
    assert {"carried out a visit", "the both sides", "related context,"} <= set(shown)
    assert all(mark.rule and mark.condition == "back_translated" and 0 < mark.weight <= 1 for mark in marks)


def test_a_name_that_lost_its_vowels_on_the_way_is_a_mark_and_two_people_of_one_family_are_none() -> None:
    text = TRANSLATED + " Tolga Demirel and Selim Demirel drove. {} Aksoy wrote of it, and Mustafa Aksoy took the pictures."
    twice = condition_evidence(document(text.format("Mostefa")))
    assert [mark.span.of(text.format("Mostefa")) for mark in twice if "one person" in mark.rule] == ["Mustafa Aksoy"]
    assert not [mark for mark in condition_evidence(document(text.format("Kerem"))) if "one person" in mark.rule]


def test_an_agency_s_credit_in_other_words_counts_at_the_foot_of_the_page_too() -> None:
    found = condition_evidence(
        parts(
            ("The both sides exchanged opinions.\n\n", "body"),
            ("(Coverage by Jane Roe in Rome; Edition by J. Doe)", "boilerplate"),
        )
    )
    assert sum("credit" in mark.rule for mark in found) == 2


def test_a_page_of_advertisements_and_forms_has_boilerplate() -> None:
    advertisement = "Sponsored content. Win a cruise to the fjords and back.\n\n"
    page = parts((advertisement, "boilerplate"), (PLAIN + "\n\n", "body"), ("Leave a comment. " * 4, "boilerplate"))
    assert condition(page) == ("with_boilerplate",)
    assert [mark.span.of(page.text)[:5] for mark in condition_evidence(page)] == ["Spons", "Leave"]


def test_a_line_or_two_of_the_page_are_not_worth_a_word() -> None:
    page = parts(("Advertisement\n\n", "boilerplate"), (PLAIN + "\n\n", "body"), ("Follow us", "boilerplate"))
    assert condition(page) == ()


@pytest.mark.parametrize(
    "ending",
    [
        " The minister will fly on to Rome on Friday and then meet the",
        " The minister will fly on to Rome, her office said. A spokesman for the government in Ankara added that ships",
        " The minister will fly on to Rome... Read more",
        " The minister will fly on to Rome…",
        " The minister will fly [+2413 chars]",
    ],
)
def test_a_report_that_breaks_off_or_sends_the_reader_on_is_truncated(ending: str) -> None:
    assert condition(document(PLAIN + ending)) == ("truncated",)


@pytest.mark.parametrize(
    "ending",
    [
        "",
        "\n\nRead the full communiqué here",
        "\n\n- Ambassador Kari Nordmann of Norway, chair of the working group on fisheries and the sea",
        "\n\nPhotographs of the ceremony at https://example.org/pictures-of-the-ceremony-in-oslo-and-bergen",
        "\n\n###",
    ],
)
def test_a_report_that_ends_is_not_truncated(ending: str) -> None:
    assert condition(document(PLAIN + ending)) == ()


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the five reports are not here")
def test_the_condition_of_five_real_reports_shows_in_their_own_language() -> None:
    found = {Path(item.source).name[:3]: freeze(item).condition for item in read_paths([REPORTS])}  # type: ignore[arg-type]
    assert found == {
        "000": ("spun",), "001": ("spun",), "002": ("with_boilerplate",), "003": ("spun",), "004": ("back_translated",),
    }  # fmt: skip
