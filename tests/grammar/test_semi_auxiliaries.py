"""What "is going to", "is to" and "used to" make of the verb behind them, one before another too."""

from collections.abc import Callable

import pytest

from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.clauses import Clause, Modality


def _clauses(annotated: Annotated) -> dict[str, Clause]:
    return {annotated.tokens[c.predicate].lower: c for c in clauses_of(annotated).all}


def test_use_with_an_object_is_a_verb_of_its_own(annotate_text: Callable[..., Annotated]) -> None:
    found = _clauses(annotate_text("The premier who is going to use his visit to win the vote has left the capital."))
    assert found["use"].modality is Modality.WILL
    assert "win" in found


@pytest.mark.parametrize(
    "text",
    [
        "The crew is going to be going to use to meet the king.",
        "They are to be going to meet the king.",
        "He used to be going to have to use a visit to be to meet her.",
    ],
)
def test_semi_auxiliaries_one_before_another_lose_no_text(text: str, annotate_text: Callable[..., Annotated]) -> None:
    assert "meet" in _clauses(annotate_text(text))
