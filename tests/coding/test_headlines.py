"""A headline names an occasion that its text tells, and makes none of its own."""

from collections.abc import Callable

import pytest

from memcon.coding.engagements import find_engagements
from memcon.model.findings import LocalEngagement
from memcon.model.resolved import Resolved

BODY = (
    "ANKARA - Turkish Foreign Minister Selim Kaya met Bulgarian Foreign Minister Dimitar Petrov in Sofia on Monday. "
    "The border was the main subject."
)


def read(resolve_text: Callable[..., Resolved], headline: str, body: str = BODY) -> list[LocalEngagement]:
    return [e for e in find_engagements(resolve_text(f"{headline}\n\n{body}", "2018-02-27")) if not e.generic]


@pytest.mark.parametrize(
    "headline",
    [
        "FM Kaya meets Petrov in Sofia",
        "Kaya in talks with Petrov",
        "Foreign ministers meet in Sofia",
        "Turkish, Bulgarian ministers hold talks",
        "KAYA MEETS PETROV",
        "Ministers' talks go well",
    ],
)
def test_a_headline_makes_no_second_meeting(headline: str, resolve_text: Callable[..., Resolved]) -> None:
    found = read(resolve_text, headline)
    assert [(e.kind, {m.status for m in e.mentions}) for e in found] == [("meeting", {"held"})]


def test_a_headline_about_others_is_an_occasion_of_its_own(resolve_text: Callable[..., Resolved]) -> None:
    kinds = {
        frozenset(p.actor for p in e.participants) for e in read(resolve_text, "Kenyan president meets Ugandan leader")
    }
    assert len(kinds) > 1


def test_a_headline_with_another_place_is_an_occasion_of_its_own(resolve_text: Callable[..., Resolved]) -> None:
    places = {e.place.name for e in read(resolve_text, "Kaya to meet Petrov in Varna in May") if e.place}
    assert places == {"Sofia", "Varna"}
