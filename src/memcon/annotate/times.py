"""Time expressions of the news, before they are dated."""

from collections.abc import Sequence

from memcon.model.annotated import Annotated, TimeExpression


def find_times(annotated: Annotated) -> Sequence[TimeExpression]:
    """Every time expression, in the order of the text; none lies inside another."""
    return ()
