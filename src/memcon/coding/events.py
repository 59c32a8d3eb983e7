"""PLOVER events."""

from collections.abc import Sequence

from memcon.model.findings import Event
from memcon.model.resolved import Resolved


def find_events(resolved: Resolved) -> Sequence[Event]:
    """Every one in the document, in the order of the text."""
    return ()
