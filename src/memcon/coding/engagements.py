"""Phrases that name a meeting, a visit, a call; and the occasions they stand for in one document."""

from collections.abc import Sequence

from memcon.model.findings import LocalEngagement
from memcon.model.resolved import Resolved


def find_engagements(resolved: Resolved) -> Sequence[LocalEngagement]:
    """The occasions that the document tells of."""
    return ()
