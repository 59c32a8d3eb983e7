"""What is a person's name, and what is a title, a place, a thing or half a sentence."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]


def names(resolved: Resolved) -> list[str]:
    return sorted(a.name for a in resolved.actors.values() if a.kind == "person" and a.named)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Korean Foreign Minister Park Jin left Seoul.", "Park Jin"),
        ("Presidential spokesman Pyo In-gyu spoke in Seoul.", "Pyo In-gyu"),
        ("He met the Governor of the State Bank, Do Huu Tai.", "Do Huu Tai"),
        ("The envoy met Vice President Khaled [Ahmed] Bahri.", "Khaled Ahmed Bahri"),
        ("He called President [Ilham Heydar oglu] Aliyev of Azerbaijan.", "Ilham Heydar oglu Aliyev"),
        ("The Prime Minister, Rt. Hon. Sir Gabriel Wamira, came.", "Gabriel Wamira"),
        ("Smt. Lakshmi Rao spoke for India.", "Lakshmi Rao"),
        ("Dato' Seri Rahman Yusof spoke for Malaysia.", "Rahman Yusof"),
        ("Tan Sri Rahman Yusof spoke for Malaysia.", "Rahman Yusof"),
        ("Ratu Isoa Navakadua spoke for Fiji.", "Isoa Navakadua"),
        ("Alhaji Musa Bello spoke for Nigeria.", "Musa Bello"),
        ("Lt. Gen. Arun Rawat (Retd) spoke for India.", "Arun Rawat"),
        ("Foreign Secretary Robert Peel MP spoke in London.", "Robert Peel"),
        ("His Excellency Kamau Otieno spoke in Nairobi.", "Kamau Otieno"),
        ("Second Gentleman Douglas Hale spoke in Paris.", "Douglas Hale"),
        ("Administrator Deanne Cole spoke in Paris.", "Deanne Cole"),
        ("Minister of Ports Chandima Wickrama spoke in Colombo.", "Chandima Wickrama"),
        ("Chargé d'affaires of Chile in the Republic of Poland A. S. Soto was called in.", "A. S. Soto"),
        ('said Pentagon spokesman Capt. Jim Daley on Tuesday: "We are working."', "Jim Daley"),
        ("Will Marjorie Taylor Reed resign, asked the daily.", "Marjorie Taylor Reed"),
        ("MR. DAWKINS: Good afternoon, everyone.", "Dawkins"),
        ("The head of the UN mission in Mali, El-Ghassim Wone, left.", "El-Ghassim Wone"),
        ("National Security Adviser Anthony Lake spoke in Paris.", "Anthony Lake"),
    ],
)
def test_a_name_is_read_whole_and_without_its_titles(text: str, name: str, resolve_text: Resolve) -> None:
    assert names(resolve_text(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in the Roosevelt Room about the Pell Grant.",
        "They walked to Kykkos Monastery and drove on to Oyu Tolgoi.",
        "Aid passed through the Kerem Shalom crossing.",
        "Officers of Customs And Border Protection were there.",
        "She landed at Qasr Al Watan at 11:00 AM CST (10:00 PM EST).",
        "The Joint Commission (JCC) sat in the Sidakan and Amadiya districts.",
        "The envoy for the Horn of Africa left the Front for National Construction.",
        "Further talks are foreseen. Exit mobile version",
        "The consul general in Laredo, Texas, spoke.",
    ],
)
def test_places_things_and_halves_of_sentences_are_nobody(text: str, resolve_text: Resolve) -> None:
    assert names(resolve_text(text)) == []


@pytest.mark.parametrize(
    ("headline", "text", "found"),
    [
        (
            "Petrov Meets Kaya In Sofia To Discuss Gas Pipeline",
            "Ana Petrov and Emre Kaya met.",
            ["Ana Petrov", "Emre Kaya"],
        ),
        ("CARICOM Chief Irwin Rocque Heading to Jamaica", "Irwin Rocque will go to Jamaica.", ["Irwin Rocque"]),
        ("Japanese Ambassador Pays Farewell Call On Minister", "The ambassador called on him.", []),
    ],
)
def test_a_headline_s_verbs_are_no_names(headline: str, text: str, found: list[str], resolve_text: Resolve) -> None:
    assert names(resolve_text(f"{headline}\n\n{text}")) == found


def test_names_over_their_offices_sign_a_declaration(resolve_text: Resolve) -> None:
    text = "We welcome this.\n\nGonzalo Iturralde Paz\nForeign Minister of Bolivia\n\nBlas Ovelar\nForeign Minister of Paraguay"
    found = resolve_text(text)
    states = {a.name: a.state for a in found.actors.values() if a.kind == "person" and a.named}
    assert states == {"Gonzalo Iturralde Paz": "BOL", "Blas Ovelar": "PRY"}


def test_a_king_called_by_his_given_name_is_not_his_son(resolve_text: Resolve) -> None:
    found = resolve_text("He met King Salman and Crown Prince Mohammed bin Salman in Riyadh.")
    assert names(found) == ["Mohammed bin Salman", "Salman"]


def test_a_word_stuck_to_a_name_makes_no_other_person(resolve_text: Resolve) -> None:
    text = "The President, Nicolas Prietowill not attend. President Nicolas Prieto is at home."
    assert names(resolve_text(text)) == ["Nicolas Prieto"]


def test_a_vietnamese_is_called_by_the_last_of_his_names(resolve_text: Resolve) -> None:
    text = "Vietnamese Deputy Minister Pham Quang Hieu wrote a letter. Hieu thanked all."
    assert names(resolve_text(text)) == ["Pham Quang Hieu"]


def test_the_words_of_another_alphabet_name_nobody(resolve_text: Resolve) -> None:
    assert names(resolve_text("Официальный Портал said Ana Lima left.")) == ["Ana Lima"]


def test_an_office_behind_a_comma_is_no_courtesy_of_the_one_before(resolve_text: Resolve) -> None:
    found = resolve_text("He met the President of Ghana, President Joe Adams and others.")
    roles = {a.name: [r.state for r in a.roles] for a in found.actors.values() if a.kind == "person" and a.named}
    assert roles == {"Joe Adams": [None]}


def test_deputy_prime_minister_and_foreign_minister_are_both_held_over_a_slash(resolve_text: Resolve) -> None:
    found = resolve_text("Netta Nandi, Deputy Prime Minister/Foreign Minister of the Republic of Namibia, spoke.")
    (who,) = [a for a in found.actors.values() if a.kind == "person" and a.named]
    assert who.state == "NAM" and {r.title for r in who.roles} >= {"Deputy Prime Minister"}
