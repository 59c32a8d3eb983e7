"""The place of an engagement that other words of its report tell than its own clause, and the places that are none of it."""

from collections.abc import Callable

import pytest
from engagement_samples import told

from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.clean.clean import clean
from memcon.grammar.clauses import clauses_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.resolved import Resolved
from memcon.resolve.resolve import resolve

Resolve = Callable[..., Resolved]
Read = Callable[[str, str | None], Resolved]
WRITTEN = "2018-05-11"  # a Friday


def place_of(resolved: Resolved, word: str) -> str | None:
    """The place of the one occasion that a word cites."""
    (found,) = [o for o in told(resolved) if any(word in w for w in o.words)]
    return found.place


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    """A whole report is read, with its dateline."""

    def run(text: str, outlet: str | None) -> Resolved:
        given = Given(published=WRITTEN, outlet=outlet)
        annotated = annotate(clean(RawItem("test", text.encode(), "text/plain", sha256_of(text.encode()), given)), parser)
        return resolve(annotated, clauses_of(annotated))

    return run


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Talks between Norway and Chad are scheduled to be held in Oslo in June.", "Talks", "Oslo"),
        ("A meeting of the envoys of Norway and Chad is expected to take place in Oslo next month.", "meeting", "Oslo"),
        ("The talks between Norway and Chad were due to be held at Oslo on June 4.", "talks", "Oslo"),
        ("In Oslo Foreign Minister Anna Lind of Sweden is due to meet Prime Minister Ola Berg of Norway.", "meet", "Oslo"),
        ("In Oslo Anna Lind is expected to hold talks with Ola Berg on Monday.", "talks", "Oslo"),
    ],
)
def test_what_is_planned_is_where_it_is_to_be_held(text: str, word: str, place: str, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place


def test_where_somebody_promises_talks_is_not_where_they_are(resolve_text: Resolve) -> None:
    assert (
        place_of(resolve_text("In Oslo Anna Lind promised to hold talks with Ola Berg in Rome.", WRITTEN), "talks")
        == "Rome"
    )


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Anna Lind told reporters in Oslo on Monday after a meeting with Ola Berg that it was useful.", "meeting", "Oslo"),
        ("Anna Lind said in Oslo following talks with Ola Berg that they were useful.", "talks", None),
        ("Anna Lind told reporters in Oslo after a meeting in Rome with Ola Berg that it was useful.", "meeting", "Rome"),
        ("Anna Lind told reporters in Oslo after last week's meeting with Ola Berg that it was useful.", "meeting", None),
    ],
)
def test_who_tells_of_a_meeting_as_he_comes_out_of_it_is_where_it_was(
    text: str, word: str, place: str | None, resolve_text: Resolve
) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Before leaving Oslo, Anna Lind met Ola Berg on Monday.", "met", "Oslo"),
        ("Anna Lind met Ola Berg on Monday before flying out of Oslo.", "met", "Oslo"),
        ("Anna Lind held talks with Ola Berg before she left Oslo.", "talks", "Oslo"),
        ("Before leaving for Oslo, Anna Lind met Ola Berg on Monday.", "met", None),
    ],
)
def test_what_is_done_before_leaving_a_town_is_done_there(
    text: str, word: str, place: str | None, resolve_text: Resolve
) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place


@pytest.mark.parametrize(
    "text",
    [
        "Vice President Mary Kibet of Kenya left for Luanda to represent President Joseph Lagat at the SADC summit.",
        "President Joseph Lagat of Kenya left on Sunday for Luanda for the SADC summit.",
        "President Joseph Lagat of Kenya cancelled his trip to Luanda for the SADC summit.",
        "President Joseph Lagat of Kenya goes to Luanda on Sunday, where he will attend the SADC summit.",
    ],
)
def test_the_summit_for_which_somebody_travels_is_where_he_goes(text: str, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(text, WRITTEN), "summit") == "Luanda"


@pytest.mark.parametrize(
    "text",
    [
        "The minister recalled the visit which Foreign Minister Anna Lind of Sweden paid to Chad in 2016.",
        "Foreign Minister Anna Lind of Sweden announced a visit that will take her to drought-hit Chad.",
    ],
)
def test_a_visit_is_where_the_clause_behind_it_leads(text: str, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(text, WRITTEN), "visit") == "Chad"


def test_a_visit_to_our_country_is_to_that_of_the_ministry_that_writes(resolve_text: Resolve) -> None:
    text = "Foreign Minister Anna Lind of Sweden arrives on Monday for an official visit to our country."
    own = resolve_text(text, WRITTEN, outlet="Ministry of Foreign Affairs of Peru")
    assert place_of(own, "visit") == "Peru"
    assert place_of(resolve_text(text, WRITTEN), "visit") is None


@pytest.mark.parametrize("matter", ["the war in Chad", "the situation in Chad"])
def test_the_state_in_which_a_matter_lies_is_not_where_it_is_discussed(matter: str, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(f"Anna Lind discussed {matter} with Ola Berg on Monday.", WRITTEN), "discussed") is None


@pytest.mark.parametrize("guest", ["her visiting Norwegian counterpart Ola Berg", "newly appointed envoy Ola Berg"])
def test_a_participle_before_the_guest_does_not_part_the_talks_from_their_town(guest: str, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(f"Anna Lind had talks with {guest} in Lima on Monday.", WRITTEN), "talks") == "Lima"


