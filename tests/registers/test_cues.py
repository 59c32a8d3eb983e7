"""The cue table as a whole; its examples are read in test_examples."""

from memcon.registers.cues import attribution, cues


def test_a_verb_with_a_particle_comes_before_the_verb_alone() -> None:
    assert [c.particle for c in cues()["call"]][-1] is None


def test_the_lists_of_words_are_in_lower_case() -> None:
    words = attribution().people | attribution().texts | attribution().utterances
    assert all(word == word.lower() for word in words)
