"""What is to come."""

from collections.abc import Sequence

from memcon.model.findings import Outlook
from memcon.model.resolved import Resolved


def find_outlook(resolved: Resolved) -> Sequence[Outlook]:
    """Every one in the document, in the order of the text."""
    return ()
