"""Every line of the table of governors has an example, and the [predicate] of each example is read as the line says."""

from collections.abc import Callable

import pytest

from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.clauses import Clause, Factuality
from memcon.registers.governors import Frame, Governor, governors

# Frames whose lines say what a predicate becomes; a denial and a habit show in other fields.
OTHER = {Frame.DENIAL: Factuality.UNDONE}


def marked(annotated: Annotated, example: str) -> Clause | None:
    """The clause of the word that stands in brackets."""
    at = example.index("[")
    clauses = clauses_of(annotated)
    return next((c for t in annotated.tokens if t.start == at and (c := clauses.at(t.i))), None)


@pytest.mark.parametrize("rule", governors(), ids=lambda rule: rule.name)
def test_each_governor_makes_of_its_predicate_what_it_says(rule: Governor, annotate_text: Callable[..., Annotated]) -> None:
    clause = marked(annotate_text(rule.example.replace("[", "").replace("]", "")), rule.example)
    assert clause is not None, "no predicate there"
    expected = OTHER.get(rule.frame) or rule.factuality or Factuality.HAPPENED
    assert (clause.factuality, clause.modality) == (expected, rule.modality), clause.rule
