"""Whom a person serves: each kind of evidence by itself, against another, and where there is not enough of it."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import STATE_FEATURES, LocalActor, Resolved
from memcon.registers.evidence import FEATURES, weighing
from memcon.registers.outlets import site_of
from memcon.resolve.states.publisher import publisher_of

Resolve = Callable[..., Resolved]


def states(resolved: Resolved) -> dict[str, str | None]:
    """Name -> state of every named person."""
    return {a.name: a.state for a in resolved.actors.values() if a.kind == "person" and a.named}


def person(resolved: Resolved, name: str) -> LocalActor:
    return next(a for a in resolved.actors.values() if a.name == name)


def features(resolved: Resolved, name: str) -> set[str]:
    return {e.feature for e in person(resolved, name).evidence}


# --- words that say so ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Indonesian Foreign Minister Tari Wibowo left.", "Tari Wibowo", "IDN"),
        ("Prime Minister Helle Lund of the Kingdom of Norway left.", "Helle Lund", "NOR"),
        ("The Minister of Foreign Affairs of the Kyrgyz Republic Azat Turgunov left.", "Azat Turgunov", "KGZ"),
        ("The Foreign Minister of Norway, H.E. Ms. Ine Dahl, left.", "Ine Dahl", "NOR"),
        ("The Minister of External Affairs of India; H.E. Anil Mehta left.", "Anil Mehta", "IND"),
        ("The High Commissioner of Pakistan to Kenya, Maj. Gen. (Rtd) Umar Burki, left.", "Umar Burki", "PAK"),
        ("Jonas Berg, Ambassador of Sweden in the Republic of Poland, left.", "Jonas Berg", "SWE"),
        ("Eng. Saleh Fadli Saudi Minister of Water left.", "Saleh Fadli", "SAU"),
        ("Visiting Thai premier Krit Suwan left.", "Krit Suwan", "THA"),
        ("Her Egyptian counterpart Tarek Badri left.", "Tarek Badri", "EGY"),
        ("His Norwegian colleague, Sindre Haug, left.", "Sindre Haug", "NOR"),
        ("Mr. Omar Diallo (Senegal) left.", "Omar Diallo", "SEN"),
        ("EAM Mehta left.", "Mehta", "IND"),
        ("Finance Minister Ken Banda led the team from Malawi.", "Ken Banda", "MWI"),
        ("Sen. Tim Doyle, D-Va., left.", "Tim Doyle", "USA"),
        ("Ohio Governor Brad Cook left.", "Brad Cook", "USA"),
    ],
)
def test_words_beside_a_name_give_its_state(text: str, name: str, state: str, resolve_text: Resolve) -> None:
    assert states(resolve_text(text))[name] == state


def test_names_in_a_list_have_the_nation_that_follows_each(resolve_text: Resolve) -> None:
    text = "Foreign Ministers Pavel Novak of the Czech Republic and Jan Horak of Slovakia met in Vienna."
    assert states(resolve_text(text)) == {"Pavel Novak": "CZE", "Jan Horak": "SVK"}


def test_as_many_nations_as_names_go_to_them_in_order(resolve_text: Resolve) -> None:
    text = "The Bulgarian and Turkish foreign ministers, Ana Petrova and Emre Kaya, met in Sofia."
    found = resolve_text(text)
    assert states(found) == {"Ana Petrova": "BGR", "Emre Kaya": "TUR"}
    assert features(found, "Emre Kaya") == {"respective"}


def test_a_list_goes_on_with_the_nation_that_it_begins_with(resolve_text: Resolve) -> None:
    text = "Israeli Prime Minister Dan Levi, Defense Minister Gad Peretz and Foreign Minister Uri Barzel left."
    assert set(states(resolve_text(text)).values()) == {"ISR"}


def test_an_ambassador_serves_the_sender_and_not_the_place(resolve_text: Resolve) -> None:
    found = resolve_text("Ambassador to Kenya Meg Wilson met Ambassador of Japan to Kenya Ken Mori.")
    assert states(found) == {"Meg Wilson": None, "Ken Mori": "JPN"}


def test_a_state_of_a_federation_that_bears_a_nation_s_name_is_known_by_its_governor(resolve_text: Resolve) -> None:
    found = resolve_text("Georgia's Governor Brad Cook met Georgian President Nino Beridze in Atlanta.")
    assert states(found) == {"Brad Cook": "USA", "Nino Beridze": "GEO"}


# --- what gives none --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Secretary of State John Hale spoke.",
        "Foreign Secretary Asim Raza spoke.",
        "Defense Secretary Gil Torres spoke.",
        "Senator Ana Lima spoke.",
        "Democratic leader Ana Lima spoke.",
        "Governor Ana Lima spoke.",
        "Ana Lima, the speaker of the House of Representatives, spoke.",
        "Ana Lima, a member of Congress, spoke.",
    ],
)
def test_an_office_that_several_states_have_gives_none_alone(text: str, resolve_text: Resolve) -> None:
    found = resolve_text(text)
    assert set(states(found).values()) == {None}
    assert all(a.gap for a in found.actors.values() if a.kind == "person" and a.named)


def test_an_office_and_the_nation_that_reports_mean_by_it_give_it_together(resolve_text: Resolve) -> None:
    text = "The United States will wait, Secretary of State John Hale said. The United States has time."
    assert states(resolve_text(text)) == {"John Hale": "USA"}


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("UN Special Envoy for Syria Ana Lima left Damascus.", "international"),
        ("The head of the UN mission in Mali, El-Ghassim Wone, left.", "international"),
        ("Ana Lima, a German analyst, was doubtful.", "serves_none"),
        ("Ana Lima, executive vice president of the bank, was doubtful.", "serves_none"),
    ],
)
def test_officials_of_bodies_and_private_persons_serve_none(text: str, gap: str, resolve_text: Resolve) -> None:
    found = resolve_text(text)
    assert [(a.state, a.gap) for a in found.actors.values() if a.kind == "person" and a.named] == [(None, gap)]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Helle Lund said she would call the Prime Minister of India.",
        "President Ana Souza told reporters that the President of Ghana would visit in May.",
        "Foreign Minister Lena Hoff spoke by phone with the foreign minister of Egypt.",
        "Foreign Minister Lena Hoff met her Indian counterpart in Berlin.",
    ],
)
def test_nobody_takes_the_state_of_whom_he_meets(text: str, resolve_text: Resolve) -> None:
    assert set(states(resolve_text(text)).values()) == {None}


# --- whose paper it is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("Ministry of Foreign Affairs, Singapore", "SGP"),
        ("Nigerian Presidency", "NGA"),
        ("mfa.gov.lv", "LVA"),
        ("WAM", "ARE"),
        ("Cyprus News Agency", "CYP"),
        ("The Karachi Courier", "PAK"),
        ("Reuters", None),
        ("United Nations", None),
        (None, None),
    ],
)
def test_an_office_without_nation_is_of_the_paper_s_own(
    outlet: str | None, state: str | None, resolve_text: Resolve
) -> None:
    found = resolve_text("Foreign Minister Ari Tamm left for Oslo. He will meet the press.", outlet=outlet)
    assert states(found) == {"Ari Tamm": state}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("MINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF KENYA\n\nForeign Minister Ari Tamm left for Oslo.", "KEN"),
        ("Foreign Minister Ari Tamm left for Oslo.\n\nEmbassy of the Republic of Korea", "KOR"),
        ("PRESS RELEASE\n\nForeign Minister Ari Tamm left for Oslo.", None),
        ("Ministry of Foreign Affairs Summons Ambassador of Chad\n\nForeign Minister Ari Tamm left for Oslo.", None),
    ],
)
def test_a_letterhead_tells_whose_paper_it_is(text: str, state: str | None, resolve_text: Resolve) -> None:
    assert states(resolve_text(text)) == {"Ari Tamm": state}


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("ISLAMABAD, Oct 4 (APP): ", "PAK"),
        ("Castries, Saint Lucia – ", "LCA"),
        ("KUWAIT: ", "KWT"),
        ("GENEVA - ", None),
        ("Singapore: ", None),
    ],
)
def test_a_dateline_inside_a_line_is_the_writer_s_country(line: str, state: str | None, resolve_text: Resolve) -> None:
    assert states(resolve_text(f"{line}Foreign Minister Ari Tamm spoke.")) == {"Ari Tamm": state}


def test_whom_our_minister_calls_on_in_a_foreign_capital_is_of_that_country(resolve_text: Resolve) -> None:
    text = (
        "Foreign Minister Uri Barzel left. While in Budapest, Foreign Minister Barzel will meet Prime Minister Endre Vas."
    )
    found = resolve_text(text, outlet="Israel Ministry of Foreign Affairs")
    assert states(found) == {"Uri Barzel": "ISR", "Endre Vas": "HUN"}
    assert {"across", "place"} <= features(found, "Endre Vas")


def test_two_who_hold_one_office_are_not_both_the_paper_s_own(resolve_text: Resolve) -> None:
    text = "Foreign Minister Getu Wolde spoke. Foreign Minister Wolde praised the words of Foreign Minister Robel Guled."
    found = resolve_text(text, outlet="ENA")
    assert states(found) == {"Getu Wolde": "ETH", "Robel Guled": None}


def test_our_and_this_country_s_are_the_paper_s(resolve_text: Resolve) -> None:
    found = resolve_text("This country's Ambassador to Cuba, Ellis John, came.", outlet="Barbados Today")
    assert states(found) == {"Ellis John": "BRB"}


def test_who_answers_without_an_office_in_a_government_s_transcript_is_its_own(resolve_text: Resolve) -> None:
    text = "MR. DAWKINS: Good afternoon.\n\nQUESTION: What of Mr. Peel?\n\nMR. DAWKINS: I do not know."
    found = resolve_text(text, outlet="US Department of State")
    assert states(found)["Dawkins"] == "USA"


def test_a_body_without_its_nation_is_of_the_paper_s_country(resolve_text: Resolve) -> None:
    found = resolve_text("The Foreign Office denied it.", outlet="Pakistan Ministry of Foreign Affairs")
    assert [(a.name, a.state) for a in found.actors.values() if a.kind == "organisation"] == [("Foreign Office", "PAK")]


def test_latin_american_is_of_no_nation(resolve_text: Resolve) -> None:
    found = resolve_text("Latin American ministers met. The Latin American envoy left.")
    assert not [a for a in found.actors.values() if a.state]


# --- the registers ----------------------------------------------------------------------------------------------------


def test_a_bare_family_name_is_a_leader_s_only_where_his_nation_is_named(resolve_text: Resolve) -> None:
    assert states(resolve_text("Mr. Baker came. He smiled.")) == {"Baker": None}
    assert states(resolve_text("Lavrov said Russia would wait. Russia has time.")) == {"Lavrov": "RUS"}


def test_every_feature_has_a_weight_and_what_speaks_against_is_below_nought() -> None:
    assert set(weighing().weights) == set(STATE_FEATURES)
    against = {row.name for row in FEATURES.rows if row.weight < 0}
    assert against == {"across", "visits", "other_holder"}
    assert not against & weighing().said


def test_what_is_said_outweighs_the_most_that_one_kind_of_setting_tells() -> None:
    said = min(weighing().weights[f] for f in ("title", "of_state"))
    assert said > max(w for f, w in weighing().weights.items() if f not in weighing().said) + weighing().margin


@pytest.mark.parametrize(
    ("address", "kind", "state"),
    [
        ("https://www.mfa.gov.sg/Newsroom", "government", "SGP"),
        ("sre.gob.mx", "government", "MEX"),
        ("https://standard.example.gm/a", "press", "GMB"),
        ("news.example.tv", None, None),
        ("http://[broken", None, None),
    ],
)
def test_the_end_of_an_address_tells_a_government_or_a_country(address: str, kind: str | None, state: str | None) -> None:
    site = site_of(address)
    assert (site.kind if site else None, site.state if site else None) == (kind, state)


def test_the_evidence_quotes_the_words_it_rests_on(resolve_text: Resolve) -> None:
    found = resolve_text("Prime Minister Helle Lund of Norway left.", outlet="Reuters")
    (evidence,) = person(found, "Helle Lund").evidence
    assert evidence.span is not None
    text = found.annotated.document.text
    assert text[evidence.span.start : evidence.span.end] == evidence.words == "Helle Lund of Norway"
    assert publisher_of(found.annotated.document).state is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Secretary spoke on Monday with Prime Minister Lund about trade with Kenya.", "KEN"),
        (
            "Together with Prime Minister Lund we came to say that only patience will keep Kenya from closing the port.",
            None,
        ),
    ],
)
def test_in_a_government_s_paper_a_nation_of_another_clause_tells_nothing_of_whom_it_stands_beside(
    text: str, state: str | None, resolve_text: Resolve
) -> None:
    assert states(resolve_text(text, outlet="US Department of State"))["Lund"] == state
