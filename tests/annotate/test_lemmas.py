"""Lemmas of words that are cut off or hyphened."""

import spacy

from memcon.annotate.lemmas import Lemmas
from memcon.annotate.model import find_model
from memcon.annotate.parser import Parser


def _lemmas() -> Lemmas:
    nlp = spacy.load(find_model().name)
    return Lemmas(nlp.path, nlp.vocab)


def test_a_verb_behind_co_has_the_lemma_of_that_verb_and_co_alone_is_a_word() -> None:
    lemmas = _lemmas()
    assert lemmas.of("co-chaired", "co-chaired", "VERB", "VBD") == "chair"
    assert lemmas.of("co-", "co-", "VERB", "VBG") == "co-"


def test_a_sentence_with_co_cut_off_is_read(parser: Parser) -> None:
    assert next(iter(parser.parse(["We are co- — we are working on it with the two co- chairing."])))
