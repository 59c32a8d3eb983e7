"""What somebody is to do, told in a row of verbs, in the items of a diary, or beside what has been held."""

from collections.abc import Callable

import pytest

from memcon.annotate.parser import Parser
from memcon.coding.engagements.extract import find_engagements
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
WRITTEN = "2018-05-11"  # a Friday


def told(resolved: Resolved) -> set[tuple[str, str, frozenset[str]]]:
    """Kind, status and names of the persons and bodies of each engagement."""
    return {
        (str(e.kind), str(m.status), frozenset(resolved.actors[p.actor].name for p in e.participants))
        for e in find_engagements(resolved)
        for m in e.mentions
    }


LIND, BOATENG, MAHAMA = "Anna Lind", "Kofi Boateng", "John Mahama"


@pytest.mark.parametrize(
    "row",
    [
        "is scheduled to meet Minister Kofi Boateng, call on President John Mahama, visit the port and address Congress",
        "will meet her Ghanaian counterpart, Kofi Boateng, call on President John Mahama, address parliament and attend a dinner",
        "is to meet Foreign Minister Kofi Boateng, call on President John Mahama and open a school",
    ],
)
def test_each_verb_of_a_row_behind_to_or_will_is_planned(row: str, resolve_text: Resolve) -> None:
    found = told(resolve_text(f"Foreign Minister Anna Lind of Sweden {row}.", WRITTEN))
    assert ("meeting", "planned", frozenset((LIND, BOATENG))) in found
    assert ("meeting", "planned", frozenset((LIND, MAHAMA))) in found
    assert not {status for _, status, _ in found} & {"held", "ongoing"}


def test_each_verb_of_a_row_behind_was_to_have_was_not_done(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden was to have met Foreign Minister Kofi "
        "Boateng of Ghana, called on President John Mahama and dined with Speaker Aaron Quaye."
    )
    found = told(resolve_text(text, WRITTEN))
    assert len(found) == 3
    assert {status for _, status, _ in found} == {"cancelled"}


def test_each_verb_of_a_row_in_the_past_was_done(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden met Foreign Minister Kofi Boateng, called "
        "on President John Mahama and dined with Speaker Aaron Quaye on Monday."
    )
    assert {status for _, status, _ in told(resolve_text(text, WRITTEN))} == {"held"}


@pytest.mark.parametrize(
    "text",
    [
        "The sixth round of talks between Serbia and Kosovo was broken off before it began.",
        "Serbia broke off the talks with Kosovo on Friday before they could begin.",
    ],
)
def test_what_was_broken_off_before_it_began_was_not_held(text: str, resolve_text: Resolve) -> None:
    assert {status for kind, status, _ in told(resolve_text(text, WRITTEN)) if kind == "talks"} == {"cancelled"}


def test_talks_set_for_a_day_that_look_doomed_are_not_under_way(resolve_text: Resolve) -> None:
    text = (
        "Talks between Swedish Foreign Minister Anna Lind and her Ghanaian counterpart, Kofi "
        "Boateng, pencilled in for May 21 in Lima, look set to be shelved."
    )
    assert {status for _, status, _ in told(resolve_text(text, WRITTEN))} == {"planned"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Foreign Minister Anna Lind of Sweden will brief the Security Council on Monday.", "briefing", "planned"),
        ("Foreign Minister Anna Lind of Sweden briefed reporters on Monday.", "briefing", "held"),
        ("Foreign Minister Anna Lind wraps up with a press conference at noon today.", "press_conference", "planned"),
        ("Minister Anna Lind came for the session of the General Assembly, which she is to address on Monday.", "speech", "planned"),
        ("Foreign Minister Anna Lind goes before the Senate's foreign affairs committee on Monday.", "hearing", "planned"),
    ],
)  # fmt: skip
def test_what_one_does_before_many_is_told(text: str, kind: str, status: str, resolve_text: Resolve) -> None:
    assert (kind, status, LIND) in {(k, s, n) for k, s, names in told(resolve_text(text, WRITTEN)) for n in names}


def test_a_paper_is_signed_by_those_in_whose_presence_it_is(resolve_text: Resolve) -> None:
    text = (
        "Two agreements were signed in Accra on Monday in the presence of "
        "President Kofi Boateng of Ghana and Prime Minister Anna Lind of Sweden."
    )
    assert ("ceremony", "held", frozenset((LIND, BOATENG))) in told(resolve_text(text, WRITTEN))


@pytest.mark.parametrize(
    "text",
    [
        "The talks that Anna Lind of Sweden had planned to hold with President Kofi Boateng on Sunday have been put off.",
        "The talks, which Anna Lind of Sweden was to have held with President Kofi Boateng in Accra on Sunday, have been put off.",
    ],
)
def test_who_was_to_have_held_what_was_put_off_is_told(text: str, resolve_text: Resolve) -> None:
    assert ("talks", "postponed", frozenset((LIND, BOATENG))) in told(resolve_text(text, WRITTEN))


def test_who_took_part_in_what_took_place_between_them_is_told(resolve_text: Resolve) -> None:
    text = "Talks that took place on Monday between Serbia's Borko Lukic and Kosovo's Edona Tahiri ended without a deal."
    assert ("talks", "held", frozenset(("Borko Lukic", "Edona Tahiri"))) in told(resolve_text(text, WRITTEN))


DIARY = """Agenda of Foreign Minister Ana Rojas of Chile

Monday 14 May
09.15 Address to the European Parliament on trade
13.00 Joint press point with Foreign Minister Taras Bilenko

Tuesday 15 May
10.00 Presentation of credentials: ambassadors Moussa Keita (Mali) and Lim Soo-yeon (Korea)
16:00 Receives the Foreign Minister of Peru, Luis Vega
"""


def test_the_items_of_a_diary_are_its_owners(resolve_text: Resolve) -> None:
    found = told(resolve_text(DIARY, WRITTEN))
    assert ("speech", "planned", frozenset(("Ana Rojas",))) in found
    assert ("press_conference", "planned", frozenset(("Ana Rojas", "Taras Bilenko"))) in found
    assert "ceremony" in {kind for kind, _, _ in found}
    assert ("meeting", "planned", frozenset(("Ana Rojas", "Luis Vega"))) in found


@pytest.mark.parametrize(
    "evening", ["She will host a dinner for him in the evening.", "In the evening she will host a dinner for him."]
)
def test_a_dinner_to_come_is_not_held_because_the_two_have_met_that_day(evening: str, parser: Parser) -> None:
    text = f"Foreign Minister Anna Lind of Sweden received Ghana's Foreign Minister Kofi Boateng on Friday. {evening}"
    body = text.encode()
    record = record_of([RawItem("report", body, "text/plain", sha256_of(body), Given(published=WRITTEN))], parser)
    assert {(str(e.kind), str(e.status)) for e in record.engagements} == {("meeting", "held"), ("dinner", "planned")}


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Anna Lind of Sweden will travel to Accra tomorrow. In the Ghanaian capital she meets her host, Kofi Boateng.",
        "Foreign Minister Anna Lind of Sweden will visit Accra from 15 to 17 May. She meets her Ghanaian counterpart, Kofi Boateng.",
    ],
)
def test_the_present_tells_what_is_to_come_on_a_journey_to_come(text: str, resolve_text: Resolve) -> None:
    assert ("meeting", "planned", frozenset((LIND, BOATENG))) in told(resolve_text(text, WRITTEN))
