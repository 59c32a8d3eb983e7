"""Who said what."""

from collections.abc import Sequence

from memcon.model.findings import Statement
from memcon.model.resolved import Resolved


def find_statements(resolved: Resolved) -> Sequence[Statement]:
    """Every one in the document, in the order of the text."""
    return ()
