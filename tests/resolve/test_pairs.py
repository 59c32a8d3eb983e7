"""Phrases that stand for two, and pronouns after them."""

from collections.abc import Callable

import pytest

from memcon.model.resolved import Resolved
from memcon.registers.offices import PAIR_NOUNS, PairKind, PairNoun, pair_nouns

Resolve = Callable[..., Resolved]

ACCORDS = "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Jerusalem on Sunday. "


def both(resolved: Resolved, text: str) -> set[str]:
    """The names of the two whom the last phrase with this text means together."""
    found = [m for m in resolved.mentions if m.text.lower() == text.lower() and m.together]
    return {resolved.actors[k].name for m in found[-1:] for k in m.candidates}


def meant(resolved: Resolved, text: str) -> str | None:
    """The name of whom the last mention with this text means."""
    found = [m for m in resolved.mentions if m.text.lower() == text.lower() and m.actor]
    return resolved.actors[str(found[-1].actor)].name if found else None


@pytest.mark.parametrize(
    ("after", "phrase"),
    [
        ("The two leaders talked for an hour.", "The two leaders"),
        ("Both leaders praised the talks.", "Both leaders"),
        ("The two men shook hands.", "The two men"),
        ("The leaders parted at noon.", "The leaders"),
        ("They will meet again in Ismailia.", "They"),
        ("Their talks lasted an hour.", "Their"),
    ],
)
def test_a_phrase_for_two_means_both_who_were_just_named(resolve_text: Resolve, after: str, phrase: str) -> None:
    assert both(resolve_text(ACCORDS + after), phrase) == {"Anwar Sadat", "Menachem Begin"}


def test_two_sides_are_the_states_that_the_two_serve(resolve_text: Resolve) -> None:
    assert both(resolve_text(ACCORDS + "The two sides set no date."), "The two sides") == {"Egypt", "Israel"}


def test_they_of_a_clause_that_hangs_on_another_are_all_who_are_its_subject(resolve_text: Resolve) -> None:
    three = "Kenya's President Mwai Kibaki, Uganda's President Yoweri Museveni and Rwanda's President Paul Kagame waved"
    resolved = resolve_text(f"{three} to the crowd as they met in Arusha.")
    assert both(resolved, "they") == {"Mwai Kibaki", "Yoweri Museveni", "Paul Kagame"}


def test_both_after_three_are_not_the_first_two_of_them(resolve_text: Resolve) -> None:
    three = "Kenya's President Mwai Kibaki, Uganda's President Yoweri Museveni and Rwanda's President Paul Kagame waved"
    resolved = resolve_text(f"{three} to the crowd as they met in Arusha. The two presidents had a dinner later.")
    assert both(resolved, "The two presidents") == set()


def test_leaders_are_no_ministers(resolve_text: Resolve) -> None:
    text = "French President Jacques Chirac received German Chancellor Helmut Kohl. Foreign Minister Herve de Charette was there. "
    assert both(resolve_text(text + "The two leaders had lunch."), "The two leaders") == {"Jacques Chirac", "Helmut Kohl"}


def test_whoever_urges_the_two_is_none_of_them(resolve_text: Resolve) -> None:
    text = ACCORDS + "President Jimmy Carter urged the two leaders to go on."
    assert both(resolve_text(text), "the two leaders") == {"Anwar Sadat", "Menachem Begin"}


def test_of_three_alike_no_two_are_picked(resolve_text: Resolve) -> None:
    text = "President Bill Clinton, President Jacques Chirac and President Boris Yeltsin met. The two leaders ate."
    assert not both(resolve_text(text), "The two leaders")


def test_talks_that_were_to_begin_are_nobody(resolve_text: Resolve) -> None:
    resolved = resolve_text("India called off talks with Pakistan hours before they were to begin.")
    assert not both(resolved, "they") and meant(resolved, "they") is None


def test_who_after_two_means_both_where_the_verb_takes_two(resolve_text: Resolve) -> None:
    text = "French President Jacques Chirac and German Chancellor Helmut Kohl, who held talks in Bonn, said little."
    assert both(resolve_text(text), "who") == {"Jacques Chirac", "Helmut Kohl"}


def test_the_latter_is_the_later_named(resolve_text: Resolve) -> None:
    text = "President Anwar Sadat met Prime Minister Menachem Begin. The {} spoke first."
    assert meant(resolve_text(text.format("latter")), "The latter") == "Menachem Begin"
    assert meant(resolve_text(text.format("former")), "The former") == "Anwar Sadat"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Brezhnev's envoy, Anatoly Dobrynin, flew to Paris, where he will see Henry Kissinger.", "he", "Anatoly Dobrynin"),
        ("Anatoly Dobrynin met Henry Kissinger and invited him to Moscow.", "him", "Henry Kissinger"),
        ("Helmut Kohl had lunch with Boris Yeltsin and held talks with him later.", "him", "Boris Yeltsin"),
        ("Helmut Kohl told Boris Yeltsin that he was ready to help.", "he", "Helmut Kohl"),
        ("Helmut Kohl will meet Minister Madeleine Albright and her deputy, Strobe Talbott.", "her", "Madeleine Albright"),
    ],
)
def test_a_pronoun_heeds_the_clause_it_stands_in(resolve_text: Resolve, text: str, pronoun: str, name: str) -> None:
    assert meant(resolve_text(text), pronoun) == name


def test_a_pronoun_for_somebody_unnamed_does_not_go_to_whom_he_serves(resolve_text: Resolve) -> None:
    resolved = resolve_text(
        "One of the aides of President Hafez Assad is on his way to Paris, where he will see Jacques Chirac."
    )
    assert meant(resolved, "he") is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway rejected the offer. It wants more time.", "Norway"),
        ("Norway rejected the offer. It is clear that time is short.", None),
        ("Norway rejected the offer. The summit is near, and it could pave the way for a deal.", None),
        ("Norway said that if the summit goes ahead, it will take place in Oslo.", None),
        ("Critics blamed Norway for its silence.", "Norway"),
    ],
)
def test_it_is_a_state_only_where_a_state_acts(resolve_text: Resolve, text: str, state: str | None) -> None:
    assert meant(resolve_text(text), "its" if " its " in text else "it") == state


@pytest.mark.parametrize("row", PAIR_NOUNS.rows, ids=lambda r: r.noun)
def test_each_noun_for_two_means_the_two_before_its_example(resolve_text: Resolve, row: PairNoun) -> None:
    scenes: dict[PairKind, str] = {
        "heads": "President Jacques Chirac met Chancellor Helmut Kohl. ",
        "ministers": "Foreign Minister Joschka Fischer met Defence Minister Rudolf Scharping. ",
        "envoys": "French envoy Herve Durand met German envoy Klaus Weber. ",
        "men": "Jacques Chirac met Helmut Kohl. ",
        "women": "Madeleine Albright met Angela Merkel. ",
        "persons": "Madeleine Albright met Helmut Kohl. ",
        "states": "France and Germany were once at war. ",
    }
    resolved = resolve_text(scenes[pair_nouns()[row.noun]] + row.example)
    assert any(m.together and m.text.lower().endswith(row.noun) for m in resolved.mentions)
