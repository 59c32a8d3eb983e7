"""The cue table as a whole, and the cues of belief and intention; the examples of speech are read in test_examples."""

import re
from collections.abc import Callable

import pytest

from memcon.coding.statements import find_statements
from memcon.model.resolved import Resolved
from memcon.registers.cues import CUE_NOUNS, Cue, CueNoun, all_attitudes, attribution, cues

BRACKETS = re.compile(r"[\[\]]")


def letters(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip()


@pytest.mark.parametrize("cue", all_attitudes(), ids=lambda cue: f"{cue.lemma} {cue.particle or ''}".strip())
def test_a_belief_or_an_intention_is_read_only_when_asked_for(cue: Cue, resolve_text: Callable[..., Resolved]) -> None:
    text = BRACKETS.sub("", cue.example)
    wanted = cue.example[cue.example.index("[") + 1 : cue.example.index("]")]
    resolved = resolve_text(text)
    assert list(find_statements(resolved)) == []
    assert [letters(s.span.of(text)) for s in find_statements(resolved, thought=True)] == [letters(wanted)]


@pytest.mark.parametrize("noun", CUE_NOUNS.rows, ids=lambda noun: noun.lemma)
def test_a_noun_reports_what_stands_behind_it_when_asked_for(noun: CueNoun, resolve_text: Callable[..., Resolved]) -> None:
    text = BRACKETS.sub("", noun.example)
    wanted = noun.example[noun.example.index("[") + 1 : noun.example.index("]")]
    resolved = resolve_text(text)
    assert list(find_statements(resolved)) == []
    assert letters(wanted) in [letters(s.span.of(text)) for s in find_statements(resolved, thought=True)]


def test_a_verb_with_a_particle_comes_before_the_verb_alone() -> None:
    assert [c.particle for c in cues()["call"]][-1] is None


def test_the_lists_of_words_are_in_lower_case() -> None:
    words = attribution().people | attribution().texts | attribution().utterances
    assert all(word == word.lower() for word in words)
