"""The day and the place that the layout of a text gives to its parts."""

from collections.abc import Callable

import pytest

from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.flow.plan import freeze
from memcon.grammar.clauses import clauses_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.resolved import Resolved, SettingKind
from memcon.resolve.resolve import resolve

Read = Callable[..., Resolved]

DIARY = """Week ahead

MONDAY, MARCH 11

BRUSSELS - EU foreign ministers meet to discuss sanctions.
PARIS - President Morel receives the Dutch prime minister at 09:30.

TUESDAY, MARCH 12

LONDON - The foreign secretary meets his Omani counterpart (to March 14).
"""
PROGRAMME = """Weekly programme of President Maes

Monday 6 May 2024
09.30 Meeting with the Prime Minister of Latvia
12.00 Lunch with ambassadors

Tuesday 7 May 2024
Bucharest
10.00 Meeting with the President of Romania
"""
WIRE = (
    "BERLIN - Chancellor Otto Lang receives President Ivan Kolev - 1245 GMT ** BRUSSELS - The foreign minister of Georgia is "
    "to pay a working visit to Brussels (to May 18)"
)
PAPER = """Meeting with the Foreign Minister of Oman

New Delhi, March 14, 2024

External Affairs Minister Arun Mehta met the Foreign Minister of Oman today. They spoke about trade and shipping.
"""


@pytest.fixture
def read(parser: Parser) -> Read:
    def run(text: str, published: str | None = None) -> Resolved:
        given = Given(published=published, published_basis="given")
        annotated = annotate(freeze(RawItem("x", text.encode(), "text/plain", sha256_of(text.encode()), given)), parser)
        return resolve(annotated, clauses_of(annotated))

    return run


def setting(r: Resolved, word: str) -> tuple[str, str | None, str | None]:
    """Kind, day and place of the setting at the first token of this word."""
    token = next(t for t in r.annotated.tokens if t.text == word)
    found = r.setting_of(token.i)
    assert found is not None
    day = found.day.earliest.isoformat() if found.day and found.day.earliest else None
    return found.kind.value, day, found.place.name if found.place else None


@pytest.mark.parametrize(
    ("word", "day", "place"),
    [("sanctions", "2024-03-11", "Brussels"), ("Morel", "2024-03-11", "Paris"), ("Omani", "2024-03-12", "London")],
)
def test_a_heading_dates_the_items_below_it_and_an_item_says_where(word: str, day: str, place: str, read: Read) -> None:
    assert setting(read(DIARY, "2024-03-08"), word) == ("item", day, place)


def test_a_programme_names_its_days_and_places_on_lines_of_their_own(read: Read) -> None:
    r = read(PROGRAMME)
    assert setting(r, "Latvia") == ("heading", "2024-05-06", None)
    assert setting(r, "Romania") == ("heading", "2024-05-07", "Bucharest")
    assert not r.annotated.document.published.known


def test_items_of_a_wire_in_one_paragraph_have_each_their_place_and_the_day_of_the_wire(read: Read) -> None:
    r = read(WIRE, "2022-05-16")
    assert setting(r, "Lang") == ("item", "2022-05-16", "Berlin")
    assert setting(r, "Georgia") == ("item", "2022-05-16", "Brussels")


def test_a_clock_in_an_item_is_of_the_day_of_its_heading(read: Read) -> None:
    values = [t.date.value for t in read(DIARY, "2024-03-08").times]
    assert "2024-03-11T09:30" in values


def test_a_paper_has_the_day_and_place_of_its_letterhead_but_they_date_no_item(read: Read) -> None:
    r = read(PAPER)
    assert setting(r, "Mehta") == ("letterhead", "2024-03-14", "New Delhi")
    assert not any(s.dates_items for s in r.settings)


def test_a_report_has_the_place_of_its_dateline(read: Read) -> None:
    r = read("ROME, May 3 (AP) - The envoy met the king on Monday. They spoke about trade.", "2024-05-03")
    assert setting(r, "envoy") == (SettingKind.DATELINE, "2024-05-03", "Rome")


def test_a_report_that_names_a_day_between_its_paragraphs_is_no_diary(read: Read) -> None:
    text = "Talks in Rome\n\nThe envoy met the king on Monday.\n\nOn Tuesday they met again, and the talks went on until Friday."
    assert read(text, "2024-05-03").settings == ()
