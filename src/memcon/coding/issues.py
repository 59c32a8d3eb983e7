"""What it is about."""

from collections.abc import Sequence

from memcon.model.findings import IssueMention
from memcon.model.resolved import Resolved


def find_issues(resolved: Resolved) -> Sequence[IssueMention]:
    """Every one in the document, in the order of the text."""
    return ()
