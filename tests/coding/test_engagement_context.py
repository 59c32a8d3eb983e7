"""The day and place that an engagement has from the words around it: what it goes on from, the line above it, its setting."""

from collections.abc import Callable

import pytest
from engagement_samples import line, told

from memcon.coding.engagements import find_engagements
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday
FIRST = "Foreign Minister Dora Cruz of Peru met Foreign Minister Ivo Maric of Croatia in Zagreb on Monday. "

TIED = [
    line("later", "Later she was received by President Petar Jovic of Croatia.", ("2018-05-07", "Zagreb")),
    line(
        "after the talks",
        "After the talks Cruz was received by President Petar Jovic of Croatia.",
        ("2018-05-07", "Zagreb"),
    ),
    line("also", "Dora Cruz also met President Petar Jovic of Croatia.", ("2018-05-07", "Zagreb")),
    line("nothing ties them", "Dora Cruz has met President Petar Jovic of Croatia.", (None, None)),
    line("a day of its own", "Later, on Wednesday, she met President Petar Jovic of Croatia.", ("2018-05-09", None)),
]


@pytest.mark.parametrize(("text", "where"), TIED)
def test_what_goes_on_from_an_engagement_is_on_its_day(
    text: str, where: tuple[str | None, str | None], resolve_text: Resolve
) -> None:
    found = find_engagements(resolve_text(FIRST + text, WRITTEN))
    assert len(found) == 2
    day, place = found[1].date.earliest, found[1].place
    assert (str(day) if day else None, place.name if place else None) == where


SETTINGS = [
    line("behind those who are met", "Dora Cruz received the envoy Ivo Maric in Lima on Monday.", "Lima"),
    line("set by a clause", "Peru cancelled talks with Chile planned for next week in Lima.", "Lima"),
    line("of the round", "The third round of talks between Peru and Chile was held in Lima on Monday.", "Lima"),
    line("beside another", "Dora Cruz met Ivo Maric on Monday on the sidelines of a summit in Lima.", "Lima"),
]


@pytest.mark.parametrize(("text", "place"), SETTINGS)
def test_a_place_told_of_what_holds_an_engagement_is_its_place(text: str, place: str, resolve_text: Resolve) -> None:
    assert place in [t.place for t in told(resolve_text(text, WRITTEN))][:1]


def test_a_clause_with_when_has_the_day_of_what_it_dates(resolve_text: Resolve) -> None:
    text = "The decision was taken on Tuesday when Dora Cruz met Ivo Maric."
    assert [t.day for t in told(resolve_text(text, WRITTEN))] == ["2018-05-08"]


def test_the_items_of_a_list_are_at_the_places_that_open_them(resolve_text: Resolve) -> None:
    text = "SOFIA - Dora Cruz will meet Ivo Maric on Monday.\n\nLIMA - Petar Jovic will meet Ana Horvat on Tuesday.\n"
    assert [t.place for t in told(resolve_text(text, WRITTEN))] == ["Sofia", "Lima"]


def test_a_line_with_a_place_and_days_gives_both_to_what_stands_under_it(resolve_text: Resolve) -> None:
    text = (
        "Dora Cruz leaves for Asia on May 14.\n\nTokyo, 15 to 16 May\nShe will meet Foreign Minister Kenji Oda.\n\n"
        "Hanoi, 17 to 18 May\nShe will be received by President Lan Nguyen.\n"
    )
    found = [t.place for t in told(resolve_text(text, WRITTEN)) if t.place in ("Tokyo", "Hanoi")]
    assert found == ["Tokyo", "Hanoi"]
