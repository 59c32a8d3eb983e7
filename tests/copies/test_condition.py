"""What a text's own words tell of how it was copied."""

from datetime import date

from memcon.copies.condition import condition
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.text import Zone

PLAIN = (
    "The foreign minister of Norway met her Turkish counterpart in Oslo last week. The State Department said the talks, "
    "the first since 2019, dealt with the war in Ukraine and with climate change. “It was a good meeting,” said an aide."
)
SPUN = (
    "The overseas minister of Norway met her Turkish counterpart in Oslo final week. The State Division mentioned the talks, "
    "the primary since 2019, handled the struggle in Ukraine and with local weather change. “It was a very good assembly,” "
    "mentioned an aide."
)


def document(text: str, zone: str = "body") -> Document:
    zones = (Zone(0, len(text), zone),)  # type: ignore[arg-type]
    return Document("d", "x.txt", "0", text, zones, None, None, (), DateRange.day(date(2022, 5, 4)), "en")


def test_a_plain_text_has_no_condition() -> None:
    assert condition(document(PLAIN)) == ()


def test_a_text_full_of_misplaced_synonyms_is_spun() -> None:
    assert condition(document(SPUN)) == ("spun",)


def test_one_odd_word_does_not_make_a_text_spun() -> None:
    assert condition(document(PLAIN.replace("State Department", "State Division"))) == ()


def test_a_few_odd_words_in_a_long_text_do_not_make_it_spun() -> None:
    assert condition(document(SPUN + " " + PLAIN * 200)) == ()


def test_boilerplate_is_no_evidence() -> None:
    assert condition(document(SPUN, "boilerplate")) == ()


def test_the_same_marker_often_counts_once() -> None:
    assert condition(document("It fell out final week and final week and final week, then again final week.")) == ()
