"""Names and offices as official papers write them: "the President" is their own, "KING FELIPE VI" keeps his numeral."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import Resolved

Resolve = Callable[..., Resolved]
GUEST = "President Obama looks ahead. President Park of the Republic of Korea arrives on Monday. "


def meant(resolved: Resolved, words: str) -> list[str]:
    """The names of those whom a description stands for, in the order of the text."""
    found = [m for m in resolved.mentions if m.how == "role" and m.text == words]
    return [resolved.actors[m.actor].name if m.actor else f"? {m.reason}" for m in found]


@pytest.mark.parametrize(
    ("outlet", "sentence", "name"),
    [
        ("The White House", "Later the President will travel to Ohio.", "Obama"),
        ("President of Russia", "Later the President will travel to Kazan.", "President"),
        ("Reuters", "Later the president will travel to Ohio.", "several fit"),
    ],
    ids=["its own, named", "its own, not named", "a report of others"],
)
def test_the_president_of_an_official_paper_is_its_own(
    outlet: str, sentence: str, name: str, resolve_text: Resolve
) -> None:
    words = "the President" if "the President" in sentence else "the president"
    (found,) = meant(resolve_text(GUEST + sentence, "2013-05-07", outlet=outlet), words)
    assert name in found


def test_who_is_not_named_in_its_own_paper_serves_its_state(resolve_text: Resolve) -> None:
    text = "President Park arrives on Monday. The President will welcome her."
    found = resolve_text(text, "2013-05-07", outlet="The White House")
    (own,) = [a for a in found.actors.values() if a.kind == "person" and not a.named]
    assert (own.state, meant(found, "The President")) == ("USA", [own.name])


def test_a_president_told_with_a_nation_or_a_body_is_theirs(resolve_text: Resolve) -> None:
    text = GUEST + "The President of the World Bank came, and so did the President of France."
    found = resolve_text(text, "2013-05-07", outlet="The White House")
    assert "Obama" not in meant(found, "The President of the World Bank") + meant(found, "the President of France")


def test_an_office_that_the_state_lacks_is_another_s(resolve_text: Resolve) -> None:
    text = "President Obama met Prime Minister Cameron of the United Kingdom. Later the Prime Minister flew home."
    found = resolve_text(text, "2013-05-07", outlet="The White House")
    assert meant(found, "the Prime Minister") == ["Cameron"]


def test_in_a_list_the_name_after_the_president_is_another_s(resolve_text: Resolve) -> None:
    text = "Secretary Kerry spoke on Monday. You heard the President, John Kerry, and others say it."
    found = resolve_text(text, "2013-05-07", outlet="The White House")
    assert [[r.title for r in a.roles] for a in found.actors.values() if "Kerry" in a.name] == [["Secretary"]]


def test_what_a_head_of_state_is_thanked_for_is_not_his_title(resolve_text: Resolve) -> None:
    found = resolve_text("President Obama thanked the Qatari Amir for the important role Qatar plays.", "2013-05-07")
    assert "the Qatari Amir" in {m.text for m in found.mentions}


def test_a_form_of_address_names_nobody(resolve_text: Resolve) -> None:
    text = "PRESIDENT OBAMA: Thank you, Mr. President. Madam President, it is good to see you."
    found = resolve_text(text, "2013-05-07", outlet="The White House")
    assert {a.name for a in found.actors.values() if a.kind == "person"} == {"Obama"}


def test_the_words_behind_a_state_in_a_headline_are_no_name(resolve_text: Resolve) -> None:
    text = "Remarks by Vice President Biden and Vice President Osinbajo of Nigeria Before Bilateral Meeting\n\nThey sat."
    names = {a.name for a in resolve_text(text, "2015-09-01").actors.values() if a.kind == "person"}
    assert names == {"Biden", "Osinbajo"}


def test_a_letter_of_another_alphabet_makes_no_other_person(resolve_text: Resolve) -> None:
    text = "President Obama met President Niinist\u04e7 of Finland. President Sauli Niinistö thanked him."
    names = {a.name for a in resolve_text(text, "2016-05-13").actors.values() if a.kind == "person"}
    assert names == {"Obama", "Sauli Niinistö"}


@pytest.mark.parametrize(
    "told",
    ["President Obama thanked President Lee for his visit.", "President Obama voiced gratitude for his visit."],
)
def test_what_somebody_is_thanked_for_is_not_done_by_who_thanks(told: str, resolve_text: Resolve) -> None:
    found = resolve_text("President Lee Myung-bak met President Obama. " + told, "2012-03-25")
    (his,) = [m for m in found.mentions if m.text == "his"]
    assert his.actor is not None and found.actors[his.actor].name == "Lee Myung-bak"


@pytest.mark.parametrize("name", ["Moon Jae-in", "Salman bin Abdulaziz al-Saud"])
def test_the_small_words_of_a_name_do_not_part_it_in_a_headline(name: str, resolve_text: Resolve) -> None:
    text = f"Remarks by President Obama and President {name} in Jeddah\n\n{name} spoke in the palace, in the rain."
    names = {a.name for a in resolve_text(text, "2017-06-30").actors.values() if a.kind == "person"}
    assert names == {"Obama", name}


def test_the_numeral_of_a_king_keeps_its_capitals(resolve_text: Resolve) -> None:
    names = {a.name for a in resolve_text("KING FELIPE VI: Thank you, all.").actors.values() if a.kind == "person"}
    assert names == {"Felipe VI"}
