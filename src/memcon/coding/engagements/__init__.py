"""Phrases that name a meeting, a visit, a call; and the occasions they stand for in one document."""

from memcon.coding.engagements.extract import find_engagements

__all__ = ["find_engagements"]
