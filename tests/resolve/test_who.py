"""Who is meant in a document."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import ActorMention, LocalActor, Resolved

Resolve = Callable[..., Resolved]


def people(resolved: Resolved) -> dict[str, LocalActor]:
    return {a.name: a for a in resolved.actors.values() if a.kind == "person" and a.named}


def mentioned(resolved: Resolved, text: str) -> list[ActorMention]:
    return [m for m in resolved.mentions if m.text == text]


def who(resolved: Resolved, text: str) -> str | None:
    """The name of whoever the first mention of this text means."""
    actor = mentioned(resolved, text)[0].actor
    return resolved.actors[actor].name if actor else None


def titles(actor: LocalActor) -> set[str]:
    return {role.title for role in actor.roles}


def test_a_bare_family_name_means_the_person_whose_full_name_the_report_gives(resolve_text: Resolve) -> None:
    resolved = resolve_text("Polish Foreign Minister Bronislaw Geremek met his guests in Geneva. Geremek said little.")
    assert who(resolved, "Geremek") == "Bronislaw Geremek"
    assert titles(people(resolved)["Bronislaw Geremek"]) == {"Foreign Minister"}


def test_a_family_name_that_stands_first_is_the_name_that_the_report_goes_on_with(resolve_text: Resolve) -> None:
    resolved = resolve_text("South Korean President Park Chung-hee flew to Washington. Park said the alliance was firm.")
    assert who(resolved, "Park") == "Park Chung-hee"
    assert people(resolved)["Park Chung-hee"].state == "KOR"


def test_a_title_after_the_name_gives_office_and_state(resolve_text: Resolve) -> None:
    resolved = resolve_text("Sushma Swaraj, India's external affairs minister, arrived in Moscow on Tuesday.")
    swaraj = people(resolved)["Sushma Swaraj"]
    assert swaraj.state == "IND"
    assert titles(swaraj) == {"External Affairs Minister"}


def test_a_title_before_a_comma_belongs_to_the_name_after_it(resolve_text: Resolve) -> None:
    resolved = resolve_text("Brazil's top diplomat, Celso Amorim, spoke to reporters in Geneva.")
    assert titles(people(resolved)["Celso Amorim"]) == {"top diplomat"}
    assert people(resolved)["Celso Amorim"].state == "BRA"


def test_an_office_once_held_is_past(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Former Norwegian Foreign Minister Knut Vollebaek mediated. "
        "He met Dai Bingguo, China's state councillor, who was until last year the ambassador in Budapest."
    )
    assert [role.past for role in people(resolved)["Knut Vollebaek"].roles] == [True]
    past = {role.title: role.past for role in people(resolved)["Dai Bingguo"].roles}
    assert past == {"State Councillor": False, "ambassador to Hungary": True}


def test_an_office_that_only_one_state_has_gives_the_state(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "External Affairs Minister Natwar Singh received him. Chief Cabinet Secretary Yasuo Fukuda did not."
    )
    assert people(resolved)["Natwar Singh"].state == "IND"
    assert people(resolved)["Yasuo Fukuda"].state == "JPN"


def test_analysts_and_international_officials_serve_no_state(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Ana Lopez, a German analyst at the Institute for Peace, was doubtful. "
        "U.N. spokesman Farhan Haq said the Secretary-General was informed."
    )
    assert people(resolved)["Ana Lopez"].state is None
    assert people(resolved)["Farhan Haq"].state is None


def test_a_name_inside_a_government_is_embedded(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "The Carter administration refused. Jimmy Carter said so in Plains, and the Carter-Begin talks ended."
    )
    assert [m.embedded for m in resolved.mentions if m.text == "Carter"] == [True, True]
    administration = mentioned(resolved, "Carter administration")[0]
    assert resolved.actors[str(administration.actor)].state == "USA"


def test_two_bearers_of_one_name_are_told_apart_by_their_office(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Premier Li Peng met Vice Premier Li Lanqing. Mr. Chen and Ms. Chen were there. Premier Li spoke first.\n\n"
        "Then Raul Castro called Fidel Castro."
    )
    assert {"Li Peng", "Li Lanqing", "Raul Castro", "Fidel Castro"} <= set(people(resolved))


def test_a_name_that_several_bear_stays_open_with_its_candidates(resolve_text: Resolve) -> None:
    resolved = resolve_text("Raul Castro greeted Fidel Castro. Castro said nothing.")
    bare = mentioned(resolved, "Castro")[0]
    assert bare.actor is None and len(bare.candidates) == 2 and bare.reason


def test_a_capital_acts_unless_the_sentence_makes_it_a_place(resolve_text: Resolve) -> None:
    resolved = resolve_text("Moscow rejected the offer. He flew to Moscow on Friday and met officials in Cairo.")
    first, second = mentioned(resolved, "Moscow")
    assert first.actor == "RUS" and not first.place_use
    assert second.actor is None and second.place_use
    assert mentioned(resolved, "Cairo")[0].place_use


def test_a_ministry_is_a_body_of_its_state(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Egypt's foreign ministry denied it. The Polish government agreed, and Singapore's Ministry of Defence too."
    )
    bodies = {(a.name, a.state) for a in resolved.actors.values() if a.kind == "organisation"}
    assert {("Egyptian Foreign Ministry", "EGY"), ("Polish government", "POL")} <= bodies


def test_officials_without_a_name_are_a_group_of_their_state(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Egyptian officials said talks would go on. Senior Egyptian officials were hopeful. Analysts were not."
    )
    groups = {a.name: a.state for a in resolved.actors.values() if a.kind == "group"}
    assert groups["Egyptian officials"] == "EGY"
    assert groups["analysts"] is None


def test_a_definite_description_means_the_one_person_whom_it_fits(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Israeli Prime Minister Golda Meir landed in Washington. The prime minister was met by aides. The Israeli leader rested."
    )
    assert who(resolved, "The prime minister") == "Golda Meir"
    assert who(resolved, "The Israeli leader") == "Golda Meir"


def test_an_unnamed_spokeswoman_is_whoever_a_later_apposition_names(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        'A spokeswoman for the Polish Foreign Ministry welcomed it. "It is a start," wrote the spokeswoman, Ewa Nowak.'
    )
    assert who(resolved, "A spokeswoman for the Polish Foreign Ministry") == "Ewa Nowak"


def test_the_first_visit_of_a_president_names_nobody(resolve_text: Resolve) -> None:
    resolved = resolve_text("It was the first visit of a French president to Cuba. She arrived as foreign minister.")
    assert not [a for a in resolved.actors.values() if a.kind == "person"]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Margaret Thatcher met Helmut Kohl in Bonn. She said the talks were frank.", "She", "Margaret Thatcher"),
        ("Margaret Thatcher met Helmut Kohl in Bonn. He said the talks were frank.", "He", "Helmut Kohl"),
        ("Poland's envoy, Jan Kowalski, praised the deal. “It will hold,” he said.", "he", "Jan Kowalski"),
        ("Helmut Kohl said that Boris Yeltsin's mood had changed after his trip to Bonn.", "his", "Boris Yeltsin"),
    ],
)
def test_a_pronoun_means_the_person_of_its_gender_who_was_last_the_subject(
    resolve_text: Resolve, text: str, pronoun: str, name: str
) -> None:
    assert who(resolve_text(text), pronoun) == name


def test_a_pronoun_that_could_be_either_stays_open(resolve_text: Resolve) -> None:
    resolved = resolve_text("Talks between Willy Brandt and Leonid Brezhnev ended. Aides said he was tired.")
    pronoun = mentioned(resolved, "he")[0]
    assert pronoun.actor is None and pronoun.reason


def test_ships_places_and_companies_are_nobody(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "He announced it on Twitter after leaving Camp David. The Supreme Court ruled on Monday in Geneva."
    )
    assert not people(resolved)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aides said that Chun Doo-hwan and Roh Tae-woo spoke.", "Roh Tae-woo"),
        ("The Minister of Reconstruction, Georg Leber, resigned.", "Georg Leber"),
        ("Defence minister Rudolf Scharping resigned.", "Rudolf Scharping"),
    ],
)
def test_a_name_is_read_whole_and_without_its_office(resolve_text: Resolve, text: str, name: str) -> None:
    assert name in people(resolve_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "They watched Able Archer, an exercise of the alliance, from Bonn.",
        "He signed Executive Order 12170 on Wednesday.",
        "The U.S.-Mexico talks went on.",
        "They travel next to Evian, in France.",
    ],
)
def test_drills_orders_towns_and_pairs_of_states_are_nobody(resolve_text: Resolve, text: str) -> None:
    assert not people(resolve_text(text))


def test_an_envoy_for_a_state_does_not_serve_it(resolve_text: Resolve) -> None:
    envoy = people(resolve_text("Philip Habib, the special envoy for Lebanon, landed in Beirut."))["Philip Habib"]
    assert envoy.state != "LBN" and titles(envoy) == {"special envoy for Lebanon"}


def test_its_minister_is_not_the_minister_of_the_state_that_the_report_is_about(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "The White House said no. The Pentagon said no. The State Department agreed. "
        "The kingdom kept silent, but its foreign minister, Saud al-Rashid, did not."
    )
    assert people(resolved)["Saud al-Rashid"].state != "USA"


def test_an_aide_of_somebody_does_not_lend_him_a_title(resolve_text: Resolve) -> None:
    resolved = resolve_text("An aide of French President Jacques Chirac said so.")
    assert titles(people(resolved)["Jacques Chirac"]) == {"President"}


def test_the_president_is_no_vice_president(resolve_text: Resolve) -> None:
    resolved = resolve_text("Vice President Walter Mondale left for Oslo. Later the president followed.")
    assert who(resolved, "the president") != "Walter Mondale"


def test_a_bare_name_is_that_of_whoever_was_named_in_the_paragraph_before(resolve_text: Resolve) -> None:
    text = "{} flew home.\n\nSnow fell.\n\nThe sun set.\n\n{} was with him.\n\nKim slept."
    resolved = resolve_text(text.format("President Kim Dae-jung", "Kim Woo-choong, a manager,"))
    assert who(resolved, "Kim") == "Kim Woo-choong"


def test_three_americans_are_not_their_state(resolve_text: Resolve) -> None:
    resolved = resolve_text("They freed three Americans on Sunday.")
    assert not [m for m in resolved.mentions if m.actor == "USA"]


def test_the_north_is_a_state_where_the_report_names_both(resolve_text: Resolve) -> None:
    text = "{} praised the deal. The North called for talks, and the South's president agreed."
    assert who(resolve_text(text.format("North Korea and South Korea")), "North") == "North Korea"
    assert not mentioned(resolve_text(text.format("Sudan")), "North")


def test_the_envoy_is_the_one_of_his_state_who_can_be_sent(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "Chirac receives Syrian envoy. French President Jacques Chirac received Rafiq Joujati, a Syrian deputy, on Monday. "
        "The envoy brought a letter from Syrian President Hafez Assad."
    )
    assert who(resolved, "Syrian envoy") == who(resolved, "The envoy") == "Rafiq Joujati"
