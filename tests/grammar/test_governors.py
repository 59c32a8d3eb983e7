"""Every line of the table of governors has an example, and the [predicate] of each example is read as the line says."""

from collections.abc import Callable

import pytest

from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.clauses import Aspect, Clause, Factuality, Modality, Polarity
from memcon.registers.governors import Frame, Governor, governors

# What a denial makes of its predicate stands in the table as the lines of verbs have it: a denied past is undone.
DENIED = Factuality.UNDONE
# Of these, the form of the clause or its condition is named as what decided, where it says the same.
SHARED = (Frame.THAT, Frame.MARK, Frame.FORM)


def marked(annotated: Annotated, example: str) -> Clause | None:
    """The clause of the word that stands in brackets."""
    at = example.index("[")
    clauses = clauses_of(annotated)
    return next((c for t in annotated.tokens if t.start == at and (c := clauses.at(t.i))), None)


@pytest.mark.parametrize("rule", governors(), ids=lambda rule: rule.name)
def test_each_governor_makes_of_its_predicate_what_it_says(rule: Governor, annotate_text: Callable[..., Annotated]) -> None:
    clause = marked(annotate_text(rule.example.replace("[", "").replace("]", "")), rule.example)
    assert clause is not None, "no predicate there"
    if rule.frame is Frame.DENIAL:
        assert clause.factuality is DENIED
        return
    if rule.frame is Frame.HABIT:
        assert clause.aspect is Aspect.HABITUAL
        return
    if rule.frame is Frame.FORM and rule.factuality is None:
        assert clause.rule == rule.name  # what such a form takes over, its clause says
        return
    if rule.frame is Frame.ADVERB and rule.factuality is None:
        assert clause.factuality is Factuality.UNDONE  # "in vain", of what was tried
        return
    negative = clause.polarity is Polarity.NEGATIVE
    expected = rule.denied if negative else rule.factuality or Factuality.HAPPENED
    assert clause.factuality is expected, clause.rule
    if rule.frame is not Frame.FORM or rule.modality is not Modality.NONE:
        nearest = {rule.modality, Modality.WILL} if rule.frame is Frame.THAT else {rule.modality}
        assert clause.modality in nearest, clause.rule
    if rule.factuality is not None and rule.frame not in SHARED:
        assert clause.rule == rule.name
