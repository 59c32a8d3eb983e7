"""The table of what spinners write."""

import re

import pytest

from memcon.annotate.readings import reading
from memcon.registers.substitutions import Substitution, hits, phrases, substitutions

CHANGE = re.compile(r"\[(.+?) -> (.+?)\]")


@pytest.mark.parametrize("rule", substitutions(), ids=lambda rule: rule.name)
def test_the_example_of_each_substitution_reads_as_it_says(rule: Substitution) -> None:
    spun = CHANGE.sub(r"\1", rule.example)
    assert reading(spun, 0, spun=True)[0] == CHANGE.sub(r"\2", rule.example)
    assert rule in [hit.rule for hit in hits(spun)]


@pytest.mark.parametrize("rule", substitutions(), ids=lambda rule: rule.name)
def test_plain_words_are_not_taken_for_spun_ones(rule: Substitution) -> None:
    plain = CHANGE.sub(r"\2", rule.example)
    assert reading(plain, 0, spun=True)[0] == plain


def test_longer_phrases_are_tried_before_shorter_ones() -> None:
    for some in phrases().values():
        lengths = [len(phrase.words) for phrase in some]
        assert lengths == sorted(lengths, reverse=True)


def test_a_capitalised_phrase_stays_capitalised() -> None:
    assert reading("Overseas Minister Katz left Final Week.", 0, spun=True)[0] == "Foreign Minister Katz left Last Week."


def test_a_context_is_met_in_words_already_made_plain() -> None:
    assert reading("a Chinese language authorities officer", 0, spun=True)[0].startswith("a Chinese ")


@pytest.mark.parametrize(
    "text",
    [
        "The National Assembly voted on Tuesday.",
        "In the final week of the campaign she stayed at home.",
        "A police officer stood at the door of the courtroom.",
        "The subsequent steps were agreed.",
    ],
)
def test_what_people_write_is_no_marker(text: str) -> None:
    assert not list(hits(text, markers=True))
