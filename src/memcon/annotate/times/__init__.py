"""Time expressions of the news, before they are dated."""

from memcon.annotate.times.find import find_times

__all__ = ["find_times"]
