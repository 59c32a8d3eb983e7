"""The days that time expressions stand for, counted from the day of publication."""

from collections.abc import Sequence

from memcon.model.annotated import Annotated
from memcon.model.resolved import Time


def date_times(annotated: Annotated) -> Sequence[Time]:
    """Each time expression with its days; without a day of publication relative ones keep their relation only."""
    return ()