def test_who_is_told_to_be_in_a_town_today_is_there_tonight(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden opened a conference in Lima on Friday. "
        "On Friday evening she will meet opposition leader Luis Rojas."
    )
    assert place_of(resolve_text(text, WRITTEN), "meet") == "Lima"


def test_where_somebody_came_from_is_where_he_met_that_state_s_leader_the_day_before(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden arrived on Thursday from Ankara. "
        "She met President Nejat Sari of Turkey on Wednesday."
    )
    assert place_of(resolve_text(text, WRITTEN), "met") == "Ankara"


def test_what_is_done_before_leaving_a_town_for_another_was_in_the_first(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden visited Oslo on Monday. "
        "Before leaving for Rome, she met Prime Minister Ola Berg of Norway."
    )
    assert place_of(resolve_text(text, WRITTEN), "met") == "Oslo"


def test_whom_he_met_of_a_third_state_the_day_before_can_have_been_elsewhere(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Anna Lind of Sweden flew out of Ankara on Thursday. "
        "She met President Jose Paz of Peru on Wednesday."
    )
    assert place_of(resolve_text(text, WRITTEN), "met") is None


def test_a_dateline_that_ends_in_a_full_stop_tells_what_here_means(read: Read) -> None:
    text = "Lima, May 11. Foreign Minister Jose Paz of Peru met here today with Foreign Minister Anna Lind of Sweden."
    assert place_of(read(text, None), "met") == "Lima"


def test_news_from_home_is_there_whatever_state_it_is_about(read: Read) -> None:
    text = (
        "LIMA, May 11 - Peruvian Prime Minister Jose Paz met on Thursday with U.S. envoy Anna Lind "
        "in an attempt to defuse the row over flights into Chad."
    )
    assert place_of(read(text, None), "met") == "Lima"


def test_a_body_s_head_met_his_guests_of_the_week_where_the_body_writes(read: Read) -> None:
    text = (
        "Addis Ababa, 11 May 2018: The Chairperson of the Commission of the African Union, Naledi Zikhali, spoke of peace.\n\n"
        "On 8 May, she met with the President of Chad, Oumar Guelpina."
    )
    assert place_of(read(text, "African Union Commission"), "met with") == "Addis Ababa"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Anna Lind of Sweden flew to Lima on Monday. She held talks with Jose Paz of Peru in the city.", "talks", "Lima"),
        ("Anna Lind left Lima on Monday, while Ola Berg stayed in the city for talks with Jose Paz.", "talks", "Lima"),
        ("Anna Lind held talks with Jose Paz in the city.", "talks", None),
    ],
)
def test_the_city_is_the_one_that_was_named_before(text: str, word: str, place: str | None, resolve_text: Resolve) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Foreign Minister Anna Lind of Sweden will stop in Lima to meet Jose Paz.", "meet", "Lima"),
        ("The foreign ministers of Peru and Chile agreed in Lima to meet next week.", "meet", None),
    ],
)
def test_where_somebody_stops_to_meet_somebody_they_meet(
    text: str, word: str, place: str | None, resolve_text: Resolve
) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place


def test_what_is_told_to_the_press_after_talks_is_not_told_where_they_were(resolve_text: Resolve) -> None:
    text = (
        "Anna Lind told a news conference, when three days of talks in Lima with Jose Paz were over, that they were useful."
    )
    assert place_of(resolve_text(text, WRITTEN), "news conference") is None


@pytest.mark.parametrize("goal", ["neighbouring Bolivia", "Bolivia", "drought-hit Bolivia"])
def test_a_participle_before_a_state_hides_no_visit_to_it(goal: str, resolve_text: Resolve) -> None:
    text = f"Foreign Minister Anna Lind of Sweden travelled to {goal} on Monday."
    assert place_of(resolve_text(text, WRITTEN), "travelled") == "Bolivia"


def test_who_is_met_is_the_leadership_of_a_nation(resolve_text: Resolve) -> None:
    [meeting] = told(resolve_text("Foreign Minister Anna Lind of Sweden met the Peruvian leadership on Monday.", WRITTEN))
    assert meeting.who == {"Anna Lind", "Peruvian government"}


@pytest.mark.parametrize("outlet", ["Embassy of Peru in Kenya", "Embassy of Peru, Nairobi"])
def test_an_ambassador_meets_those_of_the_state_in_which_his_embassy_writes(outlet: str, read: Read) -> None:
    text = "Ambassador Jose Paz met on Thursday with Kenyan Foreign Minister John Lagat."
    resolved = read(text, outlet)
    assert place_of(resolved, "met") == "Kenya"


def test_a_town_with_its_state_above_the_day_is_a_letterhead(read: Read) -> None:
    text = (
        "New heads of mission\n\nSuva, Fiji\n10 May 2018\n\n"
        "The Secretary General of the Pacific Islands Forum, Teariki Cole, met on Monday with Ambassador Nam Gi-woong of Korea."
    )
    assert place_of(read(text, "Pacific Islands Forum Secretariat"), "met") == "Suva"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Anna Lind will attend the Munich Security Conference on Friday.", "Munich Security Conference", "Munich"),
        ("Anna Lind took part on Monday in the session of the UN Human Rights Council.", "session", "Geneva"),
        ("Anna Lind attended a conference on reform of the UN Security Council on Monday.", "conference", None),
        ("Anna Lind took part on Monday in the session of the OAS General Assembly.", "session", None),
    ],
)
def test_a_gathering_that_meets_in_one_town_is_there(
    text: str, word: str, place: str | None, resolve_text: Resolve
) -> None:
    assert place_of(resolve_text(text, WRITTEN), word) == place
