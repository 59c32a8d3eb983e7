"""Statements for people: who spoke, by which verb, in which marks."""

import re
from dataclasses import replace

import pytest

import records
from memcon.model.findings import Statement
from memcon.model.text import Span
from memcon.wording import sayings


def statement(marked: str, kind: str) -> tuple[Statement, str]:
    """A sentence with its cue in <...>, the content in [...] and what lies within the marks in {...}."""
    text, at, stretches = "", {}, {"<": [], "[": [], "{": []}  # type: ignore[var-annotated]
    for piece in re.split(r"([<>{}\[\]])", marked):
        if piece in "<[{" and piece:
            at[piece] = len(text)
        elif piece in ">]}" and piece:
            opened = {">": "<", "]": "[", "}": "{"}[piece]
            stretches[opened].append(Span(at[opened], len(text)))
        else:
            text += piece
    plain = records.statement(records.document())
    cue = stretches["<"][0] if stretches["<"] else None
    return replace(plain, kind=kind, cue=cue, span=stretches["["][0], quotes=tuple(stretches["{"])), text


@pytest.mark.parametrize(
    ("marked", "kind", "verb", "said"),
    [
        ("<Rau said> that [talks went on]", "indirect", "said", "talks went on"),
        ("<Rau urged> Berlin [to wait]", "indirect", "urged Berlin", "to wait"),
        ("<Rau ruled> out [a visit]", "indirect", "ruled out", "a visit"),
        ("<Rau told> reporters in Warsaw that [talks went on]", "indirect", "told reporters in Warsaw", "talks went on"),
        ("<Rau has blamed> [Minsk for the delay]", "indirect", "blamed", "Minsk for the delay"),
        ("<According to Rau>, [talks went on]", "indirect", "", "talks went on"),
        ("[talks went on], <said Rau, a minister>", "indirect", "said", "talks went on"),
        ("<Rau, who also said> that [talks went on]", "indirect", "said", "talks went on"),
        ("[talks went on], <Rau said>", "indirect", "said", "talks went on"),
        ('"[{We wait,}" <Rau said>. "{It is early}].', "direct", "said", "“We wait,” ... “It is early”"),
        ('<Rau cited> "[{anger}" in Minsk]', "mixed", "cited", '"anger" in Minsk'),
        ("<Rau was said> to be [tired of “{waiting}]”", "mixed", "said to be", "tired of “waiting”"),
        ("[“{We wait}]”", "direct", "", "“We wait”"),
    ],
)
def test_a_statement_is_told_with_its_verb_and_its_marks(marked: str, kind: str, verb: str, said: str) -> None:
    made, text = statement(marked, kind)
    document = records.document(text)
    assert sayings.verb(made, document) == verb
    assert sayings.said(made, document) == said


def test_a_statement_whose_document_is_gone_is_told_without_words() -> None:
    made, _ = statement("<Rau said> that [talks went on]", "indirect")
    assert (sayings.verb(made, None), sayings.said(made, None)) == ("", "")
