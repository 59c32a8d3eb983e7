"""Names found in columns are the names that spaCy's own code finds."""

from importlib import import_module
from typing import Any

import pytest

from memcon.annotate.entities import Entities, Labels
from memcon.annotate.parser import Parser
from memcon.annotate.pipeline import pipeline_of

TEXTS = [
    "The Norwegian foreign minister, Ine Eriksen Soreide, met Ann Linde of Sweden in Stockholm on 3 March 2021.",
    "",
    "Yes.",
    "He said so.  The United Nations Security Council meets on Monday.\n\nTwo of the five New York delegations stayed away.",
    "Linde",
    "On Tuesday the European Union's High Representative for Foreign Affairs and Security Policy flew to Addis Ababa",
]


@pytest.fixture(scope="module")
def pipeline(parser: Parser) -> Any:
    return pipeline_of(parser.model)._nlp


def spacys(pipeline: Any, texts: list[str]) -> list[Labels]:
    return [[(t.ent_type_, t.ent_iob_ == "B") for t in doc] for doc in pipeline.pipe(texts)]


def ours(pipeline: Any, texts: list[str]) -> list[Labels]:
    entities = Entities.of(pipeline.get_pipe("ner"))
    assert entities is not None
    return entities.label(list(pipeline.pipe(texts, disable=["ner"])))


def test_labels_are_those_of_spacys_own_code(pipeline: Any) -> None:
    found = ours(pipeline, TEXTS)
    assert found == spacys(pipeline, TEXTS)
    assert ("PERSON", True) in found[0] and ("ORG", False) in found[3]


def test_they_do_not_depend_on_what_else_is_read_with_a_text(pipeline: Any) -> None:
    assert [ours(pipeline, [text])[0] for text in TEXTS] == ours(pipeline, TEXTS)


def test_nothing_but_empty_texts_has_no_labels(pipeline: Any) -> None:
    assert ours(pipeline, ["", ""]) == [[], []]


def test_a_recogniser_of_another_build_is_left_to_spacy(parser: Parser) -> None:
    blank = import_module("spacy").blank("en")
    other = blank.add_pipe("ner")
    other.add_label("PERSON")
    blank.initialize()
    other.model.attrs["has_upper"] = False
    assert Entities.of(other) is None


def test_a_paragraph_parsed_again_is_parsed_alike(parser: Parser) -> None:
    again = ["Go ahead.", *TEXTS, "Go ahead."]
    assert list(parser.parse(again)) == list(parser.parse(again))
    assert [len(tokens) for tokens in parser.parse(["Go ahead.", "", "Go ahead."])] == [3, 0, 3]
